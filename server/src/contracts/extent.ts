import type { ListExtent, ListWindow } from "@shanhai/ledger";
import type { GroupRun } from "@shanhai/model";
import { Type } from "typebox";
import { RowQuery } from "../contract.js";

const { until, limit, ...listed } = RowQuery.properties;

/** A list's own query, from a key on. */
export const ExtentQuery = Type.Object({
  ...listed,
  group: Type.Optional(
    Type.String({ pattern: "^[a-z_0-9]{1,40}$", description: "分组字段，与排序字段相同 · the field it is ordered by" }),
  ),
});

const key = Type.Union([Type.String(), Type.Null()]);

/** 列表分段. */
export const ExtentView = Type.Unsafe<ListExtent>(
  Type.Object({
    windows: Type.Array(
      Type.Object({
        until: Type.Union([Type.String(), Type.Null()], {
          description: "本段最后一行；空：到列表末尾 · its last row; null: to the end of the list",
        }),
        rows: Type.Integer({ description: "本段条数" }),
      }),
    ),
    groups: Type.Array(
      Type.Object({
        value: Type.Unsafe<GroupRun["value"]>({}),
        count: Type.Integer(),
        totals: Type.Record(Type.String(), Type.Object({ sum: key, missing: Type.Integer() }), {
          description: "各金额字段的小计（分）与未填条数 · sums in 分 and rows without a value",
        }),
      }),
    ),
    next: key,
    titles: Type.Optional(Type.Record(Type.String(), Type.String())),
  }),
);
export type { ListExtent, ListWindow };
