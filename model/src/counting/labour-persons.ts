/** One row of a labour roll (务工花名册) as far as counting needs it. */
export interface LabourJob {
  /** Names the row for the caller. */
  readonly id: string;
  /** Who it is: the ID number's key, or name, village and telephone where the number is damaged. */
  readonly person: string;
  /** What work it is: employer, place and start. The same person with the same work is one job told twice. */
  readonly job: string;
  readonly identity: "relieved" | "monitored" | "general" | null;
  readonly destination: "east" | "local" | "other" | null;
  /** Months worked, decimal text. */
  readonly months: string | null;
  readonly started: string | null;
}

type ByDestination = {
  readonly east: number;
  readonly local: number;
  readonly other: number;
  readonly unknown: number;
};

/** What a labour roll comes to: 人 and 人次 kept apart (domain.md G2, users.md finding 23). */
export interface LabourCount {
  readonly rows: number;
  /** Rows that tell a job told before; `of` is that row. Not counted. */
  readonly duplicates: readonly { readonly id: string; readonly of: string }[];
  /** 人次: jobs of persons. */
  readonly jobs: number;
  /** 人: persons. */
  readonly persons: number;
  readonly relieved: number;
  readonly monitored: number;
  /** Persons by where the job lies that counts for them; the four numbers add up to `persons`. */
  readonly byDestination: ByDestination;
  /** Jobs by where they lie: a note beside it, never summed as persons. */
  readonly byEveryJob: ByDestination;
  /** The row of each person that counts: the longest job, else the latest, else the first told. */
  readonly longest: ReadonlySet<string>;
}

/**
 * Counts persons once, by their longest (else latest) job, so that E1a + E1b + E1c = E1: with two jobs each, 38 + 41 + 14
 * would become 39 + 43 + 14. The identity of a person is that of the job that counts.
 */
export function countLabour(rows: readonly LabourJob[]): LabourCount {
  const jobs = new Map<string, LabourJob>();
  const duplicates: { id: string; of: string }[] = [];
  for (const row of rows) {
    const key = `${row.person}\n${row.job}`;
    const before = jobs.get(key);
    if (before === undefined) jobs.set(key, row);
    else duplicates.push({ id: row.id, of: before.id });
  }
  const byPerson = new Map<string, LabourJob>();
  for (const job of jobs.values()) {
    const best = byPerson.get(job.person);
    if (best === undefined || outweighs(job, best)) byPerson.set(job.person, job);
  }
  const counted = [...byPerson.values()];
  return {
    rows: rows.length,
    duplicates,
    jobs: jobs.size,
    persons: counted.length,
    relieved: counted.filter(({ identity }) => identity === "relieved").length,
    monitored: counted.filter(({ identity }) => identity === "monitored").length,
    byDestination: destinations(counted),
    byEveryJob: destinations([...jobs.values()]),
    longest: new Set(counted.map(({ id }) => id)),
  };
}

/** Longer, else later; a job whose months are not filled in is the shorter one. */
function outweighs(job: LabourJob, best: LabourJob): boolean {
  const [one, other] = [Number(job.months ?? -1), Number(best.months ?? -1)];
  return one !== other ? one > other : (job.started ?? "") > (best.started ?? "");
}

function destinations(jobs: readonly LabourJob[]): ByDestination {
  const count = (where: LabourJob["destination"]) => jobs.filter(({ destination }) => destination === where).length;
  return { east: count("east"), local: count("local"), other: count("other"), unknown: count(null) };
}
