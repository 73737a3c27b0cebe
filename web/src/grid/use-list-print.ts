import { useEffect } from "react";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { useStableCallback } from "../stable-callback.js";
import { type GridLines, placesIn } from "./grid-lines.js";
import type { RowList } from "./row-list.js";

/** Rows on paper at most; longer lists go out as a workbook. */
const MOST = 5000;

/** 打印: reads the rows that will stand on paper first, which one has not looked at; also by Ctrl+P. */
export function useListPrint(list: RowList, lines: GridLines): () => void {
  const words = useWords();
  const message = useNotices();
  const read = () => placesIn(lines, 0, MOST - 1).every((place) => list.rowAt(place) !== undefined);
  const print = useStableCallback(() => {
    if (read()) return window.print();
    message.info(words.ledger.printing);
    list.hold(placesIn(lines, 0, MOST - 1)).then(
      () => window.print(),
      () => message.error(words.problem.fault),
    );
  });
  const onKey = useStableCallback((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "p" || read()) return;
    event.preventDefault();
    print();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onKey]);
  return print;
}
