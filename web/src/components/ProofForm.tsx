import { isPartialDate, parsePartialDate, type RecordDefinition } from "@shanhai/model";
import type { Proof, Row } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useId, useRef, useState } from "react";
import { ApiProblem, api, HeldForReview, type NewProof } from "../api.js";
import { today } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { photoFacts } from "../photo-facts.js";
import { keepProof } from "../proof-queue.js";
import { changedByWriting } from "../queries.js";
import { formFields } from "../row-form.js";
import { freshCommandId } from "../undo.js";
import { useSending } from "../use-sending.js";
import styles from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly row: Pick<Row, "record" | "scope_id" | "id" | "title">;
  readonly definition: RecordDefinition | undefined;
  readonly onClose: () => void;
}

/** Uploads files that prove a row. Without a connection they wait in this browser and are sent once, by themselves. */
export function ProofForm({ row, definition, onClose }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const message = useNotices();
  const queries = useQueryClient();
  const ids = useId();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [strength, setStrength] = useState<Proof["strength"]>("A");
  const [field, setField] = useState<string | null>(null);
  const [formed, setFormed] = useState("");
  const [collected, setCollected] = useState(today());
  const [note, setNote] = useState("");
  const days = [formed, collected].map((typed) => (typed.trim() === "" ? null : parsePartialDate(typed)));
  const wrong = days.map((day) => (day !== null && !day.ok ? day.problem[language] : undefined));
  // The same for every try: a file that arrived before the others failed is not kept twice.
  const commands = useRef(new Map<File, string>());
  const commandOf = (file: File): string => {
    const known = commands.current.get(file) ?? freshCommandId();
    commands.current.set(file, known);
    return known;
  };
  const send = useSending({
    send: async () => {
      const [formedOn, collectedOn] = days.map((day) => (day?.ok ? day.value : undefined));
      const said: string[] = [];
      let waits = false;
      for (const file of files) {
        // The camera knows the day and the place; the original bytes keep them too.
        const taken = photoFacts(new Uint8Array(await file.slice(0, 131_072).arrayBuffer()));
        const remarks = [note.trim(), taken.place === null ? "" : words.ledger.proofs.taken(taken.place)].filter(
          Boolean,
        );
        const about: NewProof = {
          name: file.name,
          strength,
          command_id: commandOf(file),
          ...(field === null ? {} : { field }),
          ...(formedOn !== undefined && isPartialDate(formedOn)
            ? { formed: formedOn }
            : taken.day !== null
              ? { formed: taken.day }
              : {}),
          ...(collectedOn !== undefined ? { collected: collectedOn } : {}),
          ...(remarks.length === 0 ? {} : { note: remarks.join(" ") }),
        };
        try {
          const { warnings } = await api.attachProof(row, note.trim() === "" ? { ...about, ask: "true" } : about, file);
          said.push(...warnings.map((warning) => warning[language]));
        } catch (error) {
          if (error instanceof HeldForReview) waits = true;
          else if (!(error instanceof ApiProblem) || ![0, 401].includes(error.problem.status)) throw error;
          else {
            await keepProof({ row: { record: row.record, scope_id: row.scope_id, id: row.id }, about, file });
            said.push(words.ledger.proofs.kept(file.name));
          }
        }
        // Of several files, what a refusal leaves is what has not gone yet.
        setFiles((held) => held.filter((one) => one !== file));
      }
      return waits ? [words.holding.submitted, ...said] : said;
    },
    onSuccess: (said) => {
      queries.invalidateQueries({ predicate: changedByWriting });
      message.success(said.length > 0 ? said.join(" ") : words.ledger.proofs.uploaded);
      onClose();
    },
  });
  const used = send.error instanceof ApiProblem && send.error.problem.code === "PROOF_USED";
  return (
    <SendingModal
      of={send}
      open
      width={620}
      title={`${words.ledger.proofs.add} · ${row.title}`}
      okText={words.ledger.proofs.add}
      cancelText={words.state.cancel}
      okButtonProps={{
        disabled: files.length === 0 || wrong.some((one) => one !== undefined) || (used && note.trim() === ""),
      }}
      onOk={() => send.mutate()}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <div className={`${styles.field} ${styles.picks}`} data-wide="true">
          {window.matchMedia("(pointer: coarse)").matches && (
            <>
              <Button type="primary" onClick={() => camera.current?.click()}>
                {words.ledger.proofs.camera}
              </Button>
              <input
                ref={camera}
                type="file"
                accept="image/*"
                capture="environment"
                hidden
                aria-label={words.ledger.proofs.camera}
                onChange={(event) => {
                  const more = [...(event.target.files ?? [])];
                  setFiles((held) => [...held, ...more]);
                  if (strength === "A") setStrength("B");
                }}
              />
            </>
          )}
          <Button onClick={() => picker.current?.click()}>{words.ledger.proofs.choose}</Button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={words.ledger.proofs.choose}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              setFiles(chosen);
              if (strength === "A" && chosen.length > 0 && chosen.every(({ type }) => type.startsWith("image/")))
                setStrength("B");
            }}
          />
          {files.map((file) => (
            <small key={file.name}>{file.name}</small>
          ))}
        </div>
        <div className={styles.field}>
          <label htmlFor={`${ids}-strength`}>{words.ledger.proofs.strength}</label>
          <Select
            id={`${ids}-strength`}
            aria-label={words.ledger.proofs.strength}
            value={strength}
            options={(["A", "B", "C"] as const).map((one) => ({
              value: one,
              label: words.ledger.proofs.strengths[one],
            }))}
            onChange={setStrength}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${ids}-field`}>{words.ledger.proofs.field}</label>
          <Select
            id={`${ids}-field`}
            aria-label={words.ledger.proofs.field}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={words.ledger.proofs.whole}
            value={field}
            options={(definition === undefined ? [] : formFields(definition)).map((one) => ({
              value: one.key,
              label: text(one),
            }))}
            onChange={(key: string | null | undefined) => setField(key ?? null)}
          />
        </div>
        {(
          [
            ["formed", formed, setFormed, wrong[0]],
            ["collected", collected, setCollected, wrong[1]],
          ] as const
        ).map(([name, value, set, problem]) => (
          <div key={name} className={styles.field}>
            <label htmlFor={`${ids}-${name}`}>{words.ledger.proofs[name]}</label>
            <Input
              id={`${ids}-${name}`}
              value={value}
              placeholder={name === "formed" ? words.ledger.proofs.formedHint : words.ledger.form.dateHint}
              {...(problem === undefined ? {} : { status: "error" as const })}
              onChange={(event) => set(event.target.value)}
            />
            {problem !== undefined && (
              <small role="alert" data-wrong="true">
                {problem}
              </small>
            )}
          </div>
        ))}
        <div className={styles.field} data-wide="true">
          <label htmlFor={`${ids}-note`}>
            {words.ledger.proofs.note}
            {used && <b>{words.ledger.form.required}</b>}
          </label>
          <Input id={`${ids}-note`} value={note} onChange={(event) => setNote(event.target.value)} />
        </div>
      </div>
    </SendingModal>
  );
}
