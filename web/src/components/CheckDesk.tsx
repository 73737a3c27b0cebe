import type { Decision, DocumentView, RecordDefinition, ReviewItem } from "@shanhai/model";
import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { addressOwner, useCheckState } from "../check-state.js";
import { type KeyTable, useKeys } from "../keys.js";
import { useWords } from "../language.js";
import { useRepairsSide } from "../repairs-side.js";
import { certainFrom } from "../review-order.js";
import { layOut } from "../text-layout.js";
import styles from "./CheckDesk.module.css";
import { CheckDialogs } from "./CheckDialogs.js";
import { CheckHeader } from "./CheckHeader.js";
import { DocumentText, type OwnerState, repairOwner } from "./DocumentText.js";
import { FactList } from "./FactList.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ReadingNotes } from "./ReadingNotes.js";
import { RepairList } from "./RepairList.js";
import { ScrollRegion } from "./ScrollRegion.js";

interface Props {
  readonly view: DocumentView;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}

/** The desk of one document: text on the left, items on the right, decisions by key, nothing written before it is shown. */
export function CheckDesk({ view, definitions }: Props) {
  const words = useWords();
  const desk = useCheckState(view);
  const { at, staged, current, repaired, pane } = desk;
  const repairs = useRepairsSide((edit) => {
    // What was put in stands in the repaired text only.
    if (edit.was === "") desk.setRepaired(true);
    desk.setTarget({ owner: repairOwner, start: edit.raw.start });
    desk.setPane("text");
  });
  const [hovered, setHovered] = useState<string | null>(null);

  const marks = useMemo(() => {
    const quotes = view.items.flatMap(({ fact }) =>
      fact.evidence.map(({ start, end }) => ({ owner: fact.id, start, end })),
    );
    return at === null ? quotes : [...quotes, { owner: addressOwner, ...at }];
  }, [view.items, at]);
  const lines = useMemo(
    () => layOut({ raw: view.raw, edits: view.edits, furniture: view.furniture, marks, repaired }),
    [view.raw, view.edits, view.furniture, marks, repaired],
  );
  const owners = useMemo(
    () => new Map(view.items.map((item) => [item.fact.id, lookOf(item, staged.get(item.fact.id))])),
    [view.items, staged],
  );

  const onItems = repairs.side === "items";
  const itemKeys: KeyTable = [
    ["j ArrowDown", () => desk.move(1)],
    ["k ArrowUp", () => desk.move(-1)],
    ["a", () => desk.decideChosen("adopt")],
    ["d", () => desk.decideChosen("decline")],
    ["e", () => desk.act("correct", current)],
    ["m", () => desk.act("merge", current)],
    ["u", () => desk.act("undo", current)],
    ["x Space", desk.toggleCurrent],
    ["A", desk.adoptCertain],
    ["Enter", desk.preview],
    ["n", desk.nextQuote],
  ];
  useKeys([
    ...(onItems ? itemKeys : []),
    ["t", () => desk.setRepaired((now) => !now)],
    ["r", repairs.toggle],
    ["Escape", onItems ? () => desk.setChecked(new Set()) : repairs.close],
    ["?", () => desk.setDialog({ kind: "keys" })],
  ]);

  return (
    <div className={styles.desk} data-pane={pane}>
      <CheckHeader
        view={view}
        repaired={repaired}
        onRepaired={desk.setRepaired}
        onKeys={() => desk.setDialog({ kind: "keys" })}
        listed={!onItems}
        onList={() => {
          repairs.toggle();
          desk.setPane("items");
        }}
      />
      <Segmented<"text" | "items">
        className={styles.switch ?? ""}
        block
        value={pane}
        onChange={desk.setPane}
        options={[
          { value: "text", label: words.check.textPane },
          { value: "items", label: onItems ? words.check.itemsPane : words.repairs.title },
        ]}
      />
      <div className={styles.panes}>
        <ScrollRegion className={styles.left} label={words.check.textPane} data-testid="text">
          <ReadingNotes issues={view.extraction.issues} />
          <DocumentText
            lines={lines}
            owners={owners}
            selected={current}
            hovered={hovered}
            target={desk.target}
            repaired={repaired}
            lit={repairs.lit}
            onSelect={(fact) => {
              repairs.close();
              desk.setCurrent(fact);
              desk.setPane("items");
            }}
          />
        </ScrollRegion>
        {onItems ? (
          <section className={styles.right} aria-label={words.check.itemsPane} data-testid="items">
            {desk.undo.error !== null && <ProblemNotice error={desk.undo.error} />}
            <FactList desk={desk} definitions={definitions} onHover={setHovered} />
          </section>
        ) : (
          <section className={styles.right} aria-label={words.repairs.title} data-testid="repairs">
            <RepairList
              view={view}
              locked={desk.locked}
              lit={repairs.lit}
              onShow={repairs.look}
              onRead={() => desk.unstage([...staged.keys()])}
              onClose={repairs.close}
            />
          </section>
        )}
      </div>
      <CheckDialogs documentId={view.id} desk={desk} definitions={definitions} />
    </div>
  );
}

function lookOf({ state, fact }: ReviewItem, staged: Decision | undefined): OwnerState {
  const doubtful = fact.confidence < certainFrom;
  if (state !== "open") return { state: state === "declined" ? "declined" : "done", doubtful };
  if (staged === undefined) return { state: "open", doubtful };
  return { state: staged.verdict === "decline" ? "declined" : "staged", doubtful };
}
