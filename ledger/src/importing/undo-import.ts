import { commandId } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { canonicalJson } from "../chain/canonical-json.js";
import { parseBody } from "../chain/chain.js";
import type { Change, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { standingRow, standingRows } from "../writing/standing-row.js";
import { progressOf, type StoredImport, type StoredRun } from "./import-state.js";
import type { ImportProgress } from "./sheet-desk.js";

const MOST_ROWS = 300;
/** Links looked at together: their texts are up to 130 kilobytes each. */
const LINKS = 20;

/** What one row goes back to. */
interface Reversal {
  readonly change: Change;
  readonly withdrawn: readonly { readonly scope_id: string; readonly id: string }[];
}

/**
 * Takes an import back, the last written first. Every row must stand as the import left it: one that somebody changed
 * since refuses the whole, with its name, before anything is written. Goes through the links twice, some at a time: a million
 * rows are never in memory. Parties that it made stay: they are everybody's.
 */
export async function undoImport(desk: Desk, actor: Actor, kept: StoredImport): Promise<ImportProgress> {
  requireRight(actor, "materials");
  const runs = [...kept.runs].reverse();
  const changed = new Changed();
  const records = new Set<string>();
  for (const run of runs)
    for await (const reversals of reversalsOf(desk, run, changed))
      for (const { change } of reversals) records.add(change.record);
  changed.refuse();
  const asked = { id: kept.id, document: kept.document, name: await nameOf(desk, kept.document) };
  await desk.holdRun?.(
    actor,
    { kind: "undo", import: asked },
    { scope: kept.scope, records: [...records], touches: [] },
  );
  for (const run of runs) await writeReversals(desk, actor, run, changed);
  return progressOf(desk, actor, kept.id);
}

async function nameOf(desk: Desk, document: string): Promise<string> {
  const { rows } = await desk.database.query<{ name: string | null }>("select name from document where id = $1", [
    document,
  ]);
  return rows[0]?.name ?? "";
}

/** Rows that somebody changed since: counted, the first one named. */
class Changed {
  #count = 0;
  #title = "";

  add(title: string): void {
    if (this.#count === 0) this.#title = title;
    this.#count += 1;
  }

  refuse(): void {
    if (this.#count > 0) throw new LedgerError("RUN_UNDO_CONFLICT", { count: this.#count, title: this.#title });
  }
}

/** What the rows of each link go back to, the last link first. */
async function* reversalsOf(desk: Desk, run: StoredRun, changed: Changed): AsyncGenerator<readonly Reversal[]> {
  for (let before: bigint | null = null; ; ) {
    const { rows: links }: { readonly rows: readonly { readonly seq: bigint; readonly body: string }[] } =
      await desk.database.query<{ seq: bigint; body: string }>(
        `select seq, body from change where scope_id = $1 and source = $2 and ($3::bigint is null or seq < $3)
         order by seq desc limit ${LINKS}`,
        [run.scope_id, `run:${run.id}`, before],
      );
    for (const { seq, body } of links) {
      const all = parseBody(body)?.rows ?? [];
      const rows = all.filter(({ record }) => record !== "source");
      // Sources that were there before are only chosen otherwise: they stay, and are chosen again.
      const made = all.filter(({ record, op }) => record === "source" && op === "create").map(({ id }) => id);
      for (const record of new Set(rows.map((row) => row.record))) {
        const own = rows.filter((row) => row.record === record);
        yield await recordReversals(desk, run, { seq: BigInt(seq), made }, record, own, changed);
      }
    }
    const last: { readonly seq: bigint } | undefined = links.at(-1);
    if (last === undefined || links.length < LINKS) return;
    before = last.seq;
  }
}

async function recordReversals(
  desk: Desk,
  run: StoredRun,
  link: { readonly seq: bigint; readonly made: readonly string[] },
  name: string,
  rows: readonly { readonly op: string; readonly id: string }[],
  changed: Changed,
): Promise<Reversal[]> {
  const record = desk.records.get(name);
  const { seq } = link;
  const ids = rows.map(({ id }) => id);
  const now = await standingRows(desk.database, record, run.scope_id, ids);
  const past = async (column: "seq" | "until_seq") => {
    const { rows: found } = await desk.database.query(
      `select ${record.columns} from ${record.past} where scope_id = $1 and id = any($2::uuid[]) and ${column} = $3`,
      [run.scope_id, ids, seq],
    );
    return new Map(found.map((row) => [String(row.id), standingRow(record, row)]));
  };
  const before = await past("until_seq");
  // As the import left them, where they were written again since.
  const left = await past("seq");
  const { rows: sources } = await desk.database.query<{ id: string; record_id: string }>(
    "select id, record_id from source where scope_id = $1 and record = $2 and record_id = any($3::uuid[]) and id = any($4::uuid[])",
    [run.scope_id, name, ids, link.made],
  );
  return rows.flatMap(({ op, id }): Reversal[] => {
    const standing = now.get(id);
    const former = before.get(id)?.values;
    const withdrawn = sources
      .filter((source) => source.record_id === id)
      .map((source) => ({ scope_id: run.scope_id, id: source.id }));
    const base = { record: name, scope_id: run.scope_id, id };
    if (op === "remove") {
      if (standing !== undefined || former === undefined) changed.add(titleOf(desk, name, former ?? {}));
      return former === undefined ? [] : [{ change: { op: "create", ...base, values: filled(former) }, withdrawn: [] }];
    }
    // Gone already: an undo cut short goes on, and what somebody removed is what the undo wants.
    if (standing === undefined && op === "create") return [];
    const same =
      standing !== undefined && canonicalJson(standing.values) === canonicalJson((left.get(id) ?? standing).values);
    if (standing === undefined || (standing.seq !== seq && !same)) {
      changed.add(titleOf(desk, name, standing?.values ?? former ?? {}));
      return [];
    }
    const version = String(standing.seq);
    if (op === "create") return [{ change: { op: "remove", ...base, version }, withdrawn: [] }];
    return former === undefined
      ? []
      : [{ change: { op: "change", ...base, version, values: { ...former } }, withdrawn }];
  });
}

/** Without what was empty: a row is made of what it states. */
function filled(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** What a row is called in a refusal, without personal words. */
function titleOf(desk: Desk, record: string, values: Values): string {
  const { definition } = desk.records.get(record);
  const words = definition.title.flatMap((key) => {
    const field = definition.fields.find((one) => one.key === key);
    const value = values[key];
    return field?.personal === true || typeof value !== "string" ? [] : [value];
  });
  return words.join(" ") || definition.zh;
}

async function writeReversals(desk: Desk, actor: Actor, run: StoredRun, changed: Changed): Promise<void> {
  const { rows } = await desk.database.query<{ position: bigint; state: string }>(
    "select position, state from run where scope_id = $1 and id = $2",
    [run.scope_id, run.id],
  );
  const [stored] = rows;
  if (stored === undefined || stored.state === "undone") return;
  const position = Number(stored.position);
  const write = (some: readonly Reversal[], last: boolean) => {
    const withdrawn = some.flatMap((one) => one.withdrawn);
    return desk.write(actor, {
      command_id: commandId("sheet-undo", run.id, ...some.map(({ change }) => change.id)),
      reason: `撤销导入“${run.sheet}”`,
      source: `undo:${run.id}`,
      changes: some.map(({ change }) => change),
      ...(withdrawn.length > 0 ? { withdrawn_sources: withdrawn } : {}),
      ...(last
        ? { run: { scope_id: run.scope_id, id: run.id, from: position, position, state: "undone" as const } }
        : {}),
    });
  };
  // The last ones are held back: their command says that the run is undone.
  let held: Reversal[] = [];
  for await (const reversals of reversalsOf(desk, run, changed)) {
    changed.refuse();
    held.push(...reversals);
    while (held.length > MOST_ROWS) {
      await write(held.slice(0, MOST_ROWS), false);
      held = held.slice(MOST_ROWS);
    }
  }
  if (held.length > 0) await write(held, true);
  else
    await desk.database.query(
      "update run set state = 'undone', ended_at = clock_timestamp() where scope_id = $1 and id = $2",
      [run.scope_id, run.id],
    );
}
