import type { RecordDefinition } from "@shanhai/model";
import type { Proof, Row } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { useLanguage, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { forgetProof, useWaitingProofs } from "../proof-queue.js";
import { proofTones } from "../proof-tones.js";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { Label } from "./Label.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ProofFacts } from "./ProofFacts.js";
import { ProofForm } from "./ProofForm.js";
import { ProofPreview } from "./ProofPreview.js";
import { ReasonDialog } from "./ReasonDialog.js";
import styles from "./RowProofs.module.css";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  /** Nothing is taken back: a past day, or a row that is somebody else's to change. */
  readonly readOnly: boolean;
  readonly mayProve: boolean;
  /** A file is being added: the head of the page offers it too, on a phone. */
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
}

/** 佐证材料 of a row: what proves it and how strongly, with the two days; a look at the file; more is uploaded here. */
export function RowProofs({ row, definition, readOnly, mayProve, adding, onAdding }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const [shown, setShown] = useState<Proof | null>(null);
  const [removing, setRemoving] = useState<Proof | null>(null);
  const message = useNotices();
  const queries = useQueryClient();
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
        {mayProve && (
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
          return (
            <li key={proof.id}>
              <Label tone={proofTones[proof.strength]}>{words.ledger.proofs.strengths[proof.strength]}</Label>
              <div>
                <button type="button" className={styles.open} onClick={() => setShown(proof)}>
                  {proof.name ?? words.records.erasedDocument}
                </button>
                <ProofFacts file={proof} definition={definition} />
                {proof.also.map((other) => (
                  <small key={`${other.record} ${other.id}`}>
                    {words.ledger.proofs.also} <Link to={rowAddress(other)}>{other.title}</Link>
                  </small>
                ))}
              </div>
              {!readOnly && (
                <Button
                  className="screen-only"
                  size="small"
                  aria-label={`${words.ledger.proofs.remove} ${proof.name ?? ""}`}
                  onClick={() => setRemoving(proof)}
                >
                  {words.ledger.proofs.remove}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {adding && <ProofForm row={row} definition={definition} onClose={() => onAdding(false)} />}
      {removing !== null && (
        <ReasonDialog
          asked={{
            title: words.ledger.proofs.removeOf(removing.name ?? ""),
            label: words.ledger.proofs.removeWhy,
            run: async (reason, command_id) => {
              await api.removeProof(row, removing.id, { version: removing.version, reason, command_id });
              message.success(words.ledger.proofs.removed);
              queries.invalidateQueries({ predicate: changedByWriting });
            },
          }}
          close={() => setRemoving(null)}
        />
      )}
      {shown !== null && (
        <ProofPreview
          name={shown.name ?? ""}
          address={api.proofAddress(row, shown.id)}
          onClose={() => setShown(null)}
        />
      )}
    </section>
  );
}

/** In the order of a day, what has none last. */
function byDay(order: "formed" | "collected") {
  return (a: Proof, b: Proof) => ((a[order] ?? "~") < (b[order] ?? "~") ? -1 : 1);
}
