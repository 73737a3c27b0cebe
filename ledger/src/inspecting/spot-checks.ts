import { NIL_SCOPE, rateOf } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { mayDo, mayKeepDraw } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Change } from "../command.js";
import { derivedId } from "../derived-id.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { Row } from "../row.js";
import { drawSample } from "./draw-sample.js";
import type { NewSpotCheck, SpotCheck, SpotCheckLine, SpotCheckResult, SpotResult } from "./inspect-desk.js";

const RESULTS: readonly SpotResult[] = ["true", "false", "dead_number", "unreached"];

/** Draws and keeps a sample. The same command makes the same check. */
export async function startSpotCheck(desk: Desk, actor: Actor, given: NewSpotCheck): Promise<SpotCheck> {
  const { scope, year, month, code, seed, title, command_id } = given;
  if ((await desk.get(actor, "spot_check", scope, command_id)) !== null)
    return spotCheck(desk, actor, scope, command_id);
  const { population, rows } = await drawSample(desk, actor, given);
  if (rows.length === 0) throw new LedgerError("SAMPLE_EMPTY", { code });
  const head = await headOf(desk, scope);
  const changes: Change[] = [
    {
      op: "create",
      record: "spot_check",
      scope_id: scope,
      id: command_id,
      values: {
        title,
        indicator: code,
        year: String(year),
        month: String(month),
        seed: seed.trim(),
        population: String(population),
        sample: String(rows.length),
        drawn_on: beijingToday(),
        drawn_by: actor.name,
        drawn_account: actor.account_id,
        drawn_role: actor.role,
        ...(actor.office === undefined ? {} : { drawn_office: actor.office.name }),
        ...(head === null ? {} : { head_seq: head.seq, head_hash: head.hash }),
      },
    },
    ...rows.map(
      ({ number, record, id }, at): Change => ({
        op: "create",
        record: "spot_check_item",
        scope_id: scope,
        id: derivedId(command_id, "item", at),
        values: { spot_check: command_id, number: String(number), record, row_id: id },
      }),
    ),
  ];
  await desk.write(actor, { command_id, reason: `抽查核实：${title}`, changes });
  return spotCheck(desk, actor, scope, command_id);
}

/** The last link of the scope's chain of this installation: what the sample was drawn from. */
async function headOf(desk: Desk, scope: string) {
  const { rows } = await desk.database.query<{ readonly seq: string; readonly hash: string }>(
    "select seq::text as seq, encode(hash, 'hex') as hash from head where scope_id = $1 order by head.seq desc limit 1",
    [scope],
  );
  return rows[0] ?? null;
}

/** The checks in the actor's scopes, the last first. */
export async function spotChecks(desk: Desk, actor: Actor): Promise<readonly SpotCheckLine[]> {
  const { rows } = await desk.list(actor, "spot_check", { limit: 100 });
  if (rows.length === 0) return [];
  const { rows: found } = await desk.database.query<{ id: string; pair: string | null; checked: bigint }>(
    `select c.id, p.label as pair, (select count(*) from spot_check_item i
       where i.scope_id = c.scope_id and i.spot_check = c.id and i.result is not null) as checked
     from spot_check c left join pair p on p.scope_id = $2 and p.id = c.scope_id where c.id = any($1::uuid[])`,
    [rows.map(({ id }) => id), NIL_SCOPE],
  );
  const more = new Map(found.map((one) => [one.id, one]));
  return rows.map(({ scope_id, id, values }) => ({
    scope_id,
    id,
    title: String(values.title),
    pair: more.get(id)?.pair ?? "",
    indicator: String(values.indicator),
    drawn_on: String(values.drawn_on),
    drawn_by: drawer(values),
    sample: Number(values.sample),
    checked: Number(more.get(id)?.checked ?? 0),
  }));
}

export async function spotCheck(desk: Desk, actor: Actor, scopeId: string, id: string): Promise<SpotCheck> {
  const check = await desk.get(actor, "spot_check", scopeId, id);
  if (check === null) {
    const { definition } = desk.records.get("spot_check");
    throw new LedgerError("ROW_MISSING", { record: definition.zh, record_en: definition.en, id });
  }
  const { rows } = await desk.list(actor, "spot_check_item", {
    scope: scopeId,
    filter: { spot_check: id },
    limit: 500,
  });
  const items: SpotCheck["items"][number][] = [];
  for (const row of rows) items.push(await itemOf(desk, actor, row));
  const count = (result: SpotResult) => items.filter((one) => one.result === result).length;
  const tally = {
    ...{ true: count("true"), false: count("false"), dead_number: count("dead_number"), unreached: count("unreached") },
    open: items.filter(({ result }) => result === null).length,
  };
  const reached = tally.true + tally.false + tally.dead_number;
  const text = (key: string) => String(check.values[key] ?? "");
  return {
    scope_id: scopeId,
    id,
    title: text("title"),
    indicator: text("indicator"),
    year: Number(text("year")),
    month: Number(text("month")),
    seed: text("seed"),
    population: Number(text("population")),
    drawn_on: text("drawn_on"),
    drawn_by: drawer(check.values),
    head: text("head_seq") === "" ? null : { seq: text("head_seq"), hash: text("head_hash") },
    own: mayKeepDraw(actor, drawnOf(check)),
    drew: check.values.drawn_account === actor.account_id,
    sheet: maySheet(desk, actor, check, items[0]?.record),
    items: items.sort((a, b) => a.number - b.number),
    tally,
    rate: reached === 0 ? null : rateOf(String(tally.true), String(reached), beijingToday()),
  };
}

/** 郑示例（省考核组）: both sides see who drew. */
function drawer({ drawn_by, drawn_office }: Row["values"]): string | null {
  if (typeof drawn_by !== "string" || drawn_by === "") return null;
  return typeof drawn_office === "string" && drawn_office !== "" ? `${drawn_by}（${drawn_office}）` : drawn_by;
}

function drawnOf({ values }: Row) {
  return { account: values.drawn_account ?? null, role: values.drawn_role ?? null };
}

/** 电话核查表: for whoever takes real-name lists out, and for who drew the sample and has to call. */
function maySheet(desk: Desk, actor: Actor, { values }: Row, record: string | undefined): boolean {
  if (record === undefined || !isNameList(desk.records.get(record).definition)) return true;
  return mayDo(actor, "name_lists") || (mayDo(actor, "draw") && values.drawn_account === actor.account_id);
}

async function itemOf(desk: Desk, actor: Actor, { id, version, scope_id, values }: Row) {
  const record = String(values.record);
  const row = String(values.row_id);
  const found = await desk.get(actor, record, scope_id, row);
  return {
    number: Number(values.number),
    record,
    scope_id,
    id: row,
    title: found?.title ?? null,
    item: id,
    version,
    result: RESULTS.find((one) => one === values.result) ?? null,
    note: typeof values.note === "string" ? values.note : null,
  };
}

export async function recordResult(
  desk: Desk,
  actor: Actor,
  scopeId: string,
  id: string,
  { item, version, result, note, command_id }: SpotCheckResult,
): Promise<SpotCheck> {
  const check = await desk.get(actor, "spot_check", scopeId, id);
  if (check !== null && !mayKeepDraw(actor, drawnOf(check))) throw new LedgerError("SPOT_CHECK_OTHERS");
  const by =
    result === null ? { checked_on: null, checked_by: null } : { checked_on: beijingToday(), checked_by: actor.name };
  await desk.write(actor, {
    command_id,
    reason: "登记核查结果",
    changes: [
      {
        op: "change",
        record: "spot_check_item",
        scope_id: scopeId,
        id: item,
        version,
        values: { result, note, ...by },
      },
    ],
  });
  return spotCheck(desk, actor, scopeId, id);
}
