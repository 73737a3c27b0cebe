import { useEffect } from "react";
import { useWords } from "./language.js";

/** Names the page in the browser's tab and history: `表态 · 山海`. Null while the name is not known yet. */
export function usePageTitle(name: string | null): void {
  const { product } = useWords();
  useEffect(() => {
    document.title = name === null ? product.name : `${name} · ${product.name}`;
  }, [name, product.name]);
}
