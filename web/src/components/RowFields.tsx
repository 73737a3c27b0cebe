import { type FieldDefinition, printValue, type RecordDefinition, stageByDays } from "@shanhai/model";
import type { DocumentSource, Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Popover } from "antd";
import { Link } from "react-router";
import { documentAddress } from "../address-place.js";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useOutside } from "../outside-view.js";
import { formFields } from "../row-form.js";
import { FieldValueText } from "./FieldValueText.js";
import { Label } from "./Label.js";
import { ProblemNotice } from "./ProblemNotice.js";
import styles from "./RowFields.module.css";

interface Props {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf: string | undefined;
}

/** The fields of a row, each with its sources: the chosen one first, then others, then those that say otherwise. */
export function RowFields({ row, definition, definitions, asOf }: Props) {
  const words = useWords();
  const text = useText();
  const sources = useQuery({
    queryKey: ["sources", row.record, row.scope_id, row.id],
    queryFn: () => api.sources(row.record, row.scope_id, row.id),
  });
  const fields = formFields(definition);
  const outside = useOutside(row, definition);
  const state = outside ? definition.otherSide?.state : undefined;
  const filled = fields.filter((field) => isFilled(row.values[field.key]) || field.key === state);
  // What the other side keeps to itself is not 未填.
  const bare = outside ? [] : fields.filter((field) => !isFilled(row.values[field.key]));
  // A row without any source was entered by hand; in one that came from a paper, what has none follows from the rest.
  const unsourced = sources.data?.length === 0 ? words.records.byHand : words.records.noSource;
  const sourcesOf = (field: FieldDefinition) =>
    (sources.data ?? [])
      .filter((source) => source.field === field.key)
      .sort((a, b) => Number(b.chosen) - Number(a.chosen));
  return (
    <section className={styles.fields}>
      {sources.error !== null && <ProblemNotice error={sources.error} />}
      <table>
        <colgroup>
          <col className={styles.narrow} />
          <col />
          <col className={styles.wide} />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th>{words.records.fields}</th>
            <th>{words.check.planValue}</th>
            <th>{words.records.source}</th>
          </tr>
        </thead>
        <tbody>
          {filled.map((field, index) => {
            const own = sourcesOf(field);
            const above = filled[index - 1];
            const rivals = own.filter((source) => !source.chosen && !sameValue(source.value, row.values[field.key]));
            return (
              <tr key={field.key}>
                <th scope="row">{text(field)}</th>
                <td>
                  {field.key === state && !isFilled(row.values[field.key]) ? (
                    words.followup.lights.moving
                  ) : (
                    <FieldValueText field={field} row={row} definitions={definitions} asOf={asOf} />
                  )}
                  {rivals.length > 0 && (
                    <>
                      {" "}
                      <Label tone="doubt">{words.records.rivals(rivals.length)}</Label>
                    </>
                  )}
                </td>
                <td>
                  <Sources
                    field={field}
                    sources={own}
                    value={row.values[field.key]}
                    above={above === undefined ? undefined : sourcesOf(above)[0]}
                    none={sources.data === undefined || field.key === state ? "" : unsourced}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {outside && <p className={styles.bare}>{words.followup.outside}</p>}
      <InferredStage row={row} definition={definition} />
      {bare.length > 0 && (
        <p className={styles.bare}>
          {words.records.empty}
          {words.signs.colon}
          {bare.map((field) => text(field)).join(words.records.and)}
        </p>
      )}
    </section>
  );
}

function Sources({
  field,
  sources,
  value,
  above,
  none,
}: {
  readonly field: FieldDefinition;
  readonly sources: readonly DocumentSource[];
  readonly value: Row["values"][string] | undefined;
  /** The source shown in the line above: the same sentence is not printed again. */
  readonly above: DocumentSource | undefined;
  /** What is said of a value without a source. */
  readonly none: string;
}) {
  if (sources.length === 0) return <span className={styles.derived}>{none}</span>;
  return (
    <ul className={styles.sources}>
      {sources.map((source) => (
        <li key={source.id} data-chosen={source.chosen}>
          <SourceLine
            field={field}
            source={source}
            rival={!source.chosen && !sameValue(source.value, value)}
            repeated={source.chosen && samePlace(source, above)}
          />
        </li>
      ))}
    </ul>
  );
}

function SourceLine({
  field,
  source,
  rival,
  repeated,
}: {
  readonly field: FieldDefinition;
  readonly source: DocumentSource;
  readonly rival: boolean;
  readonly repeated: boolean;
}) {
  const words = useWords();
  const { language } = useLanguage();
  const { place } = source;
  const cell = place !== null && "cell" in place ? `${place.sheet}!${place.cell}` : null;
  // Of a value that is not told twice (a name, a number) only the cell is known.
  const quote = source.quote === null || source.quote === cell ? "" : `「${source.quote}」`;
  const lead = (
    <>
      {!source.chosen && <em>{rival ? words.records.rival : words.records.otherSource}</em>}
      {rival && <b>{printValue(field, source.value, language)} </b>}
      {source.side !== null && <em>{words.records.sides[source.side]}</em>}
    </>
  );
  if (source.document_id === null)
    return (
      <>
        {lead}
        {quote || words.records.noSource}
      </>
    );
  if (source.document_name === null)
    return (
      <>
        {lead}
        {words.records.erasedDocument}
      </>
    );
  return (
    <Popover
      placement="left"
      mouseEnterDelay={0.25}
      content={
        <div className={styles.hover}>
          <p>{quote}</p>
          <small>
            {words.records.openSource} · {source.document_name} · {localTime(source.at)}
          </small>
        </div>
      }
    >
      <Link to={documentAddress(source.document_id, place)} data-testid="source">
        {!repeated && lead}
        <span className={repeated ? styles.repeated : styles.quote}>
          {repeated ? words.records.sameSource : quote || (cell === null && source.document_name)}
          {cell !== null && ` ${cell}`}
        </span>
      </Link>
    </Popover>
  );
}

function isFilled(value: Row["values"][string] | undefined): boolean {
  return value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function samePlace(a: DocumentSource, b: DocumentSource | undefined): boolean {
  return b !== undefined && a.document_id === b.document_id && a.side === b.side && sameValue(a.place, b.place);
}

/** Of a project whose stage nobody stated: the one that its days tell, said as inferred. */
function InferredStage({ row, definition }: Pick<Props, "row" | "definition">) {
  const { leader, signs } = useWords();
  const text = useText();
  const told = row.record === "project" ? stageByDays(row.values) : null;
  const field = definition.fields.find(({ key }) => key === "stage");
  const stage = field?.codes?.find(({ code }) => code === told?.stage);
  if (told === null || field === undefined || stage === undefined) return null;
  const { inferred, stageDays } = leader.overview;
  return <p className={styles.bare}>{text(field) + signs.colon + inferred(text(stage), stageDays[told.field])}</p>;
}
