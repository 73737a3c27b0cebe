import { useEffect } from "react";

/**
 * While a page is open it prints on A4 lying: for boards with more columns than a standing sheet holds, and wide pictures. A named page would
 * begin with an empty sheet, and be laid out as wide as a standing one.
 */
export function useLyingPaper(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@page { size: A4 landscape; margin: 12mm; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
}
