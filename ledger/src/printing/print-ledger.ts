import { NIL_SCOPE, recordDefinitions, withDictionaries } from "@shanhai/model";
import { isNameList } from "../account/name-lists.js";
import { requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { dictionarySet, worded } from "../wording/dictionary-set.js";
import { streamBook } from "../workbook/write-book.js";
import { blankLedger } from "./blank-ledger.js";
import { dataDictionary } from "./data-dictionary.js";
import { chineseDay, ledgerTitle, type PrintedRow, printedSheets } from "./ledger-sheet.js";
import { marksRows, type OwnCover } from "./own-sheet.js";
import type { ExportedSheet, ExportQuery, PrintingDesk } from "./printing-desk.js";
import { readableBook } from "./readable-book.js";

/** Rows that are asked for at once. */
const pageSize = 500;

export function printingDesk(desk: Desk): PrintingDesk {
  return {
    exportSheet: (actor, record, query) => exportSheet(desk, actor, record, query),
    blankSheet: async (actor, record) => {
      const { definition } = desk.records.get(record);
      requireReadable(actor, definition);
      const { name, sheets } = blankLedger(await worded(desk.database, definition), Number(beijingToday().slice(0, 4)));
      return { name, body: readableBook((sink) => streamBook({ sheets }, sink)) };
    },
    dictionary: async () => {
      const set = await dictionarySet(desk.database);
      const { name, sheets } = dataDictionary(withDictionaries(recordDefinitions, set), set);
      return { name, body: readableBook((sink) => streamBook({ sheets }, sink)) };
    },
  };
}

async function exportSheet(desk: Desk, actor: Actor, name: string, query: ExportQuery): Promise<ExportedSheet> {
  const kept = desk.records.get(name).definition;
  requireReadable(actor, kept);
  const definition = await worded(desk.database, kept);
  const names = isNameList(definition);
  if (names) requireRight(actor, "name_lists");
  // The first page is asked for before anything is promised: a query that is refused is refused here.
  const first = await desk.list(actor, name, { ...query, limit: pageSize, titles: true });
  const day = query.asOf ?? beijingToday();
  const scopes = new ScopeNames(desk, actor);
  const whose = query.scope === undefined ? "" : await scopes.of(query.scope);
  const title = `${whose}${ledgerTitle(definition)}`;
  const mark = names ? await desk.takeNameList?.(actor, definition) : undefined;
  const rows = rowsOf(desk, actor, name, query, first);
  const covers = marksRows(definition) ? await coverOf(desk, query) : null;
  const sheets = printedSheets({
    definition,
    covers,
    title,
    office: actor.office?.name ?? "",
    day,
    // Without a scope asked for, each row says whose it is.
    scopes: query.scope === undefined && definition.keeping === "scoped" ? scopes : null,
    mark: mark?.zh ?? "",
    rows,
  });
  return {
    name: `${title}（截至${chineseDay(day)}）.xlsx`.replace(/[\\/:*?"<>|]/g, "·"),
    body: readableBook((sink) => streamBook({ sheets }, sink)),
  };
}

type PagedRows = Awaited<ReturnType<Desk["list"]>>;

/** Rows with the titles of what they point to, page by page. */
async function* rowsOf(
  desk: Desk,
  actor: Actor,
  name: string,
  query: ExportQuery,
  first: PagedRows,
): AsyncGenerator<PrintedRow> {
  for (let page = first; ; ) {
    const { titles = {} } = page;
    for (const row of page.rows) yield { row, titles };
    if (page.next === null) return;
    page = await desk.list(actor, name, { ...query, limit: pageSize, titles: true, after: page.next });
  }
}

/** A whole ledger of one pair, as it stands: coming back, it misses what is not in it any more. */
async function coverOf(desk: Desk, { scope, asOf, ...narrowed }: ExportQuery): Promise<OwnCover | null> {
  const { filter, conditions, text, parent } = narrowed;
  const whole = [filter, conditions, text, parent, asOf].every((one) => one === undefined);
  if (scope === undefined || !whole) return null;
  const { rows } = await desk.database.query<{ seq: bigint | null }>(
    "select max(seq) as seq from head where scope_id = $1",
    [scope],
  );
  return { scope, seq: String(rows[0]?.seq ?? 0), field: null, value: null };
}

/** Names of pairs and parties, each looked up once. */
class ScopeNames {
  readonly #desk: Desk;
  readonly #actor: Actor;
  readonly #names = new Map<string, string>();

  constructor(desk: Desk, actor: Actor) {
    this.#desk = desk;
    this.#actor = actor;
  }

  async of(scope: string): Promise<string> {
    const known = this.#names.get(scope);
    if (known !== undefined) return known;
    const row =
      (await this.#desk.get(this.#actor, "pair", NIL_SCOPE, scope)) ??
      (await this.#desk.get(this.#actor, "party", NIL_SCOPE, scope));
    const name = row?.title ?? "";
    this.#names.set(scope, name);
    return name;
  }
}
