import { type ChosenColumns, commandId, NIL_SCOPE, type SheetReading } from "@shanhai/model";
import type { Change } from "../command.js";
import type { Desk } from "../desk.js";
import { sha256Of } from "../fresh-id.js";
import type { ImportOptions, ImportPlan } from "./sheet-desk.js";

/** Kept beside the mappings, under a form of its own: what is bound in an upper level's form (模板填报). */
export const TEMPLATE_FORM = "template";

/** What is remembered for a layout. */
export interface RememberedLayout {
  readonly id: string;
  readonly version: string;
  readonly form: string;
  /** By column letter: the form's column or null. */
  readonly columns: { readonly [letter: string]: string | null };
  readonly answers: { readonly [question: string]: string };
  /** The columns as they are kept, for what keeps more in them. */
  readonly kept: unknown;
}

/** What a layout is known by: its header words in order. */
export function fingerprintOf(layout: string): string {
  return sha256Of(new TextEncoder().encode(layout)).slice(0, 32);
}

/** The layouts remembered among these. */
export async function rememberedLayouts(
  desk: Desk,
  fingerprints: readonly string[],
): Promise<Map<string, RememberedLayout>> {
  const { rows } = await desk.database.query<{
    id: string;
    seq: bigint;
    fingerprint: string;
    form: string;
    columns: unknown;
    answers: unknown;
  }>(
    "select id, seq, fingerprint, form, columns, answers from sheet_layout where scope_id = $1 and fingerprint = any($2::text[])",
    [NIL_SCOPE, fingerprints],
  );
  return new Map(
    rows.map(({ id, seq, fingerprint, form, columns, answers }) => [
      fingerprint,
      { id, version: String(seq), form, columns: pairsIn(columns), answers: answersIn(answers), kept: columns },
    ]),
  );
}

/** Column letters and what they are read as, as they are kept. */
export function pairsIn(list: unknown): { [letter: string]: string | null } {
  const items: readonly { letter?: unknown; key?: unknown }[] = Array.isArray(list) ? list : [];
  return Object.fromEntries(items.map(({ letter, key }) => [String(letter), typeof key === "string" ? key : null]));
}

/** Questions and their answers, as they are kept. */
export function answersIn(list: unknown): { [question: string]: string } {
  const items: readonly { question?: unknown; answer?: unknown }[] = Array.isArray(list) ? list : [];
  return Object.fromEntries(items.map(({ question, answer }) => [String(question), String(answer)]));
}

/** Changes that remember what was chosen for a layout; none where nothing was, or nothing new. */
function rememberChanges(
  fingerprint: string,
  chosen: NonNullable<ImportOptions["columns"]>[string] | undefined,
  answers: { readonly [question: string]: string },
  { form, name }: { readonly form: string; readonly name: string },
  before: RememberedLayout | undefined,
): Change[] {
  const columns = { ...before?.columns, ...chosen?.columns };
  const said = { ...before?.answers, ...answers };
  const values = {
    fingerprint,
    form: chosen?.form ?? form,
    columns: Object.entries(columns).map(([letter, key]) => ({ letter, key })),
    answers: Object.entries(said).map(([question, answer]) => ({ question, answer })),
  };
  if (before !== undefined) {
    const same =
      before.form === values.form &&
      JSON.stringify([before.columns, before.answers]) === JSON.stringify([columns, said]);
    if (same) return [];
    return [
      { op: "change", record: "sheet_layout", scope_id: NIL_SCOPE, id: before.id, version: before.version, values },
    ];
  }
  if (values.columns.length === 0 && values.answers.length === 0) return [];
  return [
    {
      op: "create",
      record: "sheet_layout",
      scope_id: NIL_SCOPE,
      id: commandId("sheet-layout", fingerprint),
      values: { ...values, name },
    },
  ];
}

/** A remembered layout as the reading of tables takes it. */
export function chosenColumns(form: string, columns: { readonly [letter: string]: string | null }): ChosenColumns {
  return { form, columns: new Map(Object.entries(columns).map(([letter, key]) => [columnNumber(letter), key])) };
}

function columnNumber(letter: string): number {
  return [...letter].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
}

/** What an accepted import remembers of its layouts: columns that were chosen, answers that were given. */
export function layoutChanges(
  {
    plan,
    readings,
    memory,
  }: {
    readonly plan: Pick<ImportPlan, "document">;
    readonly readings: readonly SheetReading[];
    readonly memory: ReadonlyMap<string, RememberedLayout>;
  },
  options: ImportOptions,
): Change[] {
  const changes = new Map<string, Change>();
  for (const reading of readings)
    for (const [at, part] of reading.parts.entries()) {
      if (part.match === null) continue;
      const fingerprint = fingerprintOf(part.layout);
      const { year: _year, ...answers } = { ...options.answers };
      for (const change of rememberChanges(
        fingerprint,
        options.columns?.[`${reading.name}#${at + 1}`],
        answers,
        { form: part.match.form.key, name: `${plan.document.name} ${reading.name}` },
        memory.get(fingerprint),
      ))
        changes.set(change.id, change);
    }
  return [...changes.values()];
}
