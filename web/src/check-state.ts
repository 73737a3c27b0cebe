import type { Decision, DocumentView, ReviewItem } from "@shanhai/model";

import { useCallback, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { placeInAddress } from "./address-place.js";
import { useWords } from "./language.js";
import { useNotices } from "./notices.js";
import { certainAtOnce, groupItems, isCertain } from "./review-order.js";
import { useMay } from "./session.js";
import { useStagedDecisions } from "./staged-decisions.js";
import { useUndo } from "./undo.js";

export type ItemAction = "adopt" | "correct" | "decline" | "merge" | "undo";
export type Dialog =
  | { readonly kind: "correct" | "merge"; readonly item: ReviewItem }
  | { readonly kind: "plan" | "keys" }
  | null;

/** Owner, among the marks of the text, of the place that the address names (`?at=start-end`). */
export const addressOwner = "at";

const viewKey = "shanhai.text-view";

/**
 * What the checking page knows and can do, without how it looks: which item is current, what is chosen and decided but
 * not written, which place is in view. Decisions are staged here; only the plan panel writes.
 */
export function useCheckState(view: DocumentView) {
  const words = useWords();
  const message = useNotices();
  const [search] = useSearchParams();
  // Who only reads looks at what was decided, and decides nothing.
  const mayCheck = useMay("materials");
  const locked = !mayCheck || view.state === "withdrawn" || view.state === "erased";
  const groups = useMemo(() => groupItems(view.items), [view.items]);
  const ordered = useMemo(() => groups.flatMap(({ items }) => items), [groups]);
  const byFact = useMemo(() => new Map(view.items.map((item) => [item.fact.id, item])), [view.items]);
  const { staged, stage, unstage } = useStagedDecisions(view.id);
  const at = useMemo(() => placeInAddress(search.get("at"), view.raw.length), [search, view.raw.length]);

  const [current, setCurrent] = useState<string | null>(() => {
    const named = at === null ? undefined : ordered.find((item) => standsAt(item, at));
    return (named ?? ordered.find(({ state }) => state === "open") ?? ordered[0])?.fact.id ?? null;
  });
  const [target, setTarget] = useState<{ readonly owner: string; readonly start: number } | null>(null);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [repaired, setRepaired] = useState(() => localStorage.getItem(viewKey) === "repaired");
  const [dialog, setDialog] = useState<Dialog>(null);
  const [pane, setPane] = useState<"text" | "items">(at === null ? "items" : "text");
  const { undo, written, setWritten } = useUndo(view.id);

  useEffect(() => localStorage.setItem(viewKey, repaired ? "repaired" : "original"), [repaired]);
  useEffect(() => {
    if (at !== null) setTarget({ owner: addressOwner, start: at.start });
  }, [at]);

  const decisions = useMemo(
    () => ordered.flatMap(({ state, fact }) => (state === "open" ? (staged.get(fact.id) ?? []) : [])),
    [ordered, staged],
  );
  const certain = useMemo(
    () => ordered.filter((item) => isCertain(item) && !staged.has(item.fact.id)).slice(0, certainAtOnce),
    [ordered, staged],
  );
  const shown = useMemo(
    () => (onlyOpen ? ordered.filter(({ state, fact }) => state === "open" || fact.id === current) : ordered),
    [ordered, onlyOpen, current],
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
  /** To the next item that waits, past those just decided. */
  const goOn = (done: ReadonlySet<string>) => {
    const index = ordered.findIndex(({ fact }) => fact.id === current);
    const waits = ({ state, fact }: ReviewItem) => state === "open" && !staged.has(fact.id) && !done.has(fact.id);
    const next = ordered.slice(index + 1).find(waits) ?? ordered.find(waits);
    if (next !== undefined) goTo(next.fact.id);
  };
  const nextQuote = () => {
    const evidence = byFact.get(current ?? "")?.fact.evidence ?? [];
    const index = evidence.findIndex(({ start }) => target?.owner === current && start === target?.start);
    const next = evidence[(index + 1) % Math.max(1, evidence.length)];
    if (next !== undefined && current !== null) setTarget({ owner: current, start: next.start });
  };

  const decide = (verdict: "adopt" | "decline", facts: readonly string[]) => {
    if (locked) return;
    const open = facts.filter((fact) => byFact.get(fact)?.state === "open");
    if (open.length === 0) return void message.info(words.check.already);
    stage(open.map((fact): Decision => ({ fact, verdict })));
    setChecked(new Set());
    goOn(new Set(open));
  };
  const act = (action: ItemAction, fact: string | null) => {
    const item = byFact.get(fact ?? "");
    if (item === undefined || locked) return;
    const { id } = item.fact;
    if (action === "undo") return item.state === "open" ? unstage([id]) : undo.mutate([id]);
    if (item.state !== "open") return void message.info(words.check.already);
    if (action === "adopt" || action === "decline") return decide(action, [id]);
    if (action === "merge" && item.rows.every(({ candidates }) => candidates.length === 0))
      return void message.info(`${words.check.noCandidates}。${words.check.noCandidatesAdvice}`);
    setDialog({ kind: action, item });
  };
  const decideChosen = (verdict: "adopt" | "decline") =>
    decide(verdict, checked.size > 0 ? [...checked] : current === null ? [] : [current]);
  const toggle = useCallback((fact: string) => {
    setChecked((now) => {
      const next = new Set(now);
      if (!next.delete(fact)) next.add(fact);
      return next;
    });
  }, []);
  const adoptCertain = () => {
    if (!locked) stage(certain.map(({ fact }): Decision => ({ fact: fact.id, verdict: "adopt" })));
  };
  const preview = () => {
    if (locked) return;
    if (decisions.length > 0) setDialog({ kind: "plan" });
    else message.info(words.check.nothingStaged);
  };
  const toggleCurrent = () => {
    if (current !== null && !locked && byFact.get(current)?.state === "open") toggle(current);
  };
  /** After a plan was written. */
  const finish = (done: readonly Decision[]) => {
    const facts = done.map(({ fact }) => fact);
    setDialog(null);
    unstage(facts);
    setWritten(facts);
    goOn(new Set(facts));
    message.success(words.check.written(facts.length));
  };

  return {
    ...{
      locked,
      groups,
      byFact,
      staged,
      at,
      current,
      target,
      checked,
      onlyOpen,
      repaired,
      dialog,
      pane,
      written,
      undo,
    },
    ...{ decisions, certain, goTo, move, nextQuote, decideChosen, act, toggle, toggleCurrent, adoptCertain, preview },
    ...{ stage, unstage, finish, setCurrent, setTarget, setChecked, setOnlyOpen, setRepaired, setDialog, setPane },
  };
}

export type CheckState = ReturnType<typeof useCheckState>;

function standsAt(item: ReviewItem, place: { readonly start: number; readonly end: number }): boolean {
  return item.fact.evidence.some(({ start, end }) => start < place.end && place.start < end);
}
