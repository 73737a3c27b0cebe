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
  ["「开门红」与『老朋友』", "“开门红”与‘老朋友’", ["printed-marks"]],
  ['他说："山海"与＂协作＂', "他说：“山海”与“协作”", ["printed-marks"]],
  ["“石榴籽“与”大飞机”\n”孩子”与“家”", "“石榴籽“与”大飞机”\n”孩子”与“家”", []],
  ["“石榴籽“一路走来\n他说：“好。”", "“石榴籽”一路走来\n他说：“好。”", ["printed-marks"]],
  ['24" 屏幕一块\n{"a": "b"}', '24" 屏幕一块\n{"a": "b"}', []],
  ["古丽巴哈尔•麦麦提、艾合买提江・吐尔逊", "古丽巴哈尔·麦麦提、艾合买提江·吐尔逊", ["printed-marks"]],
  ["• 项目 • 资金", "• 项目 • 资金", []],
  ["山海情--两地故事\n--记石某某", "山海情——两地故事\n——记石某某", ["printed-marks"]],
  ["|---|---|\n2021--2023", "|---|---|\n2021--2023", []],
  ["２０２３年投入１，６１０万元，增长１２．５％", "2023年投入1610万元，增长12.5%", ["full-width", "thousands-commas"]],
  ["投入1,610万元，帮助12,345人", "投入1610万元，帮助12345人", ["thousands-commas"]],
  ["2021,300人参加；100,20人；3,1415", "2021,300人参加；100,20人；3,1415", []],
  ["会 议 纪 要", "会议纪要", ["spaced-characters"]],
  ["2024 年 9 月 8 日，450 名新生收到 1.2 万元", "2024年9月8日，450名新生收到1.2万元", ["spaced-numbers"]],
  [
    "2024 年 9 月，他们会诊 302 例，结对 16万元\n新华镇 150 168",
    "2024年9月，他们会诊302例，结对16万元\n新华镇 150 168",
    ["spaced-numbers"],
  ],
  [
    "2024 年 9 月，惠及 45 人。\n石远山 2024 年 9 月\n结对 16万元",
    "2024年9月，惠及45人。\n石远山 2024年9月\n结对 16万元",
    ["spaced-numbers"],
  ],
  ["1 张三 2 名称 3 项目\n5 人", "1 张三 2 名称 3 项目\n5 人", []],
  ["李  明 王 芳 字号：大 中 小", "李  明 王 芳 字号：大 中 小", []],
  ["县委书记罗 凯、韦  立、县长 李\u3000\u3000明率队", "县委书记罗凯、韦立、县长 李明率队", ["spaced-names"]],
  ["区长 王晓 明天来；县长李 明确要求；书记 大 中", "区长 王晓 明天来；县长李 明确要求；书记 大 中", []],
  ["领队  顾 一 鸣\n记 录 人：岑明", "领队  顾一鸣\n记录人：岑明", ["spaced-names"]],
  ["姓 名 男 女", "姓名男女", ["spaced-characters"]],
  ["电话：0855-532××××", "电话：0855-532××××", []],
  [
    "石 某 某 一 行 在 2023年 到 县，到 了 以 后 召 开 座 谈 会，签 约。",
    "石某某一行在 2023年到县，到了以后召开座谈会，签约。",
    ["spaced-characters"],
  ],
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

test("an editor wraps by columns, so that lines with numbers have more characters", () => {
  const text =
    "白石市与青云县两地2021年以来签订协议12份，投入东西部协作资金三千多万元；建成项目18个，带动群众增收，两地干部2023年互访30次（其中县级8次），群众都说好，大家的日子越过越红火，干劲也越来越足；到2024年底前还将新建车间6个，吸纳脱贫人口500人以上就业。";
  let wrapped = "";
  let columns = 0;
  for (const char of text) {
    const width = char.charCodeAt(0) > 0x2000 ? 2 : 1;
    if (columns + width > 40) {
      wrapped += "\n";
      columns = 0;
    }
    wrapped += char;
    columns += width;
  }
  assert.equal(repair(wrapped).text, text);
});

test("rows of one width are a table or a roster, not a wrapped text", () => {
  const table = Array.from({ length: 6 }, (_, at) => `10${at}\t山口镇第${at}号冷链物流园\t30${at}`).join("\n");
  const bars = Array.from({ length: 6 }, (_, at) => `山口镇第${at}号冷链物流园 | 资金 | 30${at}`).join("\n");
  const roster = Array.from({ length: 6 }, (_, at) => `${at + 1} 柳成荫 男 山口镇中心小学教师 2021.0${at}`).join("\n");
  const list = Array.from({ length: 6 }, () => "柳成荫　山口镇中心小学　　五年级语文教师").join("\n");
  for (const text of [table, bars, roster, list]) assert.equal(repair(text).text, text);
});
