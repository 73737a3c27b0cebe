import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { extract } from "./extract.js";
import type { Reading } from "./extraction.js";
import type { CommitmentFact, EventFact, Fact, FactKind } from "./fact.js";

/*
 * What the gold of the two founding documents does not hold, as facts, figures and hashes. The documents lie beside the
 * project; where they do not, this file says so and the same paths are covered by the tables of each rule.
 */
const seeds = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const present = existsSync(seeds);
if (!present) console.log("founding documents: ../shared is absent, nothing checked");

const readings = new Map<string, Reading>();
function reading(name: string): Reading {
  const known = readings.get(name) ?? extract({ name, bytes: readFileSync(`${seeds}${name}`) });
  readings.set(name, known);
  return known;
}
function facts<K extends FactKind>(name: string, kind: K): readonly Extract<Fact, { kind: K }>[] {
  return reading(name).extraction.facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}
const last = (path: string | null): string => /[^省州市]+$/.exec(path ?? "")?.[0] ?? "";
const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
const events = (name: string, type: EventFact["type"]) => facts(name, "event").filter((event) => event.type === type);

const TOUR = "000_17a6dfa9780f989e.txt";
const VISIT = "004_8e6da62e5d4570e4.txt";
const check = present ? test : () => {};

check("every quote of both documents is a slice of its raw text", () => {
  for (const name of [TOUR, VISIT]) {
    const { raw, extraction } = reading(name);
    for (const fact of extraction.facts)
      for (const { start, end, quote } of fact.evidence) assert.equal(raw.slice(start, end), quote);
  }
});

check("000: one visit with three legs and typed stops", () => {
  const [visit, ...more] = events(TOUR, "visit");
  assert.equal(more.length, 0);
  assert.deepEqual([visit?.start, visit?.end, visit?.lead], ["2023-12-11", "2023-12-14", "何镜清"]);
  assert.deepEqual(visit?.host.map(last).sort(), ["平塘县", "罗甸县", "荔波县"]);
  assert.equal(reading(TOUR).extraction.source, "白云时事");
  const types = (leg: string) =>
    (visit?.stops ?? []).filter((stop) => last(stop.region) === leg).map((stop) => stop.type);
  assert.deepEqual(types("罗甸县"), ["project", "project"]);
  assert.deepEqual(types("平塘县"), ["project", "project", "project"]);
  assert.deepEqual(types("荔波县"), ["village", "hospital", "party_education", "infrastructure"]);
});

check("000: three joint meetings within the visit, each with its pair", () => {
  const [visit] = events(TOUR, "visit");
  const meetings = events(TOUR, "meeting");
  assert.deepEqual(
    meetings.map((meeting) => [
      meeting.subtype,
      meeting.start,
      meeting.visitor.map(last).join(),
      meeting.host.map(last).join(),
    ]),
    [
      ["党政联席会议", "2023-12-12", "白云区", "罗甸县"],
      ["党政联席会议", "2023-12-13", "白云区", "平塘县"],
      ["党政联席会议", "2023-12-13", "白云区", "荔波县"],
    ],
  );
  assert.ok(meetings.every((meeting) => meeting.within === visit?.id));
});

check("000: unveilings are milestones of their projects", () => {
  const opened = events(TOUR, "unveiling");
  assert.deepEqual(
    opened.map((event) => last(event.host[0] ?? null)),
    ["罗甸县", "平塘县"],
  );
  const rows = facts(TOUR, "project").flatMap((project) =>
    project.milestones.map((row) => [
      last(project.region),
      row.type,
      opened.findIndex((event) => event.id === row.event),
    ]),
  );
  assert.deepEqual(rows, [
    ["罗甸县", "启用", 0],
    ["罗甸县", "揭牌", 0],
    ["平塘县", "揭牌", 1],
  ]);
});

check("000: requests, the pledges that answer them, and the duty of care with its four owners", () => {
  const said = facts(TOUR, "commitment");
  const asks = said.filter((item) => item.act === "ask");
  assert.deepEqual(
    asks.map((item) => `${item.side} ${item.speaker}`),
    ["west 梁玉林", "west 莫君锋", "west 叶霖"],
  );
  const answers = said.filter((item) => item.respondsTo.length > 0);
  assert.deepEqual(
    answers.map((item) => [item.side, item.speaker, item.respondsTo.join()]),
    asks.map((ask) => ["east", "何镜清", ask.id]),
  );
  const duty = said.filter((item) => item.owners.length > 0);
  assert.deepEqual(
    duty.map((item) => [item.act, item.side, item.speaker, item.owners.length, item.respondsTo.length]),
    [["pledge", "east", "何镜清", 4, 0]],
  );
  assert.equal(hash((duty[0]?.owners ?? []).join("|")), "da9e5f3a02c7f9ea");
  assert.ok(said.every((item) => item.grade === "statement"));
});

check("000: who took part and who is only named", () => {
  const people = facts(TOUR, "person");
  assert.equal(people.filter((person) => person.part === "attended").length, 12);
  assert.ok(people.filter((person) => person.part === "attended").every((person) => person.posts.length > 0));
  assert.deepEqual(
    people
      .filter((person) => person.part === "named")
      .map((person) => person.name)
      .sort(),
    ["习近平", "邓恩铭"].sort(),
  );
});

check("000: beginnings as each speaker gives them", () => {
  const since = facts(TOUR, "pairing").map((pairing) => [
    last(pairing.west),
    ...pairing.since.map((row) => `${row.speaker} ${row.statement.length} ${row.from}`),
  ]);
  const of = (county: string) => since.find(([name]) => name === county)?.slice(1);
  assert.equal(of("罗甸县")?.length, 2);
  assert.deepEqual(
    of("罗甸县")?.map((row) => row.split(" ")[0]),
    ["梁玉林", "何镜清"],
  );
  assert.ok(of("平塘县")?.[0]?.endsWith(" 2017"));
  assert.equal(of("荔波县")?.length, 1);
});

check("000: the roster in numbers, said of three counties together", () => {
  const [count, ...more] = facts(TOUR, "pairing_count");
  assert.equal(more.length, 0);
  const row = (type: string) =>
    [count?.east, count?.west].map((side) => side?.find((item) => item.type === type)?.count ?? null);
  assert.deepEqual(
    Object.fromEntries(
      ["township", "village", "department", "enterprise", "school", "hospital"].map((type) => [type, row(type)]),
    ),
    {
      township: [8, 28],
      village: [null, 68],
      department: [10, null],
      enterprise: [6, null],
      school: [78, 75],
      hospital: [10, 9],
    },
  );
  const money = facts(TOUR, "figure").find((figure) => figure.measure === "money");
  assert.deepEqual([money?.base, money?.approx], [16_100_000, "约"]);
  assert.ok((count?.scope ?? []).filter((path) => path.includes("黔南")).length === 3);
});

check("004: restored without residue", () => {
  const { repaired, edits } = reading(VISIT);
  const written = repaired.replace(/[^\p{Script=Han}\d]/gu, "");
  assert.equal(written.length, 1427);
  assert.equal(hash(written), "e9a2869233a91f8e");
  assert.doesNotMatch(repaired, /[?�㈤a-zāáǎàēéěèīíǐìōóǒòūúǔù]/);
  assert.ok(edits.some((edit) => edit.certainty === "guessed"));
});

check("004: the visit with the year of the anniversary, four towns and a zone", () => {
  const [visit] = events(VISIT, "visit");
  assert.deepEqual([visit?.start, visit?.end, visit?.lead], ["2021-04-08", "2021-04-11", "李俊宏"]);
  assert.ok(visit?.inferred.includes("start") && visit.inferred.includes("end"));
  assert.deepEqual(
    visit?.host.map((path) => path.replace(/^.*东莞市/, "")),
    ["虎门镇", "沙田镇", "麻涌镇", "中堂镇", "滨海湾新区"],
  );
  const zone = facts(VISIT, "region").find((region) => region.path.endsWith("滨海湾新区"));
  assert.equal(zone?.adcode, null);
  const twoPosts = facts(VISIT, "person").find((person) => person.name === "罗斌");
  assert.deepEqual(
    twoPosts?.posts.map((post) => last(post.region)),
    ["虎门镇", "滨海湾新区"],
  );
  assert.equal(facts(VISIT, "pairing").length, 5);
});

check("004: what only captions say: place of the symposium, a stop, the firm that signed", () => {
  const [visit] = events(VISIT, "visit");
  const [meeting] = events(VISIT, "meeting");
  const [signing] = events(VISIT, "signing");
  assert.deepEqual([meeting?.subtype, meeting?.place, meeting?.within], ["座谈会", "中堂镇", visit?.id]);
  const shown = visit?.stops.filter((stop) => stop.type === "infrastructure") ?? [];
  assert.deepEqual(
    shown.map((stop) => last(stop.region)),
    ["沙田镇"],
  );
  const firms = visit?.stops.filter((stop) => stop.type === "enterprise").map((stop) => stop.name) ?? [];
  assert.equal(firms.length, 2);
  assert.equal(signing?.place, firms[0]);
  assert.equal(signing?.object, "投资合同");
  assert.equal(facts(VISIT, "figure").length, 0);
});

check("004: collective speakers, the promised return, what was only talked over, three tiers of plans", () => {
  const said = facts(VISIT, "commitment");
  const by = (speaker: string | null): readonly CommitmentFact[] => said.filter((item) => item.speaker === speaker);
  assert.deepEqual(
    by("虎门等镇区党委书记、镇长").map((item) => [item.act, item.side]),
    [["pledge", "east"]],
  );
  const [comingBack] = by("虎门等镇区党政领导");
  assert.deepEqual([comingBack?.act, comingBack?.side, comingBack?.due], ["pledge", "east", null]);
  assert.deepEqual(
    by(null).map((item) => item.side),
    ["west"],
  );
  assert.equal(by("李俊宏").filter((item) => /项目化.*清单化.*责任化/.test(item.text)).length, 1);
  assert.deepEqual(
    facts(VISIT, "plan").map((plan) => plan.tier),
    ["规划", "计划", "方案"],
  );
  const [visit] = events(VISIT, "visit");
  assert.equal(visit?.discussed?.length, 1);
  assert.ok(said.every((item) => item.grade !== "agreed"));
});
