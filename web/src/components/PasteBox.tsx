import { Button, Input } from "antd";
import { useWords } from "../language.js";
import styles from "./PasteBox.module.css";

export interface Pasted {
  readonly name: string;
  readonly text: string;
}

/** File name for a pasted text: what was typed, else its first line, else the given word. Always `.txt`. */
export function pastedName({ name, text }: Pasted, otherwise: string): string {
  const firstLine = text.trim().split(/\r?\n/, 1)[0] ?? "";
  const wanted = (name.trim() || [...firstLine].slice(0, 30).join("") || otherwise)
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, "")
    .trim();
  return wanted.toLowerCase().endsWith(".txt") ? wanted : `${wanted || otherwise}.txt`;
}

/** A text from a page or a message, pasted; Ctrl+Enter sends it. It stays until it is taken in. */
export function PasteBox({
  pasted,
  onChange,
  onSend,
}: {
  readonly pasted: Pasted;
  readonly onChange: (pasted: Pasted) => void;
  readonly onSend: () => void;
}) {
  const words = useWords();
  const empty = pasted.text.trim() === "";
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onSend();
      }}
    >
      <Input.TextArea
        aria-label={words.documents.pasteLabel}
        placeholder={words.documents.pasteHint}
        value={pasted.text}
        className={styles.text ?? ""}
        onChange={(event) => onChange({ ...pasted, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !empty) onSend();
        }}
      />
      <div className={styles.row}>
        <Input
          aria-label={words.documents.pasteName}
          placeholder={words.documents.pasteName}
          value={pasted.name}
          onChange={(event) => onChange({ ...pasted, name: event.target.value })}
        />
        <Button htmlType="submit" type="primary" disabled={empty}>
          {words.documents.pasteSend}
        </Button>
      </div>
    </form>
  );
}
