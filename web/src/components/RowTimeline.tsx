import { type FieldDefinition, printValue, type RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../api.js";
import { useLanguage, useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import styles from "./RowHistory.module.css";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf: string | undefined;
}

interface Moment {
  readonly day: string;
  readonly field: FieldDefinition;
  readonly of: Row;
}

const dated = /^\d{4}/;

/** When it happened, oldest first: the days of the row itself and of the rows that point to it. What was changed when is the history. */
export function RowTimeline({ row, definition, definitions, asOf }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const kinds = useQuery({
    queryKey: ["referring", row.record, row.scope_id, row.id, asOf ?? null],
    queryFn: () => api.referring(row, asOf),
  });
  const daysOf = (of: Row, fields: readonly FieldDefinition[]): readonly Moment[] =>
    fields.flatMap((field) => {
      const day = of.values[field.key];
      return field.type === "date" && field.personal !== true && typeof day === "string" && dated.test(day)
        ? [{ day, field, of }]
        : [];
    });
  const moments = [
    ...daysOf(row, definition.fields),
    ...(kinds.data ?? []).flatMap(({ record, rows }) =>
      rows.flatMap((one) => daysOf(one, definitions.get(record)?.fields ?? []).slice(0, 1)),
    ),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (moments.length < 2) return null;
  return (
    <aside className={styles.history} aria-label={words.records.timeline}>
      <h2>{words.records.timeline}</h2>
      <ol>
        {moments.map(({ day, field, of }) => (
          <li key={`${of.id} ${field.key}`}>
            <b>{text(of === row ? field : (definitions.get(of.record) ?? field))}</b>
            <time dateTime={day}>{printValue(field, day, language)}</time>
            {of !== row && (
              <p>
                <Link to={rowAddress(of, asOf)}>{of.title}</Link>
              </p>
            )}
          </li>
        ))}
      </ol>
    </aside>
  );
}
