import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { chinese, english, type Language, type Words } from "./words/index.js";

interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly setLanguage: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({ language: "zh", words: chinese, setLanguage: () => undefined });
const storageKey = "shanhai.language";

/** Gives the pages their language: Chinese at first, then what this browser chose last. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<Language>(() => (localStorage.getItem(storageKey) === "en" ? "en" : "zh"));
  const [words, setWords] = useState<{ readonly [language in Language]?: Words }>({ zh: chinese });
  // Until the words of another language are read, the page stays in the one that it is in.
  const [shown, setShown] = useState<Language | null>(chosen === "zh" ? "zh" : null);
  useEffect(() => {
    localStorage.setItem(storageKey, chosen);
    if (words[chosen] !== undefined) return setShown(chosen);
    let gone = false;
    english().then((read) => {
      if (!gone) setWords((held) => ({ ...held, en: read }));
    });
    return () => {
      gone = true;
    };
  }, [chosen, words]);
  useEffect(() => {
    if (shown !== null) document.documentElement.lang = shown === "zh" ? "zh-CN" : "en";
  }, [shown]);
  const speech = useMemo(
    () => ({ language: shown ?? "zh", words: words[shown ?? "zh"] ?? chinese, setLanguage: setChosen }),
    [shown, words],
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
