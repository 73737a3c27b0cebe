import { NIL_SCOPE, type ProposedRow } from "@shanhai/model";
import { mayReadRecord, maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import type { Row } from "../ledger.js";
import type { CheckingState } from "./checking-state.js";
import type { RowTarget } from "./row-targets.js";

/** The field by which rows of several pairs say that they are one happening. */
export const HAPPENING = "happening_id";

/** What a plan learns of happenings that it joins. */
export interface JoinedHappenings {
  /** The happening that stands, by the one that a document's facts or a stored row had said. */
  readonly standing: ReadonlyMap<string, string>;
  /** Stored rows that are written to say so too and that no decision reaches otherwise. */
  readonly rows: readonly RowTarget[];
}

/**
 * Two papers on one tour that tell different counties: merging one leg (并入) says that the whole tour is the stored one.
 * The document's other legs take its `happening_id`, those of this command and those written before; and where a merge
 * shows two stored happenings to be one, all rows of the second take the id of the first. Without this, one tour is
 * counted twice above the pair.
 */
export async function joinedHappenings(
  desk: Desk,
  actor: Actor,
  targets: ReadonlyMap<string, RowTarget>,
  state: CheckingState,
  proposed: readonly ProposedRow[],
): Promise<JoinedHappenings> {
  const standing = new Map<string, string>();
  const rows = new Map<string, RowTarget>();
  const now = (happening: string): string => {
    const next = standing.get(happening);
    return next === undefined ? happening : now(next);
  };
  for (const told of new Set([...targets.values()].flatMap(({ row }) => toldHappening(row) ?? []))) {
    const legs = [...targets.values()].filter(({ row }) => toldHappening(row) === told);
    const stored = [
      ...legs.flatMap((leg) => leg.stored ?? []),
      ...(await earlierLegs(desk, actor, told, targets, state, proposed)),
    ];
    const said = [...new Set(stored.flatMap((row) => storedHappening(row) ?? []).map(now))];
    const first = said.find((happening) => happening !== told);
    const leg = legs.find((each) => each.stored !== null && storedHappening(each.stored) === first) ?? legs[0];
    if (first === undefined || leg === undefined) continue;
    for (const other of new Set([now(told), ...said])) {
      if (other === first) continue;
      standing.set(other, first);
      for (const row of await rowsOfHappening(desk, actor, other))
        if (![...targets.values()].some(({ id }) => id === row.id))
          rows.set(row.id, await joiningTarget(desk, actor, row, leg));
    }
  }
  const settled = new Map([...standing.keys()].map((happening) => [happening, now(happening)]));
  return { standing: settled, rows: [...rows.values()] };
}

function toldHappening(row: ProposedRow): string | null {
  const value = row.values[HAPPENING]?.value;
  return typeof value === "string" ? value : null;
}

function storedHappening(row: Row): string | null {
  const value = row.values[HAPPENING];
  return typeof value === "string" ? value : null;
}

/** Rows that this document wrote or merged before for the same happening and that this plan does not reach. */
async function earlierLegs(
  desk: Desk,
  actor: Actor,
  told: string,
  targets: ReadonlyMap<string, RowTarget>,
  state: CheckingState,
  proposed: readonly ProposedRow[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const row of proposed) {
    const known = state.rows.get(row.key);
    if (known === undefined || targets.has(row.key) || toldHappening(row) !== told) continue;
    const stored = await desk.get(actor, known.record, known.scope_id, known.id);
    if (stored !== null) rows.push(stored);
  }
  return rows;
}

/** Every stored row of a happening, of whatever record and pair, that the actor may see. */
async function rowsOfHappening(desk: Desk, actor: Actor, happening: string): Promise<Row[]> {
  const found: Row[] = [];
  for (const { definition, table } of desk.records.all) {
    if (!mayReadRecord(actor, definition) || !definition.fields.some(({ key }) => key === HAPPENING)) continue;
    const { rows } = await desk.database.query<{ scope_id: string; id: string }>(
      `select scope_id, id from ${table} where ${HAPPENING} = $1 order by scope_id, id`,
      [happening],
    );
    for (const { scope_id, id } of rows.filter((row) => maySee(actor, row.scope_id))) {
      const row = await desk.get(actor, definition.name, scope_id, id);
      if (row !== null) found.push(row);
    }
  }
  return found;
}

/** A stored row as a target that says nothing but its happening; the leg that was merged gives the sentence for it. */
async function joiningTarget(desk: Desk, actor: Actor, stored: Row, leg: RowTarget): Promise<RowTarget> {
  const { record, scope_id, id } = stored;
  const scope =
    (await desk.get(actor, "pair", NIL_SCOPE, scope_id)) ?? (await desk.get(actor, "party", NIL_SCOPE, scope_id));
  return {
    row: {
      key: `${HAPPENING}:${record}:${id}`,
      record,
      scope: leg.row.scope,
      id: null,
      fact: leg.row.fact,
      needs: [],
      values: { [HAPPENING]: { value: storedHappening(stored), fact: null, evidence: null } },
    },
    scope: { id: scope_id, zh: scope?.title ?? "" },
    id,
    stored,
    sources: await desk.sources(actor, record, scope_id, id),
    own: false,
    decidedBy: leg.decidedBy,
    settles: () => true,
  };
}
