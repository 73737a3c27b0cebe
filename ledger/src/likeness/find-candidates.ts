import type { Candidate, ProposedRow } from "@shanhai/model";
import { matchings } from "../matching/index.js";
import type { Find } from "./matching.js";

/** Candidates shown for one row; further ones are less likely than these and would only hide them. */
const MOST_CANDIDATES = 5;

/**
 * Stored rows that may be the same thing as a proposed one, the likeliest first, each with its reason. None for rows
 * whose id follows from codes and for parts, which go with their whole. It only offers: nothing is merged by it.
 */
export async function findCandidates(row: ProposedRow, scopeId: string, find: Find): Promise<readonly Candidate[]> {
  const matching = matchings.find(({ record }) => record === row.record);
  if (row.id !== null || !matching) return [];
  const found = await matching.candidates(row, scopeId, find);
  return [...found].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, MOST_CANDIDATES);
}
