import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, languages, type Words } from "./words/index.js";

interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly setLanguage: (language: Language) => void;
}

const SpeechContext = createContext<Speech>({ language: "zh", words: languages.zh, setLanguage: () => undefined });
const storageKey = "shanhai.language";

/** Gives the pages their language: Chinese at first, then what this browser chose last. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(storageKey) === "en" ? "en" : "zh"));
  useEffect(() => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const speech = useMemo(() => ({ language, words: languages[language], setLanguage }), [language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
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
