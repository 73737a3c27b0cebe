import type { OpenStatement } from "@shanhai/server";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, Segmented } from "antd";
import { useId } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { dueOf, type TaskEntry } from "../break-down.js";
import { useWords } from "../language.js";
import type { Side } from "../own-side.js";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { freshCommandId } from "../undo.js";
import styles from "./FollowupOpen.module.css";
import { Label } from "./Label.js";
import { ProblemNotice } from "./ProblemNotice.js";

interface Props {
  readonly statement: OpenStatement;
  readonly entry: TaskEntry;
  readonly chosen: boolean;
  readonly onEntry: (entry: TaskEntry) => void;
  readonly onChosen: (chosen: boolean) => void;
}

/** One statement and the task that it becomes: unit, time limit and whose it is may be put right before. */
export function OpenItem({ statement, entry, chosen, onEntry, onChosen }: Props) {
  const { followup } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const ids = useId();
  const place = { record: "statement", scope_id: statement.scope_id, id: statement.id };
  const wrong = dueOf(entry.due) === undefined;
  const keep = useMutation({
    mutationFn: () =>
      api.stepRow(place, {
        to: "kept",
        version: statement.version,
        values: {},
        command_id: freshCommandId(),
        reason: followup.keep,
      }),
    onSuccess: () => {
      message.success(followup.kept);
      queries.invalidateQueries({ predicate: changedByWriting });
    },
  });
  const agreed = statement.grade === "agreed";
  return (
    <li data-chosen={chosen}>
      <div className={styles.said}>
        <Checkbox
          checked={chosen}
          aria-label={followup.choose(statement.text)}
          onChange={({ target }) => onChosen(target.checked)}
        />
        <Label tone={agreed ? "mountain" : "plain"}>{agreed ? followup.agreed : followup.spoken}</Label>
        <Link to={rowAddress(place)}>{statement.text}</Link>
        {statement.said_on !== null && <small>{statement.said_on}</small>}
        <Button size="small" type="text" loading={keep.isPending} onClick={() => keep.mutate()}>
          {followup.keep}
        </Button>
      </div>
      {keep.error !== null && <ProblemNotice error={keep.error} />}
      {chosen && (
        <div className={styles.task}>
          <label data-wide="true" htmlFor={`${ids}-title`}>
            {followup.taskTitle}
            <Input
              id={`${ids}-title`}
              value={entry.title}
              onChange={({ target }) => onEntry({ ...entry, title: target.value })}
            />
          </label>
          <label htmlFor={`${ids}-owners`}>
            {followup.owners}
            <Input
              id={`${ids}-owners`}
              value={entry.owners}
              onChange={({ target }) => onEntry({ ...entry, owners: target.value })}
            />
          </label>
          <label htmlFor={`${ids}-due`}>
            {followup.due}
            <Input
              id={`${ids}-due`}
              placeholder={followup.dueHint}
              {...(wrong ? { status: "error" as const } : {})}
              aria-invalid={wrong}
              value={entry.due}
              onChange={({ target }) => onEntry({ ...entry, due: target.value })}
            />
            {wrong && <small role="alert">{followup.dueWrong}</small>}
          </label>
          <div className={styles.side}>
            <span id={`${ids}-side`}>{followup.sideOf}</span>
            <Segmented<Side>
              aria-labelledby={`${ids}-side`}
              value={entry.side}
              onChange={(side) => onEntry({ ...entry, side })}
              options={[
                { value: "east", label: followup.sides.east },
                { value: "west", label: followup.sides.west },
              ]}
            />
          </div>
        </div>
      )}
    </li>
  );
}
