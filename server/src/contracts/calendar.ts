import type { CalendarFeed } from "@shanhai/ledger";
import { Type } from "typebox";

/** 日历订阅: what the API gives. */
const OrNull = Type.Union([Type.String(), Type.Null()]);

export const CalendarFeedState = Type.Unsafe<{ readonly feed: CalendarFeed | null }>(
  Type.Object({
    feed: Type.Union([Type.Object({ made_at: Type.String(), read_at: OrNull, office: OrNull }), Type.Null()]),
  }),
);
export const CalendarAddress = Type.Object({
  path: Type.String({ description: "订阅地址，请妥善保管 · the address; whoever has it reads these due days" }),
});
