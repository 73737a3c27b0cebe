import type { ImportPlan } from "@shanhai/ledger";

/** Rows of each state that one answer shows; the tally counts them all. */
const MOST_SHOWN = 400;

/** Answers when the work is done, or at its first progress with how far it is; a failure after that shows as interrupted. */
export async function begun<Answer>(
  work: (progress: () => void) => Promise<Answer>,
  state: () => Promise<Answer>,
): Promise<Answer> {
  let first: () => void = () => {};
  const started = new Promise<null>((resolve) => {
    first = () => resolve(null);
  });
  const working = work(() => first());
  const answer = await Promise.race([working, started]);
  if (answer !== null) return answer;
  // What happens to it from here on is kept in its run.
  working.catch(() => undefined);
  return state();
}

/** A plan of 25,000 rows is not sent whole: the first rows of each state, those that change something first. */
export function shownPlan(plan: ImportPlan): ImportPlan {
  const of = (state: string) => plan.rows.filter((row) => row.state === state).slice(0, MOST_SHOWN);
  return {
    ...plan,
    rows: ["changed", "added", "skipped", "same"].flatMap(of),
    findings: plan.findings.slice(0, MOST_SHOWN),
  };
}
