import { NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import type { FollowupLine } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../api.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import styles from "./FollowupTree.module.css";
import { ProblemNotice } from "./ProblemNotice.js";

/** Fields of a task that say where it comes from, in the order of the tree. */
const sources = ["statement", "instruction", "agreement", "plan", "project", "parent"] as const;

/** 来龙去脉: statement or instruction → this task → the tasks it was broken down to → their proofs. */
export function FollowupTree({
  line,
  definitions,
}: {
  readonly line: FollowupLine;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}) {
  const words = useWords();
  const text = useText();
  const task = { record: "task", scope_id: line.scope_id, id: line.id };
  const tree = useQuery({
    queryKey: ["row", "task", line.scope_id, line.id, "tree"],
    queryFn: async () => {
      const row = await api.row("task", line.scope_id, line.id);
      const from = sources.flatMap((key) => {
        const field = definitions.get("task")?.fields.find((one) => one.key === key);
        const id = row.values[key];
        return field?.record !== undefined && typeof id === "string" ? [{ field, record: field.record, id }] : [];
      });
      const above = await Promise.all(
        from.map(async ({ field, record, id }) => {
          const scope = definitions.get(record)?.keeping === "reference" ? NIL_SCOPE : line.scope_id;
          return { field, row: await api.row(record, scope, id) };
        }),
      );
      const pointing = await api.referring(row);
      const below = pointing.filter(({ record, field }) => record === "task" && field === "parent");
      return { above, below: below.flatMap(({ rows }) => rows), proofs: await api.proofs(task) };
    },
  });
  if (tree.error !== null) return <ProblemNotice error={tree.error} />;
  if (tree.data === undefined) return <p role="status">{words.state.loading}</p>;
  const { above, below, proofs } = tree.data;
  const statusOf = (code: unknown) => {
    const step = definitions.get("task")?.lifecycle?.steps.find((one) => one.code === code);
    return step === undefined ? "" : text(step);
  };
  return (
    <ol className={styles.tree}>
      {above.length === 0 && <li>{words.followup.noSource}</li>}
      {above.map(({ field, row }) => (
        <li key={field.key}>
          <span>{field.key === "parent" ? words.followup.parent : `${words.followup.source} ${text(field)}`}</span>
          <Link to={rowAddress(row)}>{row.title}</Link>
        </li>
      ))}
      <li className={styles.here}>
        <b>{line.title}</b>
        <span>
          {line.own ? statusOf(line.status) : words.followup.lights[line.light]} · {line.due ?? words.followup.noDue}
        </span>
        {below.length > 0 && (
          <ul aria-label={words.followup.children}>
            {below.map((row) => (
              <li key={row.id}>
                <Link to={rowAddress(row)}>{row.title}</Link>
                <span>
                  {String(row.values.owner_name ?? words.followup.noUnit)} ·{" "}
                  {String(row.values.due ?? words.followup.noDue)}
                  {line.own && ` · ${statusOf(row.values.status)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </li>
      <li>
        <span>{words.followup.columnProofs}</span>
        {proofs.length === 0
          ? words.ledger.proofs.none
          : proofs.map((proof) => (
              <a key={proof.id} href={api.proofAddress(task, proof.id)} target="_blank" rel="noreferrer">
                {proof.name ?? proof.file.slice(0, 8)}
              </a>
            ))}
      </li>
    </ol>
  );
}
