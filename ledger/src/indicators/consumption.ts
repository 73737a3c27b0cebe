import type { IndicatorQuery } from "../counting/indicator-query.js";

/** F 消费协作: what is not counted (重复票、上年发票) stays in the ledger with its reason; a return is a row below 0. */
export const consumption: readonly IndicatorQuery[] = [
  {
    codes: ["F1", "F1a", "F1b", "F2a"],
    records: ["sale"],
    time: "within",
    above: "added",
    delta: { record: "sale", key: "id" },
    // The month of the sheet goes before the invoice's day; without either the row is somewhere in its ledger's year.
    rows: `select c.code, 'sale' as record, s.scope_id, s.id, c.first,
        case when c.whole then make_date(s.year::int, 12, 31) end as last, null::int as year, s.amount::numeric as amount, null::text as thing
      from {sale} s cross join lateral (values
          ('F1', true), ('F1a', s.mode = 'purchase'), ('F1b', s.mode = 'assisted'), ('F2a', s.channel = 'platform_832'))
          k (code, counts)
        cross join lateral (select s.month is null
            and (s.sold_on_from is null or extract(year from s.sold_on_from) <> s.year) as whole) t
        cross join lateral (select k.code, t.whole, case when t.whole then make_date(s.year::int, 1, 1)
          when s.month between 1 and 12 and extract(year from s.sold_on_from) * 100 + extract(month from s.sold_on_from)
              is distinct from s.year * 100 + s.month
          then make_date(s.year::int, s.month::int, 1) else s.sold_on_from end as first) c
      where k.counts and s.counted is distinct from false`,
  },
  {
    codes: ["F2"],
    records: ["sales_point"],
    time: "standing",
    above: "added",
    rows: `select 'F2' as code, 'sales_point' as record, p.scope_id, p.id, p.opened_on_from as first, p.closed_on_to as last,
        null::int as year, 1::numeric as amount, null::text as thing
      from {sales_point} p`,
  },
];
