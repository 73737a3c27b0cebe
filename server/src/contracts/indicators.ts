import type {
  AttachedProof,
  Board,
  BoardRows,
  ClosedMonth,
  Comparison,
  Filled,
  FrameChoice,
  HandedOn,
  IndicatorSet,
  Receipt,
  ReturnedSheet,
} from "@shanhai/ledger";
import type { CountMeasure, IndicatorUnit, YearPoint } from "@shanhai/model";
import { Type } from "typebox";

/** 指标、数据核对、封账: what the API takes and gives. Numbers are decimal text; what was not filled in is null, never 0. */
const open = <T>(description: string) => Type.Unsafe<T>({ type: "object", additionalProperties: true, description });
const openList = <T>(description: string) =>
  Type.Unsafe<readonly T[]>({ type: "array", items: { type: "object", additionalProperties: true }, description });

const year = Type.Integer({ minimum: 2016, maximum: 2100, description: "年度" });
const month = Type.Integer({ minimum: 1, maximum: 12, description: "月份" });
const line = Type.Unsafe<"west" | "east">(
  Type.String({ enum: ["west", "east"], description: "受援线或帮扶线 · the receiving or the giving line" }),
);
const scope = Type.String({ format: "uuid", description: "协作双方 · the pair" });
const commandId = Type.String({ format: "uuid", description: "同一次提交重发时不变 · the same for every retry" });
const indicator = Type.String({ pattern: "^[A-I][0-9][a-z]?$", description: "指标代码" });
const decimal = Type.String({ pattern: "^-?[0-9]{1,20}(\\.[0-9]{1,6})?$" });
const orNull = Type.Union([decimal, Type.Null()]);
const note = Type.Optional(Type.String({ maxLength: 2000 }));

export const BoardRequest = Type.Object({
  scope: Type.Optional(scope),
  party: Type.Optional(Type.String({ format: "uuid", description: "协作主体 · a party with all its pairs" })),
  region: Type.Optional(
    Type.String({ pattern: "^[0-9]{6}$", description: "市（州）、省的区划代码 · a city or province" }),
  ),
  year,
  month,
  line,
  as_of: Type.Optional(Type.String({ format: "date", description: "历史时点 · as recorded at the end of this day" })),
  until: Type.Optional(Type.String({ format: "date", description: "截至日 · what had happened by this day" })),
  exact: Type.Optional(Type.Boolean({ description: "跨县去重 · persons of several pairs once" })),
});
export const BoardProgressView = Type.Object(
  {
    done: Type.Integer({ description: "已数完的步数" }),
    of: Type.Integer({ description: "共几步；0：没有在数 · 0: nothing is being counted" }),
  },
  { $id: "BoardProgress" },
);
export const BoardRowsRequest = Type.Object({
  ...BoardRequest.properties,
  code: indicator,
  only: Type.Optional(Type.Unsafe<"month">(Type.String({ enum: ["month"], description: "只看本月" }))),
  after: Type.Optional(Type.String({ pattern: "^[0-9]{1,9}$" })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export const YearsRequest = Type.Object({
  scope: BoardRequest.properties.scope,
  party: BoardRequest.properties.party,
  region: BoardRequest.properties.region,
  code: indicator,
  year,
  month,
  line,
});
export const BoardChoices = openList<FrameChoice>("可打开的指标表 · boards that may be opened");
export const BoardView = open<Board>("指标表：目标、本月、累计、完成率、序时、上年同期、四类数据 · the year's board");
export const BoardRowsView = open<BoardRows>("数字背后的台账行 · the rows behind a number");
export const YearsView = openList<YearPoint>("历年数据，口径变更处断开 · the years, with breaks");

const of = { scope, year, month, line };
export const MonthRequest = Type.Object(of);
export const NumbersRequest = Type.Object({
  ...of,
  kind: Type.Unsafe<"reported" | "other_side">(Type.String({ enum: ["reported", "other_side"] })),
  numbers: Type.Array(Type.Object({ indicator, this_month: orNull, to_date: orNull, note }), {
    minItems: 1,
    maxItems: 200,
  }),
  reporter_unit: Type.Optional(Type.String({ maxLength: 200 })),
  draft: Type.Optional(Type.Boolean()),
  command_id: commandId,
});
export const FilledView = open<Filled>("保存结果与提示 · what was saved, and warnings");
export const HandOnRequest = Type.Object({
  ...of,
  to: Type.Unsafe<HandedOn>(
    Type.String({ enum: ["office", "submitted", "reported"], description: "提交本单位、提交核对、上报" }),
  ),
  command_id: commandId,
});
export const ComparisonView = open<Comparison>("数据核对 · both sides line by line, with proposed causes");
export const SettleRequest = Type.Object({
  ...of,
  lines: Type.Array(
    Type.Object({
      indicator,
      how: Type.Unsafe<"equal" | "agreed" | "kept" | "noted">(
        Type.String({ enum: ["equal", "agreed", "kept", "noted"] }),
      ),
      note,
    }),
    { minItems: 1, maxItems: 200 },
  ),
  command_id: commandId,
});
export const ReturnedQuery = Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }) });
export const ReturnedView = open<ReturnedSheet>(
  "回传核对单的内容，尚未写入 · what a returned sheet says; not written yet",
);
export const ClosingsRequest = Type.Object({ scope, year });
export const ClosingsView = openList<ClosedMonth>(
  "封账版本 · closed versions, each figure beside what its source says now",
);
export const CloseRequest = Type.Object({
  ...of,
  choices: Type.Optional(
    Type.Array(
      Type.Object({
        indicator,
        source: Type.Unsafe<"ledger" | "reported" | "other_side">(
          Type.String({ enum: ["ledger", "reported", "other_side"] }),
        ),
        to_date: Type.Optional(decimal),
        this_month: Type.Optional(decimal),
        note,
      }),
      { maxItems: 200 },
    ),
  ),
  submitted_to: Type.Optional(Type.String({ maxLength: 200 })),
  note,
  command_id: commandId,
});
export const StampPath = Type.Object({ scope, id: Type.String({ format: "uuid", description: "封账版本" }) });
export const StampQuery = Type.Object({ name: ReturnedQuery.properties.name, command_id: commandId });
export const StampedView = open<AttachedProof>("盖章扫描件 · the stamped scan");

const year40 = Type.Integer({ minimum: 2021, maximum: 2060, description: "年度" });
const words = Type.Object({
  zh: Type.String({ minLength: 1, maxLength: 1000 }),
  en: Type.String({ minLength: 1, maxLength: 1000 }),
});
const monthDay = Type.String({ pattern: "^[01][0-9]-[0-3][0-9]$", description: "月-日 · MM-DD" });
const setBy = {
  version: Type.Union([Type.String({ pattern: "^[0-9]{1,19}$" }), Type.Null()], {
    description: "本年度起设置的版本，首次为空 · the version of what was set from this year",
  }),
  reason: Type.String({ minLength: 1, maxLength: 500, description: "依据、事由" }),
  command_id: commandId,
};
export const IndicatorSetQuery = Type.Object({ year: year40 });
export const IndicatorSetPath = Type.Object({ year: year40 });
export const IndicatorRulePath = Type.Object({ year: year40, code: indicator });
export const IndicatorRuleRequest = Type.Object({
  window: Type.Object({
    start: Type.Object({ years: Type.Unsafe<-1 | 0>(Type.Integer({ minimum: -1, maximum: 0 })), day: monthDay }),
    end: Type.Object({ years: Type.Unsafe<0 | 1>(Type.Integer({ minimum: 0, maximum: 1 })), day: monthDay }),
  }),
  cut_off: Type.Union([monthDay, Type.Null()]),
  unit: Type.Unsafe<IndicatorUnit>(Type.String({ minLength: 1, maxLength: 4 })),
  measure: Type.Unsafe<CountMeasure | null>({ enum: ["persons", "jobs", null], description: "按人、按人次计" }),
  rule: words,
  evidence: words,
  ...setBy,
});
export const IndicatorResetRequest = Type.Object({
  ...setBy,
  version: Type.String({ pattern: "^[0-9]{1,19}$" }),
});
export const PaceRequest = Type.Object({
  yellow_points: Type.String({ pattern: "^[0-9]{1,3}(\\.[0-9]{1,2})?$", description: "百分点 · points" }),
  soon_months: Type.Integer({ minimum: 0, maximum: 12 }),
  ...setBy,
});
export const IndicatorSetView = open<IndicatorSet>("一个年度的指标口径与序时参数 · what the indicators mean in a year");

export type {
  Board,
  BoardLine,
  BoardRows,
  ClosedMonth,
  ComparedLine,
  Comparison,
  Filled,
  FrameChoice,
  HandedOn,
  IndicatorSet,
  LedgerFigure,
  ReportedFigure,
  ReturnedSheet,
  SetIndicator,
} from "@shanhai/ledger";
export type { Receipt };
