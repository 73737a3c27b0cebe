import { ZipWriter } from "./zip-writer.js";

/** For tests: a package from its parts as text, as programs other than ours write them. */
export async function trialPackage(parts: { readonly [name: string]: string }): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => void pieces.push(Buffer.from(bytes)));
  for (const [name, text] of Object.entries(parts)) await zip.add(name, [text]);
  await zip.end();
  return Buffer.concat(pieces);
}

const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** For tests: a workbook of one sheet, `2023年`, with the given worksheet XML and other parts. */
export function trialWorkbook(
  sheet: string,
  parts: { readonly [name: string]: string } = {},
  workbook = "",
): Promise<Uint8Array> {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  return trialPackage({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships>${relation(1, "officeDocument", "/xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r">${workbook}<sheets><sheet name="2023年" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "styles", "styles.xml")}${relation(3, "sharedStrings", "sharedStrings.xml")}${relation(4, "theme", "theme/theme1.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    ...parts,
  });
}
