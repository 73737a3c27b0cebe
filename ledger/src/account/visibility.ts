import type { RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { BESIDE_ROWS, mayDo } from "./policy.js";

/** 草稿 → 本单位 → 提交核对 → 双方确认 → 上报 → 封账: the steps in which a reported number becomes visible. */
export const VISIBILITY_STEPS = ["draft", "office", "submitted", "confirmed", "reported", "closed"] as const;
export type VisibilityStep = (typeof VISIBILITY_STEPS)[number];

/** Rows that an actor may read: those that fit one of these; each names fields and the values that they may have. */
export type RowLimit = readonly { readonly [field: string]: readonly (string | null)[] }[];

const FROM_SUBMITTED = VISIBILITY_STEPS.slice(2);
const FROM_REPORTED = VISIBILITY_STEPS.slice(4);

/**
 * Which reported numbers an actor sees. A draft is its author's, then the office's; the other side sees it once it is
 * handed over, who stands above (汇总单位、领导机关、考核组) once it is reported. Open differences are thus seen by the two
 * offices only. Null: no limit, for who keeps the installation for himself.
 */
export function visibleNumbers(actor: Actor): RowLimit | null {
  const { office } = actor;
  if (office === undefined) return actor.scopes === "all" ? null : [{ state: FROM_REPORTED }];
  if (office.side === null || !speaksForOffice(actor)) return [{ state: FROM_REPORTED }];
  // 前5: a posted cadre sees what either side has handed over, in whichever of his posts he acts.
  const other = office.side === "east" ? "west" : "east";
  const handedOver = { line: [other], state: FROM_SUBMITTED };
  if (office.kind === "working_group") return [{ line: [office.side], state: FROM_SUBMITTED }, handedOver];
  const draft = { line: [office.side], state: ["draft"], reporter: [actor.name, null] };
  return [draft, { line: [office.side], state: VISIBILITY_STEPS.slice(1) }, handedOver];
}

/** Whether one reported number is seen: the same rule for a value in hand. */
export function seesNumber(
  actor: Actor,
  value: { readonly line: "east" | "west"; readonly state: string; readonly reporter?: string | null },
): boolean {
  return fitsLimit(visibleNumbers(actor), value);
}

/**
 * The limit on rows of a record, for both paths: null where all rows of the actor's scopes are his. A township has the
 * rows that name it, an owner of projects those and what hangs on them.
 */
export function rowLimit(actor: Actor, definition: RecordDefinition): RowLimit | null {
  if (definition.name === "indicator_value") return visibleNumbers(actor);
  if (definition.keeping === "reference" || BESIDE_ROWS.has(definition.name)) return null;
  const has = (field: string) => definition.fields.some(({ key }) => key === field);
  if (actor.office?.kind === "township" && has("township")) return [{ township: [actor.office.place] }];
  if (actor.role !== "project_owner") return null;
  const { projects = [] } = actor;
  if (definition.name === "project") return [{ id: projects }];
  return has("project") ? [{ project: projects }] : [];
}

/** Whether values in hand keep to a limit; what is not given counts as empty. */
export function fitsLimit(limit: RowLimit | null, values: { readonly [field: string]: unknown }): boolean {
  if (limit === null) return true;
  return limit.some((one) =>
    Object.entries(one).every(([field, allowed]) => allowed.some((value) => value === (values[field] ?? null))),
  );
}

function speaksForOffice(actor: Actor): boolean {
  return actor.role !== "inspector" && actor.role !== "consolidator" && mayDo(actor, "read");
}
