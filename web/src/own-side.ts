import { useState } from "react";

export type Side = "east" | "west";

const KEY = "shanhai.side";

/** Whose view it is, for who has no office that says it; kept in this browser. */
export function useOwnSide(): readonly [Side | undefined, (side: Side) => void] {
  const [side, setSide] = useState<Side | undefined>(() => {
    const kept = localStorage.getItem(KEY);
    return kept === "east" || kept === "west" ? kept : undefined;
  });
  const choose = (chosen: Side) => {
    localStorage.setItem(KEY, chosen);
    setSide(chosen);
  };
  return [side, choose];
}
