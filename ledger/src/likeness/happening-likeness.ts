import type { Candidate, ProposedRow } from "@shanhai/model";
import type { Row } from "../ledger.js";
import { relateSpans } from "./date-likeness.js";
import { candidate, everyRow, type Find, storedText, textOf } from "./matching.js";
import { textLikeness } from "./text-likeness.js";

/** A field that tells happenings of the same days apart. Codes and sums are equal or not; words may be alike. */
export interface TellingField {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
  readonly exact?: boolean;
}

/**
 * The same happening in the same scope: days that meet, and nothing that speaks against it in the fields that tell
 * such happenings apart (who led it, what was signed). Days that cannot meet exclude; a missing day leaves a doubt.
 */
export async function sameHappening(
  row: ProposedRow,
  scopeId: string,
  find: Find,
  telling: readonly TellingField[],
): Promise<readonly Candidate[]> {
  const stored = await everyRow(find, row.record, { scope: scopeId });
  return stored.flatMap((other) => likenessOf(row, other, telling) ?? []);
}

function likenessOf(row: ProposedRow, stored: Row, telling: readonly TellingField[]): Candidate | null {
  const days = relateSpans(row, stored);
  if (days === "apart") return null;
  const zh = ["同一结对范围"];
  const en = ["same pair or party"];
  let score = { equal: 0.6, overlap: 0.5, unknown: 0.2 }[days];
  for (const { field, zh: label, en: name, exact } of telling) {
    const [one, other] = [textOf(row, field), storedText(stored, field)];
    if (one === null || other === null) continue;
    const alike = exact ? Number(one === other) : textLikeness(one, other);
    if (alike >= 0.6) {
      score += 0.3;
      zh.push(alike === 1 ? `同一${label}` : `${label}相近`);
      en.push(alike === 1 ? `same ${name}` : `similar ${name}`);
    } else {
      score -= 0.3;
      zh.push(`${label}不同`);
      en.push(`another ${name}`);
    }
  }
  zh.push({ equal: "日期相同", overlap: "日期重叠", unknown: "日期不全" }[days]);
  en.push({ equal: "same dates", overlap: "dates overlap", unknown: "dates incomplete" }[days]);
  const bounded = Math.min(score, 0.98);
  return bounded >= 0.2 ? candidate(stored, { score: bounded, zh, en }) : null;
}
