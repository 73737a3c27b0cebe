import type { AnnotatedArticle } from "../annotation.js";
import type { DraftOf } from "../draft.js";
import type { Sides } from "../parties/sides.js";
import { namelessSide, spokenSide, wordedSide } from "./commitment-side.js";
import { dueIn, ownersIn } from "./decision-terms.js";
import { fieldsOf } from "./fields.js";
import type { PromiseTrigger } from "./promise-grammar.js";
import { promisedQuantity } from "./promised-quantity.js";
import type { Speaker, Utterance } from "./speech.js";

type Commitment = DraftOf<"commitment">;

/** What a statement makes, and who makes it. */
export interface Made {
  readonly act: Commitment["act"];
  readonly grade: Commitment["grade"];
  readonly speaker: Speaker | null;
}

/** A commitment as its statement gives it: side, owners, fields, quantity and limit are read from the words. */
export function draft(
  article: AnnotatedArticle,
  sides: Sides,
  utterance: Utterance,
  text: string,
  trigger: PromiseTrigger | null,
  made: Made,
): Commitment {
  const { span } = utterance.unit;
  const quantity = promisedQuantity(article, span, text, trigger?.at ?? 0);
  const speaker = made.speaker;
  const worded = wordedSide(sides, utterance, text, trigger, made.act);
  const [side, stated] =
    speaker === null
      ? namelessSide(sides, utterance, text, trigger, made)
      : spokenSide(sides, speaker, worded, text.slice(0, trigger?.at ?? 0));
  // 双方主委均表示: one phrase for the speakers of both.
  const joint =
    speaker?.joint === true ||
    (speaker?.kind === "phrase" && /^(?:双方|两地|两[省市县区州旗校])/.test(speaker.name ?? ""));
  return {
    kind: "commitment",
    key: `commitment:${span.start}`,
    act: made.act,
    grade: made.grade,
    side: joint ? "both" : side,
    speaker: speaker?.name ?? null,
    owners: ownersIn(utterance.unit),
    fields: fieldsOf(text),
    text,
    quantity,
    due: dueIn(article, utterance.unit.span, text),
    respondsTo: [],
    confidence: strengthOf(trigger, made, stated),
    inferred: stated ? [] : ["side"],
    evidence: [span],
  };
}

/** How strong the evidence is: a word of will or request whose side is said, one of them, or only its place among decisions. */
function strengthOf(trigger: PromiseTrigger | null, made: Made, sided: boolean): number {
  if (trigger === null) return made.grade === "agreed" ? 0.8 : 0.65;
  if (trigger.strength === "weak") return made.speaker === null ? 0.65 : 0.75;
  return sided || made.speaker !== null ? 0.9 : 0.8;
}
