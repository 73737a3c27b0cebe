import { Drawer, type DrawerProps } from "antd";
import { useDrawnAfter } from "../drawn-after.js";
import { Busy } from "./Busy.js";

/** A sheet that comes in from the side. That it is coming shows at once, then it is drawn. */
export function SideSheet({ open = true, ...drawer }: DrawerProps) {
  const drawn = useDrawnAfter(open);
  return (
    <>
      {open && !drawn && <Busy />}
      <Drawer {...drawer} open={drawn} />
    </>
  );
}
