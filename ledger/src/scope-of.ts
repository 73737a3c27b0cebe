import { NIL_SCOPE, type PartyRef, pairId, partyId, type ScopeRef } from "@shanhai/model";

/** The scope that a proposed row belongs to, and what it is called: 白云区 × 罗甸县. */
export function scopeOf(scope: ScopeRef): { readonly id: string; readonly zh: string } {
  switch (scope.kind) {
    case "reference":
      return { id: NIL_SCOPE, zh: "公用名录" };
    case "party":
      return { id: idOf(scope.party), zh: nameOf(scope.party) };
    case "pair":
      return { id: pairId(idOf(scope.east), idOf(scope.west)), zh: `${nameOf(scope.east)} × ${nameOf(scope.west)}` };
  }
}

function idOf(party: PartyRef): string {
  return partyId({ kind: party.kind, code: party.adcode, name: party.path });
}

function nameOf(party: PartyRef): string {
  return party.path;
}
