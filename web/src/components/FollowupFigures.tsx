import type { FollowupCounts } from "@shanhai/server";
import { useWords } from "../language.js";
import styles from "./FollowupFigures.module.css";

interface Props {
  readonly counts: FollowupCounts;
  readonly onLight: (lights: string, whose?: "own" | "other") => void;
  readonly onOpen: () => void;
}

/** How the tasks stand in one line: each number opens its list. */
export function FollowupFigures({ counts, onLight, onOpen }: Props) {
  const { followup } = useWords();
  const own = ["late", "soon", "on_track", "done"] as const;
  const other = ["moving", "done"] as const;
  return (
    <div className={styles.bands}>
      {counts.side !== null && (
        <section aria-label={followup.own}>
          <h2>{followup.own}</h2>
          {own.map((light) => (
            <button
              key={light}
              type="button"
              data-light={counts.own[light] === 0 ? undefined : light}
              onClick={() => onLight(light, "own")}
            >
              <span>{followup.lights[light]}</span>
              <b>{counts.own[light]}</b>
            </button>
          ))}
        </section>
      )}
      <section aria-label={counts.side === null ? followup.both : followup.other}>
        <h2>{counts.side === null ? followup.both : followup.other}</h2>
        {other.map((light) => (
          <button key={light} type="button" onClick={() => onLight(light, counts.side === null ? undefined : "other")}>
            <span>{followup.lights[light]}</span>
            <b>{counts.other[light]}</b>
          </button>
        ))}
      </section>
      <section aria-label={followup.waiting}>
        <h2>{followup.waiting}</h2>
        <button type="button" data-light={counts.agreed_open === 0 ? undefined : "waiting"} onClick={onOpen}>
          <span>{followup.agreed}</span>
          <b>{counts.agreed_open}</b>
        </button>
        <button type="button" onClick={onOpen}>
          <span>{followup.spoken}</span>
          <b>{counts.statements_open}</b>
        </button>
      </section>
    </div>
  );
}
