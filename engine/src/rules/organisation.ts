import type { OrganisationMention } from "../annotation.js";
import type { DraftOf, Rule } from "../draft.js";
import { paragraphAt } from "../paragraph-at.js";

type OrganisationDraft = DraftOf<"organisation">;

/** Units (单位) that the content names, one per name, with the place that their name begins with. */
export const organisation: Rule = {
  id: "organisation",
  version: 1,
  purpose: "A unit whose name stands in the content is one organisation, however often it is named.",
  apply(article) {
    const byName = new Map<string, OrganisationMention[]>();
    for (const mention of article.mentions) {
      if (mention.kind !== "organisation") continue;
      if (/furniture|meta|byline/.test(paragraphAt(article, mention.span.start)?.role ?? "furniture")) continue;
      const list = byName.get(mention.value.name);
      if (list === undefined) byName.set(mention.value.name, [mention]);
      else list.push(mention);
    }
    return [...byName].map(([name, mentions]): OrganisationDraft => {
      const first = mentions[0];
      return {
        key: `organisation:${name}`,
        kind: "organisation",
        confidence: first?.value.region === null ? 0.8 : 0.9,
        inferred: [],
        evidence: mentions.map((m) => m.span),
        name,
        type: first?.value.type ?? "other",
        region: first?.value.region ?? null,
      };
    });
  },
};
