import { type PartyRef, regionName, type ScopeRef, scopeId } from "@shanhai/model";

/** The scope that a proposed row belongs to, and what it is called: 白云区—罗甸县. */
export function scopeOf(scope: ScopeRef): { readonly id: string; readonly zh: string } {
  return { id: scopeId(scope), zh: labelOf(scope) };
}

function labelOf(scope: ScopeRef): string {
  switch (scope.kind) {
    case "reference":
      return "公用名录";
    case "party":
      return nameOf(scope.party);
    case "pair":
      return `${nameOf(scope.east)}—${nameOf(scope.west)}`;
  }
}

function nameOf(party: PartyRef): string {
  return party.kind === "region" ? regionName(party.path) : party.path;
}
