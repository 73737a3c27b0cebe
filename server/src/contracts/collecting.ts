import type { CollectionLine, CollectionView, ReturnedFile } from "@shanhai/ledger";
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

const Faults = Type.Array(Type.Object({ cell: Type.String(), zh: Type.String(), en: Type.String() }));

export const NewCollectionRequest = Type.Object({
  scope: Uuid,
  title: Type.String({ minLength: 1, maxLength: 100 }),
  year: Type.Integer({ minimum: 2015, maximum: 2100 }),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  due: Type.String({ format: "date" }),
  units: Type.Array(
    Type.Object({
      name: Type.String({ minLength: 1, maxLength: 100 }),
      indicators: Type.Array(Type.String({ maxLength: 10 }), { minItems: 1, maxItems: 100 }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
  command_id: Uuid,
});

export const CollectionPath = Type.Object({ scope: Uuid, id: Uuid });
export const CollectedPath = Type.Object({ scope: Uuid, sheet: Uuid });
export const CollectionId = Type.Object({ scope_id: Uuid, id: Uuid });
export const CollectionList = Type.Unsafe<readonly CollectionLine[]>(Type.Array(Type.Object(line)));

export const CollectionBody = Type.Unsafe<CollectionView>(
  Type.Object({
    ...line,
    whose: Type.String(),
    sheets: Type.Array(
      Type.Object({
        id: Uuid,
        unit: Type.String(),
        status: Status,
        indicators: Type.Array(Type.String()),
        returned_on: OrNull(Type.String()),
        file_name: OrNull(Type.String()),
        faults: Faults,
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
    repeated: Type.Boolean({ description: "同一份文件已收过 · this very file was taken before" }),
  }),
);
