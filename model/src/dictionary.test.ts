import assert from "node:assert/strict";
import { test } from "node:test";
import { dictionaries } from "./dictionaries/index.js";
import type { DictionaryAlias, DictionaryEntry, DictionarySet } from "./dictionary.js";
import { codesOf, dictionaryCodes, withDictionaries } from "./dictionary-codes.js";
import { DictionaryReader, type WordReading, wordKey } from "./dictionary-reader.js";
import { parseValue } from "./parse-value.js";
import { printValue } from "./print-value.js";
import { recordDefinitions } from "./records/index.js";
import { offeredNames, wordsInTexts } from "./words-in-text.js";
import { fieldIn, holdsIn, labelIn, offeredIn, rowYear } from "./yearly-labels.js";

const entry = (code: string, from: number | null, to: number | null, zh: string, successor: string | null = null) =>
  ({ code, from, to, zh, en: `${code} ${from}`, successor, source: "乙财农〔2023〕3号" }) satisfies DictionaryEntry;
const alias = (text: string, code: string, place: string | null, from: number | null, to: number | null) =>
  ({ text, code, place, from, to, source: "县专班说明" }) satisfies DictionaryAlias;

/** 旧法 and 新法 are one code renamed in 2024; 甲类 ended in 2022 and went on as 乙类; 丙类 came in 2025. */
const codes = codesOf(
  [
    entry("method", null, null, "旧法"),
    entry("method", 2024, null, "新法"),
    entry("first", null, 2022, "甲类", "second"),
    entry("second", 2023, null, "乙类"),
    entry("third", 2025, null, "丙类"),
  ],
  [
    alias("土办法", "method", "乙省云岭州", 2023, 2023),
    alias("土办法", "first", "乙省", null, null),
    alias("土办法", "third", "乙省云岭州石坎县", 2025, null),
  ],
);
const SHIKAN = ["乙省云岭州石坎县", "甲省临海市望潮区"];

test("delivered dictionaries: names in both languages, a paper for each, one name in a year, codes that go on stand", () => {
  for (const { name, zh, en, entries, aliases = [] } of dictionaries) {
    assert.match(name, /^[a-z][a-z_]*$/);
    assert.ok(/\p{Script=Han}/u.test(zh) && !/\p{Script=Han}/u.test(en), name);
    const known = new Set(entries.map(({ code }) => code));
    for (const one of entries) {
      assert.ok(/\p{Script=Han}|\d/u.test(one.zh) && one.en !== "" && one.source !== "", `${name} ${one.code}`);
      assert.ok(one.successor === null || known.has(one.successor), `${name} ${one.code}`);
    }
    for (const { text, code, source } of aliases) assert.ok(text !== "" && source !== "" && known.has(code), text);
    const keys = entries.map(({ code, from }) => `${code} ${from}`);
    assert.equal(new Set(keys).size, keys.length, name);
    for (let year = 2015; year <= 2028; year++) {
      const names = codesOf(entries, []).flatMap((one) => (holdsIn(one, year) ? [labelIn(one, year).zh] : []));
      assert.equal(new Set(names).size, names.length, `${name} ${year}`);
    }
  }
});

test("fields name dictionaries that there are, and their ledgers say by which field a row has its year", () => {
  const used = new Set<string>();
  for (const { name, year, fields } of recordDefinitions)
    for (const field of fields) {
      for (const part of field.items ?? []) if (part.dictionary !== undefined) used.add(part.dictionary);
      for (const list of [field.offers, field.against]) {
        if (list === undefined) continue;
        used.add(list.dictionary);
        assert.ok(["text", "long_text"].includes(field.type) && year !== undefined, `${name}.${field.key}`);
      }
      if (field.dictionary === undefined) continue;
      used.add(field.dictionary);
      const of = fields.find(({ key }) => key === year)?.type;
      assert.ok(of === "integer" || of === "date", `${name}.${field.key}`);
      assert.ok(["code", "texts"].includes(field.type), `${name}.${field.key}`);
    }
  assert.deepEqual([...used].sort(), dictionaries.map(({ name }) => name).sort());
});

test("a name ends where the next one of its code begins; outside its years the nearest before stands, else the first", () => {
  const named = (code: string, year: number | null) => {
    const one = codes.find((label) => label.code === code);
    assert.ok(one);
    return [labelIn(one, year).zh, holdsIn(one, year)];
  };
  const table: readonly (readonly [string, number | null, string, boolean])[] = [
    ["method", 2019, "旧法", true],
    ["method", 2023, "旧法", true],
    ["method", 2024, "新法", true],
    ["method", null, "新法", true],
    ["first", 2022, "甲类", true],
    ["first", 2024, "甲类", false],
    ["first", null, "甲类", false],
    ["second", 2020, "乙类", false],
    ["third", 2025, "丙类", true],
  ];
  for (const [code, year, zh, holds] of table) assert.deepEqual(named(code, year), [zh, holds], `${code} ${year}`);
});

test("words of a sheet: names of their year, of others, of what ended, of a place and its years; by likeness, or not at all", () => {
  const table: readonly (readonly [
    text: string,
    year: number | null,
    places: readonly string[],
    string | null,
    WordReading,
  ])[] = [
    ["新法", 2024, [], "method", "name"],
    ["旧法", 2024, [], "method", "other_year"],
    [" 新　法 ", 2021, [], "method", "other_year"],
    ["甲类", 2022, [], "first", "name"],
    ["甲类", 2024, [], "second", "successor"],
    ["乙类", 2021, [], "first", "successor"],
    ["丙类", 2024, [], "third", "other_year"],
    ["土办法", 2023, SHIKAN, "method", "alias"],
    ["土办法", 2024, SHIKAN, "first", "alias"],
    ["土办法", 2025, SHIKAN, "third", "alias"],
    ["土办法", 2025, ["甲省"], null, "unknown"],
    ["乙类（县级）", 2024, [], "second", "near"],
    ["别的", 2024, SHIKAN, null, "unknown"],
    ["", 2024, SHIKAN, null, "name"],
  ];
  for (const [text, year, places, code, how] of table) {
    const reader = new DictionaryReader({ codes: { d: codes }, year, places, answers: {} });
    assert.equal(reader.read("d", text, { sheet: "表", place: { row: 3, column: 2 } }), code, `${text} ${year}`);
    assert.equal(reader.words()[0]?.how ?? "name", how, `${text} ${year}`);
  }
});

test("a word is told once with how often it stands; what a person said counts after names and aliases, before likeness", () => {
  const answers = { [wordKey("d", "乙类（县级）")]: "third", [wordKey("d", "土办法")]: "third" };
  const reader = new DictionaryReader({ codes: { d: codes }, year: 2024, places: SHIKAN, answers });
  const at = (row: number) => ({ sheet: "表", place: { row, column: 2 } });
  for (const [row, text] of ["新法", "乙类（县级）", "怪词", "土办法", "怪词", "怪 词"].entries())
    reader.read("d", text, at(row));
  assert.deepEqual(
    reader.words().map(({ text, code, how, count, place }) => [text, code, how, count, place?.row]),
    [
      ["怪词", null, "unknown", 3, 2],
      ["乙类（县级）", "third", "answer", 1, 1],
      ["土办法", "first", "alias", 1, 3],
    ],
  );
});

test("a wrong column with a word of its own in every row is told by its first words, and fills no memory", () => {
  const reader = new DictionaryReader({ codes: { d: codes }, year: 2024, places: [], answers: {} });
  for (let row = 0; row < 1000; row++) reader.read("d", `第${row}号`, { sheet: "表", place: { row, column: 0 } });
  assert.equal(reader.words().length, 200);
});

test("what an office sets goes over what is delivered: printed, offered and read by the row's year; old codes still shown", () => {
  const set: DictionarySet = {
    entries: [
      { ...entry("social", null, 2024, "社会帮扶资金", "other"), dictionary: "fund_kind" },
      { ...entry("fiscal", 2025, null, "东西部协作资金"), dictionary: "fund_kind" },
      { ...entry("w_1", 2025, null, "低空物流"), dictionary: "sale_channel" },
    ],
    aliases: [{ ...alias("结镇帮镇扶村资金", "subcounty", "乙省云岭州石坎县", 2023, null), dictionary: "fund_kind" }],
  };
  const [funds] = withDictionaries(recordDefinitions, set).filter(({ name }) => name === "fund_source");
  const kind = funds?.fields.find(({ key }) => key === "kind");
  assert.ok(funds && kind);
  const printed = (code: string, year: number) => printValue(fieldIn(kind, year), code);
  assert.deepEqual(
    [printed("fiscal", 2024), printed("fiscal", 2025), printed("bridging", 2023), printed("bridging", 2026)],
    ["财政援助资金", "东西部协作资金", "衔接资金", "常态化帮扶资金"],
  );
  assert.equal(printed("social", 2026), "社会帮扶资金");
  const offered = (year: number, standing: string | null) =>
    offeredIn(kind, year, standing).codes?.map(({ code }) => code) ?? [];
  assert.ok(offered(2024, null).includes("social") && !offered(2025, null).includes("social"));
  assert.ok(offered(2025, "social").includes("social"), "what stands there may stay");
  const typed = (text: string, year: number) => {
    const read = parseValue(kind, text, { money: "万元", where: { year, places: SHIKAN } });
    return read.ok ? read.value : read.problem.zh;
  };
  assert.equal(typed("结镇帮镇扶村资金", 2023), "subcounty");
  assert.match(String(typed("结镇帮镇扶村资金", 2022)), /没有“结镇帮镇扶村资金”这一项，可填：财政援助资金、/u);
  assert.equal(typed("衔接资金", 2026), "bridging");
  assert.equal(rowYear(funds, { year: "2026" }), 2026);
  assert.equal(
    dictionaryCodes(set).sale_channel?.some(({ code }) => code === "w_1"),
    true,
  );
});

test("a text is told what it holds of the negative list: by names, words and 科目 of its year, by what an office adds, never what is like it", () => {
  const tranche = recordDefinitions.find(({ name }) => name === "fund_tranche");
  const project = recordDefinitions.find(({ name }) => name === "project");
  assert.ok(tranche !== undefined && project !== undefined);
  const hits = (definition: typeof project, values: { readonly [field: string]: string }) =>
    wordsInTexts(definition, values, SHIKAN).map(({ field, word, item }) => `${field.key} ${word} ${item.code}`);
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ["2023", "新建镇政府办公楼一栋", ["content 办公楼 buildings"]],
    ["2023", "购置车辆2台，发放奖金", ["content 购置车辆 vehicles", "content 奖金 allowances"]],
    ["2023", "偿还债务和垫资", ["content 偿还债务和垫资 debts"]],
    ["2020", "新建镇政府办公楼一栋", []],
    ["2023", "改造敬老院、儿童福利院，建设冷链物流园", []],
  ];
  for (const [plan_year, content, expected] of table) assert.deepEqual(hits(project, { plan_year, content }), expected);
  assert.deepEqual(hits(tranche, { on: "2024-03", subject: "2130501 行政运行" }), [
    "subject 2130501 basic_expenditure",
  ]);
  assert.deepEqual(hits(tranche, { on: "2024-03", subject: "2130505 生产发展" }), []);
  // What an office adds from its province's measure is looked for too, at its place and in its years.
  const set: DictionarySet = {
    entries: [{ ...entry("large", 2023, null, "大中型基本建设项目"), dictionary: "fund_negative_list" }],
    aliases: [{ ...alias("体育馆", "large", "乙省云岭州", 2023, null), dictionary: "fund_negative_list" }],
  };
  const [worded] = withDictionaries([project], set);
  assert.ok(worded);
  assert.deepEqual(hits(worded, { plan_year: "2023", content: "体育馆" }), ["content 体育馆 large"]);
  assert.deepEqual(hits(worded, { plan_year: "2022", content: "大中型基本建设项目、体育馆" }), []);
  assert.deepEqual(wordsInTexts(worded, { plan_year: "2023", content: "体育馆" }, ["丙省"]), []);
});

test("科目 are offered by the row's year, those of other years after them; 扶贫 until 2021", () => {
  const list = recordDefinitions
    .find(({ name }) => name === "fund_tranche")
    ?.fields.find(({ key }) => key === "subject")?.offers;
  assert.ok(list);
  const offered = (year: number) => offeredNames(list, year).map(({ name, holds }) => `${name.zh} ${holds}`);
  assert.deepEqual(offered(2021)[0], "21305 扶贫 true");
  assert.deepEqual(offered(2024).slice(0, 3), [
    "21305 巩固脱贫攻坚成果衔接乡村振兴 true",
    "2130504 农村基础设施建设 true",
    "2130505 生产发展 true",
  ]);
  assert.ok(
    offered(2023).every((one) => one.endsWith("false")),
    "the years between are not delivered",
  );
});
