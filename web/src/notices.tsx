import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";

type Tone = "success" | "info" | "warning" | "error";

/** Short words over the page: what was done, or why nothing was. One at a time; what must be read stays where it is. */
export type Notices = { readonly [tone in Tone]: (text: string) => void };

interface Shown {
  readonly tone: Tone;
  readonly text: string;
  /** Told apart from the same words said again. */
  readonly nth: number;
}

/** How long words stay: long enough to read them at five characters a second, within limits. */
const shownFor = (text: string) => Math.min(8000, 1800 + text.length * 60);

const silent = () => undefined;
const NoticesContext = createContext<Notices>({ success: silent, info: silent, warning: silent, error: silent });

/** Gives the pages a place for short words; it is read aloud too. */
export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const notices = useMemo<Notices>(() => {
    const say = (tone: Tone) => (text: string) => {
      clearTimeout(timer.current);
      setShown((before) => ({ tone, text, nth: (before?.nth ?? 0) + 1 }));
      timer.current = setTimeout(() => setShown((now) => (now === null ? null : { ...now, text: "" })), shownFor(text));
    };
    return { success: say("success"), info: say("info"), warning: say("warning"), error: say("error") };
  }, []);
  return (
    <NoticesContext value={notices}>
      {children}
      <output className="notices screen-only" aria-live="polite">
        {shown !== null && shown.text !== "" && (
          <span key={shown.nth} data-tone={shown.tone}>
            {shown.text}
          </span>
        )}
      </output>
    </NoticesContext>
  );
}

/** How a part of a page says short words. */
export function useNotices(): Notices {
  return useContext(NoticesContext);
}
