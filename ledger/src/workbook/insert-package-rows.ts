import { ChangedParts } from "./changed-parts.js";
import { insertedBy, movedWords, type RepeatedRows, repeatRows, withoutShared } from "./insert-rows.js";
import { openPackage } from "./package-book.js";
import { relationsPart } from "./package-links.js";
import { type Relation, relationsOf } from "./relations.js";
import { type InsertedRows, movedRow, moveRanges } from "./shift-rows.js";
import { bookLimits } from "./workbook-limits.js";

/**
 * Repeats blocks of rows on sheets of an .xlsx package, by sheet: what stands below moves, and every formula, name, chart,
 * comment and picture that points there with it, on other sheets too. The order in which programs last calculated is dropped:
 * they make it anew.
 */
export async function insertPackageRows(
  bytes: Uint8Array,
  blocks: ReadonlyMap<string, readonly RepeatedRows[]>,
): Promise<Uint8Array> {
  const book = await openPackage(bytes, bookLimits);
  try {
    const parts = new ChangedParts(book.parts);
    const change = async (part: string, work: (xml: string) => string) => {
      const xml = await parts.text(part);
      if (xml === null) return;
      const now = work(xml);
      if (now !== xml) parts.set(part, now);
    };
    for (const [name, repeated] of blocks) {
      const listed = book.sheets.find((one) => one.name === name);
      if (listed === undefined || listed.part === null) continue;
      const { part } = listed;
      const linked = await relationsOf(book.parts, part);
      // From the last to the first: what stands above is where it was.
      for (const block of [...repeated].sort((a, b) => b.after - a.after)) {
        const inserted = insertedBy(block);
        await change(part, (xml) => repeatRows(xml, name, block));
        for (const other of book.sheets)
          if (other.part !== null && other.part !== part)
            await change(other.part, (xml) => movedFrom(xml, name, inserted));
        await change(book.part, (xml) => movedNames(xml, name, inserted));
        for (const relation of linked) await moveLinked(change, relation, inserted);
        for (const chart of parts.names.filter((one) => /^xl\/charts\/chart\d+\.xml$/i.test(one)))
          await change(chart, (xml) => movedSeries(xml, name, inserted));
      }
    }
    await dropCalculation(book.part, parts);
    return await parts.zipped();
  } finally {
    book.parts.close();
  }
}

/** Formulas of another sheet that say something of this one. */
function movedFrom(xml: string, sheet: string, inserted: InsertedRows): string {
  if (!xml.includes("!")) return xml;
  const prefix = /<((?:[\w.-]+:)?)worksheet\b/.exec(xml)?.[1] ?? "";
  const plain = /<(?:[\w.-]+:)?f[^>]*\st\s*=\s*["']shared/.test(xml) ? withoutShared(xml, prefix) : xml;
  const moved = plain.replace(
    /(<(?:[\w.-]+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*)?>)([^<]+)/g,
    (_, start: string, words: string) => start + movedWords(words, false, sheet, inserted),
  );
  // Shared formulas are written out only where one of them moved.
  return moved === plain ? xml : moved;
}

/** Named ranges, what is printed, what is repeated on every page. */
function movedNames(xml: string, sheet: string, inserted: InsertedRows): string {
  return xml.replace(
    /(<(?:[\w.-]+:)?definedName\b[^>]*>)([^<]+)/g,
    (_, start: string, words: string) => start + movedWords(words, false, sheet, inserted),
  );
}

function movedSeries(xml: string, sheet: string, inserted: InsertedRows): string {
  return xml.replace(
    /(<(?:[\w.-]+:)?f>)([^<]+)/g,
    (_, start: string, words: string) => start + movedWords(words, false, sheet, inserted),
  );
}

/** Parts of the sheet itself that name rows: comments and their boxes, pictures and charts, tables. */
async function moveLinked(
  change: (part: string, work: (xml: string) => string) => Promise<void>,
  { type, target }: Relation,
  inserted: InsertedRows,
): Promise<void> {
  const moved = (row: string) => String(movedRow(Number(row), inserted));
  if (type === "comments" || type === "table")
    await change(target, (xml) =>
      xml.replace(
        /(\sref\s*=\s*["'])([A-Z][^"']*)/g,
        (_, start: string, ref: string) => start + moveRanges(ref, inserted),
      ),
    );
  else if (type === "drawing")
    await change(target, (xml) =>
      xml.replace(/(<(?:[\w.-]+:)?row>)(\d+)/g, (_, start: string, row: string) => start + moved(row)),
    );
  else if (type === "vmlDrawing")
    await change(target, (xml) =>
      xml
        .replace(/(<x:Row>\s*)(\d+)/g, (_, start: string, row: string) => start + moved(row))
        .replace(/(<x:Anchor>)([^<]+)/g, (_, start: string, anchor: string) => {
          const numbers = anchor.split(",").map((one) => one.trim());
          return start + numbers.map((one, at) => (at === 2 || at === 6 ? moved(one) : one)).join(", ");
        }),
    );
}

/** The chain of calculation names cells that are elsewhere now; programs take a wrong one for damage. */
async function dropCalculation(workbook: string, parts: ChangedParts): Promise<void> {
  const part = parts.names.find((name) => /(?:^|\/)calcChain\.xml$/i.test(name));
  if (part === undefined) return;
  parts.drop(part);
  const links = relationsPart(workbook);
  const relations = await parts.text(links);
  if (relations !== null) parts.set(links, relations.replace(/<Relationship\s[^>]*calcChain[^>]*\/>/g, ""));
  const types = await parts.text("[Content_Types].xml");
  if (types !== null) parts.set("[Content_Types].xml", types.replace(/<Override\s[^>]*calcChain[^>]*\/>/g, ""));
}
