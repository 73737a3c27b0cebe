import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact } from "@shanhai/engine";
import fc from "fast-check";
import type { ProposedRow } from "./proposal.js";
import { proposeRows } from "./propose-rows.js";
import type { FieldDefinition } from "./record-definition.js";
import { recordDefinitions } from "./records/index.js";
import {
  commitmentFact,
  DISTRICT,
  eventFact,
  figureFact,
  pairingFact,
  personFact,
  projectFact,
  regionFact,
  tourFacts,
} from "./sample-facts.js";
import { scopeId } from "./scope-id.js";
import { pairId, partyId } from "./values/ids.js";

const context = { document: { id: "d1", title: "海曙区赴凉山州对接", source: "海曙时讯", published: "2024-05-12" } };
const of = (rows: readonly ProposedRow[], record: string) => rows.filter((row) => row.record === record);
const value = (row: ProposedRow | undefined, field: string) => row?.values[field]?.value;
/** Keys that a value points to; null for a plain value. */
function pointsTo(value: ProposedRow["values"][string]["value"]): readonly string[] | null {
  if (typeof value !== "object" || value === null) return null;
  if ("row" in value) return [value.row];
  return "rows" in value ? value.rows : null;
}
const scopeText = ({ scope }: ProposedRow) =>
  scope.kind === "pair" ? `${scope.east.path}×${scope.west.path}` : scope.kind === "party" ? scope.party.path : "参考";

test("one tour to three counties is three visits with one happening, each with its own stops and meeting", () => {
  const rows = proposeRows(tourFacts().facts, context);
  const visits = of(rows, "visit");
  assert.deepEqual(
    visits.map((row) => value(row, "name")),
    ["海曙区赴喜德县调研对接", "海曙区赴越西县调研对接", "海曙区赴甘洛县调研对接"],
  );
  assert.equal(new Set(visits.map((row) => value(row, "happening_id"))).size, 1);
  assert.equal(new Set(visits.map((row) => scopeId(row.scope))).size, 3);
  assert.ok(visits.every((row) => value(row, "direction") === "east_to_west" && row.values.headcount === undefined));
  const stops = visits.map((visit) =>
    of(rows, "visit_stop")
      .filter((stop) => JSON.stringify(value(stop, "visit")) === JSON.stringify({ row: visit.key }))
      .map((stop) => `${value(stop, "position")} ${value(stop, "name")}`),
  );
  assert.deepEqual(stops, [["1 光明镇马铃薯种薯繁育基地"], ["1 越西县第二小学", "2 彝海结盟纪念馆"], ["1 甘洛南站"]]);
  const meetings = of(rows, "meeting");
  assert.deepEqual(
    meetings.map((row) => [value(row, "type"), value(row, "start_date")]),
    [
      ["joint", "2024-05-06"],
      ["joint", "2024-05-07"],
      ["joint", "2024-05-08"],
    ],
  );
  assert.deepEqual(
    meetings.map((row) => value(row, "visit")),
    visits.map((row) => ({ row: row.key })),
  );
  assert.equal(new Set(meetings.map((row) => value(row, "happening_id"))).size, 3);
});

test("what is said of three counties together stays with the district", () => {
  const { facts, named } = tourFacts();
  const rows = proposeRows(facts, context);
  const figure = of(rows, "reported_figure")[0];
  assert.ok(figure);
  assert.equal(scopeText(figure), DISTRICT);
  assert.equal(value(figure, "amount"), "1260000000");
  assert.equal(value(figure, "printed"), "约1260万元");
  assert.equal(figure.values.base, undefined);
  const duty = of(rows, "statement").find((row) => row.fact === named.duty?.id);
  assert.ok(duty);
  assert.equal(scopeText(duty), DISTRICT);
  assert.deepEqual(value(duty, "owners"), [
    { name: "海曙区委组织部", state: "open" },
    { name: "区教育局", state: "open" },
  ]);
});

test("statements stand in the pair of their meeting and answer each other", () => {
  const { facts, named } = tourFacts();
  const rows = of(proposeRows(facts, context), "statement");
  const ask = rows.find((row) => row.fact === named.ask?.id);
  const answer = rows.find((row) => row.fact === named.answer?.id);
  assert.ok(ask && answer);
  assert.equal(scopeText(ask), `${DISTRICT}×四川省凉山彝族自治州喜德县`);
  assert.equal(scopeText(answer), scopeText(ask));
  assert.deepEqual(value(answer, "answers"), { rows: [ask.key] });
  assert.deepEqual(
    [value(ask, "state"), value(ask, "said_on"), value(answer, "quantity")],
    ["open", "2024-05-06", "500"],
  );
  assert.ok(rows.indexOf(ask) < rows.indexOf(answer), "the ask stands before its answer");
});

test("people: participants per leg, posts in their party's scope, no rows for reporters and historical figures", () => {
  const rows = proposeRows(tourFacts().facts, context);
  assert.deepEqual(
    of(rows, "person").map((row) => value(row, "name")),
    ["周明远", "阿木日古", "钱立群"],
  );
  const legs = of(rows, "attendance").map((row) => `${scopeText(row).slice(-3)} ${value(row, "name")}`);
  assert.deepEqual(legs, [
    "喜德县 周明远",
    "喜德县 阿木日古",
    "喜德县 钱立群",
    "越西县 周明远",
    "越西县 钱立群",
    "甘洛县 周明远",
    "甘洛县 钱立群",
  ]);
  assert.deepEqual(
    of(rows, "post").map((row) => [scopeText(row), value(row, "title")]),
    [
      [DISTRICT, "区委书记"],
      ["四川省凉山彝族自治州喜德县", "县委书记"],
    ],
  );
});

test("an unveiling is a milestone of its project, in the project's pair and during the visit", () => {
  const { facts, named } = tourFacts();
  const rows = proposeRows(facts, context);
  const [milestone, ...others] = of(rows, "milestone");
  assert.equal(others.length, 0);
  assert.ok(milestone);
  assert.equal(milestone.fact, named.unveiling?.id);
  assert.deepEqual(
    [value(milestone, "type"), value(milestone, "name"), scopeText(milestone)],
    ["unveiled", "光明镇马铃薯种薯繁育基地揭牌", `${DISTRICT}×四川省凉山彝族自治州喜德县`],
  );
  assert.equal(value(of(rows, "project")[0], "place"), "四川省凉山彝族自治州喜德县光明镇");
});

test("both statements of the beginning are kept; the exact count is chosen, the rough one stands beside it", () => {
  const pair = of(proposeRows(tourFacts().facts, context), "pair")[0];
  assert.equal(value(pair, "began"), "2022");
  assert.deepEqual(
    pair?.values.began?.alternatives?.map(({ value, side }) => [value, side]),
    [["2021", "west"]],
  );
  assert.equal((value(pair, "since") as readonly unknown[]).length, 2);
});

const TOWNS = ["广东省东莞市长安镇", "广东省东莞市厚街镇", "广东省东莞市道滘镇"] as const;
const ZONE = "广东省东莞市水乡功能区";
const COUNTY = "贵州省铜仁市思南县";

function groupFacts() {
  const hosts = [...TOWNS, ZONE];
  const visit = eventFact("visit", 10, {
    start: "2021-06-01",
    end: "2021-06-03",
    inferred: ["year"],
    visitor: [COUNTY],
    host: hosts,
    stops: [{ name: "厚街镇展厅", type: "other", project: null, region: TOWNS[1] }],
  });
  return [
    regionFact(COUNTY, "520624", "west"),
    ...TOWNS.map((town, index) => regionFact(town, `44190012${index}`, "east")),
    regionFact(ZONE, null, "east"),
    ...hosts.map((host) => pairingFact(host, COUNTY, { eastType: "township" })),
    visit,
    eventFact("meeting", 20, { subtype: "座谈会", visitor: [COUNTY], host: hosts, place: "厚街镇", within: visit.id }),
    eventFact("signing", 30, { object: "投资合同", visitor: [COUNTY], host: ["广东省东莞市"], within: visit.id }),
    personFact("方正言", TOWNS[0], {
      side: "east",
      posts: [
        { title: "镇党委书记", organisation: null, region: TOWNS[0] },
        { title: "管委会党工委书记", organisation: null, region: ZONE },
      ],
    }),
    commitmentFact("思南将学习先进经验。", 25, "west", { speaker: "石长青" }),
  ] as const;
}

test("one county visiting three towns and a zone: four pairs, four visits, one happening, west to east", () => {
  const rows = proposeRows(groupFacts(), context);
  assert.equal(of(rows, "pair").length, 4);
  const visits = of(rows, "visit");
  assert.equal(visits.length, 4);
  assert.equal(new Set(visits.map((row) => value(row, "happening_id"))).size, 1);
  assert.ok(visits.every((row) => value(row, "direction") === "west_to_east" && value(row, "date_inferred") === true));
  assert.equal(of(rows, "meeting").length, 4);
  const stop = of(rows, "visit_stop")[0];
  assert.ok(stop);
  assert.equal(scopeText(stop), `${TOWNS[1]}×${COUNTY}`);
  const zone = of(rows, "region").find((row) => value(row, "path") === ZONE);
  assert.deepEqual([value(zone, "level"), value(zone, "is_zone"), zone?.values.adcode], ["zone", true, undefined]);
});

test("one person with two posts in two places is one person, two posts, two parties", () => {
  const rows = proposeRows(groupFacts(), context);
  assert.equal(of(rows, "person").length, 1);
  assert.deepEqual(of(rows, "post").map(scopeText), [TOWNS[0], ZONE]);
});

test("a contract with the city above, and words said to all towns, belong to the county that all pairs share", () => {
  const rows = proposeRows(groupFacts(), context);
  const signing = of(rows, "signing")[0];
  assert.ok(signing);
  assert.equal(scopeText(signing), COUNTY);
  assert.equal(signing.values.amount, undefined);
  const statement = of(rows, "statement")[0];
  assert.ok(statement);
  assert.equal(scopeText(statement), COUNTY);
  assert.equal((value(statement, "regions") as readonly string[]).length, 5);
});

test("a contract signed at a firm is that firm's; signed in a town it is nobody's yet", () => {
  const signed = (place: string) => {
    const [first, ...more] = groupFacts();
    const facts = [first, ...more].map((fact) =>
      fact.kind === "event" && fact.type === "signing" ? { ...fact, place } : fact,
    );
    return value(of(proposeRows(facts, context), "signing")[0], "firm");
  };
  assert.equal(signed("东莞晴川塑胶有限公司"), "东莞晴川塑胶有限公司");
  assert.equal(signed("厚街镇"), undefined);
});

test("towns below a district and county that are paired too make pairings inside that pair", () => {
  const [east, west] = ["江苏省南京市江宁区", "青海省西宁市湟中区"];
  const facts = [
    regionFact(east, "320115", "east"),
    regionFact(west, "630106", "west"),
    pairingFact(`${east}湖熟街道`, `${west}上新庄镇`, { eastType: "township", westType: "township" }),
    pairingFact(east, west),
  ];
  const rows = proposeRows(facts, context);
  assert.equal(of(rows, "pair").length, 1);
  const pairing = of(rows, "pairing")[0];
  assert.ok(pairing);
  assert.deepEqual([scopeText(pairing), value(pairing, "label")], [`${east}×${west}`, "湖熟街道—上新庄镇"]);
});

test("a visit between places that no pairing joins is kept in the visitor's scope", () => {
  const [east, west] = ["山东省济南市历下区", "甘肃省临夏回族自治州永靖县"];
  const facts = [
    regionFact(east, "370102", "east"),
    regionFact(west, "622923", "west"),
    eventFact("visit", 1, { visitor: [east], host: [west], start: "2022-03" }),
  ];
  const visits = of(proposeRows(facts, context), "visit");
  assert.deepEqual(visits.map(scopeText), [east]);
});

test("planned visits and projects of nowhere make no rows", () => {
  const facts = [
    regionFact("山东省济南市历下区", "370102", "east"),
    eventFact("visit", 1, { visitor: ["山东省济南市历下区"], status: "planned" }),
    regionFact("甘肃省临夏回族自治州永靖县", "622923", "west"),
    projectFact("某产业园", null),
  ];
  const rows = proposeRows(facts, context);
  assert.deepEqual([...new Set(rows.map((row) => row.record))], ["region", "party"]);
});

test("an unveiling of what no project fact names makes the project that it is a milestone of", () => {
  const [east, west] = ["山东省济南市历下区", "甘肃省临夏回族自治州永靖县"];
  const unveiling = eventFact("unveiling", 5, { object: "历下永靖劳务协作工作站", visitor: [east], host: [west] });
  const facts = [
    regionFact(east, "370102", "east"),
    regionFact(west, "622923", "west"),
    pairingFact(east, west),
    unveiling,
    eventFact("unveiling", 9, { object: "该站", visitor: [east], host: [west] }),
  ];
  const rows = proposeRows(facts, context);
  assert.deepEqual(
    of(rows, "project").map((row) => value(row, "name")),
    ["历下永靖劳务协作工作站"],
  );
  assert.deepEqual(value(of(rows, "milestone")[0], "project"), { row: of(rows, "project")[0]?.key });
  assert.ok([...of(rows, "project"), ...of(rows, "milestone")].every((row) => row.fact === unveiling.id));
});

test("unsplit: what pairs share, else the pair or the region around them, else nothing", () => {
  const [city, prefecture] = ["山东省青岛市", "甘肃省陇南市"];
  const pairs = [
    [`${city}城阳区`, `${prefecture}文县`],
    [`${city}即墨区`, `${prefecture}西和县`],
  ] as const;
  const counties = [
    ...pairs.flatMap(([east, west]) => [regionFact(east, null, "east"), regionFact(west, null, "west")]),
    ...pairs.map(([east, west]) => pairingFact(east, west)),
  ];
  const figure = figureFact(12, "家", "参展企业");
  const home = (more: readonly Fact[]) =>
    of(proposeRows([...counties, figure, ...more], context), "reported_figure").map(scopeText);
  assert.deepEqual(home([]), []);
  assert.deepEqual(home([regionFact(city, null, "east")]), [city]);
  assert.deepEqual(home([regionFact(prefecture, null, "west")]), [prefecture]);
  const cities = pairingFact(city, prefecture, { eastType: "city", westType: "city" });
  assert.deepEqual(home([cities]), [`${city}×${prefecture}`]);
});

test("a figure of a region above the pair that is no party belongs to the pair; of a named one, to that region", () => {
  const [east, west] = ["上海市嘉定区", "云南省楚雄彝族自治州武定县"];
  const figure = figureFact(1200, "人", "帮助就业", { scope: ["上海市"] });
  const facts = [
    regionFact(east, "310114", "east"),
    regionFact(west, "532329", "west"),
    pairingFact(east, west),
    figure,
  ];
  assert.deepEqual(of(proposeRows(facts, context), "reported_figure").map(scopeText), [`${east}×${west}`]);
  const named = [...facts, regionFact("上海市", "310000", "east")];
  assert.deepEqual(of(proposeRows(named, context), "reported_figure").map(scopeText), ["上海市"]);
});

test("words of 长安等镇区 are said of all towns, words that name one town only of that pair", () => {
  const say = (text: string) => {
    const facts = [...groupFacts(), commitmentFact(text, 26, "east")];
    const row = of(proposeRows(facts, context), "statement").find((found) => value(found, "text") === text);
    assert.ok(row);
    return scopeText(row);
  };
  assert.equal(say("长安等镇区将于近期回访思南。"), COUNTY);
  assert.equal(say("长安镇将于近期回访思南。"), `${TOWNS[0]}×${COUNTY}`);
});

test("an unveiling belongs to the project that its object names, whoever else claims it", () => {
  const { facts, named } = tourFacts();
  const claim = { type: "揭牌", date: null, event: named.unveiling?.id ?? "" };
  const other = projectFact("越西县冷链物流中心", "四川省凉山彝族自治州越西县", { milestones: [claim] });
  const milestones = of(proposeRows([other, ...facts], context), "milestone");
  assert.deepEqual(
    milestones.map((row) => value(row, "project")),
    [{ row: `project:${named.project?.id}` }],
  );
});

test("a project placed only above the parties lives where the visit stopped at it", () => {
  const { facts } = tourFacts();
  const far = projectFact("越西县第二小学", "四川省");
  const row = of(proposeRows([...facts, far], context), "project").find((found) => found.fact === far.id);
  assert.ok(row);
  assert.equal(scopeText(row), `${DISTRICT}×四川省凉山彝族自治州越西县`);
});

test("who leads the delegation without a printed place holds his post in the visitors' party", () => {
  const { facts } = tourFacts();
  const placeless = facts.map((fact) =>
    fact.kind === "person" && fact.name === "周明远"
      ? { ...fact, region: null, side: null, posts: [{ title: "区委书记", organisation: null, region: null }] }
      : fact,
  );
  const post = of(proposeRows(placeless, context), "post").find((row) => value(row, "holder") === "周明远");
  assert.ok(post);
  assert.equal(scopeText(post), DISTRICT);
});

test("pairs whose regions no fact tells share their party all the same", () => {
  const pairs = ["甘肃省陇南市文县", "甘肃省陇南市西和县"].map((west) => pairingFact("山东省青岛市城阳区", west));
  const figure = figureFact(12, "家", "参展企业");
  assert.deepEqual(of(proposeRows([...pairs, figure], context), "reported_figure").map(scopeText), [
    "山东省青岛市城阳区",
  ]);
});

test("an answer links only asks of its own scope", () => {
  const { facts, named } = tourFacts();
  const far = commitmentFact("海曙区将帮助越西县销售苹果。", 540, "east", { respondsTo: [named.ask?.id ?? ""] });
  const row = of(proposeRows([...facts, far], context), "statement").find((found) => found.fact === far.id);
  assert.ok(row);
  assert.equal(scopeText(row), `${DISTRICT}×四川省凉山彝族自治州越西县`);
  assert.equal(row.values.answers, undefined);
});

test("of two projects of nearly one name the unveiled one is that with the very words", () => {
  const { facts, named } = tourFacts();
  const first = projectFact("马铃薯种薯繁育基地", "四川省凉山彝族自治州喜德县光明镇");
  const milestones = of(proposeRows([first, ...facts], context), "milestone");
  assert.deepEqual(
    milestones.map((row) => value(row, "project")),
    [{ row: `project:${named.project?.id}` }],
  );
});

test("a row whose party no fact tells is not proposed, nor what needs it", () => {
  const stranger = personFact("秦岭南", "陕西省商洛市柞水县", {
    side: "west",
    posts: [{ title: "县长", organisation: null, region: "陕西省商洛市柞水县" }],
  });
  const rows = proposeRows([...tourFacts().facts, stranger], context);
  assert.ok(of(rows, "person").some((row) => row.fact === stranger.id));
  assert.ok(!of(rows, "post").some((row) => row.fact === stranger.id));
});

test("figures are kept exactly, however large or small", () => {
  const cases = [
    [1.12, "亿元", 112_000_000, "11200000000"],
    [0.35, "元", 0.35, "35"],
    [1e21, "元", 1e21, undefined],
    [0.0000001, "元", 0.0000001, undefined],
  ] as const;
  for (const [number, unit, base, amount] of cases) {
    const figure = figureFact(number, unit, "资金", { base, baseUnit: "元", measure: "money", scope: [DISTRICT] });
    const row = of(proposeRows([...tourFacts().facts, figure], context), "reported_figure").find(
      (r) => r.fact === figure.id,
    );
    assert.equal(value(row, "amount"), amount);
    assert.equal(Number(value(row, "value")), number);
    assert.doesNotMatch(String(value(row, "value")), /e/);
  }
});

test("two facts that a correction gave one path make one region", () => {
  const { facts } = tourFacts();
  const again = regionFact(DISTRICT, "330203", "east");
  const regions = of(proposeRows([...facts, again], context), "region");
  assert.equal(regions.filter((row) => value(row, "path") === DISTRICT).length, 1);
});

/** Keys of all that a row stands on, however far down. */
function withNeeds(rows: readonly ProposedRow[], row: ProposedRow, found = new Set<string>()): ReadonlySet<string> {
  for (const need of row.needs) {
    const below = found.has(need) ? undefined : rows.find(({ key }) => key === need);
    found.add(need);
    if (below) withNeeds(rows, below, found);
  }
  return found;
}

/** What holds for the rows of any facts: known records and fields, needs and targets before them, their own scope, evidence. */
function checkRows(facts: readonly Fact[]): void {
  const rows = proposeRows(facts, context);
  assert.deepEqual(proposeRows(facts, context), rows);
  const seen = new Set<string>();
  for (const row of rows) {
    const definition = recordDefinitions.find(({ name }) => name === row.record);
    assert.ok(definition, row.record);
    assert.equal(definition.keeping === "reference", row.scope.kind === "reference", row.key);
    assert.ok(
      row.needs.every((need) => seen.has(need)),
      `${row.key} needs ${row.needs}`,
    );
    for (const field of definition.fields) {
      if (field.required) assert.ok(row.values[field.key], `${row.key} lacks ${field.key}`);
    }
    for (const [key, held] of Object.entries(row.values)) {
      const field: FieldDefinition | undefined = definition.fields.find((candidate) => candidate.key === key);
      assert.ok(field, `${row.record} has no field ${key}`);
      const keys = pointsTo(held.value);
      assert.equal(keys !== null, field.type === "reference" || field.type === "references", `${row.key} ${key}`);
      for (const needed of keys ?? []) {
        const target = rows.find((other) => other.key === needed);
        assert.ok(target && seen.has(needed), `${row.key}.${key} points to ${needed}, which does not stand before it`);
        assert.equal(target.record, field.record);
        assert.ok(needed === row.key || withNeeds(rows, row).has(needed), `${row.key} does not need ${needed}`);
        const allowed: readonly string[] = [scopeId({ kind: "reference" }), scopeId(row.scope)];
        assert.ok(allowed.includes(scopeId(target.scope)), `${row.key}.${key} points into another scope`);
      }
      if (field.type === "code")
        assert.ok(
          field.codes?.some(({ code }) => code === held.value),
          `${key} ${held.value}`,
        );
      const fact = facts.find(({ id }) => id === held.fact);
      if (held.fact !== null) assert.ok(fact && held.evidence && fact.evidence.length > 0, `${row.key}.${key}`);
    }
    seen.add(row.key);
  }
}

test("every row: known record and fields, needs before it, evidence of the fact it names, the same at every run", () => {
  for (const facts of [tourFacts().facts, groupFacts()]) checkRows(facts);
});

test("the same holds whatever facts are declined, in any order, and whatever places a correction takes away", () => {
  const whole: readonly Fact[] = [...tourFacts().facts, ...groupFacts()];
  const placeless = (fact: Fact): Fact => {
    if (fact.kind === "project" || fact.kind === "person") return { ...fact, region: null };
    if (fact.kind === "event") return { ...fact, host: [], within: null };
    return fact.kind === "figure" ? { ...fact, scope: [] } : fact;
  };
  fc.assert(
    fc.property(fc.shuffledSubarray([...whole]), fc.array(fc.nat(whole.length - 1)), (facts, bare) => {
      const taken = new Set(bare.map((at) => whole[at]?.id));
      checkRows(facts.map((fact) => (taken.has(fact.id) ? placeless(fact) : fact)));
    }),
    { numRuns: 40 },
  );
});

test("ids of reference rows follow from codes and agree with the scopes that name them", () => {
  const rows = proposeRows(tourFacts().facts, context);
  const party = of(rows, "party").find((row) => value(row, "path") === DISTRICT);
  assert.equal(party?.id, partyId({ kind: "region", code: "330203", name: "anything" }));
  const pair = of(rows, "pair")[0];
  const other = partyId({ kind: "region", code: "513432", name: "" });
  assert.equal(pair?.id, pairId(party?.id ?? "", other));
  assert.equal(pair?.id, scopeId(of(rows, "visit")[0]?.scope ?? { kind: "reference" }));
});
