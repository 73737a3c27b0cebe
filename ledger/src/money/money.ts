import type { Desk } from "../desk.js";
import { moneyBoard } from "./money-board.js";
import type { MoneyDesk } from "./money-desk.js";
import { registerPayment, withdrawPayment } from "./payment.js";

/** The door of 资金. */
export function moneyDesk(desk: Desk): MoneyDesk {
  return {
    moneyBoard: (actor, query) => moneyBoard(desk, actor, query),
    registerPayment: (actor, given) => registerPayment(desk, actor, given),
    withdrawPayment: (actor, scopeId, id, given) => withdrawPayment(desk, actor, scopeId, id, given),
  };
}
