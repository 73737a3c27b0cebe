import type { IndicatorQuery } from "../counting/indicator-query.js";

/** Rows of one person. Without a key (证件号失真待补) a row is a person of its own. */
const PERSON = "coalesce(person_key, id::text)";
/** What an index of a million persons holds of them; two with the same number are counted together and come out right. */
const PERSON_NUMBER = `hashtextextended(${PERSON}, 0)`;

/** yyyymm of a day within the row's year; else null. */
function monthOf(day: string): string {
  return `case when date_part('year', ${day}) = r.year then (r.year * 100 + date_part('month', ${day}))::int end`;
}

/** E 劳务协作: a person counts once within the pair and year, by one job. */
export const labour: readonly IndicatorQuery[] = [
  {
    codes: ["E1", "E1r", "E1a", "E1b", "E1c", "E1d"],
    records: ["labour_record"],
    time: "listed",
    above: "persons",
    delta: { record: "labour_record", key: PERSON_NUMBER, subjects: true },
    once: true,
    // The job that counts: the one said to (longest), else the longest, else the latest. A person is there from the first.
    // In years whose 口径 is 按人次 every job counts (`indicator_window.measure`).
    rows: `select s.code, 'labour_record' as record, p.scope_id, p.id, j.first, j.last, p.year, 1::numeric as amount,
        case when m.each then p.id::text else p.person end as thing
      from (select r.scope_id, r.id, r.year::int as year, r.identity, r.destination, ${PERSON} as person,
          case when row_number() over job = 1 then 1 end as counts,
          r.started_from, r.started_to,
          min(coalesce(r.started_from, '-infinity')) over (partition by r.scope_id, r.year, ${PERSON}) as since
        from {labour_record} r
        window job as (partition by r.scope_id, r.year, ${PERSON}
          order by r.longest desc nulls last, r.months desc nulls last, r.started_from desc nulls last, r.id)) p
      cross join lateral (values ('E1', true), ('E1r', p.identity in ('relieved', 'monitored')),
          ('E1a', p.destination = 'east'), ('E1b', p.destination = 'local'), ('E1c', p.destination = 'other'),
          ('E1d', true)) s (code, fits)
      cross join lateral (select s.code = 'E1d' or (s.code, p.year) in
          (select w.code, w.year from indicator_window w where w.measure = 'jobs') as each) m
      cross join lateral (select
          case when m.each then p.started_from when p.since > '-infinity' then p.since end as first,
          case when m.each then p.started_to end as last) j
      where s.fits and (m.each or p.counts = 1)`,
    // As above: the month of the person's first job, or where every job counts that of the job itself; 0 where it is none of the year.
    sums: `select s.code, g.scope_id, g.year, case when s.each or m.code is not null then g.job_month else g.month end as month,
        g.jobs::numeric as amount, g.jobs as rows, 0 as missing
      from (select scope_id, year, identity, destination, counts, d.month, d.job_month, sum(jobs)::bigint as jobs
        from (select scope_id, year, identity, destination, counts, since, started_from, started_to, count(*) as jobs
          from (select r.scope_id, r.year::int as year, r.identity, r.destination, row_number() over job = 1 as counts,
              min(coalesce(r.started_from, '-infinity')) over person as since, r.started_from, r.started_to
            from {labour_record} r
            window person as (partition by ${PERSON}, r.year, r.scope_id),
              job as (person order by r.longest desc nulls last, r.months desc nulls last, r.started_from desc nulls last, r.id)) p
          group by scope_id, year, identity, destination, counts, since, started_from, started_to) r
        cross join lateral (select coalesce(${monthOf("r.since")}, 0) as month,
            case when r.started_to is null or date_trunc('month', r.started_from::timestamp) = date_trunc('month', r.started_to::timestamp)
              then coalesce(${monthOf("r.started_from")}, 0) else 0 end as job_month) d
        group by scope_id, year, identity, destination, counts, d.month, d.job_month) g
      cross join lateral (values ('E1', true, false), ('E1r', g.identity in ('relieved', 'monitored'), false),
          ('E1a', g.destination = 'east', false), ('E1b', g.destination = 'local', false),
          ('E1c', g.destination = 'other', false), ('E1d', true, true)) s (code, fits, each)
      left join (select code, year from indicator_window where measure = 'jobs') m on m.code = s.code and m.year = g.year
      where s.fits and (s.each or m.code is not null or g.counts)`,
  },
  {
    codes: ["E3"],
    records: ["labour_station"],
    time: "standing",
    above: "added",
    rows: `select 'E3' as code, 'labour_station' as record, s.scope_id, s.id, s.set_up_on_from as first, s.closed_on_to as last,
        null::int as year, 1::numeric as amount, null::text as thing
      from {labour_station} s`,
  },
  {
    codes: ["E3a"],
    records: ["labour_brand"],
    time: "standing",
    above: "added",
    rows: `select 'E3a' as code, 'labour_brand' as record, b.scope_id, b.id, b.certified_on_from as first,
        b.ended_on_to as last, null::int as year, 1::numeric as amount, null::text as thing
      from {labour_brand} b`,
  },
  {
    codes: ["E4"],
    records: ["enrolment"],
    time: "within",
    above: "added",
    // A row with a name is one student; a row of a list counts what it says, and one that says nothing is not filled in.
    rows: `select 'E4' as code, 'enrolment' as record, e.scope_id, e.id, e.entered_on_from as first, e.entered_on_to as last,
        null::int as year, coalesce(e.students, case when e.student_name is not null then 1 end)::numeric as amount,
        null::text as thing
      from {enrolment} e where e.identity in ('relieved', 'monitored')`,
  },
];
