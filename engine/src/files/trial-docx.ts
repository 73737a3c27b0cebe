import { strToU8, zipSync } from "fflate";

/** For tests only: a .docx of our own making, with everything that a document of an office may hold. */
export interface TrialDocx {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  readonly comments?: string;
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const officeType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const kinds = [
  ["styles", "styles", "styles"],
  ["numbering", "numbering", "numbering"],
  ["header", "header", "hdr"],
  ["footer", "footer", "ftr"],
  ["footnotes", "footnotes", "footnotes"],
  ["comments", "comments", "comments"],
] as const;

/** The file's bytes. Parts are given as WordprocessingML with the prefix `w`. */
export function trialDocx(parts: TrialDocx): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const types: string[] = [];
  for (const [part, type, element] of kinds) {
    const xml = parts[part];
    if (xml === undefined) continue;
    files[`word/${part}.xml`] = strToU8(`${declaration}<w:${element} ${w}>${xml}</w:${element}>`);
    relations.push(`<Relationship Id="r${part}" Type="${officeType}/${type}" Target="${part}.xml"/>`);
    types.push(
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`,
    );
  }
  const edges = [
    parts.header === undefined ? "" : '<w:headerReference w:type="default" r:id="rheader"/>',
    parts.footer === undefined ? "" : '<w:footerReference w:type="default" r:id="rfooter"/>',
  ].join("");
  files["word/document.xml"] = strToU8(
    `${declaration}<w:document ${w} xmlns:r="${officeType}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${parts.body}<w:sectPr>${edges}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  );
  const namespace = "http://schemas.openxmlformats.org/package/2006";
  files["word/_rels/document.xml.rels"] = strToU8(
    `${declaration}<Relationships xmlns="${namespace}/relationships">${relations.join("")}</Relationships>`,
  );
  files["_rels/.rels"] = strToU8(
    `${declaration}<Relationships xmlns="${namespace}/relationships"><Relationship Id="r1" Type="${officeType}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  files["[Content_Types].xml"] = strToU8(
    `${declaration}<Types xmlns="${namespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join("")}</Types>`,
  );
  return zipSync(files);
}

/** A paragraph of plain text; `properties` go into its pPr. */
export function paragraph(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

/** A run of plain text. */
export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t></w:r>`;
}

/** A table cell; `properties` go into its tcPr. */
export function cell(text: string, properties = ""): string {
  return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${text
    .split("\n")
    .map((line) => paragraph(line))
    .join("")}</w:tc>`;
}

/** A table of cells. */
export function table(rows: readonly (readonly string[])[]): string {
  const widest = Math.max(...rows.map((row) => row.length));
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(widest)}</w:tblGrid>${rows
    .map((row) => `<w:tr>${row.join("")}</w:tr>`)
    .join("")}</w:tbl>`;
}

/** Numbering as offices use it: 一、 then （一） then 1. */
export const officeNumbering = `<w:abstractNum w:abstractNumId="0">${[
  ["chineseCounting", "%1、"],
  ["chineseCounting", "（%2）"],
  ["decimal", "%3."],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

/** Properties of a paragraph numbered by {@link officeNumbering}. */
export function numbered(level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
}
