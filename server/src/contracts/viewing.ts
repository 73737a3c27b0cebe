import type { SavedView } from "@shanhai/ledger";
import { Type } from "typebox";

/** 台账视图. */
export const SavedViewList = Type.Unsafe<readonly SavedView[]>(
  Type.Array(
    Type.Object({
      id: Type.String({ format: "uuid" }),
      name: Type.String(),
      address: Type.String({ description: "列、条件、排序、分组 · columns, conditions, order, groups" }),
      shared: Type.Boolean({ description: "本单位共用" }),
      own: Type.Boolean(),
      who: Type.String(),
    }),
  ),
);
export const SavedViewRequest = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    address: Type.String({ maxLength: 4000 }),
    shared: Type.Boolean(),
  },
  { additionalProperties: false },
);
export const ViewsPath = Type.Object({ record: Type.String({ minLength: 1, maxLength: 60 }) });
export const ViewPath = Type.Object({ ...ViewsPath.properties, id: Type.String({ format: "uuid" }) });
export type { SavedView };
