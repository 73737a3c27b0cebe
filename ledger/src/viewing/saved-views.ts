import { mayReadRecord, requireReadable, requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { isUuid } from "../schema/record-columns.js";
import type { SavedView, ViewingDesk } from "./viewing-desk.js";

/** Views that one person keeps of one list. */
const MOST = 50;

/** 台账视图 over the ledger: see {@link ViewingDesk}. */
export function viewingDesk(desk: Desk): ViewingDesk {
  return {
    savedViews: (actor, record) => savedViews(desk, actor, record),
    saveView: async (actor, record, { name, address, shared }) => {
      requireReadable(actor, desk.records.get(record).definition);
      const given = name.trim();
      if (given === "")
        throw new LedgerError("VALUE_REQUIRED", {
          ...{ record: "视图", record_en: "the view" },
          ...{ field: "名称", field_en: "name" },
        });
      const { rows } = await desk.database.query<{ id: string }>(
        `insert into saved_view (id, account, office, record, name, address)
         select $1, $2, $3, $4, $5, $6
          where exists (select 1 from saved_view where account = $2 and record = $4 and name = $5)
             or (select count(*) from saved_view where account = $2 and record = $4) < ${MOST}
         on conflict (account, record, name)
           do update set office = excluded.office, address = excluded.address, changed_at = clock_timestamp()
         returning id`,
        [freshId(), actor.account_id, shared ? (actor.office?.id ?? null) : null, record, given, address],
      );
      if (rows.length === 0) throw new LedgerError("VIEWS_FULL", { most: String(MOST) });
      return savedViews(desk, actor, record);
    },
    removeView: async (actor, record, id) => {
      requireRight(actor, "read");
      const { rows } = await desk.database.query(
        "delete from saved_view where id = $1 and account = $2 and record = $3 returning id",
        [isUuid(id) ? id : null, actor.account_id, record],
      );
      if (rows.length === 0) throw new LedgerError("VIEW_MISSING");
      return savedViews(desk, actor, record);
    },
  };
}

async function savedViews(desk: Desk, actor: Actor, record: string): Promise<readonly SavedView[]> {
  requireRight(actor, "read");
  if (!mayReadRecord(actor, desk.records.get(record).definition)) return [];
  const { rows } = await desk.database.query<{
    id: string;
    name: string;
    address: string;
    shared: boolean;
    own: boolean;
    who: string;
  }>(
    `select v.id, v.name, v.address, v.office is not null as shared, v.account = $1 as own, a.name as who
       from saved_view v join account a on a.id = v.account
      where v.record = $2 and (v.account = $1 or v.office = $3)
      order by v.account <> $1, v.name collate "C", v.id`,
    [actor.account_id, record, actor.office?.id ?? null],
  );
  return rows;
}
