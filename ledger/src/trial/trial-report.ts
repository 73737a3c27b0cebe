import type { FactSketch } from "./trial-desk.js";

/** For tests only: two reports of one tour in our own words, with the facts of each. */
const EAST = "广东省广州市白云区";
const WEST = "贵州省黔南布依族苗族自治州罗甸县";

/** Fact ids are SHA-256 in real readings; a test's are a letter and a number, drawn out to the same form. */
export const factId = (letter: string, number: number): string => `${letter}${number}`.padEnd(64, "0");

const region = (id: string, says: string, path: string, adcode: string, side: string): FactSketch => ({
  says: [says],
  id,
  kind: "region",
  path,
  adcode,
  side,
});

function event(
  id: string,
  type: string,
  says: readonly string[],
  fields: { readonly [field: string]: unknown },
): FactSketch {
  return {
    id,
    kind: "event",
    says,
    type,
    subtype: null,
    start: null,
    end: null,
    visitor: [EAST],
    host: [WEST],
    lead: null,
    place: null,
    object: null,
    stops: [],
    within: null,
    projects: [],
    status: "held",
    ...fields,
  };
}

const person = (id: string, name: string, title: string, side: string): FactSketch => ({
  says: [name],
  id,
  kind: "person",
  name,
  title,
  posts: [],
  region: side === "east" ? EAST : WEST,
  organisation: null,
  side,
  part: "attended",
});

export const REPORT = [
  "白云区代表团到罗甸县对接协作",
  "5月6日至8日，白云区委书记陈启明率党政代表团到罗甸县考察，走访了罗甸县火龙果加工厂。",
  "5月7日，双方召开党政联席会议。陈启明表示，将支持罗甸县再建两个就业帮扶车间。",
  "罗甸县县长韦秋岚参加。今年两地三县共投入结对资金约1610万元。",
].join("\n");

export const reportFacts: readonly FactSketch[] = [
  region(factId("a", 1), "白云区", EAST, "440111", "east"),
  region(factId("a", 2), "罗甸县", WEST, "522728", "west"),
  {
    says: ["白云区代表团到罗甸县对接协作"],
    id: factId("b", 1),
    kind: "pairing",
    east: EAST,
    west: WEST,
    eastType: "county",
    westType: "county",
    group: null,
    since: [],
    until: null,
  },
  event(factId("c", 1), "visit", ["5月6日至8日，白云区委书记陈启明率党政代表团到罗甸县考察"], {
    start: "2024-05-06",
    end: "2024-05-08",
    lead: "陈启明",
    inferred: ["start", "end"],
    stops: [{ name: "罗甸县火龙果加工厂", type: "enterprise", project: null, region: WEST }],
  }),
  event(factId("c", 2), "meeting", ["5月7日，双方召开党政联席会议"], {
    subtype: "党政联席会议",
    start: "2024-05-07",
    end: "2024-05-07",
    within: factId("c", 1),
  }),
  person(factId("d", 1), "陈启明", "区委书记", "east"),
  person(factId("d", 2), "韦秋岚", "县长", "west"),
  {
    says: ["陈启明表示，将支持罗甸县再建两个就业帮扶车间。"],
    id: factId("e", 1),
    kind: "commitment",
    act: "pledge",
    grade: "statement",
    side: "east",
    speaker: "陈启明",
    owners: [],
    fields: ["labour"],
    text: "将支持罗甸县再建两个就业帮扶车间。",
    quantity: null,
    due: null,
    respondsTo: [],
  },
];

/** The host's report of the same tour: another head of the delegation, one day more, a stop more. */
export const HOST_REPORT = [
  "罗甸县接待白云区代表团",
  "5月6日至9日，白云区委副书记何子安一行到罗甸县考察，看了罗甸县火龙果加工厂和罗甸县第二小学。",
].join("\n");

export const hostReportFacts: readonly FactSketch[] = [
  region(factId("1", 1), "白云区", EAST, "440111", "east"),
  region(factId("1", 2), "罗甸县", WEST, "522728", "west"),
  {
    says: ["罗甸县接待白云区代表团"],
    id: factId("2", 1),
    kind: "pairing",
    east: EAST,
    west: WEST,
    eastType: "county",
    westType: "county",
    group: null,
    since: [],
    until: null,
  },
  event(factId("3", 1), "visit", ["5月6日至9日，白云区委副书记何子安一行到罗甸县考察"], {
    start: "2024-05-06",
    end: "2024-05-09",
    lead: "何子安",
    stops: [
      { name: "罗甸县火龙果加工厂", type: "enterprise", project: null, region: WEST },
      { name: "罗甸县第二小学", type: "school", project: null, region: WEST },
    ],
  }),
];
