import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type FieldDefinition, NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import type { Actor, ActorOffice, Role } from "../actor.js";
import { maskedFor, maskNumber } from "./mask-numbers.js";
import {
  RIGHTS as ALL_RIGHTS,
  checkKind,
  mayConfirm,
  mayDo,
  mayReadRecord,
  maySee,
  mayWriteIn,
  type Right,
  recordsWritten,
  requireWritable,
} from "./policy.js";
import { fitsLimit, rowLimit, seesNumber, visibleNumbers } from "./visibility.js";

const PAIR = "0197a000-0000-7000-8000-0000000000a1";
const OTHER = "0197a000-0000-7000-8000-0000000000a2";

function office(of: Partial<ActorOffice> = {}): ActorOffice {
  return {
    id: "0197a000-0000-7000-8000-0000000000b1",
    name: "石坎县农业农村局",
    kind: "cooperation",
    party: null,
    side: "west",
    place: null,
    maker_checker: false,
    ...of,
  };
}

function actor(role: Role, of: Partial<Actor> = {}): Actor {
  return {
    account_id: "0197a000-0000-7000-8000-0000000000c1",
    name: "李示例",
    role,
    scopes: [PAIR],
    office: office(),
    ...of,
  };
}

function record(name: string, keys: readonly string[] = [], keeping: RecordDefinition["keeping"] = "scoped") {
  const fields = keys.map((key): FieldDefinition => ({ key, zh: key, en: key, type: "text" }));
  return {
    name,
    zh: name,
    en: name,
    keeping,
    group: "basics" as const,
    title: [],
    order: { field: "a", descending: false },
    columns: [],
    fields,
  };
}

/** 岗位 × 权限: what each role may do, in letters, so that a change of the policy has to be made here too. */
const TABLE: { readonly [role in Role]: string } = {
  administrator:
    "read write materials collect review confirm close numbers name_lists definitions draw dictionaries aliases verify erase export import accounts grants audit settings backup",
  clerk: "read write materials collect confirm numbers name_lists draw",
  // What its own place calls the items of 字典, not what a circular calls them.
  reviewer: "read write materials collect review confirm close numbers name_lists definitions draw aliases",
  leader: "read write review confirm close",
  finance: "read write materials numbers",
  posted_cadre: "read write materials confirm",
  project_owner: "read write",
  consolidator: "read write materials collect review confirm close definitions draw dictionaries aliases",
  inspector: "read draw",
  system_admin: "dictionaries aliases verify export import accounts settings backup",
  security_admin: "erase grants",
  audit_admin: "verify audit",
  sample_reviewer: "read write materials",
  unassigned: "",
};
const RIGHTS = TABLE.administrator.split(" ") as readonly Right[];

test("the table names every right that there is", () => {
  assert.deepEqual([...RIGHTS].sort(), [...ALL_RIGHTS].sort());
});

describe("one policy for every door", () => {
  for (const [role, rights] of Object.entries(TABLE) as [Role, string][])
    test(`${role} may: ${rights}`, () => {
      const who = actor(role, role === "administrator" ? { scopes: "all" } : {});
      assert.equal(RIGHTS.filter((right) => mayDo(who, right)).join(" "), rights);
    });

  test("三员: no two of the three administrators share what would let one of them act alone", () => {
    const shared = (a: Role, b: Role) => RIGHTS.filter((right) => mayDo(actor(a), right) && mayDo(actor(b), right));
    assert.deepEqual(shared("system_admin", "security_admin"), []);
    assert.deepEqual(shared("security_admin", "audit_admin"), []);
    assert.deepEqual(shared("system_admin", "audit_admin"), ["verify"]);
    for (const role of ["system_admin", "security_admin", "audit_admin"] as const)
      assert.equal(mayReadRecord(actor(role), record("project")), false, role);
  });

  test("who keeps a one-person office does everything, until the three administrators are set apart or for some scopes only", () => {
    const keeper = actor("administrator", { scopes: "all" });
    for (const right of ["accounts", "grants", "erase", "audit"] as const) {
      assert.equal(mayDo(keeper, right), true);
      assert.equal(mayDo({ ...keeper, separated: true }, right), false);
      assert.equal(mayDo({ ...keeper, scopes: [PAIR] }, right), false);
    }
    assert.equal(mayDo({ ...keeper, separated: true }, "write"), true);
  });

  test("region and branch: both must fit, reference tables belong to no branch", () => {
    const bureau = actor("clerk", { records: ["labour_record"] });
    assert.equal(mayReadRecord(bureau, record("labour_record")), true);
    assert.equal(mayReadRecord(bureau, record("project")), false);
    assert.equal(mayReadRecord(bureau, record("organisation", [], "reference")), true);
    assert.equal(mayWriteIn(bureau, record("labour_record"), PAIR), true);
    assert.equal(mayWriteIn(bureau, record("labour_record"), OTHER), false);
    assert.equal(mayWriteIn(bureau, record("project"), PAIR), false);
    assert.deepEqual([maySee(bureau, PAIR), maySee(bureau, OTHER), maySee(bureau, NIL_SCOPE)], [true, false, true]);
    const refusal = (name: string, scope: string, who = bureau) => {
      try {
        requireWritable(who, scope, record(name));
        return "written";
      } catch (error) {
        return error instanceof Error && "code" in error ? error.code : error;
      }
    };
    assert.equal(refusal("labour_record", PAIR), "written");
    assert.equal(refusal("labour_record", OTHER), "SCOPE_FORBIDDEN");
    assert.equal(refusal("project", PAIR), "RECORD_FORBIDDEN");
    assert.equal(refusal("project", PAIR, actor("inspector")), "ROLE_FORBIDDEN");
  });

  const written: readonly [Role, string, boolean][] = [
    ["clerk", "project", true],
    ["leader", "instruction", true],
    ["leader", "project", false],
    ["finance", "payment", true],
    ["finance", "labour_record", false],
    ["posted_cadre", "project_progress", true],
    ["posted_cadre", "assessment", false],
    ["project_owner", "project_progress", true],
    ["project_owner", "payment", false],
    ["consolidator", "month_close", true],
    ["consolidator", "project", false],
    ["inspector", "project", false],
    ["system_admin", "project", false],
  ];
  test("who confirms or closes writes what that is kept in, and is told so where he works", () => {
    const kept = { confirm: ["indicator_value"], close: ["indicator_value", "month_close"] } as const;
    const roles = Object.keys(TABLE) as Role[];
    for (const right of ["confirm", "close"] as const)
      for (const role of roles.filter((one) => mayDo(actor(one), right)))
        assert.deepEqual(
          recordsWritten(
            actor(role),
            kept[right].map((name) => record(name)),
          ),
          kept[right],
          role,
        );
    assert.deepEqual(recordsWritten(actor("project_owner"), [record("project"), record("project_progress")]), [
      "project_progress",
    ]);
  });
  for (const [role, name, allowed] of written)
    test(`${role} ${allowed ? "writes" : "does not write"} ${name}`, () => {
      assert.equal(mayWriteIn(actor(role), record(name), PAIR), allowed);
    });

  const sides: readonly [string, Actor, boolean, boolean][] = [
    ["a western clerk", actor("clerk"), false, true],
    ["an eastern reviewer", actor("reviewer", { office: office({ side: "east" }) }), true, false],
    ["a posted cadre as 石坎县政府", actor("posted_cadre", { office: office({ kind: "government" }) }), false, true],
    [
      "the same as 望潮区前方工作组",
      actor("posted_cadre", { office: office({ kind: "working_group", side: "east" }) }),
      false,
      false,
    ],
    ["a bureau of the west", actor("clerk", { office: office({ kind: "bureau" }) }), false, false],
    ["the city above", actor("consolidator", { office: office({ kind: "city" }) }), false, false],
    ["finance", actor("finance"), false, false],
    [
      "who keeps the installation",
      { account_id: "x", name: "管理员", role: "administrator", scopes: "all" },
      true,
      true,
    ],
  ];
  for (const [who, acting, east, west] of sides)
    test(`${who} confirms for ${[east ? "the east" : "", west ? "the west" : ""].filter(Boolean).join(", ") || "nobody"}`, () => {
      assert.deepEqual([mayConfirm(acting, "east"), mayConfirm(acting, "west")], [east, west]);
    });

  test("maker and checker: two people where the office keeps them apart, else a self-check that says so", () => {
    const strict = actor("reviewer", { office: office({ maker_checker: true }) });
    assert.equal(checkKind(strict, "somebody else"), "checked");
    assert.throws(() => checkKind(strict, strict.account_id), { code: "MAKER_IS_CHECKER" });
    assert.equal(checkKind(actor("reviewer"), strict.account_id), "self_checked");
  });
});

describe("the steps in which a number becomes visible", () => {
  const value = (line: "east" | "west", state: string, reporter = "王示例") => ({ line, state, reporter });
  const seen = (who: Actor) =>
    ["draft", "office", "submitted", "confirmed", "reported", "closed"]
      .filter((state) => seesNumber(who, value("west", state)))
      .join(" ");
  const rows: readonly [string, Actor, string][] = [
    ["the own office", actor("clerk"), "office submitted confirmed reported closed"],
    ["its author", actor("clerk", { name: "王示例" }), "draft office submitted confirmed reported closed"],
    ["the other side", actor("clerk", { office: office({ side: "east" }) }), "submitted confirmed reported closed"],
    [
      "the working group of the other side",
      actor("posted_cadre", { office: office({ side: "east", kind: "working_group" }) }),
      "submitted confirmed reported closed",
    ],
    ["the city above", actor("consolidator", { office: office({ kind: "city" }) }), "reported closed"],
    ["an inspector", actor("inspector", { office: office({ kind: "inspection", side: null }) }), "reported closed"],
    [
      "who keeps the installation",
      { account_id: "x", name: "管理员", role: "administrator", scopes: "all" },
      "draft office submitted confirmed reported closed",
    ],
  ];
  for (const [who, acting, states] of rows)
    test(`a western number is seen by ${who} when it is ${states}`, () => {
      assert.equal(seen(acting), states);
    });

  test("the read path takes the same limit, and no other record has one", () => {
    const clerk = actor("clerk");
    assert.deepEqual(rowLimit(clerk, record("indicator_value")), visibleNumbers(clerk));
    assert.equal(rowLimit(clerk, record("project")), null);
  });

  test("a township sees the rows that name it; a list without townships is its whole county's", () => {
    const town = actor("clerk", { office: office({ kind: "township", place: "平坝镇" }) });
    const fits = (township: string) => fitsLimit(rowLimit(town, record("labour_record", ["township"])), { township });
    assert.deepEqual([fits("平坝镇"), fits("福泉镇")], [true, false]);
    assert.equal(rowLimit(town, record("pairing", ["name"])), null);
  });

  test("accounts, offices and posts are opened by the administrators' rights alone", () => {
    const doors = (role: Role) =>
      ["holder", "office", "membership"].map((name) =>
        mayWriteIn(actor(role), record(name, [], "reference"), NIL_SCOPE),
      );
    assert.deepEqual(doors("system_admin"), [true, true, false]);
    assert.deepEqual(doors("security_admin"), [false, false, true]);
    for (const role of ["clerk", "reviewer", "audit_admin"] as const)
      assert.deepEqual(doors(role), [false, false, false], role);
    assert.equal(mayReadRecord(actor("clerk"), record("membership", [], "reference")), false);
    assert.equal(mayReadRecord(actor("audit_admin"), record("membership", [], "reference")), true);
  });

  test("an owner sees his projects, what hangs on them and nothing else", () => {
    const owner = actor("project_owner", { projects: ["p1"] });
    const fits = (name: string, keys: readonly string[], values: object) =>
      fitsLimit(rowLimit(owner, record(name, keys)), { ...values });
    assert.equal(fits("project", ["name"], { id: "p1" }), true);
    assert.equal(fits("project", ["name"], { id: "p2" }), false);
    assert.equal(fits("project_progress", ["project"], { id: "x", project: "p1" }), true);
    assert.equal(fits("project_progress", ["project"], { id: "x", project: "p2" }), false);
    assert.equal(fits("labour_record", ["person_name"], { id: "p1" }), false);
    assert.equal(rowLimit(owner, record("organisation", [], "reference")), null);
  });
});

describe("numbers of people are masked for who does not need them", () => {
  const cases: readonly [string, string][] = [
    ["980101199001020020", "980101**********20"],
    ["98010119850315004X", "980101**********4X"],
    ["13800001111", "138******11"],
    ["0000-0000000", "000*******00"],
    ["六组", "六组"],
    ["12栋305", "12栋305"],
  ];
  for (const [plain, masked] of cases)
    test(`${plain} → ${masked}`, () => {
      assert.equal(maskNumber(plain), masked);
    });

  test("for a leader and an inspector, not for the clerk who keeps the list; names stay", () => {
    const list = record("labour_record", ["person_name", "id_number", "village"]);
    const personal = { ...list, fields: list.fields.map((field) => ({ ...field, personal: field.key !== "village" })) };
    const values = { person_name: "韦示例", id_number: "980101199001020020", village: "红星村" };
    assert.deepEqual(maskedFor(actor("clerk"), personal)(values), values);
    for (const role of ["leader", "inspector"] as const)
      assert.deepEqual(maskedFor(actor(role), personal)(values), { ...values, id_number: "980101**********20" });
  });
});
