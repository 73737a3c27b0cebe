import { TextScan } from "./sheet-scan.js";
import { StringTable } from "./string-table.js";
import { longestRow } from "./workbook-limits.js";
import { tooFull, xmlDecoder } from "./zip-parts.js";

/** Reads the part with all different texts of a workbook from its chunks; rich texts are joined, readings left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, limit: number): Promise<StringTable> {
  const table = new StringTable(limit);
  let text = "";
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let prefix: string | null = null;
  let scan = new TextScan("");
  let searched = 0;
  for await (const chunk of chunks) {
    decoder ??= xmlDecoder(chunk);
    text += decoder.decode(chunk, { stream: true });
    if (prefix === null) {
      const start = /<((?:[\w.-]+:)?)sst\b[^>]*>/.exec(text);
      if (start === null) continue;
      prefix = start[1] ?? "";
      scan = new TextScan(prefix);
      text = text.slice(start.index + start[0].length);
    }
    const item = `<${prefix}si`;
    const itemEnd = `</${prefix}si>`;
    let at = 0;
    for (;;) {
      const open = text.indexOf(item, at);
      if (open < 0) break;
      const close = text.indexOf(">", open);
      if (close < 0) break;
      if (text.charCodeAt(close - 1) === 47) {
        table.add("");
        at = close + 1;
        continue;
      }
      const end = text.indexOf(itemEnd, Math.max(close, open + searched));
      if (end < 0) {
        searched = Math.max(0, text.length - open - itemEnd.length);
        at = open;
        break;
      }
      searched = 0;
      table.add(scan.join(text, close + 1, end), isStruck(text, close + 1, end));
      at = end + itemEnd.length;
    }
    text = text.slice(at);
    if (text.length > longestRow) throw tooFull("单个单元格的文字", "text of one cell", "32 MB");
  }
  return table;
}

/** Whether every run of a rich text is crossed out; a text in one piece takes that from its cell's style. */
function isStruck(text: string, from: number, to: number): boolean {
  const first = text.indexOf("<", from);
  if (first < 0 || text.startsWith("<t", first) || to - from > 20_000) return false;
  const runs = text.slice(from, to).match(/<(?:\w+:)?r>[\s\S]*?<\/(?:\w+:)?r>/g) ?? [];
  return runs.length > 0 && runs.every((run) => /<(?:\w+:)?strike(?:\s*\/>|\s+val="(?:1|true)")/.test(run));
}
