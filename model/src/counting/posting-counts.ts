/** One posting (人才选派) as far as counting needs it. */
export interface Posting {
  readonly id: string;
  /** Who: a person's id, or name and sending unit. */
  readonly person: string;
  readonly direction: "east_to_west" | "west_to_east";
  readonly category: "cadre" | "specialist" | "shadowing";
  /** Canonical partial dates; null where open or unknown. */
  readonly started: string | null;
  readonly ended: string | null;
}

export interface PostingCount {
  readonly postings: number;
  /** C1, C2: cadres in post at any time of the year, and those still in post at the cut-off. */
  readonly cadres: { readonly inYear: number; readonly onDuty: number };
  /**
   * C3, C3a: specialists in post at any time of the year, as persons and as person-times: an extension into another batch is
   * a second time, not a second person.
   */
  readonly specialists: { readonly persons: number; readonly times: number };
  /** Postings of specialists that ended before the year, or begin after the cut-off. */
  readonly specialistsBefore: number;
  /** 跟岗: no 挂职, counts with training (C5). */
  readonly shadowing: number;
  /** Persons with more than one posting: 延期. */
  readonly extended: readonly string[];
}

/** Counts the postings of one direction. `day` is the cut-off, ISO. */
export function countPostings(all: readonly Posting[], direction: Posting["direction"], day: string): PostingCount {
  const postings = all.filter((one) => one.direction === direction);
  const of = (category: Posting["category"]) => postings.filter((one) => one.category === category);
  const persons = (some: readonly Posting[]) => new Set(some.map(({ person }) => person)).size;
  const year = day.slice(0, 4);
  const begun = (one: Posting) => one.started === null || one.started <= day;
  const stillIn = (one: Posting) => one.ended === null || one.ended.slice(0, 4) >= year;
  const inYear = of("cadre").filter((one) => begun(one) && stillIn(one));
  const onDuty = inYear.filter(({ ended }) => ended === null || ended.padEnd(10, "-99") >= day);
  const specialists = of("specialist").filter((one) => begun(one) && stillIn(one));
  const times = new Map<string, number>();
  for (const { person } of postings) times.set(person, (times.get(person) ?? 0) + 1);
  return {
    postings: postings.length,
    cadres: { inYear: persons(inYear), onDuty: persons(onDuty) },
    specialists: { persons: persons(specialists), times: specialists.length },
    specialistsBefore: of("specialist").length - specialists.length,
    shadowing: of("shadowing").length,
    extended: [...times].filter(([, count]) => count > 1).map(([person]) => person),
  };
}
