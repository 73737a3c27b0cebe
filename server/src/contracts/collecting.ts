import type { CollectionLine, CollectionView, KnownUnit, ReturnedFile, UnitRows } from "@shanhai/ledger";
import { Type } from "typebox";

/** 收表: what the API takes and gives. */
const Uuid = Type.String({ format: "uuid" });
const Status = Type.Union(["waiting", "returned", "accepted", "sent_back"].map((code) => Type.Literal(code)));
const OrNull = <T extends ReturnType<typeof Type.String>>(type: T) => Type.Union([type, Type.Null()]);

const line = {
  scope_id: Uuid,
  id: Uuid,
  title: Type.String(),
  year: Type.Integer(),
  month: Type.Integer(),
  due: OrNull(Type.String()),
  status: Type.String(),
  units: Type.Integer({ description: "填报单位数 · units asked" }),
  accepted: Type.Integer(),
  sent_back: Type.Integer(),
};

const Document = Type.Union([Uuid, Type.Null()], {
  description: "收回的台账行，到导入预演查看 · rows that came back, to be imported through their preview",
});
const Faults = Type.Array(Type.Object({ cell: Type.String(), zh: Type.String(), en: Type.String() }));

const Field = Type.String({ pattern: "^[a-z_0-9]{1,40}$" });

export const NewCollectionRequest = Type.Object({
  scope: Uuid,
  title: Type.String({ minLength: 1, maxLength: 100 }),
  year: Type.Integer({ minimum: 2015, maximum: 2100 }),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  due: Type.String({ format: "date" }),
  units: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1, maxLength: 100 }),
      indicators: Type.Array(Type.String({ maxLength: 10 }), { maxItems: 100 }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
  ledger: Type.Optional(
    Type.Object(
      {
        record: Field,
        field: Type.String({ ...Field, description: "按哪一列分给单位 · the column that names a row's unit" }),
        open: Type.Array(Field, { minItems: 1, maxItems: 100, description: "请单位填的列 · columns to be filled in" }),
      },
      { description: "收集台账 · a ledger is collected, not indicators" },
    ),
  ),
  command_id: Uuid,
});

export const UnitsQuery = Type.Object({ scope: Uuid, record: Field, field: Field });
export const UnitList = Type.Unsafe<readonly UnitRows[]>(
  Type.Array(Type.Object({ unit: Type.String(), rows: Type.Integer() })),
);
export const KnownUnitsQuery = Type.Object({ scope: Uuid });
export const KnownUnitList = Type.Unsafe<readonly KnownUnit[]>(
  Type.Array(
    Type.Object({
      unit: Type.String(),
      from: Type.Union(
        ["office", "organisation", "region"].map((code) => Type.Literal(code)),
        {
          description: "从哪里认得：单位账户、单位名录、行政区划 · where it is known from",
        },
      ),
    }),
  ),
);
export const CollectionPath = Type.Object({ scope: Uuid, id: Uuid });
export const CollectedPath = Type.Object({ scope: Uuid, sheet: Uuid });
export const CollectionId = Type.Object({ scope_id: Uuid, id: Uuid });
export const CollectionList = Type.Unsafe<readonly CollectionLine[]>(Type.Array(Type.Object(line)));

export const CollectionBody = Type.Unsafe<CollectionView>(
  Type.Object({
    ...line,
    whose: Type.String(),
    ledger: Type.Union([Type.Object({ record: Type.String(), zh: Type.String(), en: Type.String() }), Type.Null()]),
    sheets: Type.Array(
      Type.Object({
        id: Uuid,
        unit: Type.String(),
        status: Status,
        indicators: Type.Array(Type.String()),
        returned_on: OrNull(Type.String()),
        file_name: OrNull(Type.String()),
        faults: Faults,
        document_id: Document,
      }),
    ),
    reminder: OrNull(Type.String({ description: "催报文字 · the words to send" })),
  }),
);

export const ReturnedBody = Type.Unsafe<ReturnedFile>(
  Type.Object({
    file: Type.String(),
    scope_id: Uuid,
    collection: Uuid,
    sheet: Uuid,
    unit: Type.String(),
    status: Status,
    faults: Faults,
    document_id: Document,
    remade: Type.Boolean({
      description: "原表是 .xls/.et，退回的是另做的 .xlsx · it is no .xlsx; what goes back is made anew",
    }),
    repeated: Type.Boolean({ description: "同一份文件已收过 · this very file was taken before" }),
  }),
);
