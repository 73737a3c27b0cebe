import type { ProjectFact } from "@shanhai/engine";
import { DocumentFrame } from "../document-frame.js";
import { projectHome, stageCode } from "../project-home.js";
import type { Proposal } from "../proposal.js";
import { derived, known, rowOf, stated } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";

/** 项目: one row per project fact, in the pair that its place belongs to; with several pairs, in the party they share. */
export const projectProposal: Proposal = {
  record: "project",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    return frame.of("project").flatMap((fact: ProjectFact) => {
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
            place: stated(fact, fact.region),
            region: derived(rowOf(region)),
            stage: stated(fact, stageCode(fact.stage)),
            stage_printed: stated(fact, fact.stage, fact.stage),
          }),
        },
      ];
    });
  },
};
