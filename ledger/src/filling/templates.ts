import { commandId, indicators, NIL_SCOPE } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { sha256Of } from "../fresh-id.js";
import { rememberedLayouts, TEMPLATE_FORM } from "../importing/layout-memory.js";
import { type Book, cellName, cellPlace } from "../workbook/book.js";
import { readBook } from "../workbook/read-book.js";
import { boundValues } from "./bound-values.js";
import { fillPackage } from "./fill-package.js";
import {
  boundMeasures,
  type CellBinding,
  type FilledTemplate,
  type OpenedTemplate,
  type TemplateDesk,
  type TemplateMonth,
  type TemplateSheet,
} from "./template-desk.js";

/** So much of a form is shown to bind cells in; forms are smaller. */
const mostRows = 200;
const mostColumns = 60;
const mostBindings = 500;

export function templateDesk(desk: Desk): TemplateDesk {
  return {
    openTemplate: (actor, name, bytes) => openTemplate(desk, actor, name, bytes),
    bindTemplate: (actor, fingerprint, bindings, command, name) =>
      bindTemplate(desk, actor, fingerprint, bindings, command, name),
    fillTemplate: (actor, name, bytes, of) => fillTemplate(desk, actor, name, bytes, of),
  };
}

async function openTemplate(desk: Desk, actor: Actor, name: string, bytes: Uint8Array): Promise<OpenedTemplate> {
  requireRight(actor, "read");
  const book = await readTemplate(name, bytes);
  const fingerprint = templateFingerprint(book);
  const { bindings } = await remembered(desk, fingerprint);
  return { fingerprint, name, sheets: book.sheets.filter(({ hidden }) => !hidden).map(shown), bindings };
}

async function readTemplate(name: string, bytes: Uint8Array): Promise<Book> {
  const book = await readBook(bytes, name);
  // Only a package can be filled in without touching the rest of it.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new LedgerError("TEMPLATE_FORMAT");
  return book;
}

function shown(sheet: Book["sheets"][number]): TemplateSheet {
  const rows = Math.min(mostRows, Math.max(sheet.rows, ...sheet.merges.map(({ bottom }) => bottom + 1)));
  const columns = Math.min(mostColumns, Math.max(sheet.columns, ...sheet.merges.map(({ right }) => right + 1)));
  return {
    name: sheet.name,
    merges: sheet.merges.filter(({ bottom, right }) => bottom < rows && right < columns),
    cells: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => {
        const cell = sheet.cell(row, column);
        return cell === null ? null : { text: cell.text, formula: cell.formula !== undefined };
      }),
    ),
  };
}

/**
 * What a form is known by: its words and where they stand, whatever month, day and names are filled in around them. Next
 * month's copy is the same form; one with another column is another.
 */
export function templateFingerprint(book: Book): string {
  const words: string[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    for (let row = 0; row < Math.min(sheet.rows, mostRows); row++) {
      for (let column = 0; column < Math.min(sheet.columns, mostColumns); column++) {
        const cell = sheet.cell(row, column);
        if (cell === null || cell.kind !== "text" || cell.formula !== undefined) continue;
        const text = cell.text.normalize("NFKC").replace(/\s+/g, "").replace(/\d+/g, "#");
        // 填报单位：…, 填表人：… change with who fills it in; a bare figure is no word of the form.
        if (text === "" || text.includes(":") || /^[#.,%/—-]+$/.test(text)) continue;
        words.push(`${cellName(row, column)} ${text}`);
      }
    }
    words.push("");
  }
  return sha256Of(new TextEncoder().encode(words.join("\n"))).slice(0, 32);
}

async function remembered(desk: Desk, fingerprint: string) {
  const layout = (await rememberedLayouts(desk, [fingerprint])).get(fingerprint);
  const pairs = layout === undefined || layout.form !== TEMPLATE_FORM ? [] : Object.entries(layout.columns);
  return { layout, bindings: pairs.flatMap(([place, what]) => bindingOf(place, what) ?? []) };
}

/** `附件3!F12` and `E1 to_date 万元`, as they are kept. */
function bindingOf(place: string, what: string | null): CellBinding | null {
  const mark = place.lastIndexOf("!");
  const [indicator = "", measure = "", unit = ""] = (what ?? "").split(" ");
  const known = boundMeasures.find((one) => one === measure);
  if (mark < 1 || known === undefined) return null;
  return {
    sheet: place.slice(0, mark),
    cell: place.slice(mark + 1),
    indicator,
    measure: known,
    unit: unit === "元" || unit === "万元" || unit === "亿元" ? unit : null,
  };
}

async function bindTemplate(
  desk: Desk,
  actor: Actor,
  fingerprint: string,
  bindings: readonly CellBinding[],
  command_id: string,
  name = "",
): Promise<void> {
  requireRight(actor, "write");
  if (!/^[0-9a-f]{32}$/.test(fingerprint) || bindings.length > mostBindings) throw new LedgerError("TEMPLATE_BINDING");
  for (const { sheet, cell, indicator } of bindings) {
    if (sheet === "" || cellPlace(cell) === null || !indicators.some(({ code }) => code === indicator))
      throw new LedgerError("TEMPLATE_BINDING");
  }
  const { layout } = await remembered(desk, fingerprint);
  const values = {
    fingerprint,
    form: TEMPLATE_FORM,
    columns: bindings.map(({ sheet, cell, indicator, measure, unit }) => ({
      letter: `${sheet}!${cell}`,
      key: [indicator, measure, unit ?? ""].join(" ").trim(),
    })),
    answers: [],
  };
  const place = { record: "sheet_layout", scope_id: NIL_SCOPE };
  const change: Change =
    layout === undefined
      ? { op: "create", ...place, id: commandId("sheet-template", fingerprint), values: { ...values, name } }
      : { op: "change", ...place, id: layout.id, version: layout.version, values };
  await desk.write(actor, { command_id, reason: "记住模板填报位置", changes: [change] });
}

async function fillTemplate(
  desk: Desk,
  actor: Actor,
  name: string,
  bytes: Uint8Array,
  of: TemplateMonth,
): Promise<FilledTemplate> {
  requireRight(actor, "read");
  const { bindings } = await remembered(desk, templateFingerprint(await readTemplate(name, bytes)));
  if (bindings.length === 0) throw new LedgerError("TEMPLATE_UNBOUND");
  const numbers = await boundValues(desk, actor, of, bindings);
  const values = new Map<string, Map<string, string>>();
  for (const [at, { sheet, cell }] of bindings.entries()) {
    const number = numbers[at] ?? null;
    if (number === null) continue;
    values.set(sheet, (values.get(sheet) ?? new Map<string, string>()).set(cell, number));
  }
  const done = await fillPackage(bytes, values);
  const filled = new Set([...done.filled].flatMap(([sheet, cells]) => cells.map((cell) => `${sheet}!${cell}`)));
  return {
    name: name.replace(/\.\w+$/, `（${of.year}年${of.month}月）.xlsx`),
    bytes: done.bytes,
    filled: filled.size,
    empty: bindings
      .filter(({ sheet, cell }) => !filled.has(`${sheet}!${cell}`))
      .map(({ sheet, cell }) => ({ sheet, cell })),
  };
}
