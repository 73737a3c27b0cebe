import type { RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { today } from "../format.js";
import { useWords } from "../language.js";
import { useOutside } from "../outside-view.js";
import { changedByWriting } from "../queries.js";
import { useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import styles from "./RowNotes.module.css";
import { SendingNotice } from "./SendingNotice.js";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly readOnly: boolean;
}

/** 备注 of a row, a line each with the day and who wrote it: what was agreed with whom by telephone. They stand in the row's own note. */
export function RowNotes({ row, definition, readOnly }: Props) {
  const words = useWords();
  const queries = useQueryClient();
  const { name } = useSession();
  const outside = useOutside(row, definition);
  const [typed, setTyped] = useState("");
  const held = typeof row.values.note === "string" ? row.values.note : "";
  const write = useSending({
    send: (_, command) =>
      api.changeRow(row, {
        version: row.version,
        values: { note: `${held === "" ? "" : `${held}\n`}${today()} ${name}${words.signs.colon}${typed.trim()}` },
        command_id: command,
        reason: words.ledger.notes.add,
      }),
    onSuccess: () => {
      setTyped("");
      queries.invalidateQueries({ predicate: changedByWriting });
    },
  });
  if (!definition.fields.some(({ key, personal }) => key === "note" && personal !== true)) return null;
  // The other side's own notes are not seen, and not written over.
  if (outside || (readOnly && held === "")) return null;
  return (
    <section className={styles.notes} aria-label={words.ledger.notes.title}>
      <h2>{words.ledger.notes.title}</h2>
      {held !== "" && <p>{held}</p>}
      {!readOnly && (
        <form
          className="screen-only"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== "") write.mutate();
          }}
        >
          <Input
            size="small"
            value={typed}
            disabled={write.waits}
            maxLength={400}
            aria-label={words.ledger.notes.add}
            placeholder={words.ledger.notes.hint}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button size="small" htmlType="submit" disabled={typed.trim() === ""} loading={write.isPending}>
            {words.ledger.notes.add}
          </Button>
        </form>
      )}
      <SendingNotice of={write} />
    </section>
  );
}
