import type { Decision, RecordDefinition, ReviewItem } from "@shanhai/model";
import { Button, Checkbox } from "antd";
import { memo, useEffect, useRef } from "react";
import type { ItemAction } from "../check-state.js";
import { factFields, valuesOf } from "../fact-fields.js";
import { factTitle, printFactField } from "../fact-print.js";
import { localTime } from "../format.js";
import { useLanguage, useText } from "../language.js";
import { certainFrom } from "../review-order.js";
import styles from "./FactItem.module.css";
import { Label } from "./Label.js";

interface Props {
  readonly item: ReviewItem;
  readonly staged: Decision | undefined;
  readonly current: boolean;
  readonly checked: boolean;
  readonly locked: boolean;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onCurrent: (fact: string) => void;
  readonly onCheck: (fact: string) => void;
  readonly onHover: (fact: string | null) => void;
  readonly onQuote: (fact: string, start: number) => void;
  readonly onAction: (action: ItemAction, fact: string) => void;
}

/** One fact: its name and state on a line; opened, all its fields, quotes, what it becomes, and the actions. */
export const FactItem = memo(function FactItem(props: Props) {
  const { item, staged, current, checked, locked, onCurrent, onCheck, onHover } = props;
  const speech = useLanguage();
  const { words } = speech;
  const line = useRef<HTMLLIElement>(null);
  const { fact } = item;
  const values = valuesOf(fact, staged?.values ?? item.decision?.values);
  useEffect(() => {
    const box = line.current?.closest("[data-scrolls]");
    const tall = (line.current?.offsetHeight ?? 0) > (box?.clientHeight ?? 0) - 40;
    if (current) line.current?.scrollIntoView({ block: tall ? "start" : "nearest" });
  }, [current]);
  const candidates = item.rows.reduce((sum, row) => sum + row.candidates.length, 0);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j, k and the arrow keys move between items
    <li
      ref={line}
      id={`fact-${fact.id}`}
      className={styles.item}
      data-state={staged === undefined ? item.state : "staged"}
      data-current={current}
      aria-current={current}
      data-verdict={staged?.verdict}
      onClick={() => onCurrent(fact.id)}
      onMouseEnter={() => onHover(fact.id)}
      onMouseLeave={() => onHover(null)}
    >
      <div className={styles.head}>
        {!locked && item.state === "open" ? (
          <Checkbox
            checked={checked}
            tabIndex={-1}
            aria-label={words.check.select}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onCheck(fact.id)}
          />
        ) : (
          <i className={styles.tick} aria-hidden="true" />
        )}
        <span className={styles.title}>{factTitle(fact.kind, values, speech)}</span>
        {item.state === "open" && fact.confidence < certainFrom && (
          <span className={styles.doubt} title={words.check.confidence(Math.round(fact.confidence * 100))}>
            {words.check.doubtful} {Math.round(fact.confidence * 100)}%
          </span>
        )}
        {item.state === "open" && item.beside.length > 0 && <Label tone="sea">{words.check.beside}</Label>}
        {item.state === "open" && candidates > 0 && <Label tone="sea">{words.check.candidates(candidates)}</Label>}
        <StateTag item={item} staged={staged} />
      </div>
      {current && <Details {...props} values={values} />}
    </li>
  );
});

function StateTag({ item, staged }: Pick<Props, "item" | "staged">) {
  const { words } = useLanguage();
  if (staged !== undefined) return <span className={styles.staged}>{words.check.staged[staged.verdict]}</span>;
  return item.state === "open" ? null : <span className={styles.state}>{words.check.states[item.state]}</span>;
}

function Details({
  item,
  staged,
  locked,
  definitions,
  values,
  onQuote,
  onAction,
}: Props & { readonly values: Readonly<Record<string, unknown>> }) {
  const speech = useLanguage();
  const text = useText();
  const { words } = speech;
  const { fact } = item;
  const changed = new Set(Object.keys(staged?.values ?? item.decision?.values ?? {}));
  const title = factTitle(fact.kind, values, speech);
  const fields = factFields[fact.kind].flatMap((field) => {
    const shown = printFactField(field, values[field.key], speech);
    // A field that is the title already is not said twice, unless it was corrected or inferred.
    const said = shown === title && !changed.has(field.key) && !fact.inferred.includes(field.key);
    return shown === "" || said ? [] : [{ key: field.key, shown }];
  });
  const act = (action: ItemAction) => () => onAction(action, fact.id);
  const decided = item.state !== "open";
  const candidates = item.rows.some((row) => row.candidates.length > 0);
  return (
    <div className={styles.details}>
      <dl>
        {fields.map(({ key, shown }) => (
          <div key={key} data-changed={changed.has(key)} data-long={shown.length > 40}>
            <dt>{words.facts.fields[key]}</dt>
            <dd>
              {shown}
              {fact.inferred.includes(key) && <em title={words.check.inferredHint}>{words.check.inferred}</em>}
            </dd>
          </div>
        ))}
      </dl>
      <ul className={styles.quotes}>
        {fact.evidence.map(({ start, end, quote }) => (
          <li key={`${start}-${end}`}>
            <button type="button" tabIndex={-1} onClick={() => onQuote(fact.id, start)}>
              「{quote}」
            </button>
          </li>
        ))}
      </ul>
      {item.rows.length > 0 && (
        <p className={styles.becomes}>
          {words.check.becomes}
          {item.rows.map((row) => {
            const definition = definitions.get(row.record);
            return (
              <span key={row.key}>
                <b>{definition === undefined ? row.record : text(definition)}</b> {row.title}
              </span>
            );
          })}
        </p>
      )}
      {item.decision !== null && (
        <p className={styles.by}>
          {words.check.states[item.state]} · {item.decision.who} · {localTime(item.decision.at)}
        </p>
      )}
      {!locked && (
        <div className={styles.actions}>
          {!decided && (
            <>
              <Button size="small" className={styles.adopt ?? ""} tabIndex={-1} onClick={act("adopt")}>
                {words.check.adopt} <kbd>a</kbd>
              </Button>
              <Button size="small" tabIndex={-1} onClick={act("correct")}>
                {words.check.correct} <kbd>e</kbd>
              </Button>
              <Button size="small" tabIndex={-1} onClick={act("decline")}>
                {words.check.decline} <kbd>d</kbd>
              </Button>
              {candidates && (
                <Button size="small" tabIndex={-1} onClick={act("merge")}>
                  {words.check.merge} <kbd>m</kbd>
                </Button>
              )}
            </>
          )}
          {(decided || staged !== undefined) && (
            <Button size="small" type="text" tabIndex={-1} onClick={act("undo")}>
              {decided ? words.check.undo : words.check.unstage} <kbd>u</kbd>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
