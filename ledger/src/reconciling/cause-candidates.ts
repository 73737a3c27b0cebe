import {
  type CauseCandidate,
  compareDecimals,
  type Decimal,
  printedInvoice,
  printNumber,
  shiftDecimal,
  subtractDecimals,
} from "@shanhai/model";
import { mayReadRecord } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { BoardLine } from "../counting/counting-desk.js";
import { lastDay } from "../counting/month-totals.js";
import type { Desk } from "../desk.js";
import type { SqlRow } from "../sql.js";
import type { MonthOfPair } from "./reconcile-desk.js";

/** An amount of the ledger's without a sign: which side it raises follows from the difference that it is to explain. */
type Found = Omit<CauseCandidate, "amount"> & { readonly size: Decimal };

/** What the ledger knows that two sides may count differently, by indicator. */
export interface KnownCauses {
  of(code: string, difference: Decimal): readonly CauseCandidate[];
}

/** Looks for causes once for all lines of a month: money under way, sales left out or taken back, jobs beside persons. */
export async function knownCauses(
  desk: Desk,
  actor: Actor,
  of: MonthOfPair,
  lines: readonly BoardLine[],
): Promise<KnownCauses> {
  const found = new Map<string, Found[]>();
  const put = (codes: readonly string[], cause: Found) => {
    for (const code of codes) found.set(code, [...(found.get(code) ?? []), cause]);
  };
  const reads = (name: string) => mayReadRecord(actor, desk.records.get(name).definition);
  if (reads("fund_tranche") && reads("fund_source")) await underWay(desk, of, put);
  if (reads("sale")) await salesApart(desk, of, put);
  const ledger = new Map(lines.map((line) => [line.code, line.ledger?.toDate ?? null]));
  for (const [persons, times] of [
    ["E1", "E1d"],
    ["C3", "C3a"],
  ] as const) {
    const [one, other] = [ledger.get(persons) ?? null, ledger.get(times) ?? null];
    if (one === null || other === null || compareDecimals(one, other) === 0) continue;
    const words = { zh: `${other} 人次，按人计为 ${one} 人`, en: `${other} person-times are ${one} persons` };
    put([persons], { cause: "persons_or_times", size: subtractDecimals(other, one), ...words, rows: [] });
  }
  return {
    of: (code, difference) =>
      (found.get(code) ?? []).map(({ size, ...cause }) => ({
        ...cause,
        amount: compareDecimals(difference, "0") < 0 ? subtractDecimals("0", size) : size,
      })),
  };
}

type Put = (codes: readonly string[], cause: Found) => void;

/** Sent by the day and not yet received, source by source. */
async function underWay(desk: Desk, { scope, year, month }: MonthOfPair, put: Put): Promise<void> {
  const { rows } = await desk.database.query<
    SqlRow & { giver_level: string; giver_name: string; under_way: string; sent_on: string; id: string }
  >(
    `select f.giver_level, f.giver_name, sum(case t.step when 'sent' then t.amount else -t.amount end) as under_way,
       max(t.on_from) filter (where t.step = 'sent') as sent_on,
       (array_agg(t.id order by t.on_from desc) filter (where t.step = 'sent'))[1] as id
     from fund_tranche t join fund_source f on f.scope_id = t.scope_id and f.id = t.source
     where t.scope_id = $1 and t.step in ('sent', 'received') and f.kind = 'fiscal'
       and t.on_from between make_date($2::int, 1, 1) and $3::date
     group by f.id, f.giver_level, f.giver_name
     having sum(case t.step when 'sent' then t.amount else -t.amount end) > 0
       and count(*) filter (where t.step = 'sent') > 0`,
    [scope, year, lastDay(year, month)],
  );
  for (const row of rows) {
    const size = shiftDecimal(row.under_way, -6);
    put(["B1", row.giver_level === "county" ? "B1b" : "B1a"], {
      cause: "in_transit",
      size,
      zh: `在途：${row.giver_name} ${row.sent_on} 拨出 ${size} 万元，截止日未到账`,
      en: `${size} (10,000 yuan) sent by ${row.giver_name} on ${row.sent_on}, not arrived on the day`,
      rows: [{ record: "fund_tranche", scope_id: scope, id: row.id }],
    });
  }
}

/** Sales that one side may have counted: left out with a reason, or taken back by a row below 0. */
async function salesApart(desk: Desk, { scope, year, month }: MonthOfPair, put: Put): Promise<void> {
  const { rows } = await desk.database.query<
    SqlRow & {
      id: string;
      amount: string;
      mode: string | null;
      cause: "returned" | "other_year" | "duplicate_invoice" | "other";
      exclusion: string | null;
      invoice_no: string | null;
    }
  >(
    `select s.id, abs(s.amount) as amount, s.mode, s.exclusion, s.invoice_no, case
         when s.amount < 0 or s.exclusion ~ '退' then 'returned'
         when extract(year from coalesce(s.invoiced_on_from, s.sold_on_from)) <> s.year or s.exclusion ~ '上年' then 'other_year'
         when s.exclusion ~ '重复|只计一次' or exists (select 1 from sale o where o.scope_id = s.scope_id and o.year = s.year
           and o.id <> s.id and ltrim(o.invoice_no, '0') = ltrim(s.invoice_no, '0') and o.counted is distinct from false) then 'duplicate_invoice'
         else 'other' end as cause
     from sale s where s.scope_id = $1 and s.year = $2 and coalesce(s.month, 0) <= $3
       and s.amount is not null and (s.counted = false or s.amount < 0)
     order by s.sold_on_from, s.id limit 200`,
    [scope, year, month],
  );
  for (const { id, amount, mode, cause, exclusion, invoice_no } of rows) {
    const size = shiftDecimal(amount, -6);
    const what = {
      returned: "退货",
      other_year: "上年发票",
      duplicate_invoice: "重复票",
      other: exclusion ?? "未计入",
    }[cause];
    const number = invoice_no === null ? "" : `（发票 ${printedInvoice(invoice_no)}）`;
    const english = {
      returned: "goods returned",
      other_year: "an invoice of another year",
      duplicate_invoice: "an invoice counted twice",
      other: "a sale left out",
    }[cause];
    put(["F1", ...(mode === "purchase" ? ["F1a"] : mode === "assisted" ? ["F1b"] : [])], {
      cause,
      size,
      zh: `${what}${number} ${printNumber(size, "万元")} 万元`,
      en: `${english}, ${printNumber(size, "万元")} (10,000 yuan)`,
      rows: [{ record: "sale", scope_id: scope, id }],
    });
  }
}
