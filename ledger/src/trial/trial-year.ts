import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import type { Change, Values } from "../command.js";
import { created, newId } from "./trial-cooperation.js";

/** For tests only: 望潮区 with 石坎县 and 清溪县 (invented) in 2023, as their workbooks of users.md section 6 say it. */
export const WANGCHAO = partyId({ kind: "region", code: "990101", name: "甲省临海市望潮区" });
export const SHIKAN = partyId({ kind: "region", code: "980101", name: "乙省云岭州石坎县" });
export const QINGXI = partyId({ kind: "region", code: "980102", name: "乙省云岭州清溪县" });
export const SHIKAN_PAIR = pairId(WANGCHAO, SHIKAN);
export const QINGXI_PAIR = pairId(WANGCHAO, QINGXI);

const party = (id: string, path: string, adcode: string, side: string) =>
  created("party", NIL_SCOPE, id, { path, name: path.slice(-3), adcode, kind: "region", side });

/** The three parties and two pairs. */
export const parties: readonly Change[] = [
  party(WANGCHAO, "甲省临海市望潮区", "990101", "east"),
  party(SHIKAN, "乙省云岭州石坎县", "980101", "west"),
  party(QINGXI, "乙省云岭州清溪县", "980102", "west"),
  created("pair", NIL_SCOPE, SHIKAN_PAIR, { label: "望潮区—石坎县", east: WANGCHAO, west: SHIKAN }),
  created("pair", NIL_SCOPE, QINGXI_PAIR, { label: "望潮区—清溪县", east: WANGCHAO, west: QINGXI }),
];

/** A row of 石坎县's pair, unless another scope is given. */
export function row(record: string, values: Values, scope: string = SHIKAN_PAIR, id: string = newId()): Change {
  return created(record, scope, id, values);
}

/** 分 of an amount in 万元 with at most two decimals. */
export function wan(amount: string): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  return String(BigInt(whole + fraction.padEnd(2, "0")) * 10_000n);
}

/**
 * L6: 66 rows of sales, 1,632.40 万元 as the months print them. Two do not count (one invoice entered as both kinds, one of
 * last year), a return of 2.60 was added: 65 count, 1,598.15 = 509.80 + 1,088.35.
 */
export function sales(returned: boolean): readonly Change[] {
  const months = ["96.3", "80", "120.5", "133.2", "140", "150.4", "160", "171", "190.5", "260.5", "130"];
  const rows: Change[] = [];
  let purchase = 512_400n;
  for (const [at, printed] of months.entries()) {
    const month = at + 1;
    const fixed: readonly Values[] =
      month === 1
        ? [{ amount: wan("6"), mode: "assisted", sold_on: "2022-12-28", counted: false, exclusion: "上年发票" }]
        : month === 10
          ? [
              { amount: wan("25.65"), mode: "purchase", invoice_no: "00382915" },
              { amount: wan("25.65"), mode: "assisted", invoice_no: "00382915", counted: false, exclusion: "重复票" },
            ]
          : [];
    // In units of 10 元, so that six rows make the month's sum to the last.
    let left = BigInt(wan(printed)) / 1000n - fixed.reduce((sum, one) => sum + BigInt(String(one.amount)) / 1000n, 0n);
    if (month === 10) purchase -= 25_650n;
    for (const values of fixed) rows.push(saleRow(month, values));
    for (let of = 6 - fixed.length; of > 0; of -= 1) {
      const share = of === 1 ? left : left / BigInt(of);
      left -= share;
      // The first rows are bought by eastern units until 512.40 are; the row that crosses the line is parted in kind only.
      const bought = purchase >= share;
      if (bought) purchase -= share;
      rows.push(saleRow(month, { amount: String(share * 1000n), mode: bought ? "purchase" : "assisted" }));
    }
  }
  if (returned) rows.push(saleRow(11, { amount: `-${wan("2.6")}`, mode: "purchase", note: "退货2.6万" }));
  return rows;
}

function saleRow(month: number, values: Values): Change {
  const sold_on = `2023-${String(month).padStart(2, "0")}-12`;
  return row("sale", {
    sold_on,
    seller: "石坎县辣椒合作社",
    product: "辣椒",
    year: 2023,
    month,
    counted: true,
    ...values,
  });
}

/** L3 after its four duplicates are gone: 96 jobs of 93 people, three of whom have two. */
export function jobs(): readonly Change[] {
  const rows: Change[] = [];
  const job = (person: number, destination: string, months: string, started: string, longest: boolean) =>
    rows.push(
      row("labour_record", {
        year: 2023,
        person_name: `甲${person}`,
        person_key: `p${String(person).padStart(3, "0")}`,
        identity: person <= 61 ? "relieved" : person <= 73 ? "monitored" : "general",
        destination,
        months,
        started,
        longest,
      }),
    );
  for (let person = 1; person <= 93; person++) {
    const destination = person <= 38 ? "east" : person <= 79 ? "local" : "other";
    // The last five went out in November.
    job(person, destination, "8", person > 88 ? "2023-11-06" : "2023-02-15", true);
  }
  job(5, "local", "2", "2023-10-20", false);
  job(6, "local", "2", "2023-10-20", false);
  job(45, "east", "2", "2023-10-20", false);
  return rows;
}

/** What the agreement asks of 石坎县 in 2023, and its November form (L4): target, this month, to date. */
export const FORM: readonly (readonly [
  code: string,
  target: string | null,
  month: string,
  toDate: string,
  unit: string,
])[] = [
  ["A4a", "2", "0", "2", "人次"],
  ["A3", "1", "0", "1", "次"],
  ["B1", "2500", "0", "2560.50", "万元"],
  ["B1b", null, "0", "660", "万元"],
  ["B2", "100", "15", "155", "万元"],
  ["B3a", "80", "3.2", "63.20", "万元"],
  ["C1", "2", "0", "2", "人"],
  ["C3", "20", "4", "29", "人"],
  ["D1", "2", "0", "1", "家"],
  ["D2", "5000", "200", "3800", "万元"],
  ["D3", "100", "6", "84", "人"],
  ["E1", "90", "5", "93", "人"],
  ["E1r", "60", "2", "73", "人"],
  ["E1a", "30", "1", "38", "人"],
  ["E2a", "60", "0", "58", "人次"],
  ["F1", "1500", "130", "1632.40", "万元"],
];

export const targets: readonly Change[] = FORM.flatMap(([indicator, target, , , unit]) =>
  target === null ? [] : [row("indicator_target", { indicator, year: 2023, target, unit })],
);

/** The form as a bureau's numbers of a month; October's to date is what November's adds to, but for row 4. */
export function formValues(month: 10 | 11, more: Values = {}, scope: string = SHIKAN_PAIR): readonly Change[] {
  return FORM.map(([indicator, , this_month, to_date, unit]) => {
    const october = indicator === "B2" ? "145" : minus(to_date, this_month);
    return row(
      "indicator_value",
      {
        indicator,
        year: 2023,
        month,
        kind: "reported",
        line: "west",
        state: "office",
        unit,
        this_month: month === 11 ? this_month : null,
        to_date: month === 11 ? to_date : october,
        ...more,
      },
      scope,
    );
  });
}

function minus(a: string, b: string): string {
  const cents = (text: string) => {
    const [whole = "0", fraction = ""] = text.split(".");
    return BigInt(whole + fraction.padEnd(2, "0").slice(0, 2));
  };
  const left = String(cents(a) - cents(b)).padStart(3, "0");
  return `${left.slice(0, -2)}.${left.slice(-2)}`;
}
