import type { ImportChoices, ImportOptions, ImportPlan, ImportProgress, SheetWindow } from "@shanhai/ledger";
import { type TSchema, Type } from "typebox";

/** 表格导入: what these routes take and give. */
const owned = <T>(schema: TSchema) => Type.Unsafe<T>(schema);

const id = (description: string) => Type.String({ format: "uuid", description });
const short = Type.String({ maxLength: 200 });

const Options = owned<ImportOptions>(
  Type.Object(
    {
      scope: Type.Optional(id("协作双方 · the pair")),
      year: Type.Optional(Type.Integer({ minimum: 1996, maximum: 2100 })),
      sheets: Type.Optional(Type.Record(short, Type.String({ enum: ["read", "skip"] }))),
      columns: Type.Optional(
        Type.Record(
          short,
          Type.Object(
            { form: short, columns: Type.Record(short, Type.Union([short, Type.Null()])) },
            { additionalProperties: false },
          ),
        ),
      ),
      answers: Type.Optional(Type.Record(short, Type.String({ maxLength: 500 }))),
    },
    { additionalProperties: false, description: "选择：协作双方、年度、工作表、各列、说明 · what a person settles" },
  ),
);

const Choices = owned<ImportChoices>(
  Type.Object(
    {
      missing: Type.Optional(Type.Record(short, Type.String({ enum: ["end", "remove", "omitted", "ignore"] }))),
      skip: Type.Optional(Type.Array(short, { maxItems: 50_000 })),
    },
    { additionalProperties: false },
  ),
);

export const PlanRequest = Type.Object({ options: Options }, { additionalProperties: false });
export const ImportRequest = Type.Object(
  {
    options: Options,
    choices: Choices,
    hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    import_id: id("同一次导入重发时不变 · the same for every retry"),
  },
  { additionalProperties: false },
);
export const PairRequest = Type.Object(
  {
    east: Type.Object(
      { path: short, adcode: Type.Optional(Type.Union([short, Type.Null()])) },
      { additionalProperties: false },
    ),
    west: Type.Object(
      { path: short, adcode: Type.Optional(Type.Union([short, Type.Null()])) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export const PairView = Type.Object({ id: id("协作双方 · the pair"), label: Type.String() }, { $id: "OpenedPair" });

export const ImportPlanView = owned<ImportPlan>(
  Type.Object(
    {
      hash: Type.String({ description: "写入时带上，之后有变化则不写 · to be sent with the import" }),
      year: Type.Union([Type.Integer(), Type.Null()]),
    },
    {
      $id: "ImportPlan",
      additionalProperties: true,
      description:
        "导入预演：工作表、各列、逐行的新增变更跳过、本次缺失、合计核对、提示 · what an import would write, row by row",
    },
  ),
);

export const ImportProgressView = owned<ImportProgress>(
  Type.Object(
    {
      id: id("导入 · the import"),
      document_id: id("材料 · the workbook"),
      scope_id: id("协作双方 · the pair"),
      state: Type.String({ enum: ["running", "interrupted", "done", "cancelled", "undone"] }),
      position: Type.Integer(),
      total: Type.Integer(),
      who: Type.String(),
      at: Type.String(),
    },
    { $id: "ImportProgress" },
  ),
);
export const SheetQuery = Type.Object({
  sheet: Type.Optional(short),
  cell: Type.Optional(Type.String({ pattern: "^[A-Z]{1,3}[1-9][0-9]{0,6}$" })),
});
export const SheetWindowView = owned<SheetWindow>(
  Type.Object(
    { name: Type.String(), sheet: Type.String() },
    {
      $id: "SheetWindow",
      additionalProperties: true,
      description: "原表中一格及其前后 · the sheet around a cell, as printed",
    },
  ),
);
export const ImportList = Type.Array(ImportProgressView);
