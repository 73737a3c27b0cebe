import type { Fact } from "@shanhai/engine";
import { type Decision, printValue, type WritePlan } from "@shanhai/model";
import type { Desk } from "../desk.js";
import { groupBy } from "../group-by.js";
import { markWarning } from "../intake/secrecy-door.js";
import type { DocumentRow } from "../intake/stored-document.js";
import type { CheckingState } from "./checking-state.js";
import type { DraftRow } from "./planned-rows.js";
import { HAPPENING } from "./same-happenings.js";

type Warning = WritePlan["warnings"][number];

/** What a person should know before confirming. Nothing here stops anybody. */
export function planWarnings(given: {
  readonly desk: Desk;
  readonly document: DocumentRow;
  readonly drafts: readonly DraftRow[];
  readonly decisions: readonly Decision[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly state: CheckingState;
}): readonly Warning[] {
  const { desk, document, drafts, decisions, facts, state } = given;
  const decided = new Set(decisions.map(({ fact }) => fact));
  return [
    ...(document.mark === null ? [] : [markWarning(document.mark)]),
    ...drafts.flatMap((draft) => rivalWarnings(desk, draft)),
    ...alongWarning(
      desk,
      drafts.filter(
        ({ action, target }) =>
          action === "create" && !decided.has(target.row.fact) && !state.holding.has(target.row.fact),
      ),
    ),
    ...drafts.flatMap((draft) => unsplitWarning(draft, facts)),
    ...joinedWarning(drafts),
    ...inferredWarning(decisions, facts),
  ];
}

function rivalWarnings(desk: Desk, draft: DraftRow): Warning[] {
  const { definition } = desk.records.get(draft.target.row.record);
  return draft.rivals.flatMap((rival) => {
    const field = definition.fields.find(({ key }) => key === rival.field);
    if (field === undefined) return [];
    const stands = draft.target.stored?.values[rival.field];
    const print = (language: "zh" | "en", value: typeof stands) => printValue(field, value, language);
    return [
      {
        zh: `“${draft.title}”的${field.zh}：台账为 ${print("zh", stands)}，本材料为 ${print("zh", rival.value)}。台账不变，本材料的说法另存为一条出处。`,
        en: `${field.en} of “${draft.title}”: the ledger has ${print("en", stands)}, this document ${print("en", rival.value)}. The ledger stays; the document's value is kept as a second source.`,
      },
    ];
  });
}

/** One line for all of them: the preview shows the rows themselves. */
function alongWarning(desk: Desk, along: readonly DraftRow[]): Warning[] {
  if (along.length === 0) return [];
  const kinds = [...groupBy(along, ({ target }) => target.row.record)].map(([name, { length }]) => {
    const { definition } = desk.records.get(name);
    return { zh: `${definition.zh} ${length} 条`, en: `${definition.en} ${length}` };
  });
  return [
    {
      zh: `另有 ${along.length} 条将一并写入（${kinds.map(({ zh }) => zh).join("、")}）：所采用的内容以它们为前提，而它们自己的要素尚未核对。`,
      en: `${along.length} more row(s) will be written along (${kinds.map(({ en }) => en).join(", ")}): what is adopted stands on them, and their own facts have not been checked yet.`,
    },
  ];
}

/** A total said of several counties together is never split: it stays with the party that it is said of. */
function unsplitWarning({ action, title, target }: DraftRow, facts: ReadonlyMap<string, Fact>): Warning[] {
  const fact = facts.get(target.row.fact);
  const unsplit = fact?.kind === "figure" || fact?.kind === "pairing_count" ? fact.scope.length > 1 : false;
  if (action !== "create" || !unsplit || target.row.scope.kind !== "party") return [];
  return [
    {
      zh: `“${title}”说的是几个地区合计，原文没有拆分：记在${target.scope.zh}名下，不计入任何一对结对。`,
      en: `“${title}” is said of several regions together and not split: it is kept with ${target.scope.zh}, in no pair's numbers.`,
    },
  ];
}

/** Rows that stand are counted with another happening from now on: said by name, the number itself is not for reading. */
function joinedWarning(drafts: readonly DraftRow[]): Warning[] {
  const joined = drafts.filter(({ target, values }) => target.stored !== null && values[HAPPENING] !== undefined);
  if (joined.length === 0) return [];
  const titles = joined.map(({ title }) => `“${title}”`);
  return [
    {
      zh: `台账中的${titles.join("、")}与所并入的条目是同一次活动：将改记为同一次，汇总时只计一次。`,
      en: `${titles.join(", ")} in the ledger and the record merged into are one happening: written as one, and counted once in totals.`,
    },
  ];
}

function inferredWarning(decisions: readonly Decision[], facts: ReadonlyMap<string, Fact>): Warning[] {
  const count = decisions.filter(
    ({ fact, verdict }) => verdict !== "decline" && (facts.get(fact)?.inferred.length ?? 0) > 0,
  ).length;
  if (count === 0) return [];
  return [
    {
      zh: `有 ${count} 条要素含推断的内容（原文没有直接写明），请对照原文。`,
      en: `${count} fact(s) hold values that the text implies but does not state; compare them with the text.`,
    },
  ];
}
