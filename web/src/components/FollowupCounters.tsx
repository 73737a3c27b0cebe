import type { FollowupCounts, FollowupLight } from "@shanhai/server";
import { lightTones } from "../followup-light.js";
import { useWords } from "../language.js";
import styles from "./FollowupCounters.module.css";
import { Label } from "./Label.js";

/** What of the board is looked at: whose items, and how they stand. */
export interface BoardChoice {
  readonly whose: "own" | "other" | null;
  readonly light: FollowupLight | null;
}

interface Props {
  readonly counts: FollowupCounts;
  readonly choice: BoardChoice;
  readonly onChoose: (choice: BoardChoice) => void;
}

/** How the items stand, each number a button that narrows the list to what it counts. */
export function FollowupCounters({ counts, choice, onChoose }: Props) {
  const words = useWords();
  const { own, other } = counts;
  // Without a side nobody's items are the other's.
  const groups =
    counts.side === null
      ? ([{ whose: "other", label: words.followup.both, numbers: other }] as const)
      : ([
          { whose: "own", label: words.followup.own, numbers: own },
          { whose: "other", label: words.followup.other, numbers: other },
        ] as const);
  return (
    <div className={styles.counters}>
      {groups.map(({ whose, label, numbers }) => (
        <section key={whose} aria-label={label}>
          <h2>{label}</h2>
          {(Object.entries(numbers) as [FollowupLight, number][]).map(([light, number]) => {
            const chosen = choice.whose === whose && choice.light === light;
            return (
              <button
                key={light}
                type="button"
                aria-pressed={chosen}
                data-none={number === 0 || undefined}
                onClick={() => onChoose(chosen ? { whose: null, light: null } : { whose, light })}
              >
                <b>{number}</b>
                <Label tone={number === 0 ? "plain" : lightTones[light]}>{words.followup.lights[light]}</Label>
              </button>
            );
          })}
        </section>
      ))}
    </div>
  );
}
