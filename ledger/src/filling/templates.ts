import { commandId, indicators, NIL_SCOPE, printPartialDate } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { answersIn, type RememberedLayout, rememberedLayouts, TEMPLATE_FORM } from "../importing/layout-memory.js";
import { cellPlace } from "../workbook/book.js";
import { changeParts } from "../workbook/changed-parts.js";
import type { CellFill } from "../workbook/edit-cells.js";
import { editPackage } from "../workbook/edit-package.js";
import { insertPackageRows } from "../workbook/insert-package-rows.js";
import { pageEdges } from "./document-form.js";
import { fillDocument } from "./fill-document.js";
import { bindingsIn, keptBinding } from "./kept-bindings.js";
import { DOCUMENT_PART, fingerprintOfForm, type OpenForm, openForm } from "./open-form.js";
import { type PlannedFills, placesDown, planFills } from "./plan-fills.js";
import { type FormWord, ownWords, recognisedCopy } from "./recognise-form.js";
import { repeatTableRows } from "./repeat-table-rows.js";
import type { CellBinding, FilledTemplate, TemplateDesk, TemplateMonth } from "./template-desk.js";

const mostBindings = 500;

/** Forms that were opened last: what was bound in one comes without the form itself. */
const mostOpened = 16;
/** Words of a form that are kept; a form has some hundreds. */
const mostWords = 4000;

export function templateDesk(desk: Desk): TemplateDesk {
  const opened = new Map<string, OpenForm>();
  return {
    openTemplate: async (actor, name, bytes) => {
      requireRight(actor, "read");
      const form = await openForm(desk, name, bytes);
      const { fingerprint, bindings } = await known(desk, form);
      opened.delete(fingerprint);
      opened.set(fingerprint, form);
      const [oldest] = opened.keys();
      if (opened.size > mostOpened && oldest !== undefined) opened.delete(oldest);
      return { fingerprint, name, sheets: form.sheets, bindings };
    },
    bindTemplate: (actor, fingerprint, bindings, command, name) =>
      bindTemplate(desk, actor, {
        ...{ fingerprint, bindings, command, name: name ?? "" },
        form: opened.get(fingerprint) ?? null,
      }),
    fillTemplate: (actor, name, bytes, of) => fillTemplate(desk, actor, name, bytes, of),
  };
}

interface KnownForm {
  readonly fingerprint: string;
  readonly bindings: readonly CellBinding[];
}

/**
 * What was bound in a form: by its words as they are; else as a copy of a known form, which may hold last month's names, come
 * blank where that one was filled in, or have rows put in. A copy with more rows than the form is known by its own words.
 */
async function known(desk: Desk, form: OpenForm): Promise<KnownForm> {
  const fingerprint = fingerprintOfForm(form);
  const same = await remembered(desk, fingerprint);
  if (same !== undefined) return { fingerprint, bindings: same.bindings };
  const { rows } = await desk.database.query<{ fingerprint: string; columns: unknown; answers: unknown }>(
    "select fingerprint, columns, answers from sheet_layout where scope_id = $1 and form = $2 order by seq desc limit 500",
    [NIL_SCOPE, TEMPLATE_FORM],
  );
  for (const row of rows) {
    const bindings = bindingsIn(row.columns);
    const words = wordsIn(row.answers);
    const copy = words.length === 0 ? null : recognisedCopy(form, words, bindings);
    if (copy !== null) return { fingerprint: copy.moved ? fingerprint : row.fingerprint, bindings: copy.bindings };
    if (fingerprintOfForm(form, filledPlaces(form, bindings)) === row.fingerprint)
      return { fingerprint: row.fingerprint, bindings };
  }
  return { fingerprint, bindings: [] };
}

function filledPlaces(form: OpenForm, bindings: readonly CellBinding[]): ReadonlySet<string> {
  return new Set(
    bindings.flatMap((binding): string[] => {
      const { sheet: name, cell } = binding;
      const sheet = form.sheets.find((one) => one.name === name);
      if ("indicator" in binding || binding.row !== null || sheet === undefined) return [`${name}!${cell}`];
      return placesDown(sheet, binding, sheet.cells.length, form.kind).map((place) => `${name}!${place}`);
    }),
  );
}

/** The own words of a bound form, as its layout keeps them. */
function wordsIn(answers: unknown): readonly FormWord[] {
  return Object.entries(answersIn(answers)).map(([place, text]) => ({ place, text }));
}

async function remembered(
  desk: Desk,
  fingerprint: string,
): Promise<{ readonly layout: RememberedLayout; readonly bindings: readonly CellBinding[] } | undefined> {
  const layout = (await rememberedLayouts(desk, [fingerprint])).get(fingerprint);
  if (layout === undefined || layout.form !== TEMPLATE_FORM) return undefined;
  return { layout, bindings: bindingsIn(layout.kept) };
}

async function bindTemplate(
  desk: Desk,
  actor: Actor,
  bound: {
    readonly fingerprint: string;
    readonly bindings: readonly CellBinding[];
    readonly command: string;
    readonly name: string;
    /** Null when the program was started anew since it was opened: then it is known by its fingerprint alone. */
    readonly form: OpenForm | null;
  },
): Promise<void> {
  requireRight(actor, "write");
  const { fingerprint, bindings, command: command_id, name, form } = bound;
  if (!/^[0-9a-f]{32}$/.test(fingerprint) || bindings.length > mostBindings) throw new LedgerError("TEMPLATE_BINDING");
  if (!bindings.every((binding) => fits(desk, binding))) throw new LedgerError("TEMPLATE_BINDING");
  const layout = (await remembered(desk, fingerprint))?.layout;
  const values = { fingerprint, form: TEMPLATE_FORM, columns: bindings.map(keptBinding) };
  // Opened as a copy of it, it may hold other words than the form itself: those that are its own are the same.
  const own = form === null ? [] : ownWords(form.words, bindings, filledPlaces(form, bindings)).slice(0, mostWords);
  const answers = own.map(({ place, text }) => ({ question: place, answer: text }));
  const place = { record: "sheet_layout", scope_id: NIL_SCOPE };
  const change: Change =
    layout === undefined
      ? { op: "create", ...place, id: commandId("sheet-template", fingerprint), values: { ...values, answers, name } }
      : {
          op: "change",
          ...place,
          id: layout.id,
          version: layout.version,
          values: form === null ? values : { ...values, answers },
        };
  await desk.write(actor, { command_id, reason: "记住模板填报位置", changes: [change] });
}

function fits(desk: Desk, binding: CellBinding): boolean {
  const { sheet, cell } = binding;
  if (sheet === "" || (cellPlace(cell) === null && !/^空[1-9]\d{0,4}$/u.test(cell))) return false;
  if ("indicator" in binding) return indicators.some(({ code }) => code === binding.indicator);
  const { record, field, filter, row } = binding;
  if (!desk.records.has(record) || (row === null && cellPlace(cell) === null)) return false;
  const { fields } = desk.records.get(record).definition;
  const known = (key: string) => fields.some((one) => one.key === key && one.personal !== true);
  return fields.some(({ key }) => key === field) && Object.keys(filter).every(known);
}

async function fillTemplate(
  desk: Desk,
  actor: Actor,
  name: string,
  bytes: Uint8Array,
  of: TemplateMonth,
): Promise<FilledTemplate> {
  requireRight(actor, "read");
  const form = await openForm(desk, name, bytes);
  const { bindings } = await known(desk, form);
  if (bindings.length === 0) throw new LedgerError("TEMPLATE_UNBOUND");
  const { fills, grown, leftOver, cut } = await planFills(desk, actor, of, form, bindings);
  const { blocks, inserted } = grown;
  const done = form.kind === "docx" ? await inDocument(bytes, fills, blocks) : await inWorkbook(bytes, fills, blocks);
  const given = (sheet: string, cell: string) => {
    const fill = fills.get(sheet)?.get(cell);
    return fill !== undefined && !("empty" in fill);
  };
  const filled = [...done.filled].flatMap(([sheet, cells]) =>
    cells.filter((cell) => given(sheet, cell)).map((cell) => `${sheet}!${cell}`),
  );
  const full = new Set(filled);
  return {
    name: name.replace(/\.\w+$/, `（${of.year}年${of.month}月）.${form.kind}`),
    bytes: done.bytes,
    filled: full.size,
    empty: bindings
      .filter(({ sheet, cell }) => !full.has(`${sheet}!${grown.place(sheet, cell)}`))
      .map(({ sheet, cell }) => ({ sheet, cell })),
    inserted,
    left_over: leftOver,
    cut,
  };
}

type Blocks = PlannedFills["grown"]["blocks"];

async function inWorkbook(bytes: Uint8Array, fills: PlannedFills["fills"], blocks: Blocks) {
  const roomy = blocks.size === 0 ? bytes : await insertPackageRows(bytes, blocks);
  return editPackage(roomy, new Map([...fills].map(([sheet, cells]) => [sheet, { fills: cells }])));
}

async function inDocument(bytes: Uint8Array, fills: PlannedFills["fills"], blocks: Blocks) {
  const words = new Map(
    [...fills].map(([sheet, cells]) => [sheet, new Map([...cells].map(([place, fill]) => [place, wordsOf(fill)]))]),
  );
  const filled = new Map<string, readonly string[]>();
  const changed = await changeParts(bytes, async (text, names) => {
    const parts = new Map<string, string>();
    for (const [of, part] of [["", DOCUMENT_PART] as const, ...pageEdges(names)]) {
      const done = fillDocument(repeatTableRows((await text(part)) ?? "", blocks, of), words, of);
      for (const [name, places] of done.filled) filled.set(name, places);
      if (of === "" || done.filled.size > 0) parts.set(part, done.xml);
    }
    return parts;
  });
  return { bytes: changed, filled };
}

/** As a document prints it: 2,560.50 as 2560.50 stands, days as 2023年11月20日. */
function wordsOf(fill: CellFill): string {
  if ("empty" in fill) return "";
  if ("decimal" in fill) return fill.decimal;
  return "day" in fill ? printPartialDate(fill.day) : fill.text;
}
