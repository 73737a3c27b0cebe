import type { IndicatorQuery } from "../counting/indicator-query.js";

/** Fiscal aid at one step, whole and by the giver's level. */
function fiscalAt(line: "west" | "east", step: "received" | "sent"): IndicatorQuery {
  return {
    codes: ["B1", "B1a", "B1b"],
    records: ["fund_tranche", "fund_source"],
    time: "within",
    above: "added",
    line,
    rows: `select s.code, 'fund_tranche' as record, t.scope_id, t.id, t.on_from as first, t.on_to as last, null::int as year,
        t.amount::numeric as amount, null::text as thing
      from {fund_tranche} t join {fund_source} f on f.scope_id = t.scope_id and f.id = t.source
        cross join lateral (values ('B1', true), ('B1a', f.giver_level in ('province', 'city')),
          ('B1b', f.giver_level = 'county')) s (code, counts)
      where t.step = '${step}' and f.kind = 'fiscal' and f.giver_level in ('province', 'city', 'county') and s.counts`,
  };
}

/** B 资金支持: the receiving line counts what arrived, the giving line what was sent; in between it is under way. */
export const funds: readonly IndicatorQuery[] = [
  fiscalAt("west", "received"),
  fiscalAt("east", "sent"),
  {
    codes: ["B1c"],
    records: ["fund_tranche", "fund_source"],
    time: "standing",
    above: "added",
    // Only sources whose sending is registered: what merely arrived was never under way to us.
    rows: `select 'B1c' as code, 'fund_tranche' as record, t.scope_id, t.id, t.on_from as first, null::date as last,
        null::int as year, case t.step when 'sent' then t.amount else -t.amount end::numeric as amount, null::text as thing
      from {fund_tranche} t join {fund_source} f on f.scope_id = t.scope_id and f.id = t.source
      where t.step in ('sent', 'received') and f.kind = 'fiscal' and exists (
        select 1 from {fund_tranche} o where o.scope_id = t.scope_id and o.source = t.source and o.step = 'sent')`,
  },
  {
    codes: ["B2", "B5c"],
    records: ["fund_tranche", "fund_source"],
    time: "within",
    above: "added",
    rows: `select case f.kind when 'fiscal' then 'B5c' else 'B2' end as code, 'fund_tranche' as record, t.scope_id, t.id,
        t.on_from as first, t.on_to as last, null::int as year, t.amount::numeric as amount, null::text as thing
      from {fund_tranche} t join {fund_source} f on f.scope_id = t.scope_id and f.id = t.source
      where (f.kind = 'subcounty' and t.step = 'received') or (f.kind = 'fiscal' and t.step = 'allocated')`,
  },
  {
    codes: ["B3", "B3a"],
    records: ["donation"],
    time: "within",
    above: "added",
    // Goods without a value are no cash of 0: the row has no goods_value and only its cash, where there is some, counts.
    rows: `select s.code, 'donation' as record, d.scope_id, d.id, d.start_date_from as first, d.start_date_to as last,
        null::int as year, s.amount::numeric as amount, null::text as thing
      from {donation} d cross join lateral (values ('B3', d.amount, true), ('B3a', d.goods_value, d.goods is not null))
        s (code, amount, told)
      where s.amount is not null or (s.told and s.code = 'B3a')`,
  },
  {
    codes: ["B5d"],
    records: ["payment_share", "payment", "fund_source"],
    time: "within",
    above: "added",
    rows: `select 'B5d' as code, 'payment' as record, p.scope_id, p.id, p.paid_on_from as first, p.paid_on_to as last,
        null::int as year, h.amount::numeric as amount, h.id::text as thing
      from {payment_share} h join {payment} p on p.scope_id = h.scope_id and p.id = h.payment
        join {fund_source} f on f.scope_id = h.scope_id and f.id = h.source
      where f.kind = 'fiscal'`,
  },
  {
    codes: ["B5e", "B5f", "B6a", "B7", "B7a", "B7b", "H2", "H2a", "H3", "H3a"],
    records: ["project"],
    time: "listed",
    above: "added",
    rows: `select s.code, 'project' as record, p.scope_id, p.id, s.first, s.last, p.plan_year::int as year,
        s.amount::numeric as amount, null::text as thing
      from {project} p cross join lateral (values
          ('B5e', null::date, null::date, p.paid, true),
          ('B5f', null, null, p.total, true),
          ('B6a', null, null, coalesce(p.coop_province, 0) + coalesce(p.coop_county, 0), p.kind = 'industry'),
          ('B7', null, null, 1, true),
          ('B7a', p.started_from, p.started_to, 1, p.started is not null),
          ('B7b', p.completed_from, p.completed_to, 1, p.completed is not null),
          ('H2', null, null, 1, cardinality(p.support_focus) > 0),
          ('H2a', null, null, case when coalesce(p.coop_province, p.coop_county, p.coop_township) is not null
            then coalesce(p.coop_province, 0) + coalesce(p.coop_county, 0) + coalesce(p.coop_township, 0) end,
            cardinality(p.support_focus) > 0),
          ('H3', null, null, p.households, true),
          ('H3a', null, null, p.people, true)) s (code, first, last, amount, counts)
      where p.plan_year is not null and s.counts and p.stage is distinct from 'cancelled'`,
  },
];
