import type { AnnotatedArticle } from "../annotation.js";
import type { Draft, DraftOf } from "../draft.js";

type Commitment = DraftOf<"commitment">;

/** An answer stands in the paragraph of the request or in the next one that tells something. */
const NEAR = 1;

/**
 * Links pledges to the requests of the other side made just before them: 希望甲区… of the host, then 甲区将… of the guest.
 * A request that follows an answer opens a new exchange; a pledge far from any request answers none.
 */
export function answered(article: AnnotatedArticle, found: readonly Commitment[]): readonly Draft[] {
  const starts = article.paragraphs
    .filter((paragraph) => paragraph.role === "body")
    .map((paragraph) => paragraph.span.start);
  const order = (item: Commitment): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= (item.evidence[0]?.start ?? 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let open: Commitment[] = [];
  let closed = false;
  return found.map((item) => {
    if (item.act === "ask") {
      if (closed) open = [];
      closed = false;
      open.push(item);
      return item;
    }
    const at = order(item);
    const asks = open.filter((ask) => item.side !== "both" && ask.side !== item.side && at - order(ask) <= NEAR);
    if (asks.length === 0) return item;
    closed = true;
    return { ...item, respondsTo: asks.map((ask) => ask.key) };
  });
}
