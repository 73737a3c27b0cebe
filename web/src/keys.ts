import { useEffect, useRef } from "react";

/** Keys as the browser names them, apart by spaces (`j ArrowDown`, `A` for shift and a, `Space`), and what they do. */
export type KeyTable = readonly (readonly [keys: string, action: () => unknown])[];

/**
 * Runs actions by single keys, as long as nobody is typing and no dialog is open. Enter and space stay with a focused
 * button or link; keys with Ctrl, Alt or Meta stay with the browser.
 */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table);
  useEffect(() => {
    latest.current = table;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : null;
      const typing = at?.closest(
        "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=listbox]",
      );
      if (typing) return;
      if (document.querySelector(".ant-modal-wrap:not([style*='display: none']), .ant-drawer-open") !== null) return;
      if ((event.key === "Enter" || event.key === " ") && at?.closest("button, a, input") != null) return;
      const key = event.key === " " ? "Space" : event.key;
      const action = latest.current.find(([keys]) => keys.split(" ").includes(key))?.[1];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
