import type { FollowupBoard, FollowupCounts, OpenStatement, ReturnVisit, Unanswered } from "@shanhai/ledger";
import { type TSchema, Type } from "typebox";
import { ReceiptView } from "../contract.js";

/** 督办: what these routes take and give. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);
const id = (description: string) => Type.String({ format: "uuid", description });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const side = Type.Union([Type.Literal("east"), Type.Literal("west")], {
  description: "我方（未设单位时填写） · whose view, for who has no office",
});
const scope = Type.Optional(id("结对或单位 · a pair or a party"));
const day = Type.Optional(
  Type.String({ format: "date", description: "判断逾期的日期，默认今天 · judged on this day" }),
);
const dueDay = Type.String({ pattern: "^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$", description: "时限 · time limit" });
const words = Type.String({ minLength: 1, maxLength: 4000 });
const name = Type.String({ minLength: 1, maxLength: 200 });

export const FollowupQueryShape = Type.Object({
  side: Type.Optional(side),
  scope,
  whose: Type.Optional(Type.Union([Type.Literal("own"), Type.Literal("other")])),
  lights: Type.Optional(
    Type.String({
      pattern: "^(?:late|soon|on_track|moving|done|dropped)(?:,(?:late|soon|on_track|moving|done|dropped))*$",
      description: "逾期 late、临期 soon、正常 on_track、推进中 moving、办结 done、终止 dropped",
    }),
  ),
  unit: Type.Optional(Type.String({ maxLength: 200, description: "责任单位 · a unit" })),
  origin: Type.Optional(
    Type.Union([
      Type.Literal("minutes"),
      Type.Literal("agreement"),
      Type.Literal("instruction"),
      Type.Literal("manual"),
    ]),
  ),
  coordination: Type.Optional(Type.Boolean({ description: "只看需领导协调的 · only what needs a leader" })),
  day,
  after: Type.Optional(Type.String({ maxLength: 2000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});
export const FollowupView = Type.Object({ side: Type.Optional(side), scope, day });
export const OpenQuery = Type.Object({
  scope,
  grade: Type.Optional(Type.Union([Type.Literal("agreed"), Type.Literal("statement"), Type.Literal("discussed")])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
});
export const OwnQuery = Type.Object({ side: Type.Optional(side), scope });
export const ScopeQuery = Type.Object({ scope });

export const FollowupBoardView = owned<FollowupBoard>(
  Type.Object(
    {
      side: nullable(Type.String()),
      day: Type.String(),
      rows: Type.Array(
        Type.Object(
          {
            scope_id: id("范围"),
            id: id("事项"),
            title: Type.String(),
            light: Type.String({ description: "对方事项只有推进中与办结 · of the other side only moving or done" }),
          },
          { additionalProperties: true },
        ),
      ),
      next: nullable(Type.String()),
    },
    { $id: "FollowupBoard" },
  ),
);
export const FollowupCountsView = owned<FollowupCounts>(
  Type.Object(
    { side: nullable(Type.String()), day: Type.String() },
    { $id: "FollowupCounts", additionalProperties: true },
  ),
);
export const OpenStatements = owned<readonly OpenStatement[]>(
  Type.Array(Type.Object({ id: id("表态或议定事项"), text: Type.String() }, { additionalProperties: true })),
);
export const UnansweredList = owned<readonly Unanswered[]>(
  Type.Array(Type.Object({ id: id("需求"), text: Type.String() }, { additionalProperties: true })),
);
export const ReturnVisitList = owned<readonly ReturnVisit[]>(
  Type.Array(Type.Object({ id: id("表态"), text: Type.String() }, { additionalProperties: true })),
);

const TaskInput = Type.Object({
  title: words,
  side,
  owner_name: nullable(name),
  owners: Type.Array(name, { maxItems: 50 }),
  due: nullable(dueDay),
  quantity: Type.Optional(nullable(Type.String({ pattern: "^-?[0-9]{1,30}(?:\\.[0-9]{1,20})?$" }))),
  unit: Type.Optional(nullable(Type.String({ maxLength: 50 }))),
  project: Type.Optional(id("项目")),
  plan: Type.Optional(id("规划计划")),
});
export const BreakDownRequest = Type.Object({
  scope_id: id("范围"),
  statements: Type.Array(
    Type.Object({
      id: id("议定事项"),
      version: Type.String({ pattern: "^[1-9][0-9]{0,18}$" }),
      tasks: Type.Array(TaskInput, { minItems: 1, maxItems: 50 }),
    }),
    { minItems: 1, maxItems: 100 },
  ),
  command_id: id("同一次提交重发时不变 · the same for every retry"),
  reason: Type.String({ maxLength: 2000 }),
});
export const InstructRequest = Type.Object({
  scope_id: id("范围"),
  text: words,
  leader_name: name,
  on: Type.Optional(Type.String({ format: "date" })),
  document: Type.Optional(Type.String({ maxLength: 500 })),
  side,
  tasks: Type.Array(Type.Object({ title: words, owner_name: name, due: dueDay }), { minItems: 1, maxItems: 20 }),
  command_id: id("同上"),
});
export const InstructView = Type.Object({ receipt: ReceiptView, instruction: id("批示") });
