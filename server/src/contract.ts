import { encodings } from "@shanhai/engine/light";
import type {
  Condition,
  DocumentLine,
  DocumentSource,
  HistoryEntry,
  Page,
  Receipt,
  ReferringRows,
  Reread,
  Row,
  Submission,
  Summary,
} from "@shanhai/ledger";
import type { Decision, DocumentView, FieldValue, RecordDefinition, WritePlan } from "@shanhai/model";
import { type Static, type TSchema, Type } from "typebox";

/**
 * What the API takes and gives. One JSON Schema source: requests are checked by it, OpenAPI 3.1 is printed from it,
 * and the pages take their types from it. Shapes that the rooms below own are named here and typed by them.
 */

/** A shape whose TypeScript type belongs to a room below; the schema says what an outside caller must know. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);

const id = (description: string) => Type.String({ format: "uuid", description });
const texts = Type.Object({ zh: Type.String(), en: Type.String() });
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 }));
const after = Type.Optional(
  Type.String({ maxLength: 2000, description: "上一页最后一行的位置 · the place of the last row seen" }),
);

/** RFC 9457 problem details, with the text in both languages. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String({ description: "出了什么事 · what happened, in Chinese" }),
    detail: Type.String({ description: "怎么办 · where, and what to do, in Chinese" }),
    en: Type.String({ description: "the same in English" }),
    code: Type.String(),
    status: Type.Integer(),
  },
  { $id: "Problem" },
);
export type Problem = Static<typeof Problem>;

export const SignIn = Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) });
export const PasswordSignIn = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  password: Type.String({ minLength: 1, maxLength: 1000 }),
});

export const SummaryView = owned<Summary>(
  Type.Object(
    {
      documents: Type.Integer(),
      repairs: Type.Record(Type.String(), Type.Integer()),
      facts: Type.Record(Type.String(), Type.Integer()),
      records: Type.Record(Type.String(), Type.Integer()),
      waiting: Type.Integer({ description: "待核对的要素 · facts that wait to be checked" }),
      statements_agreed: Type.Integer({
        description: "其中的议定事项 · those of them that were agreed, not only said",
      }),
      statements_open: Type.Integer({ description: "待分解的表态 · statements not yet broken down into tasks" }),
    },
    { $id: "Summary" },
  ),
);

export const SubmissionView = owned<Submission>(
  Type.Object(
    {
      document_id: id("材料"),
      created: Type.Boolean({ description: "false: these bytes were here already; nothing was changed" }),
      workbook: Type.Optional(Type.Boolean({ description: "表格：到导入预演 · a workbook: see its import plan" })),
      same_name: Type.Array(Type.Object({ document_id: id("材料"), submitted_at: Type.String() })),
      warnings: Type.Array(texts),
    },
    { $id: "Submission" },
  ),
);

const DocumentState = Type.String({ enum: ["waiting", "checking", "checked", "withdrawn", "erased"] });

export const DocumentPage = owned<Page<DocumentLine>>(
  Type.Object(
    {
      rows: Type.Array(
        Type.Object({
          id: id("材料"),
          name: Type.String(),
          title: Type.Union([Type.String(), Type.Null()]),
          source: Type.Union([Type.String(), Type.Null()]),
          published: Type.Union([Type.String(), Type.Null()]),
          state: DocumentState,
          mark: Type.Union([Type.String(), Type.Null()]),
          repairs: Type.Integer(),
          facts: Type.Integer(),
          open: Type.Integer(),
          workbook: Type.Boolean({ description: "表格 · a workbook, without facts" }),
          imported: Type.Boolean({ description: "表格已写入台账 · the rows of the workbook were written" }),
          submitted_at: Type.String(),
          submitted_by: Type.String(),
        }),
      ),
      next: Type.Union([Type.String(), Type.Null()]),
    },
    { $id: "DocumentPage" },
  ),
);

export const DocumentBody = owned<DocumentView>(
  Type.Object(
    {
      id: id("材料"),
      name: Type.String(),
      state: DocumentState,
      raw: Type.String({ description: "原文 · the text that every place (start, end) points into" }),
      repaired: Type.String({ description: "修复后的文字 · the repaired text" }),
    },
    {
      $id: "Document",
      additionalProperties: true,
      description:
        "With extraction head, edits, furniture and items; each item's fact is in the shape of `shanhai extract --json`.",
    },
  ),
);

export const DecisionInput = owned<Decision>(
  Type.Object(
    {
      fact: Type.String({ pattern: "^[0-9a-f]{64}$" }),
      verdict: Type.String({ enum: ["adopt", "correct", "decline", "merge"] }),
      values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      into: Type.Optional(Type.Record(Type.String(), Type.Object({ scope_id: id("范围"), id: id("台账行") }))),
      reason: Type.Optional(Type.String({ maxLength: 2000 })),
    },
    { additionalProperties: false },
  ),
);

const decisions = Type.Array(DecisionInput, { minItems: 1, maxItems: 2000 });
export const PlanRequest = Type.Object({ decisions });
export const DecideRequest = Type.Object({
  decisions,
  plan_hash: Type.String({ pattern: "^[0-9a-f]{64}$", description: "the plan that was shown" }),
  command_id: id("同一次提交重发时不变 · the same for every retry of one submission"),
});
export const UndoRequest = Type.Object({ fact: Type.String({ pattern: "^[0-9a-f]{64}$" }), command_id: id("同上") });
export const RereadRequest = Type.Object({
  encoding: Type.String({
    enum: [...encodings, "auto"],
    description: "文字编码；auto 为自动识别 · the encoding to read with, or find it out",
  }),
});
export const RereadView = owned<Reread>(
  Type.Object(
    { engine: Type.String(), added: Type.Integer(), set_aside: Type.Integer() },
    { $id: "Reread", description: "新增与不再提取的要素数 · facts that are new, and open ones set aside" },
  ),
);
export const WithdrawRequest = Type.Object({
  reason: Type.String({ minLength: 1, maxLength: 2000 }),
  command_id: id("同上"),
});

export const PlanView = owned<WritePlan>(
  Type.Object(
    { document: id("材料"), hash: Type.String(), warnings: Type.Array(texts) },
    {
      $id: "WritePlan",
      additionalProperties: true,
      description: "将写入的内容 · every row and value that will be written",
    },
  ),
);

export const ReceiptView = owned<Receipt>(
  Type.Object(
    {
      command_id: id("提交"),
      at: Type.String(),
      repeated: Type.Boolean(),
      links: Type.Array(Type.Object({ scope_id: id("范围"), seq: Type.String(), hash: Type.String() })),
    },
    { $id: "Receipt" },
  ),
);

export const DefinitionList = owned<readonly RecordDefinition[]>(
  Type.Array(
    Type.Object({ name: Type.String(), zh: Type.String(), en: Type.String() }, { additionalProperties: true }),
  ),
);

const RowShape = Type.Object(
  {
    record: Type.String(),
    scope_id: id("范围"),
    id: id("台账行"),
    version: Type.String({ description: "the version to name in a change" }),
    title: Type.String(),
    values: Type.Record(Type.String(), Type.Unknown()),
  },
  { $id: "Row" },
);
export const RowView = owned<Row>(RowShape);
export const RowPage = owned<Page<Row>>(
  Type.Object({
    rows: Type.Array(RowShape),
    next: Type.Union([Type.String(), Type.Null()]),
    titles: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: "所引用内容的名称，titles=true 时给出 · titles of what the rows point to, where asked for",
      }),
    ),
  }),
);

export const HistoryView = owned<readonly HistoryEntry[]>(
  Type.Array(
    Type.Object({
      row: Type.Union([RowShape, Type.Null()]),
      at: Type.String(),
      who: Type.String({
        description: "写入人；有经办人时为审核人 · who wrote it; the checker where there is a maker",
      }),
      reason: Type.String(),
      maker: Type.Union([Type.String(), Type.Null()], { description: "经办人 · who made what `who` accepted" }),
      self_checked: Type.Boolean({ description: "经办审核同一人 · made and checked by one person" }),
    }),
  ),
);

const ReferringShape = Type.Object(
  {
    record: Type.String({ description: "引用方的台账 · the record that points to this row" }),
    field: Type.String({ description: "引用字段 · by which field" }),
    rows: Type.Array(RowShape),
    next: Type.Union([Type.String(), Type.Null()], {
      description: "接着取：…/referring/{record}/{field}?after= · where it goes on",
    }),
  },
  { $id: "Referring" },
);
export const ReferringList = owned<readonly ReferringRows[]>(Type.Array(ReferringShape));

export const SourceList = owned<readonly DocumentSource[]>(
  Type.Array(
    Type.Object(
      { id: id("出处"), field: Type.String(), chosen: Type.Boolean(), quote: Type.Union([Type.String(), Type.Null()]) },
      { additionalProperties: true, description: "出处 · which source states which value of which field" },
    ),
  ),
);

export const PageQuery = Type.Object({ after, limit, text: Type.Optional(Type.String({ maxLength: 200 })) });
export const RowQuery = Type.Object({
  scope: Type.Optional(id("结对或单位 · a pair or a party")),
  scopes: Type.Optional(
    Type.String({
      pattern: "^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$",
      description: "多个结对或单位，用逗号分开 · several of them",
    }),
  ),
  text: Type.Optional(Type.String({ maxLength: 200 })),
  parent: Type.Optional(id("所属行 · rows that are part of this one")),
  where: Type.Optional(
    Type.String({
      pattern: "^[a-z_]{1,40}:[a-z_0-9]{1,40}(,[a-z_]{1,40}:[a-z_0-9]{1,40}){0,7}$",
      description: "按代码字段筛选，如 state:open,grade:agreed · narrowed by fields with closed lists of values",
    }),
  ),
  conditions: Type.Optional(
    Type.String({
      maxLength: 10_000,
      description:
        '筛选条件，JSON：[["due","from","2023-11-01"],["state","one_of","open"]]，另有 contains、to、empty、filled · what rows must fulfil',
    }),
  ),
  sort: Type.Optional(
    Type.String({ pattern: "^-?[a-z_0-9]{1,40}$", description: "排序字段，-due 为降序 · order by, - for descending" }),
  ),
  titles: Type.Optional(
    Type.Boolean({ description: "一并给出所引用内容的名称 · with the titles of what the rows point to" }),
  ),
  after,
  until: Type.Optional(Type.String({ maxLength: 2000, description: "读到这一行为止 · up to and including this row" })),
  limit,
  as_of: Type.Optional(
    Type.String({ format: "date", description: "截至该日（北京时间） · as recorded at the end of this day" }),
  ),
});
export const NameQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 300, description: "文件名 · file name" }),
});
export const IdPath = Type.Object({ id: id("材料") });
export const RecordPath = Type.Object({ record: Type.String({ pattern: "^[a-z_]{1,40}$" }) });
export const RowPath = Type.Object({
  record: Type.String({ pattern: "^[a-z_]{1,40}$" }),
  scope: id("范围"),
  id: id("台账行"),
});
export const ReferringPath = Type.Object({
  ...RowPath.properties,
  from: Type.String({ pattern: "^[a-z_]{1,40}$" }),
  field: Type.String({ pattern: "^[a-z_]{1,40}$" }),
});
const asOf = RowQuery.properties.as_of;
export const ReferringStart = Type.Object({ limit, as_of: asOf });
export const ReferringNext = Type.Object({ after, limit, as_of: asOf });
export const RowAsOf = Type.Object({ as_of: Type.Optional(Type.String({ format: "date" })) });

export type {
  BoundMeasure,
  BoundPeriod,
  CellBinding,
  CollectedUnit,
  CollectionLine,
  CollectionView,
  FigureOf,
  FilledTemplate,
  ImportChoices,
  ImportOptions,
  ImportPlan,
  ImportProgress,
  IndicatorBinding,
  JobsMonth,
  KnownUnit,
  LedgerBinding,
  MissingChoice,
  MoneyFlow,
  MoneyKind,
  MonthOfBoard,
  NetworkCounts,
  NetworkNode,
  NewCollection,
  OnePage,
  OnePagePiece,
  OnePageSection,
  OnePageText,
  OpenedTemplate,
  Overview,
  PairingKind,
  PairingNetwork,
  PairLine,
  PlannedSheetRow,
  ReportAnswers,
  ReportName,
  ReportQuery,
  ReturnedFile,
  RosterPart,
  RosterTold,
  RowsOf,
  SalesMonth,
  SearchAnswer,
  SearchGroup,
  SearchHit,
  SearchSentence,
  SheetWindow,
  TalentLine,
  TemplateCell,
  TemplateSheet,
  TypeCount,
  UnitRows,
  Waiting,
} from "@shanhai/ledger";
export type {
  Condition,
  DocumentLine,
  DocumentSource,
  DocumentView,
  FieldValue,
  Page,
  Receipt,
  ReferringRows,
  Reread,
  Row,
  Submission,
  Summary,
  WritePlan,
};
