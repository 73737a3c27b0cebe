import type { ConfigProviderProps } from "antd";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { chinese, english, type Language, type Words } from "./words/index.js";

type Parts = ConfigProviderProps["locale"];

/** Everything said in one language. */
interface Tongue {
  readonly words: Words;
  readonly parts: Parts;
}

async function inEnglish(): Promise<Tongue> {
  const [words, parts] = await Promise.all([english(), import("antd/es/locale/en_US")]);
  return { words, parts: parts.default };
}

interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** The words of the component library. */
  readonly parts: Parts;
  readonly setLanguage: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({
  language: "zh",
  words: chinese,
  parts: undefined,
  setLanguage: () => undefined,
});
const storageKey = "shanhai.language";

interface Props {
  /** The Chinese words of the component library, which come with the page. */
  readonly parts: Parts;
  readonly children: ReactNode;
}

/** Gives the pages their language: Chinese at first, then what this browser chose last. */
export function LanguageProvider({ parts, children }: Props) {
  const inChinese = useMemo<Tongue>(() => ({ words: chinese, parts }), [parts]);
  const [chosen, setChosen] = useState<Language>(() => (localStorage.getItem(storageKey) === "en" ? "en" : "zh"));
  const [tongues, setTongues] = useState<{ readonly [language in Language]?: Tongue }>({ zh: inChinese });
  // Until the words of another language are read, the page stays in the one that it is in.
  const [shown, setShown] = useState<Language | null>(chosen === "zh" ? "zh" : null);
  useEffect(() => {
    localStorage.setItem(storageKey, chosen);
    if (tongues[chosen] !== undefined) return setShown(chosen);
    let gone = false;
    inEnglish().then((read) => {
      if (!gone) setTongues((held) => ({ ...held, en: read }));
    });
    return () => {
      gone = true;
    };
  }, [chosen, tongues]);
  useEffect(() => {
    if (shown !== null) document.documentElement.lang = shown === "zh" ? "zh-CN" : "en";
  }, [shown]);
  const speech = useMemo(
    () => ({ language: shown ?? "zh", ...(tongues[shown ?? "zh"] ?? inChinese), setLanguage: setChosen }),
    [shown, tongues, inChinese],
  );
  return shown === null ? null : <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The words of the chosen language. */
export function useWords(): Words {
  return useContext(SpeechContext).words;
}

export function useLanguage(): Speech {
  return useContext(SpeechContext);
}

/** Picks the chosen language from a text that comes in both. */
export function useText(): (text: { readonly zh: string; readonly en: string }) => string {
  const { language } = useContext(SpeechContext);
  return (text) => text[language];
}
