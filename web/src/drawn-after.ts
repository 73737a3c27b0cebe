import { startTransition, useEffect, useState } from "react";

/**
 * Follows `open`, one step behind: what takes long to draw, a dialog of the library some 200 ms on an office's computer,
 * is drawn after the page has answered, and in pieces between which it answers on.
 */
export function useDrawnAfter(open: boolean): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setDrawn(open)), [open]);
  return open && drawn;
}
