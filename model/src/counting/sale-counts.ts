import type { SheetCount } from "../tables/sheet-form.js";
import { printMoney } from "../values/money.js";

/** What a sales ledger comes to; money in 分. */
export interface SaleSums {
  /** Rows of the file that are sales. */
  readonly rows: number;
  readonly excluded: number;
  readonly returns: number;
  /** Rows counted, those of returns included. */
  readonly counted: number;
  readonly purchase: bigint;
  readonly assisted: bigint;
  readonly total: bigint;
}

/** 计入、不计入、退货冲减 and the sums of a sales ledger, as its preview says them. Of an unknown year its rows only. */
export function saleCounts(sums: SaleSums, year: number | null): readonly SheetCount[] {
  const say = (key: string, value: bigint | number, zh: string, en: string): SheetCount => ({
    key,
    zh,
    en,
    value: value.toString(),
  });
  const wan = (fen: bigint) => printMoney(fen, "zh", "万元");
  const { rows, excluded, returns, counted, purchase, assisted, total } = sums;
  if (year === null) return [say("rows", rows, `共 ${rows} 行，年度不明，未作统计`, `${rows} rows of an unknown year`)];
  return [
    say("rows", rows, `台账 ${rows} 行`, `${rows} rows`),
    say("excluded", excluded, `不计入 ${excluded} 行（重复票、上年发票）`, `${excluded} rows not counted`),
    say("returns", returns, `退货冲减 ${returns} 行`, `${returns} rows of returns`),
    say("counted", counted, `计入 ${counted} 行`, `${counted} rows counted`),
    say("purchase", purchase, `采购 ${wan(purchase)}`, `purchases ${printMoney(purchase, "en")}`),
    say("assisted", assisted, `帮助销售 ${wan(assisted)}`, `assisted sales ${printMoney(assisted, "en")}`),
    say("total", total, `合计 ${wan(total)}`, `together ${printMoney(total, "en")}`),
  ];
}

/** Rows that do not say where the buyer is: whether an eastern one bought cannot be told. */
export function blankRegionTexts(count: number): { readonly text_zh: string; readonly text_en: string } {
  return {
    text_zh: `有 ${count} 行没有填采购方所在地，不能判断是否东部采购。`,
    text_en: `${count} rows do not say where the buyer is.`,
  };
}
