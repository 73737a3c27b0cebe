import type { ImportChoices, ImportOptions, ImportPlan, ImportProgress } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm, Progress } from "antd";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useWords } from "../language.js";
import { changedByWriting } from "../queries.js";
import { freshCommandId } from "../undo.js";
import { useSending } from "../use-sending.js";
import styles from "./ImportPart.module.css";
import { SendingNotice } from "./SendingNotice.js";

/** Writing what the preview shows, with progress; cancelling, going on, taking back; and the imports of before. */
export function ImportRun({
  plan,
  options,
  choices,
  fresh,
  onChanged,
}: {
  readonly plan: ImportPlan;
  readonly options: ImportOptions;
  readonly choices: ImportChoices;
  /** The plan on the page is the one for these options. */
  readonly fresh: boolean;
  readonly onChanged: () => void;
}) {
  const words = useWords();
  const queries = useQueryClient();
  const [running, setRunning] = useState<string | null>(null);
  const nextId = useRef(freshCommandId());
  const past = useQuery({ queryKey: ["imports", plan.document.id], queryFn: () => api.imports(plan.document.id) });
  const settled = () => {
    queries.invalidateQueries({ predicate: changedByWriting });
    onChanged();
  };
  const writing = useSending({
    send: () => api.importSheet(plan.document.id, { options, choices, hash: plan.hash, import_id: nextId.current }),
    onSuccess: (progress) => {
      nextId.current = freshCommandId();
      setRunning(progress.id);
      settled();
    },
  });
  const step = useSending({
    send: ({ id, to }: { readonly id: string; readonly to: "resume" | "cancel" | "undo" }) => api.importStep(id, to),
    onSuccess: (progress) => {
      setRunning(progress.id);
      settled();
    },
  });
  const state = useQuery({
    queryKey: ["import-state", running],
    queryFn: () => api.importState(running ?? ""),
    enabled: running !== null,
    refetchInterval: ({ state: { data } }) => (data?.state === "running" ? 700 : false),
  });
  const ended = state.data?.state;
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (before.current === "running" && ended !== "running") onChanged();
    before.current = ended;
  }, [ended, onChanged]);
  const skipped = new Set(choices.skip ?? []);
  const rows =
    plan.tally.added +
    plan.tally.changed -
    plan.rows.filter(({ key, state: of }) => skipped.has(key) && (of === "added" || of === "changed")).length;
  const open = plan.missing.filter(({ key }) => choices.missing?.[key] === undefined).length;
  const decided = plan.missing.some(({ key }) => ["end", "remove"].includes(choices.missing?.[key] ?? ""));
  const reason =
    plan.scope === null
      ? words.importing.needPair
      : plan.year_assumed
        ? words.importing.needYear
        : open > 0
          ? words.importing.needMissing(open)
          : rows === 0 && !decided
            ? plan.tally.skipped > 0
              ? words.importing.onlySkipped(plan.tally.skipped)
              : words.importing.nothingToWrite
            : null;
  const busy = writing.isPending || step.isPending || ended === "running";
  const now = state.data;
  return (
    <>
      <SendingNotice of={writing} />
      <SendingNotice of={step} />
      <Past imports={past.data ?? []} busy={busy} onStep={(id, to) => step.mutate({ id, to })} />
      <section className={styles.foot} aria-label={words.importing.write}>
        {now !== undefined && now.state === "running" ? (
          <>
            <Progress percent={Math.round((now.position / Math.max(1, now.total)) * 100)} size="small" />
            <p role="status">{words.importing.progress(now.position, now.total)}</p>
            <Button onClick={() => step.mutate({ id: now.id, to: "cancel" })}>{words.importing.cancel}</Button>
          </>
        ) : (
          <>
            <p role="status">
              {now?.state === "done"
                ? words.importing.done(now.total)
                : now === undefined || reason !== null
                  ? (reason ?? words.importing.willWrite(rows))
                  : words.importing.pastStates[now.state]}{" "}
              {now?.state === "done" && plan.rows[0] !== undefined && (
                <Link to={`/records/${plan.rows[0].record}${plan.scope === null ? "" : `?scope=${plan.scope.id}`}`}>
                  {words.importing.openLedger}
                </Link>
              )}
            </p>
            <Button
              type="primary"
              loading={writing.isPending}
              disabled={reason !== null || !fresh || busy}
              onClick={() => writing.mutate()}
            >
              {writing.isPending ? words.importing.writing : words.importing.write}
            </Button>
          </>
        )}
      </section>
    </>
  );
}

function Past({
  imports,
  busy,
  onStep,
}: {
  readonly imports: readonly ImportProgress[];
  readonly busy: boolean;
  readonly onStep: (id: string, to: "resume" | "undo") => void;
}) {
  const words = useWords();
  const worth = imports.filter(({ total, state }) => total > 0 || state !== "done");
  if (worth.length === 0) return null;
  return (
    <section className={styles.part} aria-label={words.importing.past}>
      <h2>{words.importing.past}</h2>
      <ul className={styles.list}>
        {worth.map((one) => (
          <li key={one.id} className={styles.line}>
            <span>
              {localTime(one.at)} · {one.who} · {words.importing.pastStates[one.state]} ·{" "}
              {words.importing.progress(one.position, one.total)}
            </span>
            <span className={styles.fields}>
              {one.state === "interrupted" && (
                <Button size="small" disabled={busy} onClick={() => onStep(one.id, "resume")}>
                  {words.importing.resume}
                </Button>
              )}
              {one.state !== "undone" && one.state !== "running" && (
                <Popconfirm
                  title={words.importing.undoAsk}
                  okText={words.importing.undo}
                  cancelText={words.state.cancel}
                  onConfirm={() => onStep(one.id, "undo")}
                >
                  <Button size="small" disabled={busy}>
                    {words.importing.undo}
                  </Button>
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
