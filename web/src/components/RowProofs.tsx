import type { RecordDefinition } from "@shanhai/model";
import type { Proof, Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Image, Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { fileSize } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import { forgetProof, useWaitingProofs } from "../proof-queue.js";
import { rowAddress } from "../row-address.js";
import { Dialog } from "./Dialog.js";
import { Label } from "./Label.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ProofForm } from "./ProofForm.js";
import styles from "./RowProofs.module.css";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly readOnly: boolean;
  /** A file is being added: the head of the page offers it too, on a phone. */
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
}

/** 佐证材料 of a row: what proves it and how strongly, with the two days; a look at the file; more is uploaded here. */
export function RowProofs({ row, definition, readOnly, adding, onAdding }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const [shown, setShown] = useState<Proof | null>(null);
  const [order, setOrder] = useState<"formed" | "collected">("formed");
  const proofs = useQuery({
    queryKey: ["proofs", row.record, row.scope_id, row.id],
    queryFn: () => api.proofs(row),
  });
  const queue = useWaitingProofs().filter((one) => one.row.scope_id === row.scope_id && one.row.id === row.id);
  const waiting = queue.filter(({ refused }) => refused === undefined).length;
  return (
    <section className={styles.proofs} aria-label={words.ledger.proofs.title}>
      <h2>
        {words.ledger.proofs.title} <span>{proofs.data?.length ?? 0}</span>
        {!readOnly && (
          <Button className="screen-only" size="small" onClick={() => onAdding(true)}>
            {words.ledger.proofs.add}
          </Button>
        )}
      </h2>
      {proofs.error !== null && <ProblemNotice error={proofs.error} />}
      {waiting > 0 && <p role="status">{words.ledger.proofs.waiting(waiting)}</p>}
      {queue.map(
        (one) =>
          one.refused !== undefined && (
            <Alert
              key={one.about.command_id}
              type="warning"
              showIcon
              role="alert"
              title={`${one.about.name}${words.signs.colon}${one.refused[language]}`}
              action={
                <Button size="small" onClick={() => forgetProof(one)}>
                  {words.ledger.proofs.forget}
                </Button>
              }
            />
          ),
      )}
      {proofs.data?.length === 0 && queue.length === 0 && <p>{words.ledger.proofs.none}</p>}
      {(proofs.data?.length ?? 0) > 1 && (
        <Segmented<"formed" | "collected">
          className="screen-only"
          size="small"
          aria-label={words.ledger.proofs.order}
          value={order}
          onChange={setOrder}
          options={(["formed", "collected"] as const).map((value) => ({
            value,
            label: words.ledger.proofs.orders[value],
          }))}
        />
      )}
      <ul>
        {[...(proofs.data ?? [])].sort(byDay(order)).map((proof) => {
          const field = definition.fields.find(({ key }) => key === proof.field);
          return (
            <li key={proof.id}>
              <Label tone={proof.strength === "A" ? "mountain" : proof.strength === "B" ? "sea" : "plain"}>
                {words.ledger.proofs.strengths[proof.strength]}
              </Label>
              <div>
                <button type="button" className={styles.open} onClick={() => setShown(proof)}>
                  {proof.name ?? words.records.erasedDocument}
                </button>
                <small>
                  {[
                    field === undefined ? words.ledger.proofs.whole : text(field),
                    `${words.ledger.proofs.formed} ${proof.formed ?? words.ledger.notFilled}`,
                    `${words.ledger.proofs.collected} ${proof.collected ?? words.ledger.notFilled}`,
                    fileSize(proof.size),
                    proof.note,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
                {proof.also.map((other) => (
                  <small key={`${other.record} ${other.id}`}>
                    {words.ledger.proofs.also} <Link to={rowAddress(other)}>{other.title}</Link>
                  </small>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      {adding && <ProofForm row={row} definition={definition} onClose={() => onAdding(false)} />}
      {shown !== null && <Preview row={row} proof={shown} onClose={() => setShown(null)} />}
    </section>
  );
}

/** In the order of a day, what has none last. */
function byDay(order: "formed" | "collected") {
  return (a: Proof, b: Proof) => ((a[order] ?? "~") < (b[order] ?? "~") ? -1 : 1);
}

const pictures = /\.(?:png|jpe?g|gif|webp|bmp)$/i;

/** A look at a file: a picture here, all else in a window of its own or as a download. */
function Preview({ row, proof, onClose }: { readonly row: Row; readonly proof: Proof; readonly onClose: () => void }) {
  const words = useWords();
  const address = api.proofAddress(row, proof.id);
  return (
    <Dialog width={820} title={proof.name} footer={null} onCancel={onClose}>
      {pictures.test(proof.name ?? "") ? (
        <Image className={styles.picture ?? ""} src={address} alt={proof.name ?? ""} preview={false} />
      ) : (
        <p>{words.ledger.proofs.noPreview}</p>
      )}
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {words.ledger.proofs.open}
        </a>{" "}
        <a href={address} download={proof.name ?? ""}>
          {words.ledger.proofs.download}
        </a>
      </p>
    </Dialog>
  );
}
