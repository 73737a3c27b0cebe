import { requireReadable } from "../account/policy.js";
import type { Desk } from "../desk.js";
import type { ReceiveDesk } from "./receive-desk.js";
import { receptionPaper } from "./reception-paper.js";

/** The door of 接待材料. */
export function receiveDesk(desk: Desk): ReceiveDesk {
  return {
    receptionPaper: (actor, query) => receptionPaper(desk, actor, query),
    async receptionPoints(actor, scope) {
      requireReadable(actor, desk.records.get("project").definition);
      const { rows } = await desk.list(actor, "project", { scope, limit: 500 });
      const points = rows.map(({ id, title, values }) => ({
        ...{ id, title },
        plan_year: values.plan_year == null ? null : Number(values.plan_year),
      }));
      return points.sort((a, b) => (b.plan_year ?? 0) - (a.plan_year ?? 0));
    },
  };
}
