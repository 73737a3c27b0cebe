import { randomUUID } from "node:crypto";
import type { Receipt, Values } from "@shanhai/ledger";
import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import type { RunningLedger } from "./running-ledger.js";

/** Two invented counties that work together, and the scope of their rows. */
export interface TwoCounties {
  readonly scope: string;
  /** Makes a row of theirs; gives its id. */
  add(record: string, values: Values): Promise<string>;
  /** Writes so many rows at once. */
  fill(record: string, count: number, values: (at: number) => Values): Promise<void>;
  /** Changes a row as another person would. */
  change(record: string, id: string, values: Values): Promise<Receipt>;
  value(record: string, id: string, field: string): Promise<unknown>;
}

/** 望潮区 and 石坎县 as users.md names them, in a running ledger. */
export async function twoCounties({ ledger, operator }: RunningLedger): Promise<TwoCounties> {
  const east = partyId({ kind: "region", code: "990101", name: "甲省临海市望潮区" });
  const west = partyId({ kind: "region", code: "980101", name: "乙省云岭州石坎县" });
  const scope = pairId(east, west);
  const party = (id: string, path: string, adcode: string, side: string) => ({
    op: "create" as const,
    record: "party",
    scope_id: NIL_SCOPE,
    id,
    values: { kind: "region", path, name: path.slice(-3), adcode, side },
  });
  await ledger.write(operator, {
    command_id: randomUUID(),
    reason: "结对",
    changes: [
      party(east, "甲省临海市望潮区", "990101", "east"),
      party(west, "乙省云岭州石坎县", "980101", "west"),
      {
        op: "create",
        record: "pair",
        scope_id: NIL_SCOPE,
        id: scope,
        values: { label: "望潮区—石坎县", east, west, east_type: "county", west_type: "county" },
      },
    ],
  });
  return {
    scope,
    add: async (record, values) => {
      const made = await ledger.createRow(operator, record, {
        scope_id: scope,
        values,
        command_id: randomUUID(),
        reason: "登记",
      });
      return made.row.id;
    },
    fill: async (record, count, values) => {
      const changes = Array.from({ length: count }, (_, at) => ({
        op: "create" as const,
        ...{ record, scope_id: scope, id: randomUUID(), values: values(at) },
      }));
      for (let from = 0; from < count; from += 500)
        await ledger.write(operator, {
          command_id: randomUUID(),
          reason: "登记",
          changes: changes.slice(from, from + 500),
        });
    },
    change: async (record, id, values) => {
      const row = await ledger.get(operator, record, scope, id);
      const changed = await ledger.changeRow({ ...operator, name: "王审核" }, record, scope, id, {
        version: row?.version ?? "",
        values,
        command_id: randomUUID(),
        reason: "核实",
      });
      return changed.receipt;
    },
    value: async (record, id, field) => (await ledger.get(operator, record, scope, id))?.values[field],
  };
}
