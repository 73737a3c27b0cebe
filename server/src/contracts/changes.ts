import type { ChangeCount, ChangeEntry } from "@shanhai/ledger";
import { type Static, Type } from "typebox";

/** 变更: what the API takes and gives. */
const day = (description: string) => Type.String({ format: "date", description });

export const ChangeRequest = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 400, description: "上次返回的 next · the `next` of the last answer" })),
  since: Type.Optional(day("从这一天（北京时间）起 · from the beginning of this day")),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});

export const ChangeFeed = Type.Unsafe<{
  readonly entries: readonly ChangeEntry[];
  readonly next: string | null;
  readonly end: boolean;
}>(
  Type.Object(
    {
      entries: Type.Array(
        Type.Object({
          at: Type.String(),
          who: Type.String(),
          maker: Type.Union([Type.String(), Type.Null()], {
            description: "经办人；who 为审核人 · who made what `who` accepted",
          }),
          reason: Type.String(),
          source: Type.Union([Type.String(), Type.Null()]),
          scope_id: Type.String({ format: "uuid" }),
          seq: Type.String(),
          rows: Type.Array(
            Type.Object({
              op: Type.String({ enum: ["create", "change", "remove"] }),
              record: Type.String(),
              id: Type.String({ format: "uuid" }),
              title: Type.Union([Type.String(), Type.Null()]),
            }),
          ),
          more: Type.Integer({ description: "未列出的行数 · rows of the save that are not listed" }),
        }),
      ),
      next: Type.Union([Type.String(), Type.Null()]),
      end: Type.Boolean({ description: "目前没有更多 · no more at present; ask again later with `next`" }),
    },
    { $id: "ChangeFeed" },
  ),
);

export const ChangedSinceRequest = Type.Object({ day: day("从这一天（北京时间）起") });
export const ChangedSinceView = Type.Unsafe<{ readonly counts: readonly ChangeCount[]; readonly all: boolean }>(
  Type.Object(
    {
      counts: Type.Array(
        Type.Object({
          who: Type.String(),
          record: Type.String(),
          created: Type.Integer(),
          changed: Type.Integer(),
          removed: Type.Integer(),
          last_at: Type.String(),
        }),
      ),
      all: Type.Boolean({ description: "false：只计最近 300 次保存 · false: of the last 300 saves only" }),
    },
    { $id: "ChangedSince" },
  ),
);
export type ChangedSince = Static<typeof ChangedSinceView>;
