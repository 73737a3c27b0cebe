import type { AnnotatedArticle } from "../annotation.js";
import type { DraftOf } from "../draft.js";
import { behindMark } from "../patterns/behind-mark.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

/**
 * How much is promised or asked for: the first amount from the clause of the word of will on (`at`, an offset into the
 * statement). 前两年来了23名医生，希望再选派12名: what stands before it is told. 两县间的交流 names the parties, not a number.
 */
export function promisedQuantity(
  article: AnnotatedArticle,
  span: RepairedSpan,
  text: string,
  at: number,
): DraftOf<"commitment">["quantity"] {
  const promised = repairedSpan(span.start + behindMark(text, "，；。：“", at), span.end);
  const mention = article
    .within("quantity", promised)
    .find(
      (found) =>
        !found.value.ordinal &&
        found.value.measure !== "other" &&
        !/^两[省市县区地州旗]/.test(article.text.slice(found.span.start, found.span.end)),
    );
  return mention === undefined ? null : { value: mention.value.value, unit: mention.value.unit };
}
