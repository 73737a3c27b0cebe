import type { IndicatorQuery } from "../counting/indicator-query.js";

/** A 组织领导. A symposium is no joint meeting; a tour to several counties is one 批次 for who travels. */
export const leadership: readonly IndicatorQuery[] = [
  {
    codes: ["A1", "A3", "A6"],
    records: ["meeting"],
    time: "within",
    above: "added",
    rows: `select case m.type when 'standing' then 'A1' when 'joint' then 'A3' else 'A6' end as code, 'meeting' as record,
        m.scope_id, m.id, m.start_date_from as first, m.start_date_to as last, null::int as year, 1::numeric as amount,
        null::text as thing
      from {meeting} m where m.type in ('standing', 'joint', 'dispatch')`,
  },
  {
    codes: ["A2", "A2a"],
    records: ["visit", "attendance"],
    time: "within",
    above: "happenings",
    // The leader's post is in the list of who was there; a deputy's visit is no visit of a principal leader.
    rows: `select case v.direction when 'east_to_west' then 'A2' else 'A2a' end as code, 'visit' as record, v.scope_id, v.id,
        v.start_date_from as first, v.start_date_to as last, null::int as year, 1::numeric as amount,
        v.happening_id::text as thing
      from {visit} v where v.direction is not null and exists (
        select 1 from {attendance} a where a.scope_id = v.scope_id and a.visit = v.id and a.name = v.lead
          and a.title ~ '(书记|县长|区长|市长|州长|省长|主席)' and a.title !~ '(副书记|副县长|副区长|副市长|副州长|副省长|副主席|镇|街道|村)')`,
  },
  {
    codes: ["A4", "A4a"],
    records: ["visit"],
    time: "within",
    above: "happenings",
    rows: `select s.code, 'visit' as record, v.scope_id, v.id, v.start_date_from as first, v.start_date_to as last,
        null::int as year, s.amount, v.happening_id::text as thing
      from {visit} v cross join lateral (values ('A4', 1::numeric), ('A4a', v.headcount::numeric)) s (code, amount)`,
  },
  {
    codes: ["A5"],
    records: ["agreement"],
    time: "within",
    above: "added",
    rows: `select 'A5' as code, 'agreement' as record, a.scope_id, a.id, a.signed_on_from as first, a.signed_on_to as last,
        null::int as year, 1::numeric as amount, null::text as thing
      from {agreement} a where a.type = 'annual'`,
  },
];
