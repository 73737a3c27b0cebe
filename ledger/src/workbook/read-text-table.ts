import { decode } from "@shanhai/engine/light";
import { LedgerError } from "../error-codes.js";
import type { BookIssue, Cell } from "./book.js";
import { bookIssue } from "./book-issues.js";
import { decimalText } from "./decimal-text.js";
import type { PackedBook, PackedRow } from "./packed-book.js";
import { tooFull } from "./zip-parts.js";

/** Reads a .csv (or tab-separated) file, in UTF-8, GB18030 or what else its bytes say. One sheet, named like the file. */
export function readTextTable(bytes: Uint8Array, name: string, mostCells: number): PackedBook {
  const decoded = decode(bytes);
  if (decoded.text.includes("\u0000")) {
    throw new LedgerError("WORKBOOK_FORMAT", { found: "二进制文件", found_en: "a binary file" });
  }
  const issues: BookIssue[] = [];
  if (decoded.encoding !== "utf-8")
    issues.push(bookIssue("encoding_guessed", "", { encoding: decoded.encoding.toUpperCase() }));
  if (decoded.unreadable > 0) issues.push(bookIssue("unreadable_bytes", "", { count: decoded.unreadable }));
  const rows: PackedRow[] = [];
  let cells = 0;
  for (const [row, values] of parseTextTable(decoded.text).entries()) {
    const made = values.map(textCell);
    if (made.every((cell) => cell === undefined)) continue;
    cells += made.length;
    if (cells > mostCells) throw tooFull("单元格个数", "cells", mostCells);
    rows.push([row, made]);
  }
  const sheet = { name: name.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""), hidden: false };
  return {
    format: "csv",
    issues,
    sheets: [{ ...sheet, merges: [], hiddenRows: [], filteredRows: false, hiddenColumns: [], pictures: [], rows }],
  };
}

/**
 * The values of a text table (RFC 4180, and what offices make of it): the separator is the one of comma, tab, semicolon
 * that the first lines have most of; quotes double inside quotes; a quote that is never closed ends with its line.
 */
export function parseTextTable(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value: string;
    const closing = text.charAt(at) === '"' ? closingQuote(text, at) : -1;
    if (closing >= 0) {
      value = text.slice(at + 1, closing).replaceAll('""', '"');
      at = closing + 1;
    } else {
      const end = valueEnd(text, at, separator);
      value = text.slice(at, end);
      at = end;
    }
    row.push(value);
    const sign = text.charAt(at);
    if (sign === separator) {
      at++;
      if (at === text.length) row.push("");
      continue;
    }
    if (sign === "\r" && text.charAt(at + 1) === "\n") at++;
    at++;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, "");
  const counts = [",", "\t", ";"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** The quote that ends the value that begins here; -1 where none is followed by a separator or an end of line. */
function closingQuote(text: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return -1;
    if (text.charAt(at + 1) === '"') continue;
    return /[,;\t\r\n]|^$/.test(text.charAt(at + 1)) ? at : -1;
  }
}

function valueEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === separator || sign === "\n" || sign === "\r") return at;
  }
  return text.length;
}

/** A plain number becomes one; leading zeros, long numbers and `="00382915"` stay text, as they were meant. */
function textCell(value: string): Cell | undefined {
  const guarded = /^="(.*)"$/s.exec(value) ?? /^\t(.*)$/s.exec(value);
  const text = guarded?.[1] ?? value;
  if (text === "") return undefined;
  const raw = guarded === null && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/.test(text) ? decimalText(text) : null;
  return raw === null ? { kind: "text", text } : { kind: "number", text, number: Number(raw), raw };
}
