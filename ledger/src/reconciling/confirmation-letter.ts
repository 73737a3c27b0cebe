import { ZipWriter } from "../workbook/zip-writer.js";
import type { Comparison } from "./reconcile-desk.js";

/** A line of the letter: text, and how it stands. */
interface Paragraph {
  readonly text: string;
  readonly align?: "center" | "right";
  readonly size?: number;
  readonly bold?: boolean;
  readonly indent?: boolean;
}

/**
 * 确认函.docx: a letter in the form of an office (公文用纸 A4) with the month's numbers as a table; lines that differ are
 * named with their cause. Written part by part: text and one table need no library.
 */
export async function confirmationLetter(comparison: Comparison): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => void pieces.push(bytes.slice()));
  await zip.add("[Content_Types].xml", [CONTENT_TYPES]);
  await zip.add("_rels/.rels", [RELATIONS]);
  await zip.add("word/document.xml", [documentXml(comparison)]);
  await zip.end();
  return Buffer.concat(pieces);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

function documentXml(comparison: Comparison): string {
  const { year, month, title, day, lines, equal, different, waiting } = comparison;
  const differing = lines.filter(({ difference }) => difference !== null && difference !== "0");
  const paragraphs: Paragraph[] = [
    { text: "东西部协作指标数据确认函", align: "center", size: 44, bold: true },
    { text: "" },
    { text: `${title}：` },
    {
      text: `经核对，${year}年${month}月（截至${day}）东西部协作主要指标共${lines.length}项，其中一致${equal}项，有差异${different}项${waiting > 0 ? `，待贵方填报${waiting}项` : ""}。数据如下表，请予确认。`,
      indent: true,
    },
  ];
  const after: Paragraph[] = [
    ...differing.map((line, at) => ({
      text: `${at + 1}.${line.zh}：我方 ${line.ours}、贵方 ${line.theirs}，相差 ${line.difference} ${line.unit}。${
        line.causes.length > 0 ? `原因：${line.causes.map(({ zh }) => zh).join("；")}。` : ""
      }${line.note === null ? "" : `说明：${line.note}。`}`,
      indent: true,
    })),
    { text: "" },
    { text: "填表人：            审核人：            分管领导：" },
    { text: "（单位盖章）", align: "right" },
    { text: "    年    月    日", align: "right" },
  ];
  const table = tableXml([
    ["序号", "指标", "计量单位", "我方累计", "贵方累计", "差异"],
    ...lines.map((line, at) => [
      String(at + 1),
      line.zh,
      line.unit,
      line.ours ?? "—",
      line.theirs ?? "",
      line.difference ?? "",
    ]),
  ]);
  return `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
    .map(paragraphXml)
    .join("")}${table}${after
    .map(paragraphXml)
    .join(
      "",
    )}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function paragraphXml({ text, align, size = 32, bold = false, indent = false }: Paragraph): string {
  const layout = `${indent ? '<w:ind w:firstLine="640"/>' : ""}${align === undefined ? "" : `<w:jc w:val="${align}"/>`}`;
  return `<w:p><w:pPr>${layout}</w:pPr>${runXml(text, size, bold)}</w:p>`;
}

function runXml(text: string, size: number, bold: boolean): string {
  const font = bold ? "方正小标宋简体" : "仿宋_GB2312";
  const looks = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

const WIDTHS = [700, 3600, 1100, 1400, 1400, 1200];

function tableXml(rows: readonly (readonly string[])[]): string {
  const edge = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  const cell = (text: string, at: number, header: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[at]}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="${
      header || at === 0 || at === 2 ? "center" : at > 2 ? "right" : "left"
    }"/></w:pPr>${runXml(text, 21, header)}</w:p></w:tc>`;
  const line = (cells: readonly string[], at: number) =>
    `<w:tr>${at === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells
      .map((text, column) => cell(text, column, at === 0))
      .join("")}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${WIDTHS.map(
    (width) => `<w:gridCol w:w="${width}"/>`,
  ).join("")}</w:tblGrid>${rows.map(line).join("")}</w:tbl>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
