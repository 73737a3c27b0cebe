import type { RecordDefinition } from "@shanhai/model";
import type { HeldFile, HeldView } from "@shanhai/server";
import { Button } from "antd";
import { fileSize } from "../format.js";
import { holdingApi } from "../holding-api.js";
import { useText, useWords } from "../language.js";
import { useSending } from "../use-sending.js";
import { Label } from "./Label.js";
import styles from "./RowProofs.module.css";
import { SendingNotice } from "./SendingNotice.js";

interface Props {
  readonly held: HeldView;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  /** Absent for who may only look: its maker takes a file out again. */
  readonly onDropped?: (state: HeldView["state"]) => void;
}

/** 佐证 that wait with a change: looked at here, proofs of their rows once it is accepted. */
export function HeldFiles({ held, definitions, onDropped }: Props) {
  const words = useWords();
  const text = useText();
  const { id, version, files } = held;
  const drop = useSending({
    send: (file: string, command_id) => holdingApi.dropFile(id, file, { version, command_id }),
    onSuccess: ({ state }) => onDropped?.(state),
  });
  if (files.length === 0) return null;
  const told = (file: HeldFile) => {
    const definition = definitions.get(file.record);
    const field = definition?.fields.find(({ key }) => key === file.field);
    return [
      file.title,
      field === undefined ? words.ledger.proofs.whole : text(field),
      `${words.ledger.proofs.formed} ${file.formed ?? words.ledger.notFilled}`,
      `${words.ledger.proofs.collected} ${file.collected ?? words.ledger.notFilled}`,
      fileSize(file.size),
      file.mark,
      file.note,
    ];
  };
  return (
    <section className={styles.proofs} aria-label={words.holding.files}>
      <h2>
        {words.holding.files} <span>{files.length}</span>
      </h2>
      <p>{words.holding.filesNote}</p>
      <SendingNotice of={drop} />
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <Label tone={file.op === "detach" ? "doubt" : file.strength === "A" ? "mountain" : "sea"}>
              {file.op === "detach" ? words.holding.detach : words.ledger.proofs.strengths[file.strength]}
            </Label>
            <div>
              <a className={styles.open} href={holdingApi.fileAddress(id, file.id)} target="_blank" rel="noreferrer">
                {file.name ?? words.records.erasedDocument}
              </a>
              <small>{told(file).filter(Boolean).join(" · ")}</small>
            </div>
            {onDropped !== undefined && (
              <Button
                size="small"
                aria-label={`${words.holding.dropFile} ${file.name ?? ""}`}
                loading={drop.isPending && drop.given === file.id}
                onClick={() => drop.mutate(file.id)}
              >
                {words.holding.dropFile}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
