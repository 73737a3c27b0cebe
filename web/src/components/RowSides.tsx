import { printValue, type RecordDefinition } from "@shanhai/model";
import type { DocumentSource, Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { documentAddress } from "../address-place.js";
import { api } from "../api.js";
import { useLanguage, useText, useWords } from "../language.js";
import { formFields } from "../row-form.js";
import styles from "./RowSides.module.css";

const sides = ["east", "west"] as const;

/** What both sides state of the same value, side by side, each with its sentence; nothing where only one side speaks. */
export function RowSides({ row, definition }: { readonly row: Row; readonly definition: RecordDefinition }) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const sources = useQuery({
    queryKey: ["sources", row.record, row.scope_id, row.id],
    queryFn: () => api.sources(row.record, row.scope_id, row.id),
  });
  const told = (key: string, side: DocumentSource["side"]) =>
    (sources.data ?? []).filter((source) => source.field === key && source.side === side);
  const both = formFields(definition).filter(({ key }) => sides.every((side) => told(key, side).length > 0));
  if (both.length === 0) return null;
  return (
    <section className={styles.sides} aria-label={words.records.bothSides}>
      <h2>{words.records.bothSides}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.records.fields}</th>
            {sides.map((side) => (
              <th key={side} scope="col">
                {words.records.sides[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {both.map((field) => (
            <tr key={field.key}>
              <th scope="row">{text(field)}</th>
              {sides.map((side) => (
                <td key={side}>
                  {told(field.key, side).map((source) => (
                    <p key={source.id}>
                      {printValue(field, source.value, language)}
                      {source.document_id !== null && source.document_name !== null && (
                        <Link to={documentAddress(source.document_id, source.place)}>
                          {source.quote === null ? source.document_name : `「${source.quote}」`}
                        </Link>
                      )}
                    </p>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
