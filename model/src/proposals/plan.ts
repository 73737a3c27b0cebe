import { DocumentFrame } from "../document-frame.js";
import type { Proposal } from "../proposal.js";
import { known, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

const TIERS = { 规划: "overall", 计划: "annual", 方案: "detailed" } as const;

/** 规划计划: a plan that a document names, for the pair or the common party it speaks of. The year only if it is in the name. */
export const planProposal: Proposal = {
  record: "plan",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    const home = frame.documentHome();
    if (!home) return [];
    return frame.of("plan").map((fact) => {
      const year = /(?:19|20)\d{2}(?=年)/.exec(fact.name)?.[0];
      return {
        key: rowKeys.part("plan", fact.id, 0),
        record: "plan",
        scope: home.scope,
        id: null,
        fact: fact.id,
        needs: home.needs,
        values: known({
          name: stated(fact, fact.name, fact.name),
          tier: stated(fact, fact.tier === null ? null : TIERS[fact.tier], fact.tier),
          year: stated(fact, year === undefined ? null : Number(year), fact.name),
        }),
      };
    });
  },
};
