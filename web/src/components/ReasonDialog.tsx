import { Input } from "antd";
import { useState } from "react";
import { useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import { SendingModal } from "./SendingModal.js";

/** Something that is done only with a reason, or only when asked twice. */
export interface Asked {
  readonly title: string;
  readonly noReason?: boolean;
  /** What the reason is called, where it is another than the usual one. */
  readonly label?: string;
  readonly run: (reason: string, commandId: string) => Promise<unknown>;
}

/** Asks for the reason, which is kept, and does it. */
export function ReasonDialog({ asked, close }: { readonly asked: Asked; readonly close: () => void }) {
  const words = useWords();
  const { accounts: texts } = words.settings;
  const [reason, setReason] = useState("");
  const run = useSending({ send: (_, command) => asked.run(reason.trim(), command), onSuccess: close });
  return (
    <SendingModal
      of={run}
      open
      title={asked.title}
      okText={words.state.ok}
      cancelText={words.state.cancel}
      okButtonProps={{ disabled: asked.noReason !== true && reason.trim() === "" }}
      onOk={() => run.mutate()}
      onCancel={close}
    >
      {asked.noReason !== true && (
        <Input
          autoFocus
          aria-label={asked.label ?? texts.reason}
          placeholder={asked.label ?? texts.reason}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </SendingModal>
  );
}
