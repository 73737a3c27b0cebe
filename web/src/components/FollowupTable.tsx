import type { LifecycleStep, RecordDefinition } from "@shanhai/model";
import type { FollowupLine, Row } from "@shanhai/server";
import { Button, Dropdown } from "antd";
import { Fragment, useState } from "react";
import { Link, useNavigate } from "react-router";
import { api } from "../api.js";
import { lightTones } from "../followup-light.js";
import { useKeys } from "../keys.js";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { rowAddress } from "../row-address.js";
import { useMayWrite } from "../session.js";
import styles from "./FollowupTable.module.css";
import { FollowupTree } from "./FollowupTree.js";
import { Label } from "./Label.js";
import { StepDialog } from "./StepDialog.js";

interface Props {
  readonly lines: readonly FollowupLine[];
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}

/** A step that is being taken: of the task, or of one of its units. */
interface Taking {
  readonly row: Row;
  readonly definition: RecordDefinition;
  readonly step: LifecycleStep;
}

/** 督办事项 by time limit, each with its units, what is left to do, and where it comes from. */
export function FollowupTable({ lines, definitions }: Props) {
  const words = useWords();
  const navigate = useNavigate();
  const message = useNotices();
  const mayWrite = useMayWrite("task");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [taking, setTaking] = useState<Taking | null>(null);
  const here = lines[Math.min(at, lines.length - 1)];
  const fold = (id: string) =>
    setOpen((held) => new Set(held.has(id) ? [...held].filter((one) => one !== id) : [...held, id]));
  const take = (record: string, scope: string, id: string, step: LifecycleStep) => {
    const definition = definitions.get(record);
    if (definition === undefined) return;
    // The step names the version that is shown: it is read now, so that what others did meanwhile is seen.
    api
      .row(record, scope, id)
      .then((row) => setTaking({ row, definition, step }))
      .catch((error: unknown) => message.error(error instanceof Error ? error.message : ""));
  };
  const stepsAfter = (record: string, status: string | null): readonly LifecycleStep[] => {
    if (!mayWrite) return [];
    const steps = definitions.get(record)?.lifecycle?.steps ?? [];
    const now = steps.find(({ code }) => code === status);
    return now === undefined ? [] : steps.filter(({ code }) => now.next.includes(code));
  };
  const move = (by: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, at + by));
    setAt(next);
    document.getElementById(`task-${lines[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys([
    ["j ArrowDown", () => move(1)],
    ["k ArrowUp", () => move(-1)],
    ["Enter", () => here !== undefined && navigate(rowAddress({ record: "task", ...here }))],
    ["t", () => here !== undefined && fold(here.id)],
    [
      "s",
      () => {
        const [step] = here?.own ? stepsAfter("task", here.status) : [];
        if (here !== undefined && step !== undefined) take("task", here.scope_id, here.id, step);
      },
    ],
  ]);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.followup.columnState}</th>
            <th scope="col">{words.followup.columnTitle}</th>
            <th scope="col">{words.followup.columnUnit}</th>
            <th scope="col">{words.followup.columnDue}</th>
            <th scope="col">{words.followup.columnProofs}</th>
            <th scope="col" className="screen-only">
              {words.followup.step}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Fragment key={line.id}>
              <tr
                id={`task-${line.id}`}
                data-here={index === at || undefined}
                aria-current={index === at ? "true" : undefined}
              >
                <td>
                  <Light line={line} />
                </td>
                <td>
                  <Link to={rowAddress({ record: "task", ...line })}>{line.title}</Link>
                  <Notes line={line} />
                </td>
                <td>
                  <Units line={line} definitions={definitions} after={stepsAfter} onTake={take} />
                </td>
                <td data-label={words.followup.columnDue}>
                  {line.due ?? <span className={styles.none}>{words.followup.noDue}</span>}
                </td>
                <td data-label={words.followup.columnProofs}>{words.followup.proofs(line.proofs)}</td>
                <td className={`${styles.acts} screen-only`}>
                  {line.own && (
                    <StepMenu
                      steps={stepsAfter("task", line.status)}
                      label={`${line.title} ${words.followup.step}`}
                      onTake={(step) => take("task", line.scope_id, line.id, step)}
                    />
                  )}
                  <Button size="small" type="text" aria-expanded={open.has(line.id)} onClick={() => fold(line.id)}>
                    {open.has(line.id) ? words.followup.treeHide : words.followup.tree}
                  </Button>
                </td>
              </tr>
              {open.has(line.id) && (
                <tr>
                  <td colSpan={6}>
                    <FollowupTree line={line} definitions={definitions} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {taking !== null && <StepDialog {...taking} definitions={definitions} onClose={() => setTaking(null)} />}
    </>
  );
}

/** How it stands, in words: late days only for one's own. */
function Light({ line }: { readonly line: FollowupLine }) {
  const words = useWords();
  return (
    <Label tone={lightTones[line.light]}>
      {line.light === "late" && line.days_late !== null
        ? words.followup.daysLate(line.days_late)
        : words.followup.lights[line.light]}
    </Label>
  );
}

/** What was said of a task beside its title: why behind, what needs a leader, how far it is. */
function Notes({ line }: { readonly line: FollowupLine }) {
  const words = useWords();
  const notes = [
    [words.followup.lag, line.lag_cause],
    [words.followup.needs, line.coordination],
    [words.followup.progress, line.progress],
  ].filter(([, note]) => note !== null && note !== "");
  return notes.map(([name, note]) => (
    <small key={name} className={styles.note}>
      {name}
      {words.signs.colon}
      {note}
    </small>
  ));
}

/** The units of a task: one, or several with a state each. */
function Units({
  line,
  definitions,
  after,
  onTake,
}: {
  readonly line: FollowupLine;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly after: (record: string, status: string | null) => readonly LifecycleStep[];
  readonly onTake: (record: string, scope: string, id: string, step: LifecycleStep) => void;
}) {
  const words = useWords();
  const text = useText();
  if (line.units.length === 0) return line.owner_name ?? <span className={styles.none}>{words.followup.noUnit}</span>;
  const steps = definitions.get("task_unit")?.lifecycle?.steps ?? [];
  return (
    <ul className={styles.units}>
      {line.units.map((unit) => {
        const step = steps.find(({ code }) => code === unit.status);
        return (
          <li key={unit.id}>
            <Link to={rowAddress({ record: "task_unit", scope_id: line.scope_id, id: unit.id })}>{unit.name}</Link>
            {unit.lead && <small>{words.followup.lead}</small>}
            {line.own && step !== undefined && (
              <Label tone={["done", "closed"].includes(unit.status) ? "mountain" : "plain"}>{text(step)}</Label>
            )}
            {line.own && (
              <StepMenu
                steps={after("task_unit", unit.status)}
                label={`${unit.name} ${words.followup.step}`}
                onTake={(next) => onTake("task_unit", line.scope_id, unit.id, next)}
              />
            )}
          </li>
        );
      })}
      <li className={styles.note}>{words.followup.unitsDone(line.done_units, line.units.length)}</li>
    </ul>
  );
}

/** Which step to take next. */
function StepMenu({
  steps,
  label,
  onTake,
}: {
  readonly steps: readonly LifecycleStep[];
  readonly label: string;
  readonly onTake: (step: LifecycleStep) => void;
}) {
  const words = useWords();
  const text = useText();
  if (steps.length === 0) return null;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items: steps.map((step) => ({ key: step.code, label: text(step), onClick: () => onTake(step) })) }}
    >
      <Button className="screen-only" size="small" aria-label={label}>
        {words.followup.step} ▾
      </Button>
    </Dropdown>
  );
}
