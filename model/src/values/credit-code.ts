import { type ValueProblem, valueProblem } from "../value-problem.js";

/** Characters of GB 32100-2015 in the order of their values 0–30: no I, O, S, V, Z. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A code as written, cleaned, and what to warn about. */
export interface CreditCodeCheck {
  /** Without spaces and hyphens, half-width, capitals. */
  readonly code: string;
  /** Null when form and check character are right. */
  readonly warning: ValueProblem | null;
}

/** The 18th character that belongs to the first 17: (31 − Σ cᵢ·3^(i−1) mod 31) mod 31. Null for characters not allowed. */
export function creditCodeCheckCharacter(first17: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return first17.length === 17 ? ALPHABET.charAt((31 - (sum % 31)) % 31) : null;
}

/**
 * Checks a 统一社会信用代码 (GB 32100-2015) and cleans it. It warns and never blocks: a firm really registered as
 * 91350211M0000XUF46 fails the check, and a clerk must be able to keep what the licence says.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = text
    .normalize("NFKC")
    .replace(/[\s-]+/g, "")
    .toUpperCase();
  const expected = creditCodeCheckCharacter(code.slice(0, 17));
  if (code.length !== 18 || expected === null || !ALPHABET.includes(code.charAt(17))) {
    return { code, warning: valueProblem("value/credit-code-form", { text: code }) };
  }
  if (code.charAt(17) === expected) return { code, warning: null };
  return { code, warning: valueProblem("value/credit-code-check", { text: code, expected }) };
}
