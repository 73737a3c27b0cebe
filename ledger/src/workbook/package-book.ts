import { readXml } from "@shanhai/engine/light";
import { LedgerError } from "../error-codes.js";
import { type CellLook, readCellLooks } from "./cell-looks.js";
import { relationsOf } from "./relations.js";
import { readSharedStrings } from "./shared-strings.js";
import { StringTable } from "./string-table.js";
import type { WorkbookLimits } from "./workbook-limits.js";
import { ZipParts } from "./zip-parts.js";

/** A sheet as the workbook's part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of its part; null for one whose relation is missing. */
  readonly part: string | null;
  readonly kind: "cells" | "chart";
}

/** What all sheets of a package need: opened once, closed by the caller. */
export interface PackageBook {
  readonly parts: ZipParts;
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
  readonly looks: readonly CellLook[];
  readonly strings: StringTable;
  readonly macros: boolean;
  readonly externalLinks: boolean;
  /** Name of the part that lists the sheets. */
  readonly part: string;
}

/** Opens an .xlsx package and reads what its sheets share. What is a zip of something else is WORKBOOK_FORMAT. */
export async function openPackage(source: Uint8Array | string, limits: WorkbookLimits): Promise<PackageBook> {
  const parts = await ZipParts.open(source, limits);
  try {
    return await openParts(parts, limits);
  } catch (error) {
    parts.close();
    throw error;
  }
}

async function openParts(parts: ZipParts, limits: WorkbookLimits): Promise<PackageBook> {
  const main =
    (await relationsOf(parts, "")).find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const xml = await parts.text(main);
  if (xml === null || !/<(?:[\w.-]+:)?workbook\b/.test(xml.slice(0, 20_000))) throw otherPackage(parts);
  const relations = await relationsOf(parts, main);
  const target = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  const { sheets, date1904 } = readSheetList(xml);
  const styles = target("styles");
  const theme = target("theme");
  const strings = target("sharedStrings");
  return {
    parts,
    part: main,
    date1904,
    sheets: sheets.map(({ name, hidden, id }) => {
      const relation = relations.find((each) => each.id === id);
      const kind = relation === undefined || relation.type === "worksheet" ? "cells" : "chart";
      return { name, hidden, part: relation?.target ?? null, kind };
    }),
    looks: readCellLooks(
      styles === null ? null : await parts.text(styles),
      theme === null ? null : await parts.text(theme),
    ),
    strings: strings === null ? new StringTable(0) : await readSharedStrings(parts.chunks(strings), limits.strings),
    macros: parts.names.some((name) => name.endsWith("vbaproject.bin")),
    externalLinks: relations.some(({ type }) => type === "externalLink"),
  };
}

function readSheetList(xml: string): {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly id: string }[];
  readonly date1904: boolean;
} {
  const sheets: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  readXml(xml, {
    open(name, attribute) {
      if (name === "workbookPr") date1904 = /^(1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const hidden = /hidden/i.test(attribute("state") ?? "");
      sheets.push({ name: attribute("name") ?? "", hidden, id: attribute("id") ?? "" });
    },
    close() {},
    text() {},
  });
  return { sheets, date1904 };
}

/** Says what a package is that holds no sheets. */
function otherPackage(parts: ZipParts): LedgerError {
  const has = (start: string) => parts.names.some((name) => name.startsWith(start));
  if (parts.names.some((name) => name === "xl/workbook.bin"))
    return format("二进制表格 .xlsb", "a binary .xlsb workbook");
  if (has("word/")) return format("Word 文档 .docx", "a Word document, .docx");
  if (has("ppt/")) return format("演示文稿 .pptx", "a presentation, .pptx");
  if (parts.has("ofd.xml")) return format("OFD 版式文件", "an OFD document");
  if (parts.has("content.xml")) return format("OpenDocument 文件", "an OpenDocument file");
  if (has("xl/") || parts.has("[content_types].xml")) return new LedgerError("WORKBOOK_DAMAGED");
  return format("压缩包 .zip", "a zip archive");
}

function format(found: string, foundEn: string): LedgerError {
  return new LedgerError("WORKBOOK_FORMAT", { found, found_en: foundEn });
}
