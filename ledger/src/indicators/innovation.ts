import type { IndicatorQuery } from "../counting/indicator-query.js";

/** I 工作创新: a report is one of practice adopted only where it says by whom. */
export const innovation: readonly IndicatorQuery[] = [
  {
    codes: ["I1"],
    records: ["publicity"],
    time: "within",
    above: "added",
    rows: `select 'I1' as code, 'publicity' as record, p.scope_id, p.id, p.published_on_from as first,
        p.published_on_to as last, null::int as year, 1::numeric as amount, null::text as thing
      from {publicity} p where p.adopted_by is not null and p.level in ('central', 'province')`,
  },
];
