import { Modal, type ModalProps } from "antd";
import { useDrawnAfter } from "../drawn-after.js";
import { Busy } from "./Busy.js";

/** A dialog over the page. That it is coming shows at once, then it is drawn. */
export function Dialog({ open = true, ...modal }: ModalProps) {
  const drawn = useDrawnAfter(open);
  return (
    <>
      {open && !drawn && <Busy />}
      <Modal {...modal} open={drawn} />
    </>
  );
}
