import { DocumentFrame } from "../document-frame.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { pathWithin, regionName, regionPathParts } from "../region-path.js";
import { rowKeys } from "../row-keys.js";
import { regionId } from "../values/ids.js";
import { parentRegionCode, parseRegionCode, regionLevel } from "../values/region-code.js";

/** 行政区划: one row per region fact. A region without a code is a functional zone; its parent is known only if named. */
export const regionProposal: Proposal = {
  record: "region",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    // A correction may give two facts one path; the first makes the row.
    const told = frame.of("region");
    const first = told.filter((fact, place) => told.findIndex(({ path }) => path === fact.path) === place);
    return first.map((fact) => {
      const code = fact.adcode === null ? null : parseRegionCode(fact.adcode);
      const adcode = code?.ok ? code.value : null;
      const above = frame
        .of("region")
        .filter((other) => other.path !== fact.path && pathWithin(fact.path, other.path))
        .find((other) =>
          adcode !== null && other.adcode !== null
            ? parentRegionCode(adcode) === other.adcode
            : regionPathParts(other.path).length === regionPathParts(fact.path).length - 1,
        );
      const parent = above ? rowKeys.region(above.path) : null;
      return {
        key: rowKeys.region(fact.path),
        record: "region",
        scope: { kind: "reference" },
        id: regionId(adcode, fact.path),
        fact: fact.id,
        needs: parent === null ? [] : [parent],
        values: known({
          path: stated(fact, fact.path),
          name: derived(regionName(fact.path)),
          adcode: derived(adcode),
          level: derived(adcode === null ? "zone" : regionLevel(adcode)),
          parent: derived(rowOf(parent)),
          is_zone: derived(adcode === null),
          side: stated(fact, fact.side),
        }),
      };
    });
  },
};
