import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { cell, numbered, officeNumbering, paragraph, run, table, trialDocx } from "../files/trial-docx.js";

const merged = '<w:vMerge w:val="restart"/>';
const onward = "<w:vMerge/>";

const body = [
  paragraph("青云县与白石市东西部协作座谈会纪要", '<w:pStyle w:val="a1"/>'),
  paragraph("2023年5月6日，青云县委书记石远山率团赴白石市考察。", numbered(0)),
  paragraph("会议听取了茶厂项目情况。", numbered(1)),
  paragraph("白石市安排财政援助资金300万元。", numbered(2)),
  paragraph("由青云县农业农村局负责。", numbered(2)),
  paragraph("会议议定教育协作事项。", numbered(1)),
  paragraph("会议要求抓好落实。", numbered(0)),
  // Tracked changes: the sum was corrected, a moved sentence left, a paragraph mark was deleted.
  `<w:p><w:r><w:t>资金由</w:t></w:r><w:del w:id="1"><w:r><w:delText>200</w:delText></w:r></w:del><w:ins w:id="2">${run("350")}</w:ins>${run("万元调整。")}<w:moveFrom w:id="3">${run("此句已移走。")}</w:moveFrom></w:p>`,
  `<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${run("两地企业")}</w:p>${paragraph("签订协议。")}`,
  // A soft break, a tab, a field, hidden text.
  `<w:p>${run("青云县人民政府")}<w:r><w:br/></w:r>${run("白石市人民政府")}<w:r><w:tab/></w:r>${run("章")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r></w:p>`,
  // A text box, in both forms that Word writes it in.
  `<w:p>${run("附图如下。")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("图为茶厂开工现场")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph("图为茶厂开工现场")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
  table([
    [cell("类别", '<w:gridSpan w:val="2"/>'), cell("金额")],
    [cell("资金", merged), cell("产业\n协作"), cell("200万元")],
    [cell("", onward), cell("教育"), cell("100万元")],
  ]),
].join("");

const bytes = trialDocx({
  body,
  numbering: officeNumbering,
  styles:
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="a2"><w:name w:val="Normal"/></w:style>',
  header: paragraph("青云县东西部协作领导小组办公室"),
  footer: `<w:p>${run("— 1 —")}</w:p>`,
  footnotes: `<w:footnote w:id="-1" w:type="separator">${paragraph("x")}</w:footnote><w:footnote w:id="1">${paragraph("数据截至2023年4月底。")}</w:footnote>`,
  comments: `<w:comment w:id="0" w:author="审核">${paragraph("此处请核实金额")}</w:comment>`,
});

test("a .docx is read with its numbers, tables, boxes and notes; deleted text is out", () => {
  const { raw, extraction, furniture } = extract({ name: "纪要.docx", bytes });
  assert.deepEqual(raw.split("\n"), [
    "青云县东西部协作领导小组办公室",
    "青云县与白石市东西部协作座谈会纪要",
    "一、2023年5月6日，青云县委书记石远山率团赴白石市考察。",
    "（一）会议听取了茶厂项目情况。",
    "1.白石市安排财政援助资金300万元。",
    "2.由青云县农业农村局负责。",
    "（二）会议议定教育协作事项。",
    "二、会议要求抓好落实。",
    "资金由350万元调整。",
    "两地企业签订协议。",
    "青云县人民政府",
    "白石市人民政府 章1",
    "附图如下。",
    "图为茶厂开工现场",
    "类别\t\t金额",
    "资金\t产业 协作\t200万元",
    "\t教育\t100万元",
    "数据截至2023年4月底。",
    "— 1 —",
    "此处请核实金额",
  ]);
  assert.equal(extraction.title, "青云县与白石市东西部协作座谈会纪要");
  assert.equal(extraction.raw.reader, "docx");
  assert.deepEqual(
    furniture.map((part) => [part.kind, raw.slice(part.raw.start, part.raw.end)]),
    [
      ["page_header", "青云县东西部协作领导小组办公室"],
      ["page_footer", "— 1 —"],
      ["comment", "此处请核实金额"],
    ],
  );
});

test("every fact names the part of the file that it stands in", () => {
  const { raw, extraction } = extract({ name: "纪要.docx", bytes });
  const parts = new Map<string, string | undefined>();
  for (const { evidence } of extraction.facts)
    for (const { start, end, quote, part } of evidence) {
      assert.equal(raw.slice(start, end), quote);
      parts.set(quote, part);
    }
  assert.ok(parts.size > 5);
  assert.ok(
    [...parts.values()].every((part) => part !== undefined),
    "no evidence without its part",
  );
  assert.equal(parts.get("300万元"), "paragraph 4");
  assert.equal(parts.get("200万元"), "table 1/row 2/cell 3");
});

test("broken, locked and overgrown packages say what they are", () => {
  const codes = (file: Uint8Array) =>
    extract({ name: "a.docx", bytes: file }).extraction.issues.map(({ code }) => code);
  assert.deepEqual(codes(bytes.subarray(0, bytes.length - 200)), ["reader/damaged"]);
  const locked = bytes.slice();
  locked[6] = 1;
  locked.fill(0xff, 60, 400);
  assert.deepEqual(codes(locked), ["reader/encrypted"]);
  assert.deepEqual(codes(trialDocx({ body: "" })), ["reader/empty"]);
  const bomb = trialDocx({ body: "<w:p/>".repeat(17_000_000) });
  assert.ok(bomb.length < 400_000, "a hundred megabytes in a few hundred kilobytes");
  assert.deepEqual(codes(bomb), ["reader/too_large"]);
});
