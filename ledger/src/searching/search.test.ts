import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { extract } from "@shanhai/engine";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { erase } from "../erasure/erase.js";
import { submit } from "../intake/submit.js";
import { fillGrams } from "../schema/fill-grams.js";
import * as trialRows from "../trial/trial-cooperation.js";
import {
  command,
  created,
  EAST,
  KEEPER,
  newId,
  OTHER_PAIR,
  PAIR,
  person,
  source,
  visit,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { searchDesk } from "./search.js";
import type { SearchAnswer, SearchHit, SearchQuery } from "./search-desk.js";

/** Traditional, with the reading behind a character: what is searched is the repaired text, what is opened the raw one. */
const DAMAGED =
  "本網(wǎng)訊 5月11日，雲嶺縣(xiàn)黨政代表團赴望潮區考察。\n雙方就刺梨深加工廠二期達成一致。此後，雙方議定刺梨種植基地擴建到三千畝。\n";

eachDatabase("检索", (trial) => {
  let t: TrialDesk;
  let desk: Desk;
  const office: Actor = { ...KEEPER, account_id: newId(), name: "平塘组", role: "clerk", scopes: [OTHER_PAIR] };
  const bureau = created("organisation", NIL_SCOPE, newId(), {
    name: "石坎县农业农村局",
    former_names: ["石坎县乡村振兴局", "石坎县扶贫办"],
  });
  const [here, there] = [
    visit(PAIR, newId(), { name: "刺梨产业考察" }),
    visit(OTHER_PAIR, newId(), { name: "刺梨回访" }),
  ];
  const leader = person(newId(), { name: "单望舒" });
  const ask = (text: string) => searchDesk(desk).search(KEEPER, { text });
  const groups = (answer: SearchAnswer) => answer.groups.map(({ group, hits }) => `${group} ${hits.length}`);
  const marked = ({ title, marks }: Pick<SearchHit, "title" | "marks">) =>
    marks.map(({ start, end }) => title.slice(start, end));

  before(async () => {
    t = await trialDesk(trial.config);
    desk = { ...t.desk, read: async (of) => extract(of) };
    const write = (...changes: Parameters<typeof command>) => desk.write(KEEPER, command(...changes));
    await desk.write(KEEPER, trialRows.foundation());
    const said = source(here, "name", {
      document_id: newId(),
      quote: "代表团看了刺梨产业。",
      place: { start: 7, end: 17 },
    });
    const cell = { sheet: "2023年", cell: "C8" };
    const filled = source(there, "name", { document_id: newId(), quote: "刺梨回访", place: cell });
    await write([bureau, leader, here, there], [said, filled]);
    const many = Array.from({ length: 12 }, (_, at) =>
      created("project", at % 2 === 0 ? PAIR : OTHER_PAIR, newId(), { name: `刺梨园${String(at).padStart(2, "0")}号` }),
    );
    await write(many);
  });
  after(() => t.store.close());

  test("of each kind that holds the words the first hits, names before what happened, the words marked", async () => {
    const answer = await ask("刺梨");
    assert.deepEqual(groups(answer), ["project 5", "visit 2"]);
    const visits = answer.groups.find(({ group }) => group === "visit")?.hits ?? [];
    assert.deepEqual(visits.map(marked), [["刺梨"], ["刺梨"]]);
    const sentence = visits.find(({ id }) => id === here.id)?.sentence;
    assert.equal(sentence?.text, "代表团看了刺梨产业。");
    assert.deepEqual([sentence?.start, sentence?.end], [7, 17]);
    assert.deepEqual(sentence?.marks, [{ start: 5, end: 7 }]);
    const cell = visits.find(({ id }) => id === there.id)?.sentence;
    assert.deepEqual([cell?.text, cell?.start, cell?.cell], ["刺梨回访", null, { sheet: "2023年", cell: "C8" }]);
  });

  test("one kind page by page: every row once, in the record's order", async () => {
    const titles: string[] = [];
    let after: string | undefined;
    do {
      const answer = await searchDesk(desk).search(KEEPER, {
        text: "刺梨",
        group: "project",
        limit: 5,
        ...(after === undefined ? {} : { after }),
      });
      const [group] = answer.groups;
      titles.push(...(group?.hits.map(({ title }) => title) ?? []));
      after = group?.next ?? undefined;
    } while (after !== undefined);
    assert.deepEqual(
      titles,
      Array.from({ length: 12 }, (_, at) => `刺梨园${String(at).padStart(2, "0")}号`),
    );
  });

  test("by initials of names or by their sound written out, surnames read as such; long sentences are not found by letters", async () => {
    for (const spelled of ["ld", "luodian"]) {
      const answer = await ask(spelled);
      assert.deepEqual(groups(answer), ["party 1", "pair 1"]);
      assert.deepEqual(
        answer.groups.flatMap(({ hits }) => hits.map(marked)),
        [["罗甸"], ["罗甸"]],
      );
    }
    assert.deepEqual(
      (await ask("sws")).groups.flatMap(({ hits }) => hits.map(({ title }) => title)),
      ["单望舒"],
    );
    assert.deepEqual(groups(await ask("clcy")), []);
  });

  test("all words must be held; a former name finds the row and is named", async () => {
    assert.deepEqual(groups(await ask("刺梨 回访")), ["visit 1"]);
    assert.deepEqual(groups(await ask("刺梨 罗甸")), []);
    const [group] = (await ask("石坎县乡村振兴局")).groups;
    assert.equal(group?.hits[0]?.title, "石坎县农业农村局");
    const old = await ask("石坎县扶贫开发局");
    assert.deepEqual(groups(old), ["organisation 1"]);
    assert.ok(old.also.includes("石坎县农业农村局"));
    // Neither what it is called nor what it was: the grams of both together must not find it.
    assert.deepEqual(groups(await ask("石坎县扶贫局")), []);
  });

  test("only what the actor may see", async () => {
    const answer = await searchDesk(desk).search(office, { text: "刺梨" });
    assert.deepEqual(groups(answer), ["project 5", "visit 1"]);
    assert.equal(answer.groups.find(({ group }) => group === "visit")?.hits[0]?.id, there.id);
    const all = await searchDesk(desk).search(office, { text: "刺梨", group: "project" });
    assert.equal(all.groups[0]?.hits.length, 6);
  });

  test("rolls of many rows: by a place or an employer in part or by sound, by the beginning of a name or an invoice's number", async () => {
    const job = (scope: string, values: object) =>
      created("labour_record", scope, newId(), { year: 2023, longest: true, township: "平坝镇", ...values });
    const sold = (scope: string, values: object) =>
      created("sale", scope, newId(), { year: 2023, seller: "石坎合作社", product: "辣椒", ...values });
    const phone = "13800001111";
    const rows = [
      job(PAIR, { person_name: "单示例", village: "红星村", employer: "望潮海润食品有限公司", phone }),
      job(PAIR, { person_name: "单示范", village: "大坪村", employer: "望潮海润食品有限公司" }),
      job(OTHER_PAIR, { person_name: "单示例", township: "福泉镇", village: "红星村", employer: "某厂" }),
      sold(PAIR, { invoice_no: "00382915", buyer: "望潮区第一小学食堂" }),
      sold(OTHER_PAIR, { invoice_no: "00382916", buyer: "望潮区机关食堂" }),
    ];
    await desk.write(KEEPER, command(rows));
    const found = async (text: string, actor: Actor = KEEPER) =>
      (await searchDesk(desk).search(actor, { text })).groups.flatMap(({ group, hits }) =>
        hits.map(({ title, sentence }) => `${group} ${title} ${sentence?.field ?? "–"}:${sentence?.text ?? ""}`).sort(),
      );
    assert.deepEqual(await found("单示例"), [
      "labour_record 2023 平坝镇 红星村 望潮海润食品有限公司 person_name:单示例",
      "labour_record 2023 福泉镇 红星村 某厂 person_name:单示例",
    ]);
    assert.equal((await found("单示")).length, 3);
    assert.deepEqual(await found("示例"), [], "a name is found from its beginning");
    assert.equal((await found("海润食品")).length, 2);
    assert.equal((await found("hongxing")).length, 2);
    assert.deepEqual(await found("海润 大坪"), [
      "labour_record 2023 平坝镇 大坪村 望潮海润食品有限公司 employer:望潮海润食品有限公司",
    ]);
    assert.deepEqual(await found("00382915"), ["sale 石坎合作社 辣椒 invoice_no:00382915"]);
    assert.equal((await found("0038291")).length, 2);
    assert.deepEqual(await found("第一小学"), ["sale 石坎合作社 辣椒 buyer:望潮区第一小学食堂"]);
    // A number is private and no word: neither found nor shown.
    assert.deepEqual(await found(phone), []);
    // Each sees his own pair, a township its own rows, who reads no roll none.
    assert.deepEqual((await found("单示例", office)).length, 1);
    assert.deepEqual(await found("0038291", office), ["sale 石坎合作社 辣椒 invoice_no:00382916"]);
    const town = { id: newId(), name: "福泉镇政府", kind: "township", side: "west", place: "福泉镇" } as const;
    const township: Actor = {
      ...{ ...office, scopes: [PAIR, OTHER_PAIR] },
      office: { ...town, party: null, maker_checker: false },
    };
    assert.deepEqual(await found("红星", township), ["labour_record 2023 福泉镇 红星村 某厂 village:红星村"]);
    assert.deepEqual(await found("红星", { ...office, records: ["sale"] }), []);
    // What changed is found by what it is now; what is no row any more by nothing.
    const first = rows[0];
    if (first === undefined) throw new Error("no row");
    const of = (await desk.get(KEEPER, first.record, first.scope_id, first.id))?.version ?? "";
    const { record, scope_id, id } = first;
    await desk.write(
      KEEPER,
      command([{ op: "change", record, scope_id, id, version: of, values: { village: "营盘村" } }]),
    );
    assert.equal((await found("营盘")).length, 1);
    assert.equal((await found("红星")).length, 1);
    // Page by page every row once.
    const one = await searchDesk(desk).search(KEEPER, { text: "单示", group: "labour_record", limit: 2 });
    const two = await searchDesk(desk).search(KEEPER, {
      ...{ text: "单示", group: "labour_record", limit: 2, after: one.groups[0]?.next ?? "" },
    });
    const ids = [...(one.groups[0]?.hits ?? []), ...(two.groups[0]?.hits ?? [])].map((hit) => hit.id);
    assert.equal(new Set(ids).size, 3);
    assert.equal(two.groups[0]?.next, null);
    assert.deepEqual([one.groups[0]?.some, two.groups[0]?.some], [false, false]);
    // Of very many the first look names some and says so; asked for by itself the kind is gone through in the list's order.
    const many = Array.from({ length: 230 }, (_, at) =>
      job(PAIR, { village: "联盟村", employer: at === 7 ? "某联盟厂" : "某厂", year: at < 115 ? 2024 : 2023 }),
    );
    await desk.write(KEEPER, command(many));
    const [glance, ...others] = (await ask("联盟")).groups;
    assert.deepEqual([glance?.some, glance?.next, glance?.hits.length, others], [true, "", 5, []]);
    const listed: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const query: SearchQuery = { text: "联盟", group: "labour_record", limit: 100, after };
      const [page] = (await searchDesk(desk).search(KEEPER, query)).groups;
      assert.equal(page?.some, false);
      listed.push(...(page?.hits ?? []).map((hit) => hit.id));
      after = page?.next ?? null;
    }
    const order = (await desk.list(KEEPER, "labour_record", { filter: { village: "联盟村" }, limit: 500 })).rows;
    assert.deepEqual(
      listed,
      order.map((row) => row.id),
    );
    const few = (await ask("某联盟厂")).groups[0];
    assert.deepEqual([few?.some, few?.hits.length, few?.next], [false, 1, null]);
  });

  test("what nobody asked for, and what is none", async () => {
    assert.deepEqual(await ask("，。"), { groups: [], also: [], filling: false });
    assert.deepEqual(groups(await ask("鹧鸪岭")), []);
    await assert.rejects(searchDesk(desk).search(KEEPER, { text: "刺梨", group: "fact" }), /./);
    await assert.rejects(searchDesk(desk).search(KEEPER, { text: "刺梨", group: "visit", after: "x" }), /./);
  });

  test("a document is found by its repaired text and opens its raw place; erased it is found no more", async () => {
    const bytes = new TextEncoder().encode(DAMAGED);
    const { document_id } = await submit(desk, KEEPER, { name: "来稿.txt", bytes });
    const own = await submit(desk, office, {
      name: "来稿2.txt",
      bytes: new TextEncoder().encode(`${DAMAGED}又及刺梨。`),
    });
    const documents = async (actor: Actor, text: string) =>
      (await searchDesk(desk).search(actor, { text, group: "document" })).groups[0]?.hits ?? [];
    const found = await documents(KEEPER, "刺梨种植基地");
    assert.deepEqual(found.map(({ id }) => id).sort(), [document_id, own.document_id].sort());
    const sentence = found.find(({ id }) => id === document_id)?.sentence;
    assert.equal(sentence?.text, "此后，双方议定刺梨种植基地扩建到三千亩。");
    assert.equal(DAMAGED.slice(sentence?.start ?? 0, sentence?.end ?? 0), "此後，雙方議定刺梨種植基地擴建到三千畝。");
    assert.deepEqual(
      sentence?.marks.map(({ start, end }) => sentence.text.slice(start, end)),
      ["刺梨种植基地"],
    );
    assert.deepEqual(
      (await documents(office, "刺梨")).map(({ id }) => id),
      [own.document_id],
    );
    assert.deepEqual(
      (await documents(KEEPER, "来稿2")).map(({ id }) => id),
      [own.document_id],
    );

    await erase(t.store, KEEPER, document_id, "误传");
    assert.deepEqual(
      (await documents(KEEPER, "刺梨种植基地")).map(({ id }) => id),
      [own.document_id],
    );
    const { rows } = await t.store.db.query("select 1 from document_search where document = $1", [document_id]);
    assert.deepEqual(rows, []);
  });

  test("rows of a program without initials are given theirs", async () => {
    await t.store.db.query("update party set search_grams = array['罗甸']");
    assert.deepEqual(groups(await ask("ld")), ["pair 1"]);
    await fillGrams(t.store.db, t.store.records);
    assert.deepEqual(groups(await ask("ld")), ["party 1", "pair 1"]);
    assert.deepEqual(await desk.get(KEEPER, "party", NIL_SCOPE, EAST).then((row) => row?.title), "广东省广州市白云区");
  });
});
