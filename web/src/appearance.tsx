import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";

/** How the pages look: as the system says, or by day or by night whatever it says. */
export type Appearance = "system" | "light" | "dark";

interface Look {
  readonly appearance: Appearance;
  readonly dark: boolean;
  /** No motion, as the system asks. */
  readonly calm: boolean;
  /** The page is being printed. */
  readonly paper: boolean;
  readonly setAppearance: (appearance: Appearance) => void;
}

const LookContext = createContext<Look>({
  appearance: "system",
  dark: false,
  calm: false,
  paper: false,
  setAppearance: () => undefined,
});
const storageKey = "shanhai.appearance";

function kept(): Appearance {
  const value = localStorage.getItem(storageKey);
  return value === "light" || value === "dark" ? value : "system";
}

/** What the system says of a preference, followed when it changes. */
function useSystem(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Gives the pages their look and marks the document with it (`data-theme`); the choice is kept in this browser only. */
export function AppearanceProvider({ children }: { readonly children: ReactNode }) {
  const [appearance, setAppearance] = useState(kept);
  const systemDark = useSystem("(prefers-color-scheme: dark)");
  // Paper is white: light letters would not be seen on it.
  const paper = useSystem("print");
  const calm = useSystem("(prefers-reduced-motion: reduce)");
  const dark = !paper && (appearance === "dark" || (appearance === "system" && systemDark));
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    localStorage.setItem(storageKey, appearance);
  }, [appearance, dark]);
  const look = useMemo(() => ({ appearance, dark, calm, paper, setAppearance }), [appearance, dark, calm, paper]);
  return <LookContext value={look}>{children}</LookContext>;
}

export function useAppearance(): Look {
  return useContext(LookContext);
}
