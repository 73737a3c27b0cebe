import {
  type Decision,
  type DocumentView,
  type RecordDefinition,
  type ReviewItem,
  timeOrderedId,
} from "@shanhai/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Segmented } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { placeInAddress } from "../address-place.js";
import { api } from "../api.js";
import { valuesOf } from "../fact-fields.js";
import { factTitle } from "../fact-print.js";
import { useKeys } from "../keys.js";
import { useLanguage } from "../language.js";
import { certainFrom, groupItems, isCertain } from "../review-order.js";
import { useStagedDecisions } from "../staged-decisions.js";
import { layOut } from "../text-layout.js";
import styles from "./CheckDesk.module.css";
import { CheckHeader } from "./CheckHeader.js";
import { CorrectForm } from "./CorrectForm.js";
import { addressOwner, DocumentText, type OwnerState } from "./DocumentText.js";
import type { ItemAction } from "./FactItem.js";
import { FactList } from "./FactList.js";
import { KeyHelp } from "./KeyHelp.js";
import { MergeDialog } from "./MergeDialog.js";
import { PlanPanel } from "./PlanPanel.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ReadingNotes } from "./ReadingNotes.js";

type Dialog = { readonly kind: "correct" | "merge"; readonly fact: string } | { readonly kind: "plan" | "keys" } | null;
const viewKey = "shanhai.text-view";
const fresh = () => timeOrderedId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));

interface Props {
  readonly view: DocumentView;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}

/** The desk of one document: text on the left, items on the right, decisions by key, nothing written before it is shown. */
export function CheckDesk({ view, definitions }: Props) {
  const speech = useLanguage();
  const { words } = speech;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const locked = view.state === "withdrawn" || view.state === "erased";
  const groups = useMemo(() => groupItems(view.items), [view.items]);
  const ordered = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const byFact = useMemo(() => new Map(view.items.map((item) => [item.fact.id, item])), [view.items]);
  const { staged, stage, unstage } = useStagedDecisions(view.id);
  const at = useMemo(() => placeInAddress(search.get("at"), view.raw.length), [search, view.raw.length]);

  const [current, setCurrent] = useState<string | null>(() => {
    const named =
      at === null
        ? undefined
        : ordered.find((item) => item.fact.evidence.some((one) => one.start < at.end && at.start < one.end));
    return (named ?? ordered.find(({ state }) => state === "open") ?? ordered[0])?.fact.id ?? null;
  });
  const [target, setTarget] = useState<{ readonly owner: string; readonly start: number } | null>(
    at === null ? null : { owner: addressOwner, start: at.start },
  );
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [repaired, setRepaired] = useState(() => localStorage.getItem(viewKey) === "repaired");
  const [hovered, setHovered] = useState<string | null>(null);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [pane, setPane] = useState<"text" | "items">(at === null ? "items" : "text");
  const [written, setWritten] = useState<readonly string[]>([]);

  useEffect(() => localStorage.setItem(viewKey, repaired ? "repaired" : "original"), [repaired]);
  useEffect(() => {
    if (at !== null) setTarget({ owner: addressOwner, start: at.start });
  }, [at]);

  const shown = useMemo(
    () => (onlyOpen ? ordered.filter(({ state, fact }) => state === "open" || fact.id === current) : ordered),
    [ordered, onlyOpen, current],
  );
  const decisions = useMemo(
    () => ordered.flatMap(({ state, fact }) => (state === "open" ? (staged.get(fact.id) ?? []) : [])),
    [ordered, staged],
  );
  const certain = useMemo(
    () => ordered.filter((item) => isCertain(item) && !staged.has(item.fact.id)),
    [ordered, staged],
  );

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

  const goTo = useCallback(
    (fact: string) => {
      setCurrent(fact);
      const first = byFact.get(fact)?.fact.evidence[0];
      if (first !== undefined) setTarget({ owner: fact, start: first.start });
    },
    [byFact],
  );
  const move = (step: number) => {
    const index = shown.findIndex(({ fact }) => fact.id === current);
    const next = shown[Math.max(0, Math.min(shown.length - 1, index + step))];
    if (next !== undefined) goTo(next.fact.id);
  };
  const goOn = (done: ReadonlySet<string>) => {
    const index = ordered.findIndex(({ fact }) => fact.id === current);
    const waits = ({ state, fact }: ReviewItem) => state === "open" && !staged.has(fact.id) && !done.has(fact.id);
    const next = ordered.slice(index + 1).find(waits) ?? ordered.find(waits);
    if (next !== undefined) goTo(next.fact.id);
  };

  const undo = useMutation({
    mutationFn: async (facts: readonly string[]) => {
      for (const fact of facts) await api.undo(view.id, fact, fresh());
    },
    onSuccess: () => {
      setWritten([]);
      message.success(words.check.undone);
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "definitions",
      }),
  });

  const decide = (verdict: "adopt" | "decline", facts: readonly string[]) => {
    const open = facts.filter((fact) => byFact.get(fact)?.state === "open");
    if (open.length === 0) return void message.info(words.check.already);
    stage(open.map((fact): Decision => ({ fact, verdict })));
    setChecked(new Set());
    goOn(new Set(open));
  };
  const act = (action: ItemAction, fact: string) => {
    const item = byFact.get(fact);
    if (item === undefined || locked) return;
    if (action === "undo") {
      if (staged.has(fact) && item.state === "open") unstage([fact]);
      else if (item.state !== "open") undo.mutate([fact]);
      return;
    }
    if (item.state !== "open") return void message.info(words.check.already);
    if (action === "adopt" || action === "decline") return decide(action, [fact]);
    if (action === "merge" && item.rows.every(({ candidates }) => candidates.length === 0))
      return void message.info(`${words.check.noCandidates}。${words.check.noCandidatesTodo}`);
    setDialog({ kind: action, fact });
  };
  const chosen = () => (checked.size > 0 ? [...checked] : current === null ? [] : [current]);
  const onCurrent = (action: ItemAction) => () => current !== null && act(action, current);
  const toggle = useCallback((fact: string) => {
    setChecked((now) => {
      const next = new Set(now);
      if (!next.delete(fact)) next.add(fact);
      return next;
    });
  }, []);
  const toggleCurrent = () => {
    if (current !== null && byFact.get(current)?.state === "open") toggle(current);
  };
  const adoptCertain = () => stage(certain.map(({ fact }): Decision => ({ fact: fact.id, verdict: "adopt" })));
  const preview = () =>
    decisions.length > 0 ? setDialog({ kind: "plan" }) : void message.info(words.check.nothingStaged);
  const nextQuote = () => {
    const evidence = byFact.get(current ?? "")?.fact.evidence ?? [];
    const index = evidence.findIndex(({ start }) => target?.owner === current && start === target?.start);
    const next = evidence[(index + 1) % Math.max(1, evidence.length)];
    if (next !== undefined && current !== null) setTarget({ owner: current, start: next.start });
  };
  useKeys([
    ["j ArrowDown", () => move(1)],
    ["k ArrowUp", () => move(-1)],
    ["a", () => !locked && decide("adopt", chosen())],
    ["d", () => !locked && decide("decline", chosen())],
    ["e", onCurrent("correct")],
    ["m", onCurrent("merge")],
    ["u", onCurrent("undo")],
    ["x Space", toggleCurrent],
    ["A", () => !locked && adoptCertain()],
    ["Enter", () => !locked && preview()],
    ["n", nextQuote],
    ["t", () => setRepaired((now) => !now)],
    ["Escape", () => setChecked(new Set())],
    ["?", () => setDialog({ kind: "keys" })],
  ]);

  const subject = dialog !== null && "fact" in dialog ? byFact.get(dialog.fact) : undefined;
  const close = () => setDialog(null);
  const nameOf = (fact: string) => {
    const item = byFact.get(fact);
    return item === undefined ? "" : factTitle(item.fact.kind, valuesOf(item.fact, staged.get(fact)?.values), speech);
  };
  return (
    <div className={styles.desk} data-pane={pane}>
      <CheckHeader
        view={view}
        repaired={repaired}
        onRepaired={setRepaired}
        onKeys={() => setDialog({ kind: "keys" })}
      />
      <Segmented<"text" | "items">
        className={styles.switch ?? ""}
        block
        value={pane}
        onChange={setPane}
        options={[
          { value: "text", label: words.check.textPane },
          { value: "items", label: words.check.itemsPane },
        ]}
      />
      <div className={styles.panes}>
        <section className={styles.left} aria-label={words.check.textPane} data-testid="text">
          <ReadingNotes issues={view.extraction.issues} />
          <DocumentText
            lines={lines}
            owners={owners}
            selected={current}
            hovered={hovered}
            target={target}
            repaired={repaired}
            onSelect={(fact) => {
              setCurrent(fact);
              setPane("items");
            }}
          />
        </section>
        <section className={styles.right} aria-label={words.check.itemsPane} data-testid="items">
          {undo.error !== null && <ProblemNotice error={undo.error} />}
          <FactList
            groups={groups}
            onlyOpen={onlyOpen}
            staged={staged}
            current={current}
            checked={checked}
            locked={locked}
            certain={certain.length}
            waiting={decisions.length}
            written={written.length}
            definitions={definitions}
            onOnlyOpen={setOnlyOpen}
            onCurrent={goTo}
            onCheck={toggle}
            onHover={setHovered}
            onQuote={(fact, start) => {
              setTarget({ owner: fact, start });
              setPane("text");
            }}
            onAction={act}
            onChecked={(verdict) => decide(verdict, [...checked])}
            onUncheck={() => setChecked(new Set())}
            onAdoptCertain={adoptCertain}
            onDiscard={() => unstage(decisions.map(({ fact }) => fact))}
            onPreview={preview}
            onUndoWritten={() => undo.mutate(written)}
          />
        </section>
      </div>
      {dialog?.kind === "keys" && <KeyHelp onClose={close} />}
      {dialog?.kind === "correct" && subject !== undefined && (
        <CorrectForm
          item={subject}
          earlier={staged.get(subject.fact.id)?.values}
          onClose={close}
          onCorrect={(values) => {
            stage([{ fact: subject.fact.id, verdict: "correct", values }]);
            close();
          }}
        />
      )}
      {dialog?.kind === "merge" && subject !== undefined && (
        <MergeDialog
          item={subject}
          definitions={definitions}
          onClose={close}
          onMerge={(into) => {
            stage([{ fact: subject.fact.id, verdict: "merge", into }]);
            close();
          }}
        />
      )}
      {dialog?.kind === "plan" && decisions.length > 0 && (
        <PlanPanel
          documentId={view.id}
          decisions={decisions}
          definitions={definitions}
          nameOf={nameOf}
          onClose={close}
          onWritten={(done) => {
            const facts = done.map(({ fact }) => fact);
            close();
            unstage(facts);
            setWritten(facts);
            goOn(new Set(facts));
            message.success(words.check.written(facts.length));
            queries.invalidateQueries({
              predicate: ({ queryKey }) => !["session", "definitions", "plan"].includes(String(queryKey[0])),
            });
          }}
        />
      )}
    </div>
  );
}

function lookOf({ state, fact }: ReviewItem, staged: Decision | undefined): OwnerState {
  const doubtful = fact.confidence < certainFrom;
  if (state === "open")
    return { state: staged === undefined ? "open" : staged.verdict === "decline" ? "declined" : "staged", doubtful };
  return { state: state === "declined" ? "declined" : "done", doubtful };
}
