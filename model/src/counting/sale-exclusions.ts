/** One row of a sales ledger (消费帮扶台账) as far as counting needs it. */
export interface SaleLine {
  readonly id: string;
  readonly invoice: string | null;
  readonly seller: string;
  /** 分. */
  readonly amount: bigint;
  readonly mode: "purchase" | "assisted" | null;
  /** The invoice's day, partial or null. */
  readonly soldOn: string | null;
  readonly note: string | null;
  /** The ledger's year that the row is of; null where nobody knows: then it is not judged. */
  readonly year: string | null;
  /** The days whose invoices count for that year. */
  readonly window: SaleWindow | null;
  /** Why it does not count, where the row says so itself, as in a ledger that was printed; empty where it gives no reason. */
  readonly out: string | null;
}

/** Why a row does not count, or what a return takes away. */
export interface SaleVerdict {
  readonly id: string;
  readonly reason: "duplicate_invoice" | "other_year" | "stated";
  /** The row that counts instead, for a doubled invoice. */
  readonly of: string | null;
  readonly zh: string;
  readonly en: string;
}

/** Goods that came back: told in the note of a row whose amount still holds the whole. A negative row of its own. */
export interface SaleReturn {
  readonly id: string;
  /** 分, negative. */
  readonly amount: bigint;
  readonly mode: SaleLine["mode"];
}

export interface SaleCount {
  readonly excluded: readonly SaleVerdict[];
  readonly returns: readonly SaleReturn[];
  /** Rows counted, those of returns included. */
  readonly rows: number;
  /** 分. 采购 and 帮助销售 are never shown only as their sum (domain.md F1). */
  readonly purchase: bigint;
  readonly assisted: bigint;
  readonly total: bigint;
}

/** The days whose invoices count for a year. Not always the calendar year (users.md finding 21: 万州). */
export interface SaleWindow {
  readonly from: string;
  readonly to: string;
}

/** The calendar year, where nothing else is ruled. */
export function calendarWindow(year: number): SaleWindow {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/**
 * Counts sales, each year by itself: an invoice that stands twice (采购 and 帮助销售) counts once, as 采购; an invoice of another year not at
 * all; a return told in a note takes its amount away. Invoice numbers are compared without leading zeros, which a
 * spreadsheet loses.
 */
export function countSales(lines: readonly SaleLine[]): SaleCount {
  const excluded: SaleVerdict[] = [];
  const out = new Set<string>();
  const exclude = (verdict: SaleVerdict) => {
    excluded.push(verdict);
    out.add(verdict.id);
  };
  for (const line of lines) {
    const told = ruledOut(line);
    const reason = line.out === null ? "other_year" : "stated";
    if (told !== null) exclude({ id: line.id, reason, of: null, ...told });
  }
  const seen = new Map<string, SaleLine>();
  // 采购 first, so that of a doubled invoice it is the row that stays.
  const inOrder = [...lines].sort((a, b) => Number(a.mode !== "purchase") - Number(b.mode !== "purchase"));
  for (const line of inOrder) {
    const key = invoiceKey(line);
    if (key === null || out.has(line.id)) continue;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, line);
    else exclude({ id: line.id, reason: "duplicate_invoice", of: before.id, ...doubled(line.invoice, before.mode) });
  }
  const kept = lines.filter(({ id }) => !out.has(id));
  const returns = kept.flatMap((line): SaleReturn[] => {
    const back = takenBack(line);
    return back === null ? [] : [{ id: line.id, amount: -back, mode: line.mode }];
  });
  const sum = (mode: SaleLine["mode"]) =>
    [...kept, ...returns].reduce((total, one) => (one.mode === mode ? total + one.amount : total), 0n);
  const [purchase, assisted] = [sum("purchase"), sum("assisted")];
  return {
    excluded,
    returns,
    rows: kept.length + returns.length,
    purchase,
    assisted,
    total: purchase + assisted + sum(null),
  };
}

/** What makes two rows of a year one invoice: its number, its seller, its amount. Null where no number is printed. */
export function invoiceKey({
  invoice,
  seller,
  amount,
  year,
}: Pick<SaleLine, "invoice" | "seller" | "amount" | "year">): string | null {
  const digits = invoice?.replace(/\D/gu, "").replace(/^0+/u, "") ?? "";
  return digits === "" || year === null ? null : `${digits}|${seller}|${amount}|${year}`;
}

/**
 * An invoice's number as its paper prints it: 8 digits (20 of a fully digital one). What a spreadsheet kept as a number has
 * lost its zeros, and 382915 is found in no folder.
 */
export function printedInvoice(stored: string): string {
  return /^\d{1,7}$/u.test(stored) ? stored.padStart(8, "0") : stored;
}

/** Why a row does not count whatever else the file holds: it says so, or its invoice is of another year; null where it may. */
export function ruledOut({
  soldOn,
  window,
  out,
}: Pick<SaleLine, "soldOn" | "window" | "out">): { readonly zh: string; readonly en: string } | null {
  if (out !== null) return { zh: out, en: out };
  if (soldOn === null || window === null || !outside(soldOn, window)) return null;
  return {
    zh: `发票日期 ${soldOn} 不在统计期 ${window.from} 至 ${window.to} 内`,
    en: `the invoice of ${soldOn} lies outside ${window.from} to ${window.to}`,
  };
}

/** Why an invoice does not count that a row of this mode has counted. */
export function doubled(
  invoice: string | null,
  countedAs: SaleLine["mode"],
): { readonly zh: string; readonly en: string } {
  const printed = printedInvoice(invoice ?? "");
  return {
    zh: `发票 ${printed} 已按${countedAs === "assisted" ? "帮助销售" : "采购"}计入，同一张发票只计一次`,
    en: `invoice ${printed} is counted already; one invoice counts once`,
  };
}

/** 分 that came back of a sale whose amount still holds the whole; null where nothing did. */
export function takenBack({ note, amount }: Pick<SaleLine, "note" | "amount">): bigint | null {
  const back = returnedAmount(note);
  return back === null || back <= 0n || amount < 0n ? null : back;
}

/** Whether an invoice of this day, partial or whole, is one of those. */
export function outside(day: string, { from, to }: SaleWindow): boolean {
  if (!/^\d{4}/u.test(day)) return false;
  return day < from.slice(0, day.length) || day > to.slice(0, day.length);
}

/** 退货2.6万, 退货26000元, 退回 2.6 万元 → 分. */
export function returnedAmount(note: string | null): bigint | null {
  const said = /退(?:货|回)(?:款)?(\d+)(?:\.(\d+))?(万)?元?/u.exec(note?.replace(/\s/gu, "") ?? "");
  if (said === null) return null;
  const [, whole = "0", fraction = "", wan] = said;
  const power = wan === undefined ? 2 : 6;
  return BigInt(whole + fraction.slice(0, power).padEnd(power, "0"));
}
