import { ZipWriter } from "../workbook/zip-writer.js";

/** A paper of the office (.docx, A4): a title and paragraphs; a line that begins with 一、 is a heading. */
export interface Paper {
  readonly title: string;
  readonly text: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** Margins of an official paper (GB/T 9704), in twentieths of a point. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1474" w:bottom="1417" w:left="1588" w:header="851" w:footer="850" w:gutter="0"/></w:sectPr>';

/** Writes the paper; the same words give the same bytes. Fonts are those of an office (仿宋, 黑体), which WPS replaces where they lack. */
export async function writePaper({ title, text }: Paper): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => void pieces.push(bytes.slice()));
  await zip.add("[Content_Types].xml", [CONTENT_TYPES]);
  await zip.add("_rels/.rels", [RELATIONS]);
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  const body = [titleXml(title), ...lines.map((line) => (isHeading(line) ? headingXml(line) : lineXml(line)))].join("");
  await zip.add("word/document.xml", [
    `${HEAD}<w:document xmlns:w="${NAMES}"><w:body>${body}${PAGE}</w:body></w:document>`,
  ]);
  await zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

/** 一、总体情况 */
function isHeading(line: string): boolean {
  return /^[一二三四五六七八九十]+、/u.test(line.trim());
}

const titleXml = (text: string) =>
  paragraph(text, "方正小标宋简体", 40, '<w:spacing w:after="240"/><w:jc w:val="center"/>', true);
const headingXml = (text: string) => paragraph(text, "黑体", 30, '<w:spacing w:line="500" w:lineRule="exact"/>');
const lineXml = (text: string) =>
  paragraph(text, "仿宋_GB2312", 30, '<w:spacing w:line="500" w:lineRule="exact"/><w:ind w:firstLine="600"/>');

function paragraph(text: string, font: string, size: number, layout: string, bold = false): string {
  const looks = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${bold ? "<w:b/>" : ""}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  return `<w:p><w:pPr>${layout}</w:pPr><w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${escaped(text.trim())}</w:t></w:r></w:p>`;
}

function escaped(text: string): string {
  // What XML 1.0 cannot hold at all is left out.
  const plain = [...text].filter((character) => character >= " " || character === "\t").join("");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
