import { regionPathParts } from "@shanhai/model";
import { maySee } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { isUuid } from "../schema/record-columns.js";
import type { FrameChoice, FrameKind, FrameQuery } from "./counting-desk.js";

/** The scopes that a board adds up. */
export interface Frame {
  readonly kind: FrameKind;
  readonly title: string;
  /** The side that it stands on; null for a pair and where a region has parties of both. */
  readonly side: "east" | "west" | null;
  readonly pairs: readonly FramePair[];
  /** Scopes of parties: what several pairs share and nobody split (未分县). */
  readonly parties: readonly string[];
  /** Distinct western parties: what 县均 divides by. */
  readonly counties: number;
}

export interface FramePair {
  readonly id: string;
  readonly label: string;
  readonly east: string;
  readonly west: string;
}

type PairRow = {
  readonly id: string;
  readonly label: string;
  readonly east: string;
  readonly west: string;
  readonly east_path: string;
  readonly west_path: string;
  readonly east_name: string;
  readonly west_name: string;
  readonly east_code: string | null;
  readonly west_code: string | null;
};

async function pairsOf(desk: Desk, actor: Actor): Promise<readonly PairRow[]> {
  const { rows } = await desk.database.query<PairRow>(
    `select p.id, p.label, p.east, p.west, e.path as east_path, w.path as west_path,
       e.name as east_name, w.name as west_name, e.adcode as east_code,
       w.adcode as west_code
     from pair p join party e on e.id = p.east join party w on w.id = p.west order by p.label collate "C", p.id`,
  );
  return rows.filter(({ id }) => maySee(actor, id));
}

/** Finds the scopes of a board; FRAME_UNKNOWN where there is no such pair, party or region, or none to see. */
export async function frameOf(desk: Desk, actor: Actor, query: FrameQuery): Promise<Frame> {
  const pairs = await pairsOf(desk, actor);
  const { scope, party, region } = query;
  if (scope !== undefined) {
    const pair = pairs.find(({ id }) => id === scope);
    if (pair !== undefined) return frame("pair", pair.label, null, [pair], []);
  }
  if (party !== undefined && isUuid(party)) {
    const own = pairs.filter(({ east, west }) => east === party || west === party);
    const [first] = own;
    if (first !== undefined) {
      const side = first.east === party ? "east" : "west";
      return frame("party", side === "east" ? first.east_path : first.west_path, side, own, seen(actor, [party]));
    }
  }
  if (region !== undefined && /^\d{6}$/.test(region)) {
    const within = (code: string | null) => code?.startsWith(stem(region)) === true;
    const inside = pairs.filter(({ east_code, west_code }) => within(east_code) || within(west_code));
    const east = inside.filter(({ east_code }) => within(east_code));
    const west = inside.filter(({ west_code }) => within(west_code));
    const side = west.length === 0 ? "east" : east.length === 0 ? "west" : null;
    const parties = [...new Set([...east.map((pair) => pair.east), ...west.map((pair) => pair.west)])];
    if (inside.length > 0) return frame("region", await regionTitle(desk, region), side, inside, seen(actor, parties));
  }
  throw new LedgerError("FRAME_UNKNOWN");
}

function frame(
  kind: FrameKind,
  title: string,
  side: Frame["side"],
  pairs: readonly PairRow[],
  parties: readonly string[],
): Frame {
  return {
    kind,
    title,
    side,
    pairs: pairs.map(({ id, label, east, west }) => ({ id, label, east, west })),
    parties,
    counties: new Set(pairs.map(({ west }) => west)).size,
  };
}

function seen(actor: Actor, parties: readonly string[]): readonly string[] {
  return parties.filter((party) => maySee(actor, party));
}

/** 520000 → 52, 522700 → 5227: codes inside begin with it. */
function stem(code: string): string {
  return code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
}

async function regionTitle(desk: Desk, code: string): Promise<string> {
  const { rows } = await desk.database.query<{ path: string; own: boolean }>(
    "select path, adcode = $1 as own from region where adcode = $1 or adcode like $2 order by own desc, char_length(path), id limit 1",
    [code, `${stem(code)}%`],
  );
  const [found] = rows;
  if (found === undefined) return code;
  // Nobody has spoken of the province itself: a county in it says its name.
  const parts = regionPathParts(found.path);
  return found.own || parts.length < 2 ? found.path : parts.slice(0, code.endsWith("0000") ? 1 : 2).join("");
}

/** The boards that an actor may open: pairs, parties of several pairs, cities and provinces of several parties. */
export async function frameChoices(desk: Desk, actor: Actor): Promise<readonly FrameChoice[]> {
  const pairs = await pairsOf(desk, actor);
  const parties = new Map<string, string>();
  const regions = new Map<string, Set<string>>();
  for (const pair of pairs)
    for (const [party, name, code] of [
      [pair.east, pair.east_name, pair.east_code],
      [pair.west, pair.west_name, pair.west_code],
    ] as const) {
      parties.set(party, name);
      if (code === null) continue;
      for (const above of [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]) {
        regions.set(above, (regions.get(above) ?? new Set<string>()).add(party));
      }
    }
  const several = [...regions].filter(([, within]) => within.size > 1);
  const titles = await Promise.all(several.map(([code]) => regionTitle(desk, code)));
  const latest = await latestMonths(desk);
  const choice = (kind: FrameKind, asked: FrameQuery, title: string, own: readonly PairRow[]): FrameChoice => {
    const months = own.flatMap(({ id }) => latest.get(id) ?? []);
    return { ...asked, kind, title, pairs: own.length, latest: months.length === 0 ? null : Math.max(...months) };
  };
  const within = (code: string) =>
    pairs.filter((pair) => [pair.east_code, pair.west_code].some((one) => one?.startsWith(stem(code))));
  return [
    ...pairs.map((pair) => choice("pair", { scope: pair.id }, pair.label, [pair])),
    ...[...parties].map(([party, name]) =>
      choice(
        "party",
        { party },
        name,
        pairs.filter(({ east, west }) => east === party || west === party),
      ),
    ),
    ...several.map(([region], at) => choice("region", { region }, titles[at] ?? region, within(region))),
  ];
}

/** By scope, from the roll-ups; what is dated ahead of today's month is left out. */
async function latestMonths(desk: Desk): Promise<ReadonlyMap<string, number>> {
  const now = Number(beijingToday().slice(0, 7).replace("-", ""));
  const { rows } = await desk.database.query<{ scope_id: string; latest: number }>(
    // What ends (存量) has its row in the month after it: nothing happened there.
    "select scope_id, max(month) as latest from rollup where month between 1 and $1 and rows > 0 group by scope_id",
    [now],
  );
  return new Map(rows.map(({ scope_id, latest }) => [scope_id, latest]));
}
