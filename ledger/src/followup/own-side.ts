import type { Actor } from "../actor.js";
import type { Side } from "./followup-desk.js";

/**
 * Whose view it is: that of the actor's office. Who keeps the installation for himself and has no office says which side
 * he is on; who has one cannot take the other's.
 */
export function ownSide(actor: Actor, asked: Side | undefined): Side | null {
  return actor.office === undefined ? (asked ?? null) : actor.office.side;
}
