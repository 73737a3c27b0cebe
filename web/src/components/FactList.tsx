import type { Decision, RecordDefinition } from "@shanhai/model";
import { Button, Checkbox } from "antd";
import { useText, useWords } from "../language.js";
import type { ItemGroup } from "../review-order.js";
import { FactItem, type ItemAction } from "./FactItem.js";
import styles from "./FactList.module.css";
import { Nothing } from "./PageState.js";

interface Props {
  readonly groups: readonly ItemGroup[];
  readonly onlyOpen: boolean;
  readonly staged: ReadonlyMap<string, Decision>;
  readonly current: string | null;
  readonly checked: ReadonlySet<string>;
  readonly locked: boolean;
  /** How many certain ones could be adopted together. */
  readonly certain: number;
  /** How many decisions wait to be written. */
  readonly waiting: number;
  /** How many the last writing held; they can be undone together. */
  readonly written: number;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onOnlyOpen: (only: boolean) => void;
  readonly onCurrent: (fact: string) => void;
  readonly onCheck: (fact: string) => void;
  readonly onHover: (fact: string | null) => void;
  readonly onQuote: (fact: string, start: number) => void;
  readonly onAction: (action: ItemAction, fact: string) => void;
  readonly onChecked: (verdict: "adopt" | "decline") => void;
  readonly onUncheck: () => void;
  readonly onAdoptCertain: () => void;
  readonly onDiscard: () => void;
  readonly onPreview: () => void;
  readonly onUndoWritten: () => void;
}

/** The items of a document by the records that they become, and the bar that leads to writing. */
export function FactList(props: Props) {
  const { groups, onlyOpen, staged, current, checked, definitions } = props;
  const words = useWords();
  const text = useText();
  const all = groups.flatMap(({ items }) => items);
  const open = all.filter(({ state }) => state === "open").length;
  const visible = groups
    .map(({ record, items }) => ({
      record,
      items: onlyOpen ? items.filter(({ state, fact }) => state === "open" || fact.id === current) : items,
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <b>{words.check.counts(open, all.length)}</b>
        <Checkbox checked={onlyOpen} onChange={(event) => props.onOnlyOpen(event.target.checked)}>
          {words.check.onlyOpen}
        </Checkbox>
      </div>
      <div className={styles.scroll} data-scrolls>
        {all.length === 0 && <Nothing title={words.check.noItems} todo={words.check.noItemsTodo} />}
        {all.length > 0 && open === 0 && (
          <p className={styles.finished} role="status">
            <b>{words.check.allDone}</b> {words.check.allDoneTodo}
          </p>
        )}
        {visible.map(({ record, items }) => {
          const definition = record === null ? undefined : definitions.get(record);
          return (
            <section key={record ?? ""} className={styles.group}>
              <h2>
                {record === null ? words.check.withoutRecord : definition === undefined ? record : text(definition)}
                <span>{record === null ? words.check.withoutRecordHint : items.length}</span>
              </h2>
              <ul>
                {items.map((item) => (
                  <FactItem
                    key={item.fact.id}
                    item={item}
                    staged={item.state === "open" ? staged.get(item.fact.id) : undefined}
                    current={item.fact.id === current}
                    checked={checked.has(item.fact.id)}
                    locked={props.locked}
                    definitions={definitions}
                    onCurrent={props.onCurrent}
                    onCheck={props.onCheck}
                    onHover={props.onHover}
                    onQuote={props.onQuote}
                    onAction={props.onAction}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {!props.locked && all.length > 0 && <ActionBar {...props} />}
    </div>
  );
}

function ActionBar(props: Props) {
  const words = useWords();
  const { checked, certain, waiting, written } = props;
  return (
    <footer className={styles.bar}>
      {checked.size > 0 ? (
        <>
          <span>{words.check.selected(checked.size)}</span>
          <Button size="small" onClick={() => props.onChecked("adopt")}>
            {words.check.adopt} <kbd>a</kbd>
          </Button>
          <Button size="small" onClick={() => props.onChecked("decline")}>
            {words.check.decline} <kbd>d</kbd>
          </Button>
          <Button size="small" type="text" onClick={props.onUncheck}>
            {words.check.selectNone}
          </Button>
        </>
      ) : written > 0 && waiting === 0 ? (
        <>
          <span className={styles.written}>{words.check.written(written)}</span>
          <Button size="small" type="text" onClick={props.onUndoWritten}>
            {words.check.undo}
          </Button>
        </>
      ) : (
        certain > 0 && (
          <Button size="small" title={words.check.adoptCertainHint} onClick={props.onAdoptCertain}>
            {words.check.adoptCertain(certain)} <kbd>⇧A</kbd>
          </Button>
        )
      )}
      <i />
      {waiting > 0 && (
        <Button size="small" type="text" onClick={props.onDiscard}>
          {words.check.discard}
        </Button>
      )}
      <Button type="primary" disabled={waiting === 0} onClick={props.onPreview}>
        {words.check.preview(waiting)} <kbd>Enter</kbd>
      </Button>
    </footer>
  );
}
