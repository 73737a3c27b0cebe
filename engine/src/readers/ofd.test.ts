import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { extract } from "../extract.js";

const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"';

function text(words: string, x: number, y: number, size = 5, more = ""): string {
  const steps = words.length > 1 ? ` DeltaX="g ${words.length - 1} ${size}"` : "";
  return `<ofd:TextObject ID="1" Boundary="${x} ${y} 160 ${size}" Font="1" Size="${size}"${more}><ofd:TextCode X="0" Y="${size}"${steps}>${words}</ofd:TextCode></ofd:TextObject>`;
}

function trialOfd(pages: readonly string[]): Uint8Array {
  const files: Record<string, Uint8Array> = {
    "OFD.xml": strToU8(
      `<ofd:OFD ${ofd}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    "Doc_0/Document.xml": strToU8(
      `<ofd:Document ${ofd}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${pages.map((_, at) => `<ofd:Page ID="${at}" BaseLoc="Pages/Page_${at}/Content.xml"/>`).join("")}</ofd:Pages></ofd:Document>`,
    ),
    "Doc_0/Tpls/Tpl_0/Content.xml": strToU8(
      `<ofd:Page ${ofd}><ofd:Content><ofd:Layer>${text("青云县人民政府办公室", 30, 10)}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
    "Doc_0/Res/image_0.png": strToU8("x"),
  };
  for (const [at, content] of pages.entries())
    files[`Doc_0/Pages/Page_${at}/Content.xml`] = strToU8(
      `<ofd:Page ${ofd}><ofd:Template TemplateID="9" ZOrder="Background"/><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    );
  return zipSync(files);
}

const paragraph = "青云县委书记石远山率党政代表团赴白石市考察东西部协作工作并安排资金三百万元用于产业协作。";

test("the text layer is read by its places: templates as headers, watermarks apart, paragraphs put together", () => {
  const lines = [text(paragraph.slice(0, 26), 40, 60), text(paragraph.slice(26), 30, 70)];
  // Objects stand in the file in any order.
  const bytes = trialOfd([
    text("第一页", 95, 285) +
      lines[1] +
      lines[0] +
      text("关于协作工作的函", 60, 35, 8) +
      text("内部草稿", 60, 150, 12, ' CTM="0.7 0.7 -0.7 0.7 0 0"'),
    text("特此函告。", 40, 60),
  ]);
  const { raw, furniture, extraction } = extract({ name: "函.ofd", bytes });
  assert.equal(extraction.raw.reader, "ofd");
  assert.ok(raw.split("\n").includes(paragraph), raw);
  assert.ok(raw.split("\n").includes("关于协作工作的函"));
  const apart = furniture.map(({ kind, raw: { start, end } }) => `${kind} ${raw.slice(start, end)}`);
  assert.ok(apart.includes("page_header 青云县人民政府办公室"));
  assert.ok(apart.includes("watermark 内部草稿"));
  const leader = extraction.facts.flatMap(({ evidence }) => evidence).find(({ quote }) => quote === "石远山");
  assert.equal(leader?.part, "page 1");
});

test("pictures without text, and broken packages, are named", () => {
  const codes = (bytes: Uint8Array) => extract({ name: "函.ofd", bytes }).extraction.issues.map(({ code }) => code);
  const empty = trialOfd(["<ofd:ImageObject/>"]);
  const files = zipSync({ "OFD.xml": strToU8("<ofd:OFD/>") });
  assert.deepEqual(codes(files), ["reader/damaged"]);
  assert.deepEqual(codes(empty.subarray(0, 300)), ["reader/damaged"]);
  const scan = zipSync({
    "OFD.xml": strToU8(`<ofd:OFD ${ofd}><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:OFD>`),
    "D/Document.xml": strToU8(`<ofd:Document ${ofd}><ofd:Page BaseLoc="P.xml"/></ofd:Document>`),
    "D/P.xml": strToU8(`<ofd:Page ${ofd}><ofd:ImageObject/></ofd:Page>`),
    "D/Res/1.jpg": strToU8("x"),
  });
  assert.deepEqual(codes(scan), ["reader/scanned"]);
});
