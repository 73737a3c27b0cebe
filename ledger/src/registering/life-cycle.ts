import type { LifecycleStep, RecordDefinition } from "@shanhai/model";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";

/** The step that a row is at; null where the record has no life-cycle or the row no step yet. */
export function stepOf(definition: RecordDefinition, values: Values): LifecycleStep | null {
  const { lifecycle } = definition;
  if (lifecycle === undefined) return null;
  return lifecycle.steps.find(({ code }) => code === values[lifecycle.field]) ?? null;
}

/**
 * The values that a step writes: its code, what is given with it, and its day. Refuses a step that does not follow the
 * present one, and one whose needs are not filled in, naming them.
 */
export function stepValues(
  definition: RecordDefinition,
  was: Values,
  given: Values,
  to: string,
  today: string,
): Values {
  const { lifecycle } = definition;
  const step = lifecycle?.steps.find(({ code }) => code === to);
  const names = { record: definition.zh, record_en: definition.en };
  if (lifecycle === undefined || step === undefined) throw new LedgerError("STEP_UNKNOWN", { ...names, to });
  const from = stepOf(definition, was);
  if (from !== null && from.code !== to && !from.next.includes(to)) {
    const next = lifecycle.steps.filter(({ code }) => from.next.includes(code));
    throw new LedgerError("STEP_NOT_NEXT", {
      ...names,
      from: from.zh,
      from_en: from.en,
      to: step.zh,
      to_en: step.en,
      next: next.map(({ zh }) => zh).join("、") || "（已是最后一步）",
      next_en: next.map(({ en }) => en).join(", ") || "(this is the last step)",
    });
  }
  const dated = step.day === undefined || filled(given[step.day]) ? {} : { [step.day]: today };
  const values = { ...given, ...dated, [lifecycle.field]: to };
  requireNeeds(definition, step, { ...was, ...values });
  return values;
}

/** Refuses a row whose step needs fields that are empty. */
export function requireNeeds(definition: RecordDefinition, step: LifecycleStep, values: Values): void {
  const missing = definition.fields.filter(({ key }) => step.needs?.includes(key) && !filled(values[key]));
  if (missing.length === 0) return;
  throw new LedgerError("STEP_INCOMPLETE", {
    record: definition.zh,
    record_en: definition.en,
    to: step.zh,
    to_en: step.en,
    fields: missing.map(({ zh }) => zh).join("、"),
    fields_en: missing.map(({ en }) => en).join(", "),
  });
}

function filled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}
