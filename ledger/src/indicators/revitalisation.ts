import type { IndicatorQuery } from "../counting/indicator-query.js";

/** H 促进乡村振兴. What projects give (H2, H3) is counted with the projects, in funds.ts. */
export const revitalisation: readonly IndicatorQuery[] = [
  {
    codes: ["H1"],
    records: ["demo_village"],
    time: "standing",
    above: "added",
    rows: `select 'H1' as code, 'demo_village' as record, d.scope_id, d.id,
        case when d.year is not null then make_date(d.year::int, 1, 1) end as first, null::date as last, null::int as year,
        1::numeric as amount, null::text as thing
      from {demo_village} d`,
  },
];
