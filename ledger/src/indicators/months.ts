import type { IndicatorQuery } from "../counting/indicator-query.js";

/**
 * 就业、消费 by month, as 总览 draws them: no indicators, but kept like them, so that a wall's picture of a year costs what a
 * board costs. Rows count each by itself: a link's are found by its number, and nothing beside them is counted anew.
 * Before and after: the row's year holds no day of it; month 0: no day entered.
 */
export const months: readonly IndicatorQuery[] = [
  {
    codes: ["jobs", "jobs_before", "jobs_after", "jobs_east", "jobs_east_before", "jobs_east_after"],
    records: ["labour_record"],
    time: "listed",
    above: "added",
    delta: { record: "labour_record", key: "seq" },
    rows: `select e.code || b.code as code, 'labour_record' as record, r.scope_id, r.id,
        case when b.code = '' then r.started_from end as first, null::date as last, r.year::int as year,
        1::numeric as amount, null::text as thing
      from {labour_record} r
      cross join lateral (values ('jobs', true), ('jobs_east', r.destination = 'east')) e (code, fits)
      cross join lateral (select case when extract(year from r.started_from) < r.year then '_before'
          when extract(year from r.started_from) > r.year then '_after' else '' end as code) b
      where r.longest and e.fits`,
    sums: `select e.code || g.side as code, g.scope_id, g.year, g.month, g.jobs::numeric as amount, g.jobs as rows, 0 as missing
      from (select scope_id, year, east, m.side, m.month, sum(jobs)::bigint as jobs
        from (select scope_id, year::int as year, destination = 'east' as east, started_from, count(*) as jobs
          from {labour_record} r where r.longest group by scope_id, year, destination = 'east', started_from) r
        cross join lateral (select case when extract(year from r.started_from) < r.year then '_before'
            when extract(year from r.started_from) > r.year then '_after' else '' end as side,
            case when extract(year from r.started_from) = r.year
              then (r.year * 100 + extract(month from r.started_from))::int else 0 end as month) m
        group by scope_id, year, east, m.side, m.month) g
      cross join lateral (values ('jobs', true), ('jobs_east', g.east)) e (code, fits) where e.fits`,
  },
  {
    codes: ["sales_purchase", "sales_assisted"],
    records: ["sale"],
    time: "listed",
    above: "added",
    delta: { record: "sale", key: "seq" },
    rows: `select 'sales_' || s.mode as code, 'sale' as record, s.scope_id, s.id,
        case when s.month between 1 and 12 then make_date(s.year::int, s.month::int, 1) end as first, null::date as last,
        s.year::int as year, s.amount::numeric as amount, null::text as thing
      from {sale} s where s.counted and s.mode in ('purchase', 'assisted')`,
  },
];
