import { definitionIn, type FieldValue, printValue, type RecordDefinition, rowYear } from "@shanhai/model";
import type { HeldField, HeldRow, HeldView } from "@shanhai/server";
import { Alert, Button, Radio } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { localTime } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "../pages/ReviewPage.module.css";
import { rowAddress } from "../row-address.js";
import beside from "./BesideTable.module.css";
import { Label } from "./Label.js";
import { ScrollRegion } from "./ScrollRegion.js";

/** For fields that two people changed: which holds, by row and field. */
export type Settled = { readonly [key: string]: { readonly [field: string]: "asked" | "now" } };

interface Props {
  readonly held: HeldView;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly settled: Settled;
  /** Absent for who may only look. */
  readonly onSettle?: (settled: Settled) => void;
  /** Its maker adds what proves a row, while it is not settled. */
  readonly onAttach?: (row: HeldRow) => void;
}

/** So many rows are drawn at once; of a whole document adopted there may be a thousand. */
const FIRST = 60;

/** What a change would do, row by row and field by field: before → after, and what stands now where that is something else. */
export function HeldRows({ held, definitions, settled, onSettle, onAttach }: Props) {
  const words = useWords();
  const text = useText();
  const [all, setAll] = useState(false);
  // Where a choice is open, it is in sight.
  const shown = held.rows.filter((row, at) => all || at < FIRST || row.gone || row.fields.some((one) => one.conflict));
  const sections = shown.map((row) => {
    const definition = definitions.get(row.record);
    if (definition === undefined) return null;
    const told = definitionIn(definition, rowYear(definition, row.values));
    return (
      <section key={row.key} aria-label={row.title}>
        <h3>
          <Label tone={row.op === "remove" ? "doubt" : "sea"}>{words.holding.ops[row.op]}</Label> {text(definition)}
          {words.signs.colon}
          {row.op === "create" ? row.title : <Link to={rowAddress(row)}>{row.title}</Link>}{" "}
          {onAttach !== undefined && row.op !== "remove" && row.op !== "source" && (
            <Button size="small" aria-label={`${words.holding.attach} ${row.title}`} onClick={() => onAttach(row)}>
              {words.holding.attach}
            </Button>
          )}
        </h3>
        {row.gone && <Alert type="warning" showIcon title={words.holding.gone} />}
        {row.changed_by !== null && !row.gone && (
          <p className={styles.facts}>{words.holding.meanwhile(row.changed_by.who, localTime(row.changed_by.at))}</p>
        )}
        {row.op === "source" && !row.gone && <p className={styles.facts}>{words.holding.onlySource}</p>}
        {row.fields.length > 0 && (
          <FieldTable {...{ row, told, settled, onSettle }} titles={held.titles} settledOf={settled[row.key] ?? {}} />
        )}
      </section>
    );
  });
  return (
    <>
      {sections}
      {shown.length < held.rows.length && (
        <Button onClick={() => setAll(true)}>{words.holding.showAll(held.rows.length)}</Button>
      )}
    </>
  );
}

interface TableProps extends Pick<Props, "settled"> {
  readonly onSettle: Props["onSettle"] | undefined;
  readonly row: HeldRow;
  readonly told: RecordDefinition;
  readonly titles: HeldView["titles"];
  readonly settledOf: { readonly [field: string]: "asked" | "now" };
}

function FieldTable({ row, told, titles, settled, settledOf, onSettle }: TableProps) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const moved = row.fields.some(({ conflict }) => conflict);
  const print = (key: string, value: FieldValue) => {
    const field = told.fields.find((one) => one.key === key);
    return field === undefined ? "" : printValue(field, value, language, titles);
  };
  const nameOf = (key: string) => {
    const field = told.fields.find((one) => one.key === key);
    return field === undefined ? key : text(field);
  };
  const choose = (field: HeldField, which: "asked" | "now") =>
    onSettle?.({ ...settled, [row.key]: { ...settledOf, [field.field]: which } });
  return (
    <ScrollRegion label={row.title}>
      <table className={beside.table}>
        <thead>
          <tr>
            <th scope="col">{words.holding.field}</th>
            {row.op === "change" && <th scope="col">{words.holding.before}</th>}
            {row.op === "source" && <th scope="col">{words.holding.standing}</th>}
            <th scope="col">{row.op === "source" ? words.holding.stated : words.holding.after}</th>
            {moved && <th scope="col">{words.holding.now}</th>}
          </tr>
        </thead>
        <tbody>
          {row.fields.map((field) => {
            const open = field.conflict && onSettle !== undefined;
            const name = nameOf(field.field);
            const after = print(field.field, field.after);
            const now = print(field.field, field.now);
            return (
              <tr key={`${field.field} ${after}`} title={field.conflict ? words.holding.conflict : undefined}>
                <th scope="row">{name}</th>
                {(row.op === "change" || row.op === "source") && <td>{print(field.field, field.before)}</td>}
                <td data-taken="true" data-wrong={field.conflict}>
                  {open ? (
                    <Radio
                      checked={settledOf[field.field] === "asked"}
                      aria-label={`${name} ${words.holding.after} ${after}`}
                      onChange={() => choose(field, "asked")}
                    >
                      {after}
                    </Radio>
                  ) : (
                    after
                  )}
                </td>
                {moved && (
                  <td data-wrong={field.conflict}>
                    {open ? (
                      <Radio
                        checked={settledOf[field.field] === "now"}
                        aria-label={`${name} ${words.holding.now} ${now}`}
                        onChange={() => choose(field, "now")}
                      >
                        {now}
                      </Radio>
                    ) : field.conflict ? (
                      now
                    ) : (
                      "—"
                    )}
                  </td>
                )}
              </tr>
            );
          })}
          {row.meanwhile.map((other) => (
            <tr key={other.field}>
              <th scope="row">{nameOf(other.field)}</th>
              {row.op === "change" && <td>{print(other.field, other.before)}</td>}
              <td>{moved ? "—" : print(other.field, other.now)}</td>
              {moved && <td>{print(other.field, other.now)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
