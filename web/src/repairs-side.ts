import type { RepairEdit } from "@shanhai/engine";
import { useState } from "react";

/** What the right side of the checking page shows: the items, or the repairs with the one that is looked at. */
export function useRepairsSide(show: (edit: RepairEdit) => void) {
  const [side, setSide] = useState<"items" | "repairs">("items");
  const [lit, setLit] = useState<number | null>(null);
  const close = () => {
    setSide("items");
    setLit(null);
  };
  return {
    side,
    lit,
    close,
    open: () => setSide("repairs"),
    toggle: () => (side === "items" ? setSide("repairs") : close()),
    look: (edit: RepairEdit) => {
      setLit(edit.raw.start);
      show(edit);
    },
  };
}
