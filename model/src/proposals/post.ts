import { DocumentFrame } from "../document-frame.js";
import { postHome, takesPart } from "../person-home.js";
import type { Proposal } from "../proposal.js";
import { derived, known, ofDocument, rowOf, stated, statedDay } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";
import { isPartialDate } from "../values/partial-date.js";

/**
 * 职务: one row per printed post, in the scope of the party it is a post of. Seen on the day of the first event that
 * the document tells, else on the day it was published. Two posts in two places are two rows of one person.
 */
export const postProposal: Proposal = {
  record: "post",
  propose(facts, context) {
    const frame = new DocumentFrame(facts);
    const told = frame.of("event").find((event) => event.status === "held" && event.start !== null);
    const day = (text: string | null | undefined) => (text != null && isPartialDate(text) ? text : null);
    const seen = told ? statedDay(told, day(told.start)) : ofDocument(day(context.document.published));
    return frame
      .of("person")
      .filter(takesPart)
      .flatMap((fact) =>
        fact.posts.flatMap((post, at) => {
          const home = postHome(frame, fact, post.region);
          if (!home) return [];
          const person = rowKeys.person(fact.id);
          const region = frame.regionKey(post.region ?? fact.region);
          return [
            {
              key: rowKeys.part("post", fact.id, at),
              record: "post",
              scope: home.scope,
              id: null,
              fact: fact.id,
              needs: [...home.needs, person, ...(region === null ? [] : [region])],
              values: known({
                person: derived(rowOf(person)),
                holder: stated(fact, fact.name, fact.name),
                title: stated(fact, post.title, post.title),
                organisation: stated(
                  fact,
                  post.organisation ?? fact.organisation,
                  post.organisation ?? fact.organisation,
                ),
                region: derived(rowOf(region)),
                side: stated(fact, fact.side),
                seen,
              }),
            },
          ];
        }),
      );
  },
};
