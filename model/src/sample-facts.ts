import type {
  CommitmentFact,
  EventFact,
  Evidence,
  Fact,
  FigureFact,
  PairingFact,
  PersonFact,
  ProjectFact,
  RegionFact,
} from "@shanhai/engine";

/** Facts for tests: real regions, invented people. Each builder fills what a test does not care about. */
let made = 0;

/** An evidence at a place; the quote is made up, since proposals never look into the text. */
export function at(start: number, quote = "原文"): Evidence {
  return { start, end: start + quote.length, quote };
}

function common<K extends string>(kind: K, evidence: readonly Evidence[]) {
  made += 1;
  return { id: `${kind}-${made}`, kind, rule: "test@1", confidence: 1, inferred: [] as readonly string[], evidence };
}

export function regionFact(path: string, adcode: string | null, side: RegionFact["side"]): RegionFact {
  return { ...common("region", [at(0, path)]), path, adcode, side };
}

export function pairingFact(east: string, west: string, more: Partial<PairingFact> = {}): PairingFact {
  const own = { east, west, eastType: "county", westType: "county", group: null, since: [], until: null } as const;
  return { ...common("pairing", [at(0)]), ...own, ...more };
}

export function eventFact(type: EventFact["type"], start: number, more: Partial<EventFact> = {}): EventFact {
  const own = {
    type,
    subtype: null,
    start: null,
    end: null,
    visitor: [],
    host: [],
    lead: null,
    place: null,
    object: null,
    stops: [],
    within: null,
    projects: [],
    status: "held",
  } as const;
  return { ...common("event", [at(start)]), ...own, ...more };
}

export function personFact(name: string, region: string | null, more: Partial<PersonFact> = {}): PersonFact {
  const own = { name, title: null, posts: [], region, organisation: null, side: null, part: "attended" } as const;
  return { ...common("person", [at(50, name)]), ...own, ...more };
}

export function projectFact(name: string, region: string | null, more: Partial<ProjectFact> = {}): ProjectFact {
  return { ...common("project", [at(60, name)]), name, region, stage: null, milestones: [], ...more };
}

export function figureFact(value: number, unit: string, of: string, more: Partial<FigureFact> = {}): FigureFact {
  const own = {
    value,
    unit,
    base: value,
    baseUnit: unit,
    measure: "count",
    of,
    approx: null,
    period: null,
    accumulation: null,
    scope: [],
    includes: [],
    change: null,
  } as const;
  return { ...common("figure", [at(900)]), ...own, ...more };
}

export function commitmentFact(
  text: string,
  start: number,
  side: CommitmentFact["side"],
  more: Partial<CommitmentFact> = {},
): CommitmentFact {
  const own = {
    act: "pledge",
    grade: "statement",
    side,
    speaker: null,
    owners: [],
    fields: [],
    text,
    quantity: null,
    due: null,
    respondsTo: [],
  } as const;
  return { ...common("commitment", [at(start, text)]), ...own, ...more };
}

export const DISTRICT = "浙江省宁波市海曙区";
export const COUNTIES = [
  "四川省凉山彝族自治州喜德县",
  "四川省凉山彝族自治州越西县",
  "四川省凉山彝族自治州甘洛县",
] as const;
const PREFECTURE = "四川省凉山彝族自治州";

/** One district's tour to three counties: three meetings, stops, an unveiling, statements, figures of all three together. */
export function tourFacts(): { readonly facts: readonly Fact[]; readonly named: { readonly [name: string]: Fact } } {
  const [first, second, third] = COUNTIES;
  const visit = eventFact("visit", 100, {
    start: "2024-05-06",
    end: "2024-05-09",
    visitor: [DISTRICT],
    host: [PREFECTURE, ...COUNTIES],
    lead: "周明远",
    stops: [
      {
        name: "光明镇马铃薯种薯繁育基地",
        type: "project",
        project: "光明镇马铃薯种薯繁育基地",
        region: `${first}光明镇`,
      },
      { name: "越西县第二小学", type: "school", project: null, region: second },
      { name: "彝海结盟纪念馆", type: "party_education", project: null, region: null },
      { name: "甘洛南站", type: "infrastructure", project: null, region: third },
    ],
  });
  const meetings = COUNTIES.map((county, index) =>
    eventFact("meeting", 300 + index * 200, {
      subtype: "党政联席会议",
      start: `2024-05-0${index + 6}`,
      end: `2024-05-0${index + 6}`,
      visitor: [DISTRICT],
      host: [county],
      within: visit.id,
    }),
  );
  const project = projectFact("光明镇马铃薯种薯繁育基地", `${first}光明镇`);
  const unveiling = eventFact("unveiling", 150, {
    object: "光明镇马铃薯种薯繁育基地",
    visitor: [DISTRICT],
    host: [first],
    within: visit.id,
    evidence: [at(150, "为光明镇马铃薯种薯繁育基地揭牌")],
  });
  const care = eventFact("talent", 900, {
    subtype: "慰问",
    visitor: [DISTRICT],
    host: COUNTIES,
    lead: "周明远",
    within: visit.id,
  });
  const ask = commitmentFact("希望海曙区在种薯销售上给予帮助。", 320, "west", { act: "ask", speaker: "阿木日古" });
  const answer = commitmentFact("海曙区将帮助销售种薯五百吨。", 340, "east", {
    speaker: "周明远",
    respondsTo: [ask.id],
    quantity: { value: 500, unit: "吨" },
  });
  const duty = commitmentFact("海曙区委组织部、区教育局要关心派驻干部。", 920, "east", {
    speaker: "周明远",
    owners: ["海曙区委组织部", "区教育局"],
  });
  const money = figureFact(1260, "万元", "镇村结对资金", {
    base: 12_600_000,
    baseUnit: "元",
    measure: "money",
    approx: "约",
    accumulation: "year_to_date",
    scope: [DISTRICT, ...COUNTIES],
  });
  const facts: readonly Fact[] = [
    regionFact(DISTRICT, "330203", "east"),
    regionFact(PREFECTURE, "513400", "west"),
    regionFact(first, "513432", "west"),
    regionFact(second, "513434", "west"),
    regionFact(third, "513435", "west"),
    pairingFact(DISTRICT, first, {
      since: [
        {
          statement: "过去三年多来",
          from: "2021",
          inferred: true,
          speaker: "阿木日古",
          side: "west",
          evidence: at(310),
        },
        { statement: "第三个年头", from: "2022", inferred: true, speaker: "周明远", side: "east", evidence: at(330) },
      ],
    }),
    pairingFact(DISTRICT, second),
    pairingFact(DISTRICT, third),
    visit,
    ...meetings,
    unveiling,
    care,
    project,
    personFact("周明远", DISTRICT, {
      side: "east",
      title: "区委书记",
      posts: [{ title: "区委书记", organisation: null, region: DISTRICT }],
    }),
    personFact("阿木日古", first, {
      side: "west",
      title: "县委书记",
      posts: [{ title: "县委书记", organisation: null, region: first }],
    }),
    personFact("钱立群", PREFECTURE, { side: "west", title: "州政府副秘书长" }),
    personFact("顾问之", null, { part: "byline", title: "记者" }),
    personFact("凌云志", null, { part: "named", title: "革命烈士" }),
    ask,
    answer,
    duty,
    money,
  ];
  return { facts, named: { visit, unveiling, care, project, ask, answer, duty, money, meeting: meetings[0] ?? visit } };
}
