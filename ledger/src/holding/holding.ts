import { requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Command, Values } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import type { SheetDesk } from "../importing/sheet-desk.js";
import { referenceTitles } from "../querying/titles.js";
import { isUuid } from "../schema/record-columns.js";
import { acceptCommands, acceptedChange, asChecker } from "./accept.js";
import { dropFile, heldFile } from "./drop-file.js";
import { heldFiles } from "./held-files.js";
import { heldRows } from "./held-rows.js";
import { held, listedChanges, rewrite, type Trial } from "./hold.js";
import type { Acceptance, Accepted, HeldLine, HeldMark, HeldView, HoldingDesk, Settling } from "./holding-desk.js";
import {
  commandsOf,
  heldById,
  heldLine,
  heldWhere,
  isOnlyPerson,
  openHeld,
  rowKey,
  type StoredHeld,
  seesHeld,
  texts,
} from "./stored-held.js";

type Sheets = Pick<SheetDesk, "planImport" | "importSheet" | "undoImport" | "importState">;

/** The door of 经办—审核. `trial` carries a command out and takes it back. */
export function holdingDesk(desk: Desk, sheets: Sheets, trial: Trial): HoldingDesk {
  return {
    heldChanges: async (actor) => {
      requireRight(actor, "read");
      const onlyPerson = await isOnlyPerson(desk, actor);
      if (actor.office === undefined) return { to_check: [], own: [], one_person: false };
      const office = actor.office.id;
      const waiting = await heldWhere(desk, "office = $2 and state = 'waiting'", [office]);
      const own = await heldWhere(desk, "office = $2 and maker = $3 and state in ('draft', 'waiting', 'returned')", [
        ...[office, actor.account_id],
      ]);
      const lines = (some: readonly StoredHeld[]) =>
        some.filter((one) => seesHeld(desk, actor, one)).map((one) => heldLine(actor, one, onlyPerson));
      return {
        to_check: lines(waiting).filter(({ may_check }) => may_check),
        own: lines(own),
        one_person: onlyPerson,
      };
    },
    heldChange: async (actor, id) => view(desk, sheets, actor, await openHeld(desk, actor, id)),
    acceptHeld: (actor, id, acceptance, watch) => accept(desk, sheets, actor, id, acceptance, watch),
    returnHeld: async (actor, id, { version, note, command_id }) => {
      const stored = await openHeld(desk, actor, id);
      if (isAgain(stored, command_id)) return lineOf(desk, actor, id);
      await requireChecker(desk, actor, stored);
      if (note.trim() === "") throw new LedgerError("HELD_NOTE");
      const values: Values = {
        ...{ state: "returned", note: note.trim(), checker_name: actor.name, checked_at: new Date().toISOString() },
      };
      await desk.write(actor, held({ id, version }, [values], "退回", command_id));
      await logged(desk, actor, stored, "returned");
      return lineOf(desk, actor, id);
    },
    moveHeld: async (actor, id, { version, to, command_id }) => {
      if (isAgain(await openHeld(desk, actor, id), command_id)) return lineOf(desk, actor, id);
      const stored = await requireMaker(desk, actor, id, to === "draft" ? ["waiting"] : UNSETTLED);
      const reason = { draft: "撤回送审", waiting: "提交审核", dropped: "撤销送审" }[to];
      const values: Values = to === "waiting" ? { made_at: new Date().toISOString() } : {};
      await desk.write(actor, held({ id, version }, [{ ...values, state: to }], reason, command_id));
      await logged(desk, actor, stored, to);
      return lineOf(desk, actor, id);
    },
    mendHeld: (actor, id, given) => mend(desk, trial, actor, id, given),
    heldFile: (actor, id, file) => heldFile(desk, actor, id, file),
    dropHeldFile: (actor, id, file, given) => dropFile(desk, actor, id, file, given),
    heldMarks: (actor, record, row) => marks(desk, actor, record, row),
  };
}

const UNSETTLED = ["draft", "waiting", "returned"];

/** Sent again, as the answer was lost: it was settled by this very command. */
function isAgain({ row }: StoredHeld, command: string | undefined): boolean {
  return command !== undefined && row.values.command === command;
}

async function lineOf(desk: Desk, actor: Actor, id: string): Promise<HeldLine> {
  const stored = await heldById(desk, id);
  if (stored === null) throw new LedgerError("HELD_MISSING");
  return heldLine(actor, stored, await isOnlyPerson(desk, actor));
}

async function view(desk: Desk, sheets: Sheets, actor: Actor, stored: StoredHeld): Promise<HeldView> {
  const line = heldLine(actor, stored, await isOnlyPerson(desk, actor));
  const { work } = stored;
  if (work === null || work.kind === "undo" || stored.state === "accepted")
    return { ...line, rows: [], titles: {}, files: [], import: null };
  if (work.kind === "import") {
    const { document, options, choices, hash } = work.import;
    // Who accepts it sees what it would write, though his post brings nothing in himself.
    const plan = await sheets.planImport(line.may_check ? asChecker(actor, stored) : actor, document, options);
    return {
      ...line,
      rows: [],
      titles: {},
      files: [],
      import: { document_id: document, plan, choices, moved: plan.hash !== hash },
    };
  }
  const commands = commandsOf(work);
  const rows = await heldRows(desk, actor, commands);
  const files = (await heldFiles(desk, commands)).map(({ file }) => file);
  const told = rows.flatMap(({ fields, values, ...row }) => [
    { ...row, values },
    { ...row, values: Object.fromEntries(fields.map(({ field, before }) => [field, before])) },
    { ...row, values: Object.fromEntries(fields.map(({ field, after }) => [field, after])) },
  ]);
  return { ...line, rows, titles: await referenceTitles(desk.database, desk.records, told), files, import: null };
}

/** MAKER_IS_CHECKER for its own maker, ROLE_FORBIDDEN for who does not review, HELD_SETTLED for what does not wait. */
async function requireChecker(desk: Desk, actor: Actor, stored: StoredHeld): Promise<void> {
  refuseState(desk, stored, ["waiting"]);
  if (heldLine(actor, stored, await isOnlyPerson(desk, actor)).may_check) return;
  if (stored.maker === actor.account_id) throw new LedgerError("MAKER_IS_CHECKER", { who: actor.name });
  requireRight(actor, "review");
  throw new LedgerError("HELD_MISSING");
}

/** What its maker alone may do with it. */
async function requireMaker(desk: Desk, actor: Actor, id: string, states: readonly string[]): Promise<StoredHeld> {
  requireRight(actor, "write");
  const stored = await openHeld(desk, actor, id);
  if (stored.maker !== actor.account_id) throw new LedgerError("HELD_MISSING");
  refuseState(desk, stored, states);
  return stored;
}

function refuseState(desk: Desk, { state, row }: StoredHeld, states: readonly string[]): void {
  if (states.includes(state)) return;
  const field = desk.records.get("held_change").field("state");
  const said = field.codes?.find(({ code }) => code === row.values.state);
  throw new LedgerError("HELD_SETTLED", { state: said?.zh ?? state, state_en: said?.en ?? state });
}

async function accept(
  desk: Desk,
  sheets: Sheets,
  actor: Actor,
  id: string,
  acceptance: Acceptance,
  watch: { readonly progress?: (done: number, of: number) => void } = {},
): Promise<Accepted> {
  const stored = await openHeld(desk, actor, id);
  if (isAgain(stored, acceptance.command_id)) {
    const { work } = stored;
    const state =
      work?.kind === "import" || work?.kind === "undo" ? await sheets.importState(actor, work.import.id) : null;
    return { held: await lineOf(desk, actor, id), import: state };
  }
  await requireChecker(desk, actor, stored);
  if (stored.version !== acceptance.version)
    throw new LedgerError("HELD_MOVED", { title: String(stored.row.values.title ?? "") });
  const { work } = stored;
  if (work === null) throw new LedgerError("HELD_MISSING");
  if (work.kind === "rows") {
    await acceptCommands(desk, actor, stored, commandsOf(work), acceptance);
    await logged(desk, actor, stored, "accepted");
    return { held: await lineOf(desk, actor, id), import: null };
  }
  const acting = asChecker(actor, stored, acceptance.command_id);
  if (work.kind === "undo") {
    const progress = await sheets.undoImport(
      { ...acting, checking: { ...checkingOf(acting), held: null } },
      work.import.id,
    );
    await desk.write(acting, {
      command_id: id,
      reason: "审核通过：撤销导入",
      changes: acceptedChange(acting),
    });
    await logged(desk, actor, stored, "accepted");
    return { held: await lineOf(desk, actor, id), import: progress };
  }
  const { document, options, choices, hash } = work.import;
  const progress = await sheets.importSheet(
    acting,
    document,
    {
      options,
      choices: {
        missing: { ...choices.missing, ...acceptance.missing },
        skip: [...new Set([...(choices.skip ?? []), ...(acceptance.skip ?? [])])],
      },
      hash: acceptance.hash ?? hash,
      id,
    },
    watch,
  );
  await logged(desk, actor, stored, "accepted");
  return { held: await lineOf(desk, actor, id), import: progress };
}

function checkingOf(actor: Actor): NonNullable<Actor["checking"]> {
  if (actor.checking === undefined) throw new Error("who accepts is not known");
  return actor.checking;
}

/** Puts the values of one new or changed row right; the whole is tried again as its maker. */
async function mend(
  desk: Desk,
  trial: Trial,
  actor: Actor,
  id: string,
  { version, values, command_id }: Settling & { readonly values: Values },
): Promise<HeldLine> {
  if (isAgain(await openHeld(desk, actor, id), command_id)) return lineOf(desk, actor, id);
  const stored = await requireMaker(desk, actor, id, UNSETTLED);
  if (stored.version !== version) throw new LedgerError("HELD_MOVED", { title: String(stored.row.values.title ?? "") });
  const [command, ...more] = commandsOf(stored.work);
  const [change, ...others] = command === undefined ? [] : listedChanges(command.changes);
  const alone = others.length === 0 && more.every(({ changes }) => listedChanges(changes).length === 0);
  if (command === undefined || change === undefined || change.op === "remove" || !alone)
    throw new LedgerError("HELD_OUTDATED", { title: String(stored.row.values.title ?? "") });
  const mended = { ...change, values: { ...change.values, ...values } };
  const again: Command = { ...command, changes: command.changes.map((one) => (one === change ? mended : one)) };
  if (change.op === "create") await trial(actor, [again, ...more]);
  await rewrite(desk, actor, stored, [again, ...more], command_id);
  return lineOf(desk, actor, id);
}

/** Rows of a ledger with something under review: for the office, and as a bare mark for the other side's of the pair. */
async function marks(
  desk: Desk,
  actor: Actor,
  name: string,
  row?: { readonly scope: string; readonly id: string },
): Promise<readonly HeldMark[]> {
  requireReadable(actor, desk.records.get(name).definition);
  const { office } = actor;
  if (office === undefined) return [];
  const sides = office.side !== null && (office.kind === "cooperation" || office.kind === "government");
  const scopes = actor.scopes === "all" ? [] : actor.scopes;
  const key = row === undefined ? null : rowKey({ record: name, scope_id: row.scope, id: row.id });
  const found = await heldWhere(
    desk,
    `state = 'waiting' and records @> array[$2]::text[] and ($3::text is null or touches @> array[$3])
       and (office = $4 or ($5 and scope = any($6::uuid[])))`,
    [name, key, office.id, sides, scopes],
  );
  return found.flatMap((one) =>
    texts(one.row.values.touches).flatMap((touched): HeldMark[] => {
      const [record = "", scope_id = "", id = ""] = touched.split("/");
      if (record !== name || (key !== null && touched !== key) || !isUuid(id)) return [];
      const own = seesHeld(desk, actor, one);
      return [{ scope_id, row: id, held: own ? one.id : null, maker: own ? String(one.row.values.maker_name) : null }];
    }),
  );
}

/** 审计: what became of it, by number. */
async function logged(desk: Desk, actor: Actor, { row }: StoredHeld, became: string): Promise<void> {
  await desk.log?.(actor, {
    event: "review",
    detail: { became, maker: String(row.values.maker_name), ledgers: texts(row.values.records).join(",") },
  });
}
