import { NIL_SCOPE } from "@shanhai/model";
import type { Report } from "../reporting/report.js";

/** 协作主体: those that stand in a pair, in the order of their sound, for whose numbers the other reports may be asked. */
export const parties: Report<"parties"> = {
  name: "parties",
  zh: "协作主体",
  en: "parties",
  make: async ({ actor, query, day }) => {
    const rows = await query<{
      id: string;
      path: string;
      side: "east" | "west";
      pairs: bigint;
      latest: bigint | null;
      sums: bigint;
    }>(({ bind, table }) => {
      const nil = bind(NIL_SCOPE, "uuid");
      const scopes = bind(actor.scopes === "all" ? null : actor.scopes, "uuid[]");
      const now = bind(Number(day.slice(0, 7).replace("-", "")), "bigint");
      return `select r.id, r.path, s.side, count(*) as pairs, max(greatest(k.latest, v.latest)) as latest,
         coalesce(sum(k.sums), 0)::bigint as sums
         from ${table("pair")} p cross join lateral (values (p.east, 'east'), (p.west, 'west')) as s (party, side)
         left join (select scope_id, max(month)::bigint as latest, count(*) as sums from rollup where month between 1 and ${now} and rows > 0
           group by scope_id) k on k.scope_id = p.id
         left join (select scope_id, max(year * 100 + month) as latest from ${table("indicator_value")}
           where year * 100 + month <= ${now} group by scope_id) v on v.scope_id = p.id
         join ${table("party")} r on r.scope_id = p.scope_id and r.id = s.party
        where p.scope_id = ${nil} and (${scopes} is null or p.id = any(${scopes}) or r.id = any(${scopes}))
        group by r.id, r.path, r.sort_key, s.side order by s.side, r.sort_key collate "C", r.id`;
    });
    return {
      parties: rows.map(({ pairs, latest, sums, ...row }) => ({
        ...row,
        pairs: Number(pairs),
        latest: month(latest),
        sums: Number(sums),
      })),
    };
  },
};

/** 202610 as "2026-10". */
function month(latest: bigint | null): string | null {
  return latest === null ? null : `${String(latest).slice(0, 4)}-${String(latest).slice(4)}`;
}
