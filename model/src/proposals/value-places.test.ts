import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact } from "@shanhai/engine";
import type { ProposedRow } from "../proposal.js";
import { proposeRows } from "../propose-rows.js";
import { mentionOfDay } from "../proposed-values.js";
import {
  at,
  commitmentFact,
  eventFact,
  figureFact,
  pairingFact,
  personFact,
  projectFact,
  regionFact,
} from "../sample-facts.js";

/** Each value's place is the place where the value stands: what comes from another fact cites that one, at the mention that prints it. */
const EAST = "浙江省宁波市海曙区";
const WEST = "四川省凉山彝族自治州喜德县";
const context = { document: { id: "d1", title: "海曙区赴喜德县", source: "海曙时讯", published: "2024-05-12" } };
const sides = [regionFact(EAST, "330203", "east"), regionFact(WEST, "513432", "west"), pairingFact(EAST, WEST)];
const between = { visitor: [EAST], host: [WEST] };

function rowsOf(facts: readonly Fact[], record: string): readonly ProposedRow[] {
  return proposeRows([...sides, ...facts], context).filter((row) => row.record === record);
}

function oneRow(facts: readonly Fact[], record: string): ProposedRow {
  const [row, ...others] = rowsOf(facts, record);
  assert.ok(row && others.length === 0, record);
  return row;
}

const cited = (row: ProposedRow, field: string) => {
  const value = row.values[field];
  assert.ok(value, `${row.record}.${field}`);
  return [value.value, value.fact, value.evidence?.quote ?? null];
};

const meeting = eventFact("meeting", 100, {
  ...between,
  subtype: "党政联席会议",
  start: "2024-05-07",
  end: "2024-05-07",
  evidence: [at(100, "海曙区与喜德县召开党政联席会议"), at(140, "会议于５月7日在喜德县举行")],
});

test("a statement's day is the meeting's, and cites the meeting's words that print it", () => {
  const said = commitmentFact("将再建两个车间。", 300, "east");
  const row = oneRow([meeting, said], "statement");
  assert.deepEqual(cited(row, "said_on"), ["2024-05-07", meeting.id, "会议于５月7日在喜德县举行"]);
  assert.deepEqual(cited(row, "text"), ["将再建两个车间。", said.id, "将再建两个车间。"]);
});

test("an event's days stand in the mentions that print them, its kind in the one that names it", () => {
  const row = oneRow([meeting], "meeting");
  assert.equal(row.values.start_date?.evidence?.start, 140);
  assert.equal(row.values.type?.evidence?.start, 100);
  assert.equal(row.values.name?.evidence?.start, 100);
  const visit = eventFact("visit", 0, {
    ...between,
    start: "2024-05-06",
    end: "2024-05-08",
    evidence: [at(0, "海曙区代表团赴喜德县"), at(40, "5月6日，代表团抵达"), at(80, "考察到8日结束")],
  });
  const whole = oneRow([visit], "visit");
  assert.deepEqual(
    ["start_date", "end_date"].map((field) => whole.values[field]?.evidence?.start),
    [40, 80],
  );
});

test("a milestone's day cites who tells it: the project, or the unveiling", () => {
  const project = projectFact("喜德县种薯基地", WEST, {
    milestones: [{ type: "开工", date: "2024-03" }],
    evidence: [at(10, "喜德县种薯基地"), at(60, "种薯基地于3月开工")],
  });
  const started = oneRow([project], "milestone");
  assert.deepEqual(cited(started, "date"), ["2024-03", project.id, "种薯基地于3月开工"]);
  const unveiling = eventFact("unveiling", 200, {
    ...between,
    object: "喜德县种薯基地",
    start: "2024-05-07",
    end: "2024-05-07",
    evidence: [at(200, "双方为喜德县种薯基地揭牌"), at(240, "揭牌仪式5月7日举行")],
  });
  const told = { ...project, milestones: [{ type: "揭牌", date: "2024-05-06", event: unveiling.id }] };
  const both = oneRow(
    [{ ...told, evidence: [...told.evidence, at(90, "种薯基地5月6日揭牌")] }, unveiling],
    "milestone",
  );
  assert.deepEqual(cited(both, "date"), ["2024-05-06", project.id, "种薯基地5月6日揭牌"]);
  assert.deepEqual(cited(both, "type_printed"), ["揭牌", unveiling.id, "双方为喜德县种薯基地揭牌"]);
  const own = oneRow([{ ...project, milestones: [] }, unveiling], "milestone");
  assert.deepEqual(cited(own, "date"), ["2024-05-07", unveiling.id, "揭牌仪式5月7日举行"]);
});

test("a post is seen on the day of the event, at its words; without one on the day of publication, at no place", () => {
  const person = personFact("周明远", EAST, {
    side: "east",
    posts: [{ title: "区委书记", organisation: null, region: EAST }],
  });
  assert.deepEqual(cited(oneRow([meeting, person], "post"), "seen"), [
    "2024-05-07",
    meeting.id,
    "会议于５月7日在喜德县举行",
  ]);
  const published = oneRow([person], "post");
  assert.deepEqual(cited(published, "seen"), ["2024-05-12", null, null]);
  assert.equal(published.values.seen?.from, "document");
});

test("the day of publication is no figure's own words", () => {
  const row = oneRow([figureFact(30, "个", "就业岗位", { scope: [WEST] })], "reported_figure");
  assert.deepEqual(cited(row, "reported_on"), ["2024-05-12", null, null]);
  assert.equal(row.values.reported_on?.from, "document");
});

test("days are found as they are printed, and not inside other numbers", () => {
  const told = (...quotes: string[]) =>
    eventFact("visit", 0, { evidence: quotes.map((quote, n) => at(n * 50, quote)) });
  for (const [iso, quotes, found] of [
    ["2024-05-06", ["15月6日", "5月16日", "5月6日"], 2],
    ["2024-05-06", ["2024.5.6", "6日"], 0],
    ["2024-12-08", ["12月6日至8日"], 0],
    ["2024-12-08", ["18日", "12月８日"], 1],
    ["2024-02", ["12月", "2月"], 1],
    ["2021", ["20210人", "2021年以来"], 1],
    ["--12-11", ["12月11日"], 0],
    ["2024-05-06", ["近日"], -1],
  ] as const)
    assert.equal(mentionOfDay(told(...quotes), iso)?.start ?? -1, found === -1 ? -1 : found * 50, `${iso} ${quotes}`);
});

test("whatever the proposal: words that a mention of the fact holds are cited where they stand, no day hangs in the air", () => {
  const facts: readonly Fact[] = [
    ...sides,
    meeting,
    eventFact("signing", 400, {
      ...between,
      object: "劳务协作协议",
      start: "2024-05-07",
      end: "2024-05-07",
      evidence: [at(400, "双方举行签约仪式"), at(430, "签订劳务协作协议"), at(460, "5月7日")],
    }),
    eventFact("donation", 500, {
      ...between,
      object: "图书两千册",
      evidence: [at(500, "海曙区向喜德县捐赠"), at(530, "共图书两千册")],
    }),
    eventFact("training", 600, {
      ...between,
      object: "护林员培训班",
      evidence: [at(600, "培训在喜德县开班"), at(640, "这期护林员培训班")],
    }),
    eventFact("fair", 700, {
      ...between,
      object: "海喜直采会",
      evidence: [at(700, "展销活动举行"), at(730, "海喜直采会")],
    }),
    projectFact("种薯基地", WEST, { stage: "开工", evidence: [at(10, "种薯基地"), at(60, "在喜德县开工")] }),
  ];
  let checked = 0;
  for (const row of proposeRows(facts, context))
    for (const [field, held] of Object.entries(row.values)) {
      const fact = facts.find(({ id }) => id === (held.fact ?? row.fact));
      if (held.from === "document") continue;
      assert.ok(fact, `${row.key}.${field}`);
      const place = held.evidence ?? fact.evidence[0];
      const { value } = held;
      if (typeof value !== "string") continue;
      const words = fact.evidence.filter(({ quote }) => quote.includes(value));
      const days = mentionOfDay(fact, value);
      if (words.length > 0) assert.ok(words.includes(place ?? assert.fail()), `${row.key}.${field}`);
      if (/_date$|^date$|_on$|^seen$/.test(field)) assert.deepEqual(place, days, `${row.key}.${field}`);
      if (words.length > 0 || days) checked++;
    }
  assert.ok(checked > 15, `${checked}`);
});
