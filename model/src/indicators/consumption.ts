import type { IndicatorDefinition } from "../counting/indicator-definition.js";
import { unchanged } from "../counting/single-version.js";

const VOUCHERS = ["发票、银行回单、出入库台账", "invoices, bank receipts, stock ledger"] as const;

/** F 消费协作. 采购 and 帮助销售 are kept apart; the sum is reported; one invoice counts once. */
export const consumption: readonly IndicatorDefinition[] = [
  {
    code: "F1",
    group: "F",
    zh: "采购、帮助销售农畜产品和特色手工艺品",
    en: "farm products and crafts bought or helped to sell",
    unit: "万元",
    kind: "flow",
    aggregation: "sum",
    said: /消费(?:帮扶|协作)|(?:采购|帮助销售)[^，。]{0,12}(?:农|产品)/,
    versions: unchanged(
      [
        "同一发票只计一次；退货冲减；不在统计时段的发票不计",
        "one invoice once; returns are taken off; invoices outside the window do not count",
      ],
      VOUCHERS,
    ),
  },
  {
    code: "F1a",
    group: "F",
    zh: "其中：采购",
    en: "of which bought",
    unit: "万元",
    kind: "flow",
    aggregation: "sum",
    parent: "F1",
    versions: unchanged(["东部单位直接采购", "bought by eastern units"], VOUCHERS),
  },
  {
    code: "F1b",
    group: "F",
    zh: "其中：帮助销售",
    en: "of which helped to sell",
    unit: "万元",
    kind: "flow",
    aggregation: "sum",
    parent: "F1",
    versions: unchanged(["东部帮助销售", "sold with eastern help"], VOUCHERS),
  },
  {
    code: "F2",
    group: "F",
    zh: "消费帮扶三专（专柜、专馆、专区）",
    en: "counters, halls and zones",
    unit: "个",
    kind: "stock",
    aggregation: "last",
    versions: unchanged(["截止日存量", "stock on the day"], ["照片、协议", "photographs, agreement"], {
      basis: "inferred",
    }),
  },
  {
    code: "F2a",
    group: "F",
    zh: "其中：832 平台销售额",
    en: "of which on the 832 platform",
    unit: "万元",
    kind: "flow",
    aggregation: "sum",
    parent: "F1",
    versions: unchanged(["销售额中经 832 平台的部分", "the part of F1 sold on the platform"], ["平台订单", "orders"], {
      basis: "inferred",
    }),
  },
];
