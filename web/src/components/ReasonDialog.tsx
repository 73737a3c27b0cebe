import { useMutation } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState } from "react";
import { useWords } from "../language.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** Something that is done only with a reason, or only when asked twice. */
export interface Asked {
  readonly title: string;
  readonly noReason?: boolean;
  /** What the reason is called, where it is another than the usual one. */
  readonly label?: string;
  readonly run: (reason: string) => Promise<unknown>;
}

/** Asks for the reason, which is kept, and does it. */
export function ReasonDialog({ asked, close }: { readonly asked: Asked; readonly close: () => void }) {
  const words = useWords();
  const { accounts: texts } = words.settings;
  const [reason, setReason] = useState("");
  const run = useMutation({ mutationFn: () => asked.run(reason.trim()), onSuccess: close });
  return (
    <Modal
      open
      title={asked.title}
      okText={words.state.ok}
      cancelText={words.state.cancel}
      confirmLoading={run.isPending}
      okButtonProps={{ disabled: asked.noReason !== true && reason.trim() === "" }}
      onOk={() => run.mutate()}
      onCancel={close}
    >
      {run.error !== null && <ProblemNotice error={run.error} />}
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
    </Modal>
  );
}
