const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes: { readonly [kind in LinkedPart]: string } = {
  comments: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
  vmlDrawing: "application/vnd.openxmlformats-officedocument.vmlDrawing",
};

/** Parts that a worksheet may be given. */
export type LinkedPart = "comments" | "vmlDrawing";

/** The relations part of a part: `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A relations part with one more relation, to a part by its full name; made where there was none. */
export function withRelation(
  xml: string | null,
  kind: LinkedPart,
  target: string,
): { readonly xml: string; readonly id: string } {
  const was =
    xml ??
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const open = was.replace(/<Relationships([^>]*)\/>/, "<Relationships$1></Relationships>");
  let number = 1;
  while (open.includes(`"rIdNote${number}"`)) number++;
  const id = `rIdNote${number}`;
  const relation = `<Relationship Id="${id}" Type="${relationTypes}/${kind}" Target="/${target}"/>`;
  return { xml: open.replace("</Relationships>", `${relation}</Relationships>`), id };
}

/** `[Content_Types].xml` with a part in it: comments by their name, drawings by the ending that all of them have. */
export function withContentType(xml: string, kind: LinkedPart, part: string): string {
  const open = xml.replace(/<Types([^>]*)\/>/, "<Types$1></Types>");
  if (kind === "vmlDrawing")
    return /Extension="vml"/i.test(open)
      ? open
      : open.replace(/<Types([^>]*)>/, `<Types$1><Default Extension="vml" ContentType="${contentTypes.vmlDrawing}"/>`);
  return open.replace("</Types>", `<Override PartName="/${part}" ContentType="${contentTypes[kind]}"/></Types>`);
}
