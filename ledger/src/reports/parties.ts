import { NIL_SCOPE } from "@shanhai/model";
import type { Report } from "../reporting/report.js";

/** 协作主体: those that stand in a pair, in the order of their sound, for whose numbers the other reports may be asked. */
export const parties: Report<"parties"> = {
  name: "parties",
  zh: "协作主体",
  en: "parties",
  make: async ({ actor, query }) => {
    const rows = await query<{ id: string; path: string; side: "east" | "west"; pairs: bigint }>(({ bind, table }) => {
      const nil = bind(NIL_SCOPE, "uuid");
      const scopes = bind(actor.scopes === "all" ? null : actor.scopes, "uuid[]");
      return `select r.id, r.path, s.side, count(*) as pairs
         from ${table("pair")} p cross join lateral (values (p.east, 'east'), (p.west, 'west')) as s (party, side)
         join ${table("party")} r on r.scope_id = p.scope_id and r.id = s.party
        where p.scope_id = ${nil} and (${scopes} is null or p.id = any(${scopes}) or r.id = any(${scopes}))
        group by r.id, r.path, r.sort_key, s.side order by s.side, r.sort_key collate "C", r.id`;
    });
    return { parties: rows.map(({ pairs, ...row }) => ({ ...row, pairs: Number(pairs) })) };
  },
};
