import type { Desk } from "../desk.js";
import { binder } from "../querying/bind.js";
import type { SqlRow } from "../sql.js";
import type { MoneyView } from "./fund-lines.js";
import type { GiftSums } from "./money-desk.js";
import { recordedRows } from "./recorded-rows.js";

interface GiftRow extends SqlRow {
  readonly scope_id: string;
  readonly id: string;
  readonly amount: bigint | null;
  readonly goods: string | null;
  readonly goods_value: bigint | null;
}

/** 社会帮扶 of the year: cash and goods are two sums; goods without a paper that shows their value have none. */
export async function giftSums(
  desk: Desk,
  scopes: readonly string[],
  { actor, year, day, asOf }: MoneyView,
): Promise<GiftSums> {
  const { values, bind } = binder();
  const { rows } = await desk.database.query<GiftRow>(
    `select r.scope_id, r.id, r.amount, r.goods, r.goods_value
     from ${recordedRows(desk.records.get("donation"), actor, scopes, asOf, bind)}
     where r.start_date_from >= ${bind(`${year}-01-01`, "date")} and r.start_date_to <= ${bind(`${year}-12-31`, "date")}
       and r.start_date_to <= ${bind(day, "date")} order by r.start_date, r.id`,
    values,
  );
  const add = (read: (row: GiftRow) => bigint | null) =>
    String(rows.reduce((sum, row) => sum + BigInt(read(row) ?? 0n), 0n));
  const [cash, goods_value] = [add(({ amount }) => amount), add(({ goods_value }) => goods_value)];
  return {
    ...{ cash, goods_value, both: String(BigInt(cash) + BigInt(goods_value)) },
    unvalued: rows.flatMap(({ scope_id, id, goods, goods_value }) =>
      goods !== null && goods_value === null ? [{ scope_id, id, goods }] : [],
    ),
  };
}
