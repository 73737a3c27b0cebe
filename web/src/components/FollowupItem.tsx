import type { FollowupLine } from "@shanhai/server";
import { Link } from "react-router";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import styles from "./FollowupBoardList.module.css";
import { NextSteps } from "./NextSteps.js";

/** One task: of the other side's its words and whether it moves, no more. */
export function FollowupItem({ line }: { readonly line: FollowupLine }) {
  const { followup } = useWords();
  const text = useText();
  const { definitions } = useDefinitions();
  const labels = definitions.get("task")?.lifecycle?.steps ?? [];
  const step = (code: string | null) => {
    const found = labels.find((one) => one.code === code);
    return found === undefined ? null : text(found);
  };
  const { units, done_units } = line;
  return (
    <tr>
      <td>
        <Link to={rowAddress({ record: "task", scope_id: line.scope_id, id: line.id })}>{line.title}</Link>
        {line.proofs > 0 && <small>{followup.proofs(line.proofs)}</small>}
      </td>
      <td>
        {line.owner_name ?? <small>{followup.noOwner}</small>}
        {units.length > 0 && (
          <ul>
            {units.map((unit) => (
              <li key={unit.id}>
                <span>{unit.name}</span>
                <small>{step(unit.status)}</small>
                <NextSteps
                  place={{ record: "task_unit", scope_id: line.scope_id, id: unit.id }}
                  status={unit.status}
                  label={followup.nextOf(unit.name)}
                />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>{line.due ?? <small>{followup.noDue}</small>}</td>
      <td>
        <span className={styles.light} data-light={line.light}>
          {line.days_late === null ? followup.lights[line.light] : followup.daysLate(line.days_late)}
        </span>
        {units.length > 0 && line.light !== "dropped" && (
          <small>
            {done_units === units.length ? followup.unitsDone(units.length) : followup.units(done_units, units.length)}
          </small>
        )}
        {line.status !== null && units.length === 0 && <small>{step(line.status)}</small>}
      </td>
      <td>
        {line.progress}
        {line.lag_cause !== null && (
          <small>
            {followup.cause}：{line.lag_cause}
          </small>
        )}
        {line.coordination !== null && (
          <small>
            {followup.coordination}：{line.coordination}
          </small>
        )}
      </td>
      <td className="screen-only">
        {line.own && line.status !== null && (
          <NextSteps
            place={{ record: "task", scope_id: line.scope_id, id: line.id }}
            status={line.status}
            label={followup.nextOf(line.title)}
          />
        )}
      </td>
    </tr>
  );
}
