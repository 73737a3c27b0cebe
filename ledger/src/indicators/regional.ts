import type { IndicatorQuery } from "../counting/indicator-query.js";

/** G 区域协作: pairings that hold on a day. */
export const regional: readonly IndicatorQuery[] = [
  {
    codes: ["G1", "G1a", "G1b", "G1c", "G1d", "G2", "G2a"],
    records: ["pairing"],
    time: "standing",
    above: "added",
    rows: `select s.code, 'pairing' as record, p.scope_id, p.id, p.began_from as first, p.until_to as last,
        null::int as year, 1::numeric as amount, null::text as thing
      from {pairing} p cross join lateral (values ('G1', true), ('G1a', p.west_type = 'township'),
          ('G1b', p.west_type = 'village'), ('G1c', p.west_type = 'school'), ('G1d', p.west_type = 'hospital'),
          ('G2', p.east_type = 'enterprise'), ('G2a', p.east_type = 'social_org')) s (code, counts)
      where s.counts`,
  },
  {
    codes: ["G3"],
    records: ["agreement"],
    time: "within",
    above: "added",
    rows: `select 'G3' as code, 'agreement' as record, a.scope_id, a.id, a.signed_on_from as first, a.signed_on_to as last,
        null::int as year, 1::numeric as amount, null::text as thing
      from {agreement} a where a.type = 'department'`,
  },
];
