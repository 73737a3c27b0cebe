import type { RecordDefinition } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change, Receipt, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { proofRows } from "../evidence/proof-rows.js";
import type { Row } from "../row.js";
import { wordWarnings } from "../wording/word-warnings.js";
import { handSources, type RowPlace } from "./hand-sources.js";
import { stepOf, stepValues } from "./life-cycle.js";
import { shortNotice, withNoticeDays } from "./notice-days.js";
import type { NewRow, RegisterDesk, Registered, RowChange, RowStep } from "./register-desk.js";
import { newRowId } from "./row-id.js";

/** The door of 登记. */
export function registerDesk(desk: Desk): RegisterDesk {
  return {
    createRow: (actor, record, given) => createRow(desk, actor, record, given),
    changeRow: (actor, record, scopeId, id, given) => changeRow(desk, actor, { record, scopeId, id }, given),
    stepRow: (actor, record, scopeId, id, given) => stepRow(desk, actor, { record, scopeId, id }, given),
    removeRow: (actor, record, scopeId, id, given) => removeRow(desk, actor, { record, scopeId, id }, given),
  };
}

async function createRow(desk: Desk, actor: Actor, record: string, given: NewRow): Promise<Registered> {
  const { definition } = desk.records.get(record);
  const id = newRowId(record, given.values, given.command_id);
  const told = await withNoticeDays(desk, record, given.values);
  const values = begun(definition, { ...identified(definition, id), ...told });
  const { command_id, reason, scope_id } = given;
  const receipt = await desk.write(actor, {
    command_id,
    reason,
    changes: [{ op: "create", record, scope_id, id, values }],
  });
  return registered(desk, actor, { record, scopeId: scope_id, id }, receipt);
}

/** A life-cycle begins at its first step, or at the one given with all that it needs. */
function begun(definition: RecordDefinition, values: Values): Values {
  const { lifecycle } = definition;
  const [first] = lifecycle?.steps ?? [];
  if (lifecycle === undefined || first === undefined) return values;
  const given = values[lifecycle.field];
  if (given === undefined || given === null || given === "") {
    const required = definition.fields.find(({ key }) => key === lifecycle.field)?.required === true;
    return required ? { ...values, [lifecycle.field]: first.code } : values;
  }
  return stepValues(definition, {}, values, String(given), beijingToday());
}

/** A happening that is registered by hand is its own: rows of other pairs join it by its id. */
function identified(definition: RecordDefinition, id: string): Values {
  const own = definition.fields.filter(({ type, required }) => type === "identifier" && required === true);
  return Object.fromEntries(own.map(({ key }) => [key, id]));
}

async function changeRow(desk: Desk, actor: Actor, place: RowPlace, given: RowChange): Promise<Registered> {
  const { definition } = desk.records.get(place.record);
  const { lifecycle } = definition;
  const was = await present(desk, actor, place);
  const told = await withNoticeDays(desk, place.record, given.values, was.values);
  const to = lifecycle === undefined ? undefined : told[lifecycle.field];
  const moved = typeof to === "string" && to !== was.values[lifecycle?.field ?? ""];
  const values = moved ? stepValues(definition, was.values, told, to, beijingToday()) : told;
  return changed(desk, actor, place, was, { ...given, values });
}

async function stepRow(desk: Desk, actor: Actor, place: RowPlace, given: RowStep): Promise<Registered> {
  const { definition } = desk.records.get(place.record);
  const was = await present(desk, actor, place);
  const values = stepValues(definition, was.values, given.values, given.to, beijingToday());
  const { version, command_id, reason } = given;
  return changed(desk, actor, place, was, { version, command_id, reason, values });
}

async function changed(
  desk: Desk,
  actor: Actor,
  place: RowPlace,
  was: Row,
  { version, values, command_id, reason }: RowChange,
): Promise<Registered> {
  const { record, scopeId: scope_id, id } = place;
  const change: Change = { op: "change", record, scope_id, id, version, values };
  const sources = await handSources(desk, actor, place, was, values);
  const receipt = await desk.write(actor, {
    command_id,
    reason,
    changes: [change],
    ...(sources.length === 0 ? {} : { sources }),
  });
  return registered(desk, actor, place, receipt);
}

async function removeRow(
  desk: Desk,
  actor: Actor,
  { record, scopeId, id }: RowPlace,
  { version, command_id, reason }: Omit<RowChange, "values">,
): Promise<Receipt> {
  await present(desk, actor, { record, scopeId, id });
  const proofs = await proofRows(desk, { record, scope_id: scopeId, id });
  return desk.write(actor, {
    command_id,
    reason,
    changes: [
      { op: "remove", record, scope_id: scopeId, id, version },
      ...proofs.map(
        (proof): Change => ({
          op: "remove",
          record: "proof",
          scope_id: scopeId,
          id: proof.id,
          version: String(proof.seq),
        }),
      ),
    ],
  });
}

/** The row as it stands; ROW_MISSING where there is none that the actor sees. */
async function present(desk: Desk, actor: Actor, { record, scopeId, id }: RowPlace): Promise<Row> {
  const row = await desk.get(actor, record, scopeId, id);
  const { definition } = desk.records.get(record);
  if (row === null) throw new LedgerError("ROW_MISSING", { record: definition.zh, record_en: definition.en, id });
  return row;
}

async function registered(desk: Desk, actor: Actor, place: RowPlace, receipt: Receipt): Promise<Registered> {
  const row = await present(desk, actor, place);
  const short = place.record === "notice" ? shortNotice(row.values) : [];
  const { definition } = desk.records.get(place.record);
  const words = await wordWarnings(desk.database, definition, place.scopeId, row.values);
  return { row, receipt, warnings: [...short, ...words, ...(await proofWarnings(desk, place, row))] };
}

/** A step that a paper proves, and no proof of the row yet: said once, and never a reason to refuse. */
async function proofWarnings(desk: Desk, place: RowPlace, row: Row): Promise<Registered["warnings"]> {
  const { definition } = desk.records.get(place.record);
  const step = stepOf(definition, row.values);
  if (step?.proof === undefined) return [];
  const proofs = await proofRows(desk, { record: place.record, scope_id: place.scopeId, id: place.id });
  if (proofs.length > 0) return [];
  return [
    {
      code: "PROOF_WANTED",
      zh: `“${step.zh}”还没有佐证材料（${step.proof.zh}），可以以后补上。`,
      en: `“${step.en}” has no proof yet (${step.proof.en}); it can be added later.`,
    },
  ];
}
