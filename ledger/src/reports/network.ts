import { NIL_SCOPE, regionPathParts } from "@shanhai/model";
import { groupBy } from "../group-by.js";
import type { Report, ReportContext } from "../reporting/report.js";
import type {
  NetworkCounts,
  NetworkNode,
  PairingKind,
  PairingNetwork,
  RosterPart,
  RosterTold,
  TypeCount,
} from "../reporting/report-answers.js";

interface PairRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly label: string;
  readonly began: string | null;
  readonly east: string;
  readonly west: string;
  readonly east_id: string;
  readonly west_id: string;
}

/** A pair with the places that it lies in, the widest first. */
interface PlacedPair extends PairRow {
  readonly eastParts: readonly string[];
  readonly westParts: readonly string[];
}

/** 结对关系: the network from province to village school, with distinct parties of both sides at every level. */
export const network: Report<"network"> = {
  name: "network",
  zh: "结对关系",
  en: "pairing network",
  make: makeNetwork,
};

async function makeNetwork(of: ReportContext): Promise<PairingNetwork> {
  const pairs = await placedPairs(of);
  const places = placesOf(pairs);
  const sides = await sidesCounted(of, places);
  const kinds = await kindsOf(of);
  const rosters = await rostersTold(of);
  const known = new Set(pairs.map(({ id }) => id));
  const countsOf = (key: string, below: readonly PlacedPair[]): NetworkCounts => ({
    pairs: below.length,
    links: below.reduce((sum, { id }) => sum + (kinds.get(id) ?? []).reduce((all, { links }) => all + links, 0), 0),
    east: sides.get(`east ${key}`) ?? [],
    west: sides.get(`west ${key}`) ?? [],
  });
  const leaf = (pair: PlacedPair): NetworkNode => ({
    key: pair.id,
    level: "pair",
    east_name: pair.eastParts.at(-1) ?? pair.east,
    west_name: pair.westParts.at(-1) ?? pair.west,
    pair: pair.id,
    rows: null,
    scopes: [pair.id],
    began: pair.began,
    children: [],
    kinds: kinds.get(pair.id) ?? [],
    rosters: rosters.filter(({ scope_id }) => scope_id === pair.id),
    ...countsOf(pair.id, [pair]),
  });
  const branch = (level: "province" | "city", key: string, below: readonly PlacedPair[]): NetworkNode => {
    const [first] = below;
    const at = level === "province" ? 1 : 2;
    const name = (parts: readonly string[]) => parts.slice(at - 1, at).join("") || (parts.at(-1) ?? "");
    return {
      key,
      level,
      east_name: name(first?.eastParts ?? []),
      west_name: name(first?.westParts ?? []),
      pair: null,
      // Whoever of these is paired with one of those lies in the same two places.
      rows: {
        record: "pair",
        ...(of.asOf === null ? {} : { as_of: of.asOf }),
        conditions: [
          ["east", "one_of", ...new Set(below.map(({ east_id }) => east_id))],
          ["west", "one_of", ...new Set(below.map(({ west_id }) => west_id))],
        ],
      },
      scopes: below.map(({ id }) => id),
      began: null,
      children:
        level === "province"
          ? [...groupBy(below, (pair) => keyAt(pair, 2))].flatMap(([inner, few]) =>
              // A level with one pair in it would only have to be opened.
              few.length === 1 ? few.map(leaf) : [branch("city", inner, few)],
            )
          : below.map(leaf),
      kinds: [],
      rosters: [],
      ...countsOf(key, below),
    };
  };
  const roots = [...groupBy(pairs, (pair) => keyAt(pair, 1))].map(([key, below]) => branch("province", key, below));
  return {
    roots,
    unsplit: rosters.filter(({ scope_id }) => !known.has(scope_id)),
    total: countsOf("", pairs),
  };
}

/** Pairs in the order of their sound, those of the party where one is asked for. */
async function placedPairs(of: ReportContext): Promise<readonly PlacedPair[]> {
  const rows = await of.query<PairRow>(
    ({ bind, table }) => `select r.id, r.label, r.began, e.path as east, w.path as west,
         r.east as east_id, r.west as west_id from ${table("pair")} r
       join ${table("party")} e on e.scope_id = r.scope_id and e.id = r.east
       join ${table("party")} w on w.scope_id = r.scope_id and w.id = r.west
      where r.scope_id = ${bind(NIL_SCOPE, "uuid")}
        and (${bind(of.party, "uuid")} is null or ${bind(of.party, "uuid")} in (r.east, r.west))
        and (${bind(of.actor.scopes === "all" ? null : of.actor.scopes, "uuid[]")} is null
             or r.id = any(${bind(of.actor.scopes === "all" ? null : of.actor.scopes, "uuid[]")}))
      order by e.sort_key collate "C", w.sort_key collate "C", r.id`,
  );
  return rows.map((row) => ({ ...row, eastParts: regionPathParts(row.east), westParts: regionPathParts(row.west) }));
}

/** Both sides' places down to a level: provinces, then cities. A municipality's districts stand under itself. */
function keyAt({ eastParts, westParts }: PlacedPair, level: number): string {
  return `${eastParts.slice(0, level).join("/")}|${westParts.slice(0, level).join("/")}`;
}

/** Every pair with every node that it counts for: itself, its cities, its provinces, all. */
function placesOf(pairs: readonly PlacedPair[]): readonly { readonly pair: string; readonly node: string }[] {
  return pairs.flatMap((pair) =>
    [...new Set([pair.id, keyAt(pair, 2), keyAt(pair, 1), ""])].map((node) => ({ pair: pair.id, node })),
  );
}

/** Distinct parties of the pairings by node, side and type: a school with two partners is one school. */
async function sidesCounted(
  of: ReportContext,
  places: readonly { readonly pair: string; readonly node: string }[],
): Promise<ReadonlyMap<string, readonly TypeCount[]>> {
  const rows = await of.query<{ side: string; node: string; type: string | null; count: bigint }>(
    ({ bind, table, seen }) => {
      const below = `jsonb_to_recordset(${bind(JSON.stringify(places), "jsonb")}) as n (pair uuid, node text)`;
      const condition = seen("pairing");
      const side = (name: string) =>
        `select '${name}' as side, n.node, r.${name}_type as type, count(distinct r.${name}) as count
         from ${below} join ${table("pairing")} r on r.scope_id = n.pair where ${condition} group by n.node, r.${name}_type`;
      return `${side("east")} union all ${side("west")} order by count desc, type`;
    },
  );
  return new Map(
    [...groupBy(rows, ({ side, node }) => `${side} ${node}`)].map(([key, few]) => [
      key,
      few.map(({ type, count }) => ({ type, count: Number(count) })),
    ]),
  );
}

async function kindsOf(of: ReportContext): Promise<ReadonlyMap<string, readonly PairingKind[]>> {
  const rows = await of.query<{
    scope_id: string;
    east_type: string | null;
    west_type: string | null;
    links: bigint;
    east: bigint;
    west: bigint;
  }>(
    ({
      table,
      seen,
    }) => `select r.scope_id, r.east_type, r.west_type, count(*) as links, count(distinct r.east) as east,
         count(distinct r.west) as west from ${table("pairing")} r where ${seen("pairing")}
       group by r.scope_id, r.east_type, r.west_type order by links desc, r.east_type, r.west_type`,
  );
  return new Map(
    [...groupBy(rows, ({ scope_id }) => scope_id)].map(([scope, few]) => [
      scope,
      few.map(({ east_type, west_type, links, east, west }) => ({
        east_type,
        west_type,
        links: Number(links),
        east: Number(east),
        west: Number(west),
      })),
    ]),
  );
}

/** The latest roster of each scope. */
async function rostersTold(of: ReportContext): Promise<readonly RosterTold[]> {
  const rows = await of.query<{
    scope_id: string;
    id: string;
    name: string;
    as_of: string | null;
    east: readonly RosterPart[];
    west: readonly RosterPart[];
  }>(
    ({ table, seen }) => `select distinct on (r.scope_id) r.scope_id, r.id, r.name, r.as_of, r.east, r.west
       from ${table("roster_count")} r where ${seen("roster_count")}
      order by r.scope_id, r.as_of collate "C" desc nulls last, r.id desc`,
  );
  return rows.map(({ name, ...row }) => ({ ...row, title: name }));
}
