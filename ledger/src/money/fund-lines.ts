import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { binder } from "../querying/bind.js";
import type { SqlRow } from "../sql.js";
import { FUND_STEPS, type FundLine, type FundStep, type FundSums, type MoneyState } from "./money-desk.js";
import { recordedRows } from "./recorded-rows.js";

export interface MoneyView {
  readonly actor: Actor;
  readonly year: number;
  readonly day: string;
  readonly asOf: string | undefined;
}

interface FundRow extends SqlRow {
  readonly scope_id: string;
  readonly id: string;
  readonly giver_name: string;
  readonly giver_level: string;
  readonly kind: string;
  readonly local_name: string | null;
  readonly doc_no: string | null;
  readonly amount: bigint | null;
  readonly approx: boolean | null;
  readonly regions: readonly string[] | null;
  readonly note: string | null;
}

/** The year's sources of funds in these scopes with what became of each up to the day, largest givers first. */
export async function fundLines(desk: Desk, scopes: readonly string[], view: MoneyView): Promise<readonly FundLine[]> {
  if (scopes.length === 0) return [];
  const { values, bind } = binder();
  const sources = recordedRows(desk.records.get("fund_source"), view.actor, scopes, view.asOf, bind);
  const { rows } = await desk.database.query<FundRow>(
    `select r.scope_id, r.id, r.giver_name, r.giver_level, r.kind, r.local_name, r.doc_no, r.amount, r.approx, r.regions, r.note
     from ${sources} where r.year = ${bind(view.year, "bigint")}
     order by array_position(array['province', 'city', 'county', 'township', 'village', 'department', 'society'],
       r.giver_level), r.giver_name collate "C", r.id`,
    values,
  );
  const moved = await movements(desk, scopes, view);
  const paid = await paidBySource(desk, scopes, view);
  return rows.map((row): FundLine => {
    const { sums, notes } = moved.get(row.id) ?? UNMOVED;
    const amount = row.amount === null ? null : BigInt(row.amount);
    const out = paid.get(row.id) ?? 0n;
    const transit = positive(BigInt(sums.sent) - BigInt(sums.received));
    return {
      scope_id: row.scope_id,
      id: row.id,
      giver_name: row.giver_name,
      giver_level: row.giver_level,
      kind: row.kind,
      local_name: row.local_name,
      doc_no: row.doc_no,
      amount: amount === null ? null : String(amount),
      approx: row.approx === true,
      regions: row.regions ?? [],
      sums,
      paid: String(out),
      in_transit: String(transit),
      states: statesOf(sums, amount, out, transit),
      notes: row.note === null ? notes : [...notes, row.note],
    };
  });
}

const NOTHING: FundSums = {
  pledged: "0",
  notified: "0",
  allocated: "0",
  sent: "0",
  received: "0",
  carried_over: "0",
  advanced: "0",
  returned: "0",
};

/** What the steps of a source up to a day make, and what was noted of them. */
interface Moved {
  readonly sums: FundSums;
  readonly notes: readonly string[];
}
const UNMOVED: Moved = { sums: NOTHING, notes: [] };

async function movements(
  desk: Desk,
  scopes: readonly string[],
  { actor, day, asOf }: MoneyView,
): Promise<ReadonlyMap<string, Moved>> {
  const { values, bind } = binder();
  const tranches = recordedRows(desk.records.get("fund_tranche"), actor, scopes, asOf, bind);
  const { rows } = await desk.database.query<
    SqlRow & { source: string; step: FundStep; amount: string | null; notes: readonly string[] | null }
  >(
    // A month counts when it is over; what has no day yet counts as said.
    `select r.source, r.step, sum(r.amount)::text as amount,
       array_agg(r.note order by r.on_from, r.id) filter (where r.note <> '') as notes from ${tranches}
     where r.on_to is null or r.on_to <= ${bind(day, "date")} group by r.source, r.step`,
    values,
  );
  const moved = new Map<string, Moved>();
  for (const { source, step, amount, notes } of rows) {
    const before = moved.get(source) ?? UNMOVED;
    moved.set(source, { sums: { ...before.sums, [step]: amount ?? "0" }, notes: [...before.notes, ...(notes ?? [])] });
  }
  return moved;
}

async function paidBySource(
  desk: Desk,
  scopes: readonly string[],
  { actor, day, asOf }: MoneyView,
): Promise<ReadonlyMap<string, bigint>> {
  const { values, bind } = binder();
  const shares = recordedRows(desk.records.get("payment_share"), actor, scopes, asOf, bind);
  const payments = recordedRows(desk.records.get("payment"), actor, scopes, asOf, bind).replace(/ r$/u, " p");
  const { rows } = await desk.database.query<SqlRow & { source: string; amount: string }>(
    `select r.source, sum(r.amount)::text as amount from ${shares}
     join ${payments} on p.scope_id = r.scope_id and p.id = r.payment
     where p.paid_on_to is null or p.paid_on_to <= ${bind(day, "date")} group by r.source`,
    values,
  );
  return new Map(rows.map(({ source, amount }) => [source, BigInt(amount)]));
}

/** What wants a note. Nothing of it is wrong: money is under way, advanced, carried over, or more came than was promised. */
function statesOf(sums: FundSums, amount: bigint | null, paid: bigint, transit: bigint): MoneyState[] {
  const received = BigInt(sums.received);
  const promised = BigInt(sums.pledged) > 0n ? BigInt(sums.pledged) : amount;
  const advanced = BigInt(sums.advanced) > 0n ? BigInt(sums.advanced) : positive(paid - received);
  const states: (MoneyState | null)[] = [
    state("in_transit", "在途", "under way", transit),
    state("advanced", "预拨（垫付）", "advanced before receipt", advanced),
    state("carried_over", "结转", "carried over", BigInt(sums.carried_over)),
    state("over", "超额到账", "more came than was promised", promised === null ? 0n : positive(received - promised)),
    state("returned", "结余收回", "surplus returned", BigInt(sums.returned)),
  ];
  return states.filter((one) => one !== null);
}

export function state(code: MoneyState["code"], zh: string, en: string, amount: bigint): MoneyState | null {
  return amount === 0n ? null : { code, zh, en, amount: String(amount) };
}

export function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

/** Sums by kind of funds; kinds are never added to each other. */
export function fundSums(lines: readonly FundLine[]): {
  readonly [kind: string]: FundSums & { readonly in_transit: string };
} {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = lines.filter((line) => line.kind === kind);
      const add = (read: (line: FundLine) => string) => String(own.reduce((sum, line) => sum + BigInt(read(line)), 0n));
      const steps = Object.fromEntries(FUND_STEPS.map((step) => [step, add(({ sums }) => sums[step])]));
      return [kind, { ...NOTHING, ...steps, in_transit: add(({ in_transit }) => in_transit) }];
    }),
  );
}
