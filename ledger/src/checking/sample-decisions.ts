import type { Decision, DocumentView, Verdict } from "@shanhai/model";

/**
 * A decisions file (`<name>.review.json`) beside a sample: what an invented reviewer decided about its facts. It names
 * the document by its SHA-256 and facts by their ids, so that it cannot be applied to anything else. Rows to merge into
 * are named by their title on screen, because ids differ from one installation to the next.
 */
export interface SampleDecisions {
  readonly document: string;
  readonly reviewer: { readonly name: string; readonly invented: true };
  readonly decisions: readonly SampleDecision[];
}

export type SampleDecision = Omit<Decision, "into"> & {
  /** Per proposed row key, the title of the candidate that it is the same as. */
  readonly into?: { readonly [rowKey: string]: string };
};

type Text = { readonly zh: string; readonly en: string };

const VERDICTS: readonly Verdict[] = ["adopt", "correct", "decline", "merge"];

/** Reads a decisions file; null when it is not one, which only a person's hand can have made. */
export function parseSampleDecisions(json: string): SampleDecisions | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isObject(value) || typeof value.document !== "string" || !/^[0-9a-f]{64}$/.test(value.document)) return null;
  const { reviewer, decisions } = value;
  if (!isObject(reviewer) || typeof reviewer.name !== "string" || reviewer.invented !== true) return null;
  if (!Array.isArray(decisions) || !decisions.every(isDecision)) return null;
  return { document: value.document, reviewer: { name: reviewer.name, invented: true }, decisions };
}

function isDecision(value: unknown): value is SampleDecision {
  if (!isObject(value)) return false;
  const { fact, verdict, values, into, reason } = value;
  return (
    typeof fact === "string" &&
    VERDICTS.some((known) => known === verdict) &&
    (values === undefined || isObject(values)) &&
    (into === undefined || (isObject(into) && Object.values(into).every((title) => typeof title === "string"))) &&
    (reason === undefined || typeof reason === "string")
  );
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Decisions as the ledger takes them, or why the file does not fit the document as it was read now. */
export function fittedDecisions(
  view: DocumentView,
  { decisions }: SampleDecisions,
): { readonly decisions: readonly Decision[] } | { readonly problem: Text } {
  const known = new Set(view.items.map(({ fact }) => fact.id));
  const unknown = decisions.filter(({ fact }) => !known.has(fact)).length;
  if (unknown > 0) {
    return {
      problem: {
        zh: `其中 ${unknown} 条决定的要素编号不在材料中，可能是引擎更新后要素有变化。`,
        en: `${unknown} of its decisions name facts that the document does not have; the engine may have changed.`,
      },
    };
  }
  const rows = view.items.flatMap((item) => item.rows);
  const fitted: Decision[] = [];
  for (const { into, ...decision } of decisions) {
    const found = Object.entries(into ?? {}).map(([key, title]) => {
      const candidate = rows.find((row) => row.key === key)?.candidates.find((each) => each.title === title);
      return { key, title, candidate };
    });
    const missing = found.find(({ candidate }) => candidate === undefined);
    if (missing !== undefined) {
      return {
        problem: {
          zh: `要并入的“${missing.title}”不在候选条目中。`,
          en: `“${missing.title}”, to be merged into, is no candidate.`,
        },
      };
    }
    const places = found.flatMap(({ key, candidate }) =>
      candidate === undefined ? [] : [[key, { scope_id: candidate.scope_id, id: candidate.id }] as const],
    );
    fitted.push({ ...decision, ...(places.length === 0 ? {} : { into: Object.fromEntries(places) }) });
  }
  return { decisions: fitted };
}
