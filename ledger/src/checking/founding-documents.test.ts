import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { extract } from "@shanhai/engine";
import { type ProposedRow, proposeRows, scopeId } from "@shanhai/model";

/** What the two founding documents become in the ledger: facts and figures, none of their words but names. */
const SEEDS = new URL("../../../../shared/seeds/", import.meta.url);
const TOUR = new URL("000_17a6dfa9780f989e.txt", SEEDS);
const STUDY = new URL("004_8e6da62e5d4570e4.txt", SEEDS);

function rowsOf(file: URL): readonly ProposedRow[] {
  const name = file.pathname.split("/").at(-1) ?? "";
  const { title, source, published, facts } = extract({ name, bytes: readFileSync(file) }).extraction;
  return proposeRows(facts, { document: { id: name, title, source, published } });
}

const of = (rows: readonly ProposedRow[], record: string) => rows.filter((row) => row.record === record);
const value = (row: ProposedRow | undefined, field: string): unknown => row?.values[field]?.value;
const values = (rows: readonly ProposedRow[], field: string) => rows.map((row) => value(row, field));
/** Last three characters of each side: 白云区×罗甸县. */
function home({ scope }: ProposedRow): string {
  const short = ({ path }: { readonly path: string }) => path.slice(-3);
  if (scope.kind === "reference") return "";
  return scope.kind === "pair" ? `${short(scope.east)}×${short(scope.west)}` : short(scope.party);
}
const pointsTo = (row: ProposedRow | undefined, field: string) => Object(value(row, field)).row as unknown;

if (!existsSync(SEEDS)) {
  console.log("the founding documents (../shared/seeds) are absent: their proposals are not tested here");
} else {
  test("the tour: three pairs, one happening, three joint meetings, each with what belongs to it", () => {
    const rows = rowsOf(TOUR);
    const begun = of(rows, "pair").map((row) => [value(row, "label"), value(row, "began")]);
    assert.deepEqual(begun.sort(), [
      ["白云区—平塘县", "2017"],
      ["白云区—罗甸县", "2021"],
      ["白云区—荔波县", "2014"],
    ]);
    const luodian = of(rows, "pair").find((row) => value(row, "label") === "白云区—罗甸县");
    assert.deepEqual(
      luodian?.values.began?.alternatives?.map((other) => [other.value, other.side]),
      [["2020", "west"]],
    );
    const visits = of(rows, "visit");
    assert.deepEqual(visits.map(home).sort(), ["白云区×平塘县", "白云区×罗甸县", "白云区×荔波县"]);
    assert.equal(new Set(values(visits, "happening_id")).size, 1);
    assert.deepEqual([...new Set(values(visits, "direction"))], ["east_to_west"]);
    const meetings = of(rows, "meeting").map((row) => [home(row), value(row, "type"), value(row, "start_date")]);
    assert.deepEqual(meetings.sort(), [
      ["白云区×平塘县", "joint", "2023-12-13"],
      ["白云区×罗甸县", "joint", "2023-12-12"],
      ["白云区×荔波县", "joint", "2023-12-13"],
    ]);
    assert.ok(of(rows, "meeting").every((row) => visits.some((visit) => visit.key === pointsTo(row, "visit"))));
    const stops = of(rows, "visit_stop").map((row) => `${home(row).slice(-3)} ${value(row, "type")}`);
    for (const stop of ["罗甸县 project", "平塘县 project", "荔波县 party_education", "荔波县 infrastructure"]) {
      assert.ok(stops.includes(stop), `${stop} in ${stops}`);
    }
    const milestones = of(rows, "milestone").map((row) => `${home(row).slice(-3)} ${value(row, "type")}`);
    assert.deepEqual(milestones.sort(), ["平塘县 unveiled", "罗甸县 in_use", "罗甸县 unveiled"]);
  });

  test("the tour: twelve participants with posts, people merely named are none", () => {
    const rows = rowsOf(TOUR);
    const attended = new Set(of(rows, "attendance").map((row) => value(row, "name")));
    assert.equal(attended.size, 12);
    assert.equal(of(rows, "person").length, 12);
    const names = values(of(rows, "person"), "name");
    assert.ok(!names.includes("习近平") && !names.includes("邓恩铭"));
    const posts = of(rows, "post").filter((row) => value(row, "holder") === "梁玉林");
    assert.deepEqual(
      posts.map((row) => [home(row), value(row, "title")]),
      [["罗甸县", "县委书记"]],
    );
  });

  test("the tour: asks and what answers them in each pair; the care duty and the money with the district", () => {
    const rows = rowsOf(TOUR);
    const statements = of(rows, "statement");
    const asks = statements.filter((row) => value(row, "act") === "ask");
    for (const ask of asks) {
      const answers = statements.filter((row) => JSON.stringify(value(row, "answers"))?.includes(ask.key));
      assert.deepEqual(answers.map(home), [home(ask)], home(ask));
    }
    assert.equal(asks.length, 3);
    const duty = statements.find((row) => row.values.owners !== undefined);
    assert.equal((value(duty, "owners") as readonly unknown[]).length, 4);
    assert.equal(duty && home(duty), "白云区");
    assert.ok(statements.every((row) => value(row, "state") === "open"));
    const money = of(rows, "reported_figure").filter((row) => value(row, "amount") === "1610000000");
    assert.deepEqual(money.map(home), ["白云区"]);
    const roster = of(rows, "roster_count")[0];
    assert.ok(roster);
    assert.equal(home(roster), "白云区");
    const counts = (side: string) =>
      (value(roster, side) as readonly { type: string; count: number | null }[]).map(
        ({ type, count }) => `${type} ${count}`,
      );
    assert.ok(counts("east").includes("school 78") && counts("west").includes("school 75"));
    assert.ok(counts("west").includes("village 68") && !counts("east").some((count) => /^village \d/.test(count)));
  });

  test("the study trip: five pairs, one of a zone without a code, one happening from west to east", () => {
    const rows = rowsOf(STUDY);
    assert.equal(of(rows, "pair").length, 5);
    const visits = of(rows, "visit");
    assert.equal(new Set(visits.map((row) => scopeId(row.scope))).size, 5);
    assert.equal(new Set(values(visits, "happening_id")).size, 1);
    assert.deepEqual([...new Set(values(visits, "direction"))], ["west_to_east"]);
    assert.deepEqual([...new Set(values(visits, "start_date"))], ["2021-04-08"]);
    const zone = of(rows, "region").find((row) => value(row, "is_zone") === true);
    assert.deepEqual([value(zone, "name"), zone?.values.adcode], ["滨海湾新区", undefined]);
    const meetings = of(rows, "meeting");
    assert.deepEqual(
      [meetings.length, [...new Set(values(meetings, "type"))], [...new Set(values(meetings, "place"))]],
      [5, ["symposium"], ["中堂镇"]],
    );
  });

  test("the study trip: one man with two posts in two parties; a contract without a sum; a return visit without a date", () => {
    const rows = rowsOf(STUDY);
    const posts = of(rows, "post").filter((row) => value(row, "holder") === "罗斌");
    assert.deepEqual(posts.map(home).sort(), ["湾新区", "虎门镇"]);
    assert.equal(new Set(posts.map((row) => pointsTo(row, "person"))).size, 1);
    const [signing, ...more] = of(rows, "signing");
    assert.ok(signing && more.length === 0);
    assert.equal(signing.values.amount, undefined);
    assert.match(String(value(signing, "firm")), /乐嘉塑胶/);
    assert.equal(home(signing), "自治县");
    const collective = of(rows, "statement").filter((row) => String(value(row, "speaker")).includes("等镇区"));
    assert.ok(collective.length > 0);
    for (const row of collective) assert.deepEqual([home(row), row.values.due], ["自治县", undefined]);
  });
}
