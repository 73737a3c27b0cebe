import type { Mention } from "../annotation.js";
import type { Refiner } from "../annotator.js";

/** Drops numbers and dates that are part of somebody's name: 周九成, 欧六一, 陶八两. */
export const numberInName: Refiner = {
  id: "number-in-name",
  purpose: "drops quantities and dates inside people's names",
  refine(_article, mentions) {
    const people = mentions.filter((m) => m.kind === "person");
    let at = 0;
    const out: Mention[] = [];
    for (const mention of mentions) {
      if (mention.kind === "quantity" || mention.kind === "date") {
        while (at < people.length && (people[at]?.span.end ?? 0) <= mention.span.start) at++;
        const person = people[at];
        if (person !== undefined && person.span.start < mention.span.end) continue;
      }
      out.push(mention);
    }
    return out;
  },
};
