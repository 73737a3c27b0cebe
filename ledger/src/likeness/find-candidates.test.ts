import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  type Candidate,
  type FieldValue,
  NIL_SCOPE,
  type ProposedRow,
  proposals,
  recordDefinitions,
  regionId,
} from "@shanhai/model";
import type { Change, Values } from "../command.js";
import { matchings } from "../matching/index.js";
import type { OpenStore } from "../open-store.js";
import { list } from "../read.js";
import * as trialRows from "../trial/trial-cooperation.js";
import { command, created, KEEPER, newId, OTHER_PAIR, PAIR, visit } from "../trial/trial-cooperation.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { write } from "../write.js";
import { findCandidates } from "./find-candidates.js";
import type { Find } from "./matching.js";

const LUODIAN = regionId("522728", "");
const BAIYUN = regionId("440111", "");
/** Stands in its pair; a milestone is one of its steps. */
const PROJECT = newId();

/** A row as a proposal makes it; where it lives and what states it plays no part in matching. */
function proposed(record: string, values: Values, traits?: ProposedRow["traits"]): ProposedRow {
  const held = (value: FieldValue) => ({ value, fact: null, evidence: null });
  return {
    key: "row",
    record,
    scope: { kind: "reference" },
    id: null,
    fact: "fact",
    needs: [],
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, held(value)])),
    ...(traits ? { traits } : {}),
  };
}

interface Case {
  readonly record: string;
  readonly stored: Values;
  /** What the second document says; found with a score between the two bounds, or not at all. */
  readonly second: readonly (readonly [says: Values, score: readonly [number, number] | null, reason?: string])[];
}

const ASK = "希望白云区在茶叶销售和加工技术上给予罗甸帮助，派技术人员驻点指导。";
const COUNTS = [{ type: "township", count: 8, unit: "个" }];

const CASES: readonly Case[] = [
  {
    record: "visit",
    stored: { start_date: "2023-12-11", end_date: "2023-12-14", lead: "方远山" },
    second: [
      [
        { start_date: "2023-12-12", end_date: "2023-12-13", lead: "方远山" },
        [0.75, 0.85],
        "同一结对范围、同一带队领导、日期重叠",
      ],
      [{ start_date: "2023-12-11", end_date: "2023-12-14", lead: "方远山" }, [0.88, 0.95], "日期相同"],
      [{ start_date: "2023-12-12", lead: "袁清河" }, [0.2, 0.25], "带队领导不同"],
      [{ start_date: "2023-12", lead: "方远山" }, [0.75, 0.85]],
      [{ start_date: "--12-11", lead: "方远山" }, [0.45, 0.55], "日期不全"],
      [{ start_date: "--11-02", lead: "方远山" }, null],
      [{ start_date: "2023-12-15", lead: "方远山" }, null],
      [{ start_date: "2022-12-11", end_date: "2022-12-14", lead: "方远山" }, null],
    ],
  },
  {
    record: "meeting",
    stored: { start_date: "2023-12-12", end_date: "2023-12-12", type: "joint" },
    second: [
      [{ start_date: "2023-12-12", end_date: "2023-12-12", type: "joint" }, [0.85, 0.95], "同一会议类型"],
      [{ start_date: "2023-12-12", end_date: "2023-12-12", type: "symposium" }, [0.25, 0.35], "会议类型不同"],
      [{ start_date: "2023-12-13", end_date: "2023-12-13", type: "joint" }, null],
    ],
  },
  {
    record: "project",
    stored: { name: "罗甸县粮油加工厂二期建设项目" },
    second: [
      [{ name: "罗甸县粮油加工厂（二期）建设项目" }, [0.95, 0.95], "名称相同"],
      [{ name: "粮油加工厂二期" }, [0.8, 0.8], "一长一短"],
      [{ name: "罗甸县粮油加工厂三期建设项目" }, [0.4, 0.65], "名称相近"],
      [{ name: "罗甸县第二中学教学楼" }, null],
    ],
  },
  {
    record: "statement",
    stored: { text: ASK, act: "ask", grade: "statement", side: "west", speaker: "韦青山", state: "open" },
    second: [
      [{ text: ASK, act: "ask", speaker: "韦青山" }, [0.98, 0.98], "同一表态人、内容相同"],
      [{ text: ASK.replace("驻点", "到县"), act: "ask", speaker: "韦青山" }, [0.85, 0.98], "内容相近"],
      [{ text: ASK.replace("驻点", "到县"), act: "ask", speaker: "罗甸县负责人" }, [0.6, 0.8], "写法不同"],
      [{ text: ASK, act: "pledge", speaker: "韦青山" }, null],
      [{ text: "希望白云区多派医生到罗甸。", act: "ask", speaker: "韦青山" }, null],
    ],
  },
  {
    record: "reported_figure",
    stored: {
      of: "结镇帮镇扶村资金",
      printed: "约1610万元",
      value: "1610",
      unit: "万元",
      measure: "money",
      amount: "1610000000",
      base_unit: "元",
      period: "2023",
      regions: ["甲", "乙"],
    },
    second: [
      [
        {
          of: "结镇帮镇扶村资金",
          measure: "money",
          amount: "1610000000",
          base_unit: "元",
          period: "2023",
          regions: ["乙", "甲"],
        },
        [0.9, 0.96],
        "数值相同",
      ],
      [
        {
          of: "结镇帮镇扶村资金",
          measure: "money",
          amount: "1600000000",
          base_unit: "元",
          period: "2023",
          regions: ["甲", "乙"],
        },
        [0.3, 0.4],
        "数值不同",
      ],
      [
        {
          of: "结镇帮镇扶村资金",
          measure: "money",
          amount: "1610000000",
          base_unit: "元",
          period: "2023",
          regions: ["甲"],
        },
        null,
      ],
      [
        {
          of: "结镇帮镇扶村资金",
          measure: "money",
          amount: "1610000000",
          base_unit: "元",
          period: "2022",
          regions: ["甲", "乙"],
        },
        null,
      ],
      [
        {
          of: "消费帮扶金额",
          measure: "money",
          amount: "1610000000",
          base_unit: "元",
          period: "2023",
          regions: ["甲", "乙"],
        },
        null,
      ],
    ],
  },
  {
    record: "roster_count",
    stored: { name: "结对规模", east: COUNTS, west: [], as_of: "2023-12-21", regions: ["甲"] },
    second: [
      [{ east: COUNTS, west: [], as_of: "2023-12-25", regions: ["甲"] }, [0.9, 0.9], "数量相同"],
      [
        { east: [{ type: "township", count: 9, unit: "个" }], west: [], as_of: "2023-12-21", regions: ["甲"] },
        [0.4, 0.4],
        "数量不同",
      ],
      [{ east: COUNTS, west: [], as_of: "2023-12-21", regions: ["乙"] }, null],
    ],
  },
  {
    record: "signing",
    stored: { name: "签约", start_date: "2023-12-12", object: "茶叶深加工投资合同", firm: "清源茶业有限公司" },
    second: [
      [
        { start_date: "2023-12-12", object: "茶叶深加工投资合同", firm: "清源茶业有限公司" },
        [0.9, 0.98],
        "同一签约企业",
      ],
      [{ start_date: "2023-12-12", object: "旅游合作框架协议", firm: "云上旅行社" }, null],
    ],
  },
  {
    record: "donation",
    stored: { name: "捐赠", start_date: "2023-12-12", donor: "岭南教育基金会", amount: "5000000" },
    second: [
      [{ start_date: "2023-12-12", donor: "岭南教育基金会", amount: "5000000" }, [0.9, 0.98], "同一捐赠单位"],
      [{ start_date: "2023-12-12", donor: "岭南教育基金会", amount: "8000000" }, [0.5, 0.7], "金额不同"],
    ],
  },
  {
    record: "milestone",
    stored: { project: PROJECT, name: "云岭果园产业基地揭牌", type: "unveiled", date: "2023-12-13" },
    second: [
      [{ name: "云岭果园产业基地揭牌", type: "unveiled", date: "2023-12" }, [0.85, 0.95], "日期相符"],
      [{ name: "云岭果园产业基地揭牌", type: "unveiled" }, [0.55, 0.65], "日期不全"],
      [{ name: "云岭果园产业基地揭牌", type: "unveiled", date: "2024-05-01" }, null],
      [{ name: "云岭果园产业基地启用", type: "in_use", date: "2023-12-13" }, null],
    ],
  },
  {
    record: "plan",
    stored: { name: "2023年度协作工作计划", tier: "annual", year: "2023" },
    second: [
      [{ name: "2023年度协作工作计划", tier: "annual", year: 2023 }, [0.9, 0.9], "名称相同"],
      [{ name: "2024年度协作工作计划", tier: "annual", year: 2024 }, null],
    ],
  },
  {
    record: "pairing",
    stored: {
      label: "棠景街道—罗悃镇",
      east: trialRows.EAST,
      west: trialRows.WEST,
      east_type: "township",
      west_type: "township",
    },
    second: [
      [{ label: "棠景街道—罗悃镇", east_type: "township", west_type: "township" }, [0.95, 0.95], "双方名称相同"],
      [{ label: "棠景街道—罗悃镇", east_type: "department", west_type: "township" }, [0.5, 0.5], "类型不同"],
      [{ label: "棠景街道—龙坪镇", east_type: "township", west_type: "township" }, null],
    ],
  },
  {
    record: "talent_event",
    stored: { name: "人才活动", start_date: "2023-12-13", type: "care" },
    second: [
      [{ start_date: "2023-12-13", type: "care" }, [0.85, 0.95], "同一活动类型"],
      [{ start_date: "2023-12-13", type: "farewell" }, [0.2, 0.35], "活动类型不同"],
    ],
  },
  {
    record: "training",
    stored: { name: "茶叶加工技术培训班", start_date: "2023-11" },
    second: [[{ name: "茶叶加工技术培训班", start_date: "2023-11-06" }, [0.75, 0.85], "同一培训班名称"]],
  },
  {
    record: "fair",
    stored: { name: "罗甸农特产品展销会", start_date: "2023-11-06" },
    second: [[{ name: "罗甸农特产品展销会", start_date: "2023-11-07" }, null]],
  },
];

embeddedDatabase("candidates for the same thing", (trial) => {
  let store: OpenStore;
  const find: Find = (record, query) => list(store, KEEPER, record, query);
  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
    const region = (id: string, path: string) => created("region", NIL_SCOPE, id, { path, name: path });
    const project = created("project", PAIR, PROJECT, { name: "云岭果园产业基地" });
    await write(store, KEEPER, command([region(LUODIAN, "罗甸县"), region(BAIYUN, "白云区"), project]));
  });
  after(() => store.close());

  for (const { record, stored, second } of CASES) {
    describe(record, () => {
      const id = newId();
      before(async () => {
        const needed = recordDefinitions
          .find(({ name }) => name === record)
          ?.fields.some(({ key }) => key === "happening_id");
        const whole: Values =
          record === "milestone" || !needed ? stored : { happening_id: id, name: "活动", ...stored };
        const row: Change = record === "visit" ? visit(PAIR, id, stored) : created(record, PAIR, id, whole);
        await write(store, KEEPER, command([row]));
      });
      for (const [says, score, reason] of second) {
        test(`${JSON.stringify(says)} → ${score?.join("–") ?? "none"}`, async () => {
          const found = await findCandidates(proposed(record, says), PAIR, find);
          checkScore(found, id, score, reason);
          assert.deepEqual(await findCandidates(proposed(record, says), OTHER_PAIR, find), [], "another pair's rows");
        });
      }
    });
  }

  describe("person", () => {
    const [fang, cadre, hidden] = [newId(), newId(), newId()];
    const post = (person: string, holder: string, title: string, region: string, side: string) =>
      created("post", side === "east" ? trialRows.EAST : trialRows.WEST, newId(), {
        person,
        holder,
        title,
        region,
        side,
      });
    before(async () => {
      const person = (id: string, name: string) => created("person", NIL_SCOPE, id, { name });
      await write(
        store,
        KEEPER,
        command([
          person(fang, "方远山"),
          person(cadre, "莫问津"),
          person(hidden, "黄某"),
          post(fang, "方远山", "区委书记", BAIYUN, "east"),
          post(hidden, "黄某", "镇长", LUODIAN, "west"),
        ]),
      );
    });
    const cases: readonly (readonly [string, NonNullable<ProposedRow["traits"]>, readonly [number, number], string])[] =
      [
        ["方远山", { title: ["区委书记"], region: [BAIYUN], side: ["east"] }, [0.95, 0.95], "同名、同一地区、同一职务"],
        ["方远山", { title: ["区长"], region: [BAIYUN], side: ["east"] }, [0.75, 0.75], "职务不同"],
        [
          "方远山",
          { title: ["县委书记"], region: [LUODIAN], side: ["west"] },
          [0.1, 0.1],
          "仅姓名相同、分属东西部两方",
        ],
        ["方远山", { title: [], region: [], side: [] }, [0.3, 0.3], "仅姓名相同"],
        ["莫问津", { title: ["县长"], region: [LUODIAN], side: ["west"] }, [0.3, 0.3], "没有职务或地区可以印证"],
        ["黄某", { title: ["镇长"], region: [LUODIAN], side: ["west"] }, [0.1, 0.1], "不能据以认定"],
      ];
    for (const [name, traits, score, reason] of cases) {
      test(`${name} ${JSON.stringify(traits)} → ${score[0]}`, async () => {
        const found = await findCandidates(proposed("person", { name }, traits), NIL_SCOPE, find);
        checkScore(found, { 方远山: fang, 莫问津: cadre, 黄某: hidden }[name] ?? "", score, reason);
      });
    }
    test("another name is nobody", async () => {
      assert.deepEqual(await findCandidates(proposed("person", { name: "方远" }), NIL_SCOPE, find), []);
    });
    test("a post seen again is the same post, in its party only", async () => {
      const row = proposed("post", { holder: "方远山", title: "区委 书记" });
      assert.equal((await findCandidates(row, trialRows.EAST, find))[0]?.score, 0.9);
      assert.deepEqual(await findCandidates(row, trialRows.WEST, find), []);
    });
  });

  test("organisations of one name are told apart by their place", async () => {
    const id = newId();
    const row = created("organisation", NIL_SCOPE, id, { name: "区教育局", place: "广东省广州市白云区" });
    await write(store, KEEPER, command([row]));
    const say = (place?: string) => proposed("organisation", { name: "区教育局", ...(place ? { place } : {}) });
    checkScore(await findCandidates(say("广东省广州市白云区"), NIL_SCOPE, find), id, [0.95, 0.95], "同一所在地");
    checkScore(await findCandidates(say("广东省广州市越秀区"), NIL_SCOPE, find), id, [0.2, 0.2], "所在地不同");
    checkScore(await findCandidates(say(), NIL_SCOPE, find), id, [0.6, 0.6], "所在地未载明");
  });

  test("a row with an id from codes has no candidates; the likeliest come first, five at most", async () => {
    const name = "同名项目";
    const ids = Array.from({ length: 7 }, newId);
    await write(
      store,
      KEEPER,
      command(ids.map((id, at) => created("project", OTHER_PAIR, id, { name: at === 6 ? name : `${name}${at}号` }))),
    );
    const found = await findCandidates(proposed("project", { name }), OTHER_PAIR, find);
    assert.equal(found.length, 5);
    assert.equal(found[0]?.id, ids[6]);
    const coded = { ...proposed("project", { name }), id: newId() };
    assert.deepEqual(await findCandidates(coded, OTHER_PAIR, find), []);
  });
});

function checkScore(
  found: readonly Candidate[],
  id: string,
  score: readonly [number, number] | null,
  reason?: string,
): void {
  const match = found.find((candidate) => candidate.id === id);
  if (score === null) {
    assert.equal(match, undefined);
    return;
  }
  assert.ok(match, "not found");
  assert.ok(match.score >= score[0] && match.score <= score[1], `${match.score}: ${match.reason.zh}`);
  assert.ok(match.reason.zh.includes(reason ?? ""), match.reason.zh);
  assert.ok(match.reason.en !== "" && !/\p{Script=Han}/u.test(match.reason.en), match.reason.en);
  assert.notEqual(match.title, "");
}

test("matchings keep the order of the records, one each, and leave out what is known by its code or goes with its whole", () => {
  // Only what documents make is compared; the offices' other ledgers come by hand and from spreadsheets.
  const made = new Set(proposals.map(({ record }) => record));
  const order = recordDefinitions.map(({ name }) => name).filter((name) => made.has(name));
  const listed = matchings.map(({ record }) => record);
  assert.deepEqual(
    listed,
    order.filter((name) => listed.includes(name)),
  );
  const left = order.filter((name) => !listed.includes(name));
  assert.deepEqual(left, ["region", "party", "pair", "visit_stop", "attendance"]);
});
