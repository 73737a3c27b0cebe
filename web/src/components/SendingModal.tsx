import type { ModalProps } from "antd";
import { HeldForReview } from "../api.js";
import type { Sending } from "../use-sending.js";
import { Dialog } from "./Dialog.js";
import { SendingForm } from "./SendingNotice.js";

type Props = Omit<ModalProps, "confirmLoading"> & {
  readonly of: Pick<Sending<never>, "waits" | "error" | "again" | "isPending">;
};

/** A dialog that writes: it keeps what was typed until that is written, whatever becomes of the connection. */
export function SendingModal({ of, children, okButtonProps, ...modal }: Props) {
  // What waits for a colleague's review was given: once more would be a second one.
  const disabled = of.waits || of.error instanceof HeldForReview || okButtonProps?.disabled === true;
  return (
    <Dialog
      {...modal}
      confirmLoading={of.isPending && !of.waits}
      okButtonProps={{ ...okButtonProps, disabled }}
      mask={{ closable: false, ...maskOf(modal) }}
    >
      <SendingForm of={of}>{children}</SendingForm>
    </Dialog>
  );
}

function maskOf({ mask }: Pick<ModalProps, "mask">): object {
  return typeof mask === "object" ? mask : {};
}
