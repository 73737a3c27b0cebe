import type { Invitation } from "@shanhai/server";
import { Button, Input } from "antd";
import { localTime } from "../format.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { Dialog } from "./Dialog.js";

interface InvitationProps {
  readonly name: string;
  readonly made: Invitation;
  readonly close: () => void;
}

/** The link for the holder of an account, shown once: the server keeps only its hash. */
export function InvitationDialog({ name, made, close }: InvitationProps) {
  const words = useWords();
  const { accounts: texts } = words.settings;
  const message = useNotices();
  const link = `${window.location.origin}/sign-in#token=${made.token}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    message.success(texts.copied);
  };
  return (
    <Dialog
      title={texts.invitation(name)}
      footer={<Button onClick={close}>{words.state.close}</Button>}
      onCancel={close}
    >
      <p>{texts.invitationAdvice(localTime(made.expires))}</p>
      <Input.TextArea
        readOnly
        rows={3}
        aria-label={texts.invitation(name)}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <p>
        <Button onClick={copy}>{texts.copy}</Button>
      </p>
    </Dialog>
  );
}
