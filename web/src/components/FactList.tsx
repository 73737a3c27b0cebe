import type { RecordDefinition } from "@shanhai/model";
import { Button, Checkbox } from "antd";
import type { CheckState } from "../check-state.js";
import { useText, useWords } from "../language.js";
import { useStableCallback } from "../stable-callback.js";
import { FactItem } from "./FactItem.js";
import styles from "./FactList.module.css";
import { Nothing } from "./PageState.js";

interface Props {
  readonly desk: CheckState;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onHover: (fact: string | null) => void;
}

/** The items of a document by the records that they become, and the bar that leads to writing. */
export function FactList({ desk, definitions, onHover }: Props) {
  const words = useWords();
  const text = useText();
  const { groups, onlyOpen, staged, current } = desk;
  const onAction = useStableCallback(desk.act);
  const onQuote = useStableCallback((fact: string, start: number) => {
    desk.setTarget({ owner: fact, start });
    desk.setPane("text");
  });
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
        <Checkbox checked={onlyOpen} onChange={(event) => desk.setOnlyOpen(event.target.checked)}>
          {words.check.onlyOpen}
        </Checkbox>
      </div>
      <div className={styles.scroll} data-scrolls>
        {all.length === 0 && <Nothing title={words.check.noItems} advice={words.check.noItemsAdvice} />}
        {all.length > 0 && open === 0 && (
          <p className={styles.finished} role="status">
            <b>{words.check.allDone}</b> {words.check.allDoneAdvice}
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
                    checked={desk.checked.has(item.fact.id)}
                    locked={desk.locked}
                    definitions={definitions}
                    onCurrent={desk.goTo}
                    onCheck={desk.toggle}
                    onHover={onHover}
                    onQuote={onQuote}
                    onAction={onAction}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {!desk.locked && all.length > 0 && <ActionBar desk={desk} />}
    </div>
  );
}

function ActionBar({ desk }: { readonly desk: CheckState }) {
  const words = useWords();
  const { checked, certain, decisions, written } = desk;
  return (
    <footer className={styles.bar}>
      {checked.size > 0 ? (
        <>
          <span>{words.check.selected(checked.size)}</span>
          <Button size="small" onClick={() => desk.decideChosen("adopt")}>
            {words.check.adopt} <kbd>a</kbd>
          </Button>
          <Button size="small" onClick={() => desk.decideChosen("decline")}>
            {words.check.decline} <kbd>d</kbd>
          </Button>
          <Button size="small" type="text" onClick={() => desk.setChecked(new Set())}>
            {words.check.selectNone}
          </Button>
        </>
      ) : written.length > 0 && decisions.length === 0 ? (
        <>
          <span className={styles.written}>{words.check.written(written.length)}</span>
          <Button size="small" type="text" loading={desk.undo.isPending} onClick={() => desk.undo.mutate(written)}>
            {words.check.undo}
          </Button>
        </>
      ) : (
        certain.length > 0 && (
          <Button size="small" title={words.check.adoptCertainHint} onClick={desk.adoptCertain}>
            {words.check.adoptCertain(certain.length)} <kbd>⇧A</kbd>
          </Button>
        )
      )}
      <i />
      {decisions.length > 0 && (
        <Button size="small" type="text" onClick={() => desk.unstage(decisions.map(({ fact }) => fact))}>
          {words.check.discard}
        </Button>
      )}
      <Button type="primary" disabled={decisions.length === 0} onClick={desk.preview}>
        {words.check.preview(decisions.length)} <kbd>Enter</kbd>
      </Button>
    </footer>
  );
}
