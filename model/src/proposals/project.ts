import { DocumentFrame } from "../document-frame.js";
import { projectHome, stageCode, unveiledHome, unveiledThings } from "../project-home.js";
import type { Proposal, ProposedRow } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { regionStem } from "../region-path.js";
import { rowKeys } from "../row-keys.js";

/**
 * 项目: one row per project fact, in the pair that its place belongs to; with several pairs, in the party they share.
 * What was unveiled and is no project fact makes a row too, from the unveiling.
 */
export const projectProposal: Proposal = {
  record: "project",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    const unveiled = unveiledThings(frame).flatMap(({ event, name }): readonly ProposedRow[] => {
      const home = unveiledHome(frame, event);
      if (!home) return [];
      const values = known({ name: stated(event, name, name) });
      const key = rowKeys.project(event.id);
      return [{ key, record: "project", scope: home.scope, id: null, fact: event.id, needs: home.needs, values }];
    });
    const told = frame.of("project").flatMap((fact): readonly ProposedRow[] => {
      const home = projectHome(frame, fact);
      if (!home) return [];
      const region = frame.regionKey(fact.region);
      return [
        {
          key: rowKeys.project(fact.id),
          record: "project",
          scope: home.scope,
          id: null,
          fact: fact.id,
          needs: region === null ? home.needs : [...home.needs, region],
          values: known({
            name: stated(fact, fact.name, fact.name),
            place: stated(fact, fact.region, fact.region && regionStem(fact.region)),
            region: derived(rowOf(region)),
            stage: stated(fact, stageCode(fact.stage), fact.stage),
            stage_printed: stageCode(fact.stage) === fact.stage ? null : stated(fact, fact.stage, fact.stage),
          }),
        },
      ];
    });
    return [...told, ...unveiled];
  },
};
