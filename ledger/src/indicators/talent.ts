import type { IndicatorQuery } from "../counting/indicator-query.js";

/** A posting that ended has a last day, even where only the planned one is known. */
const LAST = `coalesce(t.ended_to, case when t.status in ('completed', 'returned', 'recalled') then t.planned_end_to end)`;
const PERSON = "coalesce(t.person::text, t.person_name)";

/** C 人才支援. An extension is a second posting of one person; 跟岗 is neither cadre nor specialist but training. */
export const talent: readonly IndicatorQuery[] = [
  {
    codes: ["C1", "C2", "C3", "C4", "C4a", "C4b"],
    records: ["talent_posting"],
    time: "during",
    above: "persons",
    rows: `select s.code, 'talent_posting' as record, t.scope_id, t.id, t.started_from as first, ${LAST} as last,
        null::int as year, 1::numeric as amount,
        case when s.code in ('C4a', 'C4b') then t.receiving_unit else ${PERSON} end as thing
      from {talent_posting} t cross join lateral (values
          ('C1', t.category = 'cadre' and t.direction = 'east_to_west'),
          ('C2', t.category = 'cadre' and t.direction = 'west_to_east'),
          ('C3', t.category = 'specialist'),
          ('C4', t.group_style is true and t.category <> 'shadowing'),
          ('C4a', t.group_style is true and t.field = 'education' and t.receiving_unit is not null),
          ('C4b', t.group_style is true and t.field = 'health' and t.receiving_unit is not null)) s (code, counts)
      where s.counts and t.status <> 'nominated'`,
  },
  {
    codes: ["C3a"],
    records: ["talent_posting"],
    time: "during",
    above: "added",
    rows: `select 'C3a' as code, 'talent_posting' as record, t.scope_id, t.id, t.started_from as first, ${LAST} as last,
        null::int as year, 1::numeric as amount, null::text as thing
      from {talent_posting} t where t.category = 'specialist' and t.status <> 'nominated'`,
  },
  {
    codes: ["C1a"],
    records: ["talent_posting"],
    time: "standing",
    above: "added",
    rows: `select 'C1a' as code, 'talent_posting' as record, t.scope_id, t.id, t.started_from as first, ${LAST} as last,
        null::int as year, 1::numeric as amount, ${PERSON} as thing
      from {talent_posting} t
      where t.category = 'cadre' and t.direction = 'east_to_west' and t.status <> 'nominated' and t.started_from is not null`,
  },
  {
    codes: ["C5", "C5a", "E2", "E2a"],
    records: ["training", "talent_posting"],
    time: "within",
    above: "happenings",
    // A class for jobs is 就业技能培训, every other one trains cadres and specialists.
    rows: `select s.code, 'training' as record, t.scope_id, t.id, t.start_date_from as first, t.start_date_to as last,
        null::int as year, s.amount, t.happening_id::text as thing
      from (select *, concat(name, object) ~ '(技能|就业|务工|劳务|家政|育婴|焊工|电工|厨师)' as skill from {training} q) t
        cross join lateral (values
          (case when t.skill then 'E2' else 'C5' end, 1::numeric),
          (case when t.skill then 'E2a' else 'C5a' end, coalesce(t.person_times, t.persons)::numeric)) s (code, amount)
      union all select 'C5a', 'talent_posting', t.scope_id, t.id, t.started_from, t.started_to, null, 1, t.id::text
      from {talent_posting} t where t.category = 'shadowing' and t.status <> 'nominated'`,
  },
];
