/**
 * Keys of proposed rows: unique within a document and the same at every run, so that a decision made yesterday still
 * names its row. Reference rows are keyed by what they are, since many facts lead to them; all others by record, fact
 * and leg. Proposals name each other's rows by these functions and never by looking at each other.
 */
export const rowKeys = {
  region: (path: string) => `region:${path}`,
  party: (path: string) => `party:${path}`,
  pair: (east: string, west: string) => `pair:${east}×${west}`,
  person: (fact: string) => `person:${fact}`,
  organisation: (fact: string) => `organisation:${fact}`,
  project: (fact: string) => `project:${fact}`,
  statement: (fact: string) => `statement:${fact}`,
  figure: (fact: string) => `reported_figure:${fact}`,
  /** A row of one leg; `leg` is the key of its pair, or of its party where no pair is known. */
  leg: (record: string, fact: string, leg: string) => `${record}:${fact}:${leg}`,
  /** The n-th part (stop, post, milestone) that one fact makes. */
  part: (record: string, fact: string, part: number | string) => `${record}:${fact}:${part}`,
} as const;
