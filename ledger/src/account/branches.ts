import { type RecordGroup, recordDefinitions } from "@shanhai/model";

/** Ledgers that a branch keeps besides its own group: finance pays for projects, a labour bureau trains people. */
const BESIDES: { readonly [branch in RecordGroup]?: readonly string[] } = {
  funds: ["project", "project_progress", "donation"],
  projects: ["payment", "payment_share", "milestone"],
  talent: ["training", "person", "post", "enrolment"],
  labour: ["training", "fair", "workshop"],
  industry: ["project", "signing"],
};

/** What every bureau keeps besides its branches: the sheets it is asked for, the numbers it reports, its tasks. */
const EVERYBODY = [
  "collection",
  "collection_sheet",
  "indicator_value",
  "indicator_target",
  "month_close",
  "task",
  "task_unit",
];

/** What a township keeps: the people and things on its ground. */
const TOWNSHIP = [
  "labour_record",
  "sale",
  "project",
  "project_progress",
  "workshop",
  "pairing",
  "demo_village",
  "roster_count",
];

/** What an owner of projects keeps. */
const OWNER = ["project", "project_progress", "milestone"];

/**
 * The ledgers of an office: a bureau's by its branches (条线, the groups of `model`), a township's and an owner's by what
 * they are; undefined: all. A post's own branches narrow them further.
 */
export function recordsOf(
  kind: string,
  officeBranches: readonly string[],
  postBranches: readonly string[],
): readonly string[] | undefined {
  const own = ownRecords(kind, officeBranches);
  if (postBranches.length === 0) return own;
  const narrowed = recordsOfBranches(postBranches);
  return own === undefined ? narrowed : narrowed.filter((name) => own.includes(name));
}

function ownRecords(kind: string, branches: readonly string[]): readonly string[] | undefined {
  if (kind === "township") return [...TOWNSHIP, ...EVERYBODY];
  if (kind === "enterprise") return OWNER;
  if (kind === "bureau" || branches.length > 0) return recordsOfBranches(branches);
  return undefined;
}

function recordsOfBranches(branches: readonly string[]): readonly string[] {
  const own = recordDefinitions.filter(({ group }) => branches.includes(group)).map(({ name }) => name);
  const besides = Object.entries(BESIDES).flatMap(([branch, names]) => (branches.includes(branch) ? names : []));
  return [...new Set([...own, ...besides, ...EVERYBODY])];
}
