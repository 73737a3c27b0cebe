import type { PartyRef, ScopeRef } from "./proposal.js";
import { NIL_SCOPE, pairId, partyId } from "./values/ids.js";

/** The id of a scope, the same on every installation: that of its pair or party; reference rows are in the nil scope. */
export function scopeId(scope: ScopeRef): string {
  switch (scope.kind) {
    case "pair":
      return pairId(idOf(scope.east), idOf(scope.west));
    case "party":
      return idOf(scope.party);
    case "reference":
      return NIL_SCOPE;
  }
}

function idOf(party: PartyRef): string {
  return partyId({ kind: party.kind, code: party.adcode, name: party.path });
}
