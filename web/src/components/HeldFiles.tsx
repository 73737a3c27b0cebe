import type { RecordDefinition } from "@shanhai/model";
import type { HeldFile, HeldView } from "@shanhai/server";
import { Button } from "antd";
import { useState } from "react";
import { holdingApi } from "../holding-api.js";
import { useWords } from "../language.js";
import { proofTones } from "../proof-tones.js";
import { useSending } from "../use-sending.js";
import { Label } from "./Label.js";
import { ProofFacts } from "./ProofFacts.js";
import { ProofPreview } from "./ProofPreview.js";
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
  const [shown, setShown] = useState<HeldFile | null>(null);
  const { id, version, files } = held;
  const drop = useSending({
    send: (file: string, command_id) => holdingApi.dropFile(id, file, { version, command_id }),
    onSuccess: ({ state }) => onDropped?.(state),
  });
  if (files.length === 0) return null;
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
            <Label tone={file.op === "detach" ? "doubt" : proofTones[file.strength]}>
              {file.op === "detach" ? words.holding.detach : words.ledger.proofs.strengths[file.strength]}
            </Label>
            <div>
              <button type="button" className={styles.open} onClick={() => setShown(file)}>
                {file.name ?? words.records.erasedDocument}
              </button>
              <ProofFacts file={file} definition={definitions.get(file.record)} of={file.title} />
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
      {shown !== null && (
        <ProofPreview
          name={shown.name ?? ""}
          address={holdingApi.fileAddress(id, shown.id)}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  );
}
