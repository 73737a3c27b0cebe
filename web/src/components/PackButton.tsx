import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BoardAsked } from "../indicator-api.js";
import { useWords } from "../language.js";
import { Busy } from "./Busy.js";

const PackDialog = lazy(async () => ({ default: (await import("./PackDialog.js")).PackDialog }));

/** 佐证材料包 of the board that is looked at, of a past day too. */
export function PackButton({ asked }: { readonly asked: BoardAsked | null }) {
  const { packing: words } = useWords();
  const [open, setOpen] = useState(false);
  if (asked === null) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.make}</Button>
      {open && (
        <Suspense fallback={<Busy />}>
          <PackDialog asked={asked} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
