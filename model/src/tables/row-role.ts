import { type GridArea, plainText } from "./grid.js";
import type { RowRole, TableColumn } from "./sheet-tables.js";

const TOTAL = /^(?:合计|总计|共计|累计|总数|全县合计|汇总)/u;
const SUBTOTAL = /小计/u;
const GROUP = /^(?:[(（]?[一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.]|第[一二三四五六七八九十\d]+批)/u;
const NOTE = /^(?:注|备注|说明|填表说明|填报说明)[:：\d]|^[*※]|数据由.+提供/u;
/** A number, stored as one or as text. */
const FIGURE = /^[¥￥]?-?\d[\d,]*(?:\.\d+)?(?:元|万元|%)?$/u;
const SIGNATURE = /(?:填表人|填报人|审核人|制表|负责人|签字|签章|经办人|联系电话)[^:：]{0,6}[:：]|以上情况属实/u;

/** Tells a row's role from its words; `label` is what was said. */
export function rowRole(
  areas: readonly GridArea[],
  columns: readonly TableColumn[],
): { readonly role: RowRole; readonly label: string } {
  const [first] = areas;
  if (first === undefined) return { role: "blank", label: "" };
  const texts = areas.map(({ cell }) => plainText(cell));
  const label = first.cell.text.trim();
  const lead = texts.find((text) => text !== "") ?? "";
  const numbers = areas.filter(({ cell }) => cell.kind === "number" || cell.kind === "formula-error").length;
  const wide = first.right - first.left >= Math.max(2, Math.floor(columns.length / 3));
  // A note or signature fills one wide cell or few; a data row whose 备注 says 注： is none.
  if (SIGNATURE.test(texts.join("")) && areas.length <= 4 && numbers === 0)
    return { role: "signature", label: texts.join(" ") };
  if (NOTE.test(lead) && areas.length <= 3) return { role: "note", label };
  const early = areas.filter(({ left }) => left <= (columns[3]?.column ?? left)).map(({ cell }) => plainText(cell));
  const total = early.find((text) => TOTAL.test(text) && text.length <= 60);
  if (total !== undefined && !isSerial(lead)) return { role: "total", label: total };
  const subtotal = early.find((text) => SUBTOTAL.test(text) && text.length <= 40);
  if (subtotal !== undefined && !isSerial(lead)) return { role: "subtotal", label: subtotal };
  const figures = areas.filter(({ cell }, at) => cell.kind !== "text" || FIGURE.test(texts[at] ?? "")).length;
  if (GROUP.test(lead) && (areas.length === 1 || wide || figures >= areas.length - 1)) return { role: "group", label };
  if (areas.length === 1 && (wide || lead.length > 40)) return { role: "note", label };
  return { role: "data", label: "" };
}

/** A 序号 in front: then the words behind it are the row's areas. */
function isSerial(text: string): boolean {
  return /^\d+(?:\.\d+)*$/u.test(text);
}
