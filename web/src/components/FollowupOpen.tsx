import type { OpenStatement } from "@shanhai/server";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { suggested, type TaskEntry, taskOf } from "../break-down.js";
import { useWords } from "../language.js";
import type { Side } from "../own-side.js";
import { changedByWriting } from "../queries.js";
import { freshCommandId } from "../undo.js";
import styles from "./FollowupOpen.module.css";
import { OpenItem } from "./OpenItem.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 待分解: what was agreed becomes tasks when a person says so; words of speeches wait below and are never late. */
export function FollowupOpen({ side }: { readonly side: Side | undefined }) {
  const words = useWords();
  const { followup } = words;
  const { message } = App.useApp();
  const queries = useQueryClient();
  const open = useQuery({ queryKey: ["followup", "open"], queryFn: () => api.openStatements() });
  const [entries, setEntries] = useState<ReadonlyMap<string, TaskEntry>>(new Map());
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const list = open.data ?? [];
  const entryOf = (one: OpenStatement) =>
    entries.get(one.id) ?? { ...suggested(one), ...(one.drafts[0] ? {} : { side: side ?? "west" }) };
  // What was agreed is chosen until somebody takes it out; words of speeches only when somebody takes them in.
  const isChosen = (one: OpenStatement) => chosen.get(one.id) ?? one.grade === "agreed";
  const ready = list.filter((one) => isChosen(one) && taskOf(entryOf(one)) !== null);
  const breakDown = useMutation({
    mutationFn: async () => {
      const scopes = [...new Set(ready.map(({ scope_id }) => scope_id))];
      for (const scope_id of scopes)
        await api.breakDown({
          scope_id,
          statements: ready
            .filter((one) => one.scope_id === scope_id)
            .flatMap((one) => {
              const task = taskOf(entryOf(one));
              return task === null ? [] : [{ id: one.id, version: one.version, tasks: [task] }];
            }),
          command_id: freshCommandId(),
          reason: followup.reason,
        });
      return ready.length;
    },
    onSuccess: (made) => message.success(followup.brokenDown(made)),
    onSettled: () => queries.invalidateQueries({ predicate: changedByWriting }),
  });
  if (open.isPending) return <Loading label={words.state.loading} />;
  if (open.data === undefined) return <ProblemNotice error={open.error} />;
  if (list.length === 0) return <Nothing title={followup.openEmpty} advice={followup.openEmptyAdvice} />;
  return (
    <section aria-label={followup.tabs.open} className={styles.open}>
      <p>{followup.openNote}</p>
      {breakDown.error !== null && <ProblemNotice error={breakDown.error} />}
      <ul>
        {list.map((one) => (
          <OpenItem
            key={one.id}
            statement={one}
            entry={entryOf(one)}
            chosen={isChosen(one)}
            onEntry={(entry) => setEntries((now) => new Map(now).set(one.id, entry))}
            onChosen={(is) => setChosen((now) => new Map(now).set(one.id, is))}
          />
        ))}
      </ul>
      <div className={`${styles.bar} screen-only`}>
        <small>{followup.incomplete}</small>
        <Button
          type="primary"
          disabled={ready.length === 0}
          loading={breakDown.isPending}
          onClick={() => breakDown.mutate()}
        >
          {followup.chosen(ready.length)}
        </Button>
      </div>
    </section>
  );
}
