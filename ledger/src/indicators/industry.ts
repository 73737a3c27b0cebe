import type { IndicatorQuery } from "../counting/indicator-query.js";

/**
 * D 产业合作. Signed is not landed. D2 is made of arrivals with their days (投资到位): the one sum that an investment keeps tells
 * no year.
 */
export const industry: readonly IndicatorQuery[] = [
  {
    codes: ["D1"],
    records: ["investment"],
    time: "within",
    above: "added",
    rows: `select 'D1' as code, 'investment' as record, i.scope_id, i.id, i.in_production_on_from as first,
        i.in_production_on_to as last, null::int as year, 1::numeric as amount, null::text as thing
      from {investment} i where i.status in ('in_production', 'expanded')`,
  },
  {
    codes: ["D2"],
    records: ["investment_arrival"],
    time: "within",
    above: "added",
    rows: `select 'D2' as code, 'investment_arrival' as record, a.scope_id, a.id, a.arrived_on_from as first,
        a.arrived_on_to as last, null::int as year, a.amount::numeric as amount, null::text as thing
      from {investment_arrival} a`,
  },
  {
    codes: ["D3", "D3a"],
    records: ["investment"],
    time: "standing",
    above: "added",
    rows: `select s.code, 'investment' as record, i.scope_id, i.id, i.in_production_on_from as first, null::date as last,
        null::int as year, s.amount::numeric as amount, null::text as thing
      from {investment} i cross join lateral (values ('D3', i.jobs), ('D3a', i.relieved_jobs)) s (code, amount)
      where i.status in ('in_production', 'expanded')`,
  },
  {
    codes: ["D4", "D4a", "D5", "D5a", "D5b", "D5c"],
    records: ["park"],
    time: "standing",
    above: "added",
    rows: `select s.code, 'park' as record, p.scope_id, p.id, p.co_built_since_from as first, null::date as last,
        null::int as year, s.amount::numeric as amount, null::text as thing
      from {park} p cross join lateral (values ('D4', 1, true), ('D4a', 1, p.type = 'farming'), ('D5', p.firms, true),
          ('D5a', p.invested, true), ('D5b', p.jobs, true), ('D5c', p.relieved_jobs, true)) s (code, amount, counts)
      where s.counts and (p.agreement is not null or p.approval_no is not null)`,
  },
  {
    codes: ["D6", "D6a", "D6b"],
    records: ["workshop"],
    time: "standing",
    above: "added",
    rows: `select s.code, 'workshop' as record, w.scope_id, w.id, w.certified_on_from as first, null::date as last,
        null::int as year, s.amount::numeric as amount, null::text as thing
      from {workshop} w cross join lateral (values ('D6', 1), ('D6a', w.jobs), ('D6b', w.relieved_jobs)) s (code, amount)
      where w.status <> 'cleared'`,
  },
  {
    codes: ["D7", "D7a"],
    records: ["signing", "investment"],
    time: "within",
    above: "added",
    // A firm whose signing is kept with its investment is not counted a second time from the event.
    rows: `select s.code, i.record, i.scope_id, i.id, i.first, i.last, null::int as year, s.amount, null::text as thing
      from (select 'investment' as record, scope_id, id, signed_on_from as first, signed_on_to as last, contract_amount as amount
          from {investment} v where signed_on is not null or status not in ('lead', 'inspected', 'negotiating', 'withdrawn')
        union all select 'signing', g.scope_id, g.id, g.start_date_from, g.start_date_to, g.amount from {signing} g
          where g.firm is not null and not exists (select 1 from {investment} o
            where o.scope_id = g.scope_id and o.signed_on is not null and g.firm in (o.east_firm, o.local_firm))) i
        cross join lateral (values ('D7', 1::numeric), ('D7a', i.amount::numeric)) s (code, amount)`,
  },
];
