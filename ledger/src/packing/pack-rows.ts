import type { Actor } from "../actor.js";
import { boardRows } from "../counting/board-rows.js";
import type { Desk } from "../desk.js";
import { referenceTitles } from "../querying/titles.js";
import type { Row } from "../row.js";
import type { PackContents, PackPart } from "./pack-contents.js";
import { digest } from "./pack-names.js";
import { hiddenRow, type PackPrivacy } from "./pack-privacy.js";
import { provenKey } from "./pack-proofs.js";
import { type PrintedSource, printedSources } from "./pack-sources.js";
import type { PackedProof } from "./taken-files.js";

/** A row behind a number as it leaves: private fields hidden, with its sources and proofs. */
export interface PackedRow {
  readonly number: number;
  readonly row: Row;
  /** In the indicator's unit; null where it was not filled in. */
  readonly amount: string | null;
  readonly day: string | null;
  /** Why it does not count; null for one that does. */
  readonly excluded: string | null;
  readonly sources: readonly PrintedSource[];
  readonly proofs: readonly PackedProof[];
  readonly titles: { readonly [id: string]: string };
}

/** Rows on a page of the pack. */
export const PAGE_ROWS = 500;

/** What of a row may be printed, by its contents. */
export function privacyOf({ query, namesCut }: PackContents): PackPrivacy {
  return { numbers: query.plainNumbers !== true, names: namesCut };
}

/**
 * The rows behind an indicator's number, page by page: read anew for every table that is made of them, so that no more than a
 * page is held. `seen` tells two readings apart: between them nothing may change.
 */
export async function* packedRows(
  desk: Desk,
  actor: Actor,
  contents: PackContents,
  part: PackPart,
  seen: SeenRows,
): AsyncGenerator<readonly PackedRow[]> {
  if (part.rows === null || part.rows === 0) return;
  const query = { ...contents.query, code: part.line.code, limit: PAGE_ROWS };
  const byRow = proofsByRow(part);
  let number = 0;
  for (let after: string | null = "0"; after !== null; ) {
    const page: Awaited<ReturnType<typeof boardRows>> = await boardRows(desk, actor, { ...query, after });
    for (const one of page.rows) seen.note(one.row, one.amount);
    const rows = page.rows.map(({ row }) => row);
    const [sources, titles] = await besides(desk, rows, contents.query.asOf);
    yield page.rows.map(({ row, amount, day }) => {
      number += 1;
      return { number, amount, day, excluded: null, ...leaving(desk, contents, row, byRow, sources), titles };
    });
    after = page.next;
  }
}

/** The rows that do not count, with their reasons; few, so held. */
export async function excludedRows(desk: Desk, contents: PackContents, part: PackPart): Promise<readonly PackedRow[]> {
  const rows = part.excluded.map(({ row }) => row);
  const [sources, titles] = await besides(desk, rows, contents.query.asOf);
  const byRow = proofsByRow(part);
  return part.excluded.map(({ row, reason }, at) => ({
    ...{ number: at + 1, amount: null, day: null, excluded: reason, titles },
    ...leaving(desk, contents, row, byRow, sources),
  }));
}

async function besides(desk: Desk, rows: readonly Row[], asOf: string | undefined) {
  return Promise.all([printedSources(desk, rows, asOf), referenceTitles(desk.database, desk.records, rows)]);
}

function proofsByRow(part: PackPart): ReadonlyMap<string, readonly PackedProof[]> {
  const found = new Map<string, PackedProof[]>();
  for (const proof of part.proofs) for (const key of proof.proves) found.set(key, [...(found.get(key) ?? []), proof]);
  return found;
}

function leaving(
  desk: Desk,
  contents: PackContents,
  row: Row,
  proofs: ReadonlyMap<string, readonly PackedProof[]>,
  sources: ReadonlyMap<string, readonly PrintedSource[]>,
): Pick<PackedRow, "row" | "sources" | "proofs"> {
  const key = provenKey(row);
  const hidden = hiddenRow(desk.records.get(row.record).definition, row, privacyOf(contents));
  return {
    row: hidden.row,
    sources: (sources.get(key) ?? []).map(({ document, place }) => ({ document, place: hidden.plain(place) })),
    proofs: proofs.get(key) ?? [],
  };
}

/** Which rows a table was made of, in which version: two tables of one number must be made of the same. */
export class SeenRows {
  readonly #digest = digest();
  count = 0;

  note({ scope_id, id, version }: Row, amount: string | null): void {
    this.count += 1;
    this.#digest.update(`${scope_id} ${id} ${version} ${amount}\n`);
  }

  /** To be asked once, when all were seen. */
  hex(): string {
    return this.#digest.hex();
  }
}
