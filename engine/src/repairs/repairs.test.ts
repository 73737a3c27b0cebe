import assert from "node:assert/strict";
import { test } from "node:test";
import { repair } from "../repair.js";

/** A text as it comes in, as it should read, and which repairs say that they made it. */
const cases: readonly [raw: string, repaired: string, repairs: readonly string[]][] = [
  // Glosses: only a reading of the very character, in both families; the author's own stay.
  ["東(dōng)西部協(xié)作和產(chǎn)業(yè)發(fā)展", "东西部协作和产业发展", ["gloss", "traditional"]],
  ["工商聯(lián )與(yǔ)商會(huì )", "工商联与商会", ["gloss", "traditional"]],
  ["他当选市长(zhǎng)、县长(cháng)", "他当选市长、县长", ["gloss"]],
  ["扬州市邗(hán)江区来访", "扬州市邗(hán)江区来访", []],
  ["中心(A)与方案(xié)、党(2021)", "中心(A)与方案(xié)、党(2021)", []],
  ["（注音：xié）协作", "（注音：xié）协作", []],
  // Bytes.
  [
    "高质量發(fā)展?;㈤T等鎮(zhèn)區(qū)領導",
    "高质量发展。虎门等镇区领导",
    ["byte-misalignment", "gloss", "traditional"],
  ],
  ["借鑒當?shù)氐膶氋F經(jīng)驗和做法", "借鉴当地的宝贵经验和做法", ["byte-misalignment", "gloss", "traditional"]],
  // A gloss put in behind a character that has one itself, and behind a folded mark.
  [
    "一(yī)聲直引着我(wǒ)?yī)丶遥\ue0e9?wǒ)們一(yī)起回家",
    "一声直引着我回家，我们一起回家",
    ["byte-misalignment", "gloss", "traditional"],
  ],
  [
    "主持人:?hé)瑢W一開始不同意,后來學會(huì)和(hé)同學商量",
    "主持人:同学一开始不同意,后来学会和同学商量",
    ["byte-misalignment", "gloss", "traditional"],
  ],
  ["是什么?,他问。真的？！我们不信。", "是什么?,他问。真的？！我们不信。", []],
  ["涓\ue15e浗鍜屽箍涓滀笢瑗块儴鍗忎綔", "中国和广东东西部协作", ["double-decoding"]],
  ["×¢ÖØ¶«Î÷²¿Ð×÷", "×¢ÖØ¶«Î÷²¿Ð×÷", []],
  ["¶«Î÷²¿Ð­×÷", "东西部协作", ["double-decoding"]],
  ["Café Zürich 2021", "Café Zürich 2021", []],
  // Script by phrase, with the variants of other places.
  ["皇后與以後，頭髮與發展，乾隆與乾淨", "皇后与以后，头发与发展，乾隆与干净", ["traditional"]],
  ["特産説明、村裏、衞生院、高峯、羣衆", "特产说明、村里、卫生院、高峰、群众", ["traditional"]],
  ["于建设、乾县、钟山县、后溪村", "于建设、乾县、钟山县、后溪村", []],
  // Width, space and marks.
  ["「开门红」与『老朋友』", "“开门红”与‘老朋友’", ["full-width"]],
  ["２０２３年投入１，６１０万元，增长１２．５％", "2023年投入1610万元，增长12.5%", ["full-width", "thousands-commas"]],
  ["投入1,610万元，帮助12,345人", "投入1610万元，帮助12345人", ["thousands-commas"]],
  ["2021,300人参加；100,20人；3,1415", "2021,300人参加；100,20人；3,1415", []],
  ["会 议 纪 要", "会议纪要", ["spaced-characters"]],
  ["2024 年 9 月 8 日，450 名新生收到 1.2 万元", "2024年9月8日，450名新生收到1.2万元", ["spaced-numbers"]],
  ["1 张三 2 名称 3 项目\n5 人", "1 张三 2 名称 3 项目\n5 人", []],
  ["李  明 王 芳 字号：大 中 小", "李  明 王 芳 字号：大 中 小", []],
  ["县委书记罗 凯、韦  立、县长 李\u3000\u3000明率队", "县委书记罗凯、韦立、县长 李明率队", ["spaced-names"]],
  ["区长 王晓 明天来；县长李 明确要求；书记 大 中", "区长 王晓 明天来；县长李 明确要求；书记 大 中", []],
  ["领队  顾 一 鸣\n记 录 人：岑明", "领队  顾一鸣\n记录人：岑明", ["spaced-names"]],
  ["姓 名 男 女", "姓名男女", ["spaced-characters"]],
  ["电话：0855-532××××", "电话：0855-532××××", []],
  ["开展考察，，并座谈。。会后,。", "开展考察，并座谈。会后。", ["doubled-marks"]],
  ["真好！！真的？！等等……——", "真好！！真的？！等等……——", []],
  ["东\u200b西\u00ad部协作\ufeff", "东西部协作", ["invisible-characters"]],
  ["&ldquo;山海情&rdquo;&#8212;&amp;&bogus;", "“山海情”—&&bogus;", ["html-entities"]],
];

test("each fault is mended, and what only looks like one stays", () => {
  for (const [raw, repaired, made] of cases) {
    const result = repair(raw);
    assert.equal(result.text, repaired, raw);
    assert.deepEqual(
      result.damage.map(({ repair: id }) => id),
      made,
      raw,
    );
  }
});

test("every edit shows what stands in both texts at its places", () => {
  for (const [raw] of cases) {
    const { edits, text } = repair(raw);
    for (const edit of edits) {
      assert.equal(raw.slice(edit.raw.start, edit.raw.end), edit.was);
      assert.equal(text.slice(edit.repaired.start, edit.repaired.end), edit.now);
    }
  }
});

test("the text between edits is the same in both", () => {
  for (const [raw] of cases) {
    const { edits, text } = repair(raw);
    let inRaw = 0;
    let inText = 0;
    for (const edit of edits) {
      assert.equal(raw.slice(inRaw, edit.raw.start), text.slice(inText, edit.repaired.start), raw);
      inRaw = edit.raw.end;
      inText = edit.repaired.end;
    }
    assert.equal(raw.slice(inRaw), text.slice(inText), raw);
  }
});

test("guessed characters are marked one by one", () => {
  const guessedOf = (raw: string) => {
    const { text, edits } = repair(raw);
    return edits.flatMap((edit) => edit.guessed ?? []).map(({ start, end }) => text.slice(start, end));
  };
  // A page that kept its private-use characters shows every byte that it had: what was restored is certain.
  assert.deepEqual(guessedOf("高質量發展?;㈤T等鎮區領導\ue4c6"), ["。"]);
  // From another page a pair may be missing between any two characters: 虎門 may be two of three.
  assert.deepEqual(guessedOf("高質量發展?;㈤T等鎮區領導"), ["。", "虎", "门"]);
});

test("a wrapped text is joined, a list of short lines is not", () => {
  const wrapped =
    "　　青云县与白石市两地协作以来不断深化各\n方面合作，投入资金三千多万元，建成项目十\n二个，带动群众增收，两地干部往来日益频繁\n，群众都说好，大家的日子越过越红火，干劲\n也越来越足。\n　　下一步";
  assert.equal(repair(wrapped).text.split("\n").length, 2);
  const list = "石远山，青云县委书记\n方一丁，青云县县长吧\n孔二三，白石市副市长\n江小白，白石市局长吧";
  assert.equal(repair(list).text, list);
});

test("rows of one width are a table or a roster, not a wrapped text", () => {
  const table = Array.from({ length: 6 }, (_, at) => `10${at}\t山口镇第${at}号冷链物流园\t30${at}`).join("\n");
  const bars = Array.from({ length: 6 }, (_, at) => `山口镇第${at}号冷链物流园 | 资金 | 30${at}`).join("\n");
  const roster = Array.from({ length: 6 }, (_, at) => `${at + 1} 柳成荫 男 山口镇中心小学教师 2021.0${at}`).join("\n");
  const list = Array.from({ length: 6 }, () => "柳成荫　山口镇中心小学　　五年级语文教师").join("\n");
  for (const text of [table, bars, roster, list]) assert.equal(repair(text).text, text);
});
