import assert from "node:assert/strict";
import { test } from "node:test";
import { documentForm } from "./document-form.js";
import { readDocument } from "./document-text.js";
import { fillDocument } from "./fill-document.js";

const run = (text: string, look = "") => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const line = (...runs: readonly string[]) => `<w:p>${runs.join("")}</w:p>`;
const under = '<w:rPr><w:u w:val="single"/></w:rPr>';
const words = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join("");
const fill = (xml: string, part: string, places: { readonly [place: string]: string }) =>
  fillDocument(xml, new Map([[part, new Map(Object.entries(places))]]));

test("blanks as offices print them are places; what is filled in stands there and nowhere else", () => {
  const cases: readonly (readonly [xml: string, places: readonly string[], filled: string])[] = [
    [line(run("累计就业「　　」人")), ["　　"], "累计就业「甲」人"],
    [line(run("其中脱贫（　　　）人")), ["　　　"], "其中脱贫（甲）人"],
    [line(run("到位资金____万元")), ["____"], "到位资金甲　万元"],
    [line(run("到位"), run("　　　", under), run("　", under), run("万元")), ["　　　　"], "到位　甲　　万元"],
    [line(run("到位"), run("　", under), run("万元")), ["　"], "到位 甲 万元"],
    [line(run("单位：　　　　联系人：李某")), ["　　　　"], "单位：甲　　　联系人：李某"],
    [line(run("举办培训　　　期")), ["　　　"], "举办培训甲期"],
    [line(run("截至"), run("11"), run("月底")), ["11"], "截至甲月底"],
    [line(run("累计「12"), run("3」人，完成102.42%")), ["123", "102.42%"], "累计「甲」人，完成102.42%"],
    [line(run("空的「」也是")), [""], "空的「甲」也是"],
    [`<w:p><w:del w:id="1">${run("旧（　）")}</w:del>${run("新（　）人")}</w:p>`, ["　"], "旧（　）新（甲）人"],
  ];
  for (const [xml, places, filled] of cases) {
    const [text] = documentForm(readDocument(xml));
    const found = text?.lines?.flat().flatMap((piece) => (piece.place === undefined ? [] : [piece.text]));
    assert.deepEqual(found, places, xml);
    assert.equal(words(fill(xml, "正文", { 空1: "甲" }).xml), filled);
  }
  // An indent, a heading with no figure, spaces between two words of a signature are none.
  for (const xml of [line(run("　　各县、市：")), line(run("关于报送情况的通知")), line(run("甲 乙"))])
    assert.deepEqual(documentForm(readDocument(xml)), [], xml);
});

test("a drawn line becomes an underline of the run's own look and the same width, which is a place again next month", () => {
  const bold = '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>';
  const once = fill(line(run("到位资金________万元", bold)), "正文", { 空1: "93" }).xml;
  const lined = '<w:rPr><w:b/><w:sz w:val="28"/><w:u w:val="single"/></w:rPr>';
  assert.equal(once, line(run("到位资金", bold), run("　93　　", lined), run("万元", bold)));
  const twice = fill(once, "正文", { 空1: "石坎县" }).xml;
  assert.equal(words(twice), "到位资金石坎县　万元");
  assert.equal(fill(once, "正文", { 空1: "石坎县农业农村局" }).xml, once.replace("　93　　", " 石坎县农业农村局 "));
});

test("cells of tables are filled as they look; merged and nested ones by their own names", () => {
  const cell = (inner: string, properties = "") =>
    `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;
  const mark = '<w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr>';
  const nested = `<w:tbl><w:tr>${cell("<w:p/>")}</w:tr></w:tbl>`;
  const xml = `<w:document><w:body>${line(run("甲&amp;乙"))}<w:tbl><w:tr>${cell(line(run("指标")), '<w:gridSpan w:val="2"/>')}${cell(line(run("本月")))}</w:tr><w:tr>${cell(line(run("就业")), '<w:vMerge w:val="restart"/>')}${cell(line(run("总数")))}${cell(`<w:p>${mark}</w:p>`)}</w:tr><w:tr>${cell("<w:p/>", "<w:vMerge/>")}${cell(line(run("其中脱贫")))}${cell(`<w:p/>${nested}<w:p/>`)}</w:tr></w:tbl></w:body></w:document>`;
  const [table, inner] = documentForm(readDocument(xml));
  assert.deepEqual([table?.name, inner?.name], ["表1", "表2"]);
  assert.deepEqual(table?.merges, [
    { top: 0, left: 0, bottom: 0, right: 1 },
    { top: 1, left: 0, bottom: 2, right: 0 },
  ]);
  assert.deepEqual(
    table?.cells.map((row) => row.map((one) => one?.text ?? null)),
    [
      ["指标", null, "本月"],
      ["就业", "总数", ""],
      [null, "其中脱贫", ""],
    ],
  );
  const once = fill(xml, "表1", { C2: "93", C3: "<73>", A3: "盖住的", Z9: "没有的", C1: "本月新增" });
  assert.deepEqual(once.filled.get("表1"), ["C2", "C3", "C1"]);
  assert.ok(once.xml.includes(`<w:p>${mark}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">93</w:t></w:r></w:p>`));
  assert.ok(
    once.xml.includes('<w:r><w:t xml:space="preserve">&lt;73&gt;</w:t></w:r></w:p><w:tbl>'),
    "not into the table inside",
  );
  assert.equal(words(once.xml), "甲&amp;乙指标本月新增就业总数93其中脱贫&lt;73&gt;");
  const twice = fill(once.xml, "表1", { C2: "96" });
  assert.equal(twice.xml, once.xml.replace(">93<", ">96<"), "one figure changes, nothing else");
});
