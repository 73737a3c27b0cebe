import { LedgerError } from "../error-codes.js";

const LEAST = 10;
const LEAST_DIFFERENT = 5;
const KINDS = [/\p{Lowercase}/u, /\p{Uppercase}/u, /\p{Number}/u, /\p{Script=Han}/u, /[^\p{Letter}\p{Number}]/u];

/** What everybody tries first; compared without case, digits and signs at the ends. */
const COMMON = new Set([
  "password",
  "passw0rd",
  "qwerty",
  "qwertyuiop",
  "administrator",
  "letmein",
  "welcome",
  "shanhai",
]);

/**
 * Refuses a password that is guessed first: short, of one kind of character or few, a run of keys or digits, a common
 * word, or the account's own name. Length counts more than signs: a few words in a row are easiest to remember.
 */
export function requireGoodPassword(password: string, name: string): void {
  const plain = password.normalize("NFKC");
  if ([...plain].length < LEAST) throw new LedgerError("PASSWORD_TOO_SHORT", { least: LEAST });
  const kinds = KINDS.filter((kind) => kind.test(plain)).length;
  const different = new Set(plain).size;
  const lower = plain.toLowerCase();
  const word = lower.replace(/^[\d\W_]+|[\d\W_]+$/g, "");
  const easy =
    kinds < 2 ||
    different < LEAST_DIFFERENT ||
    COMMON.has(word) ||
    isRun(lower) ||
    (name.length > 1 && lower.includes(name.toLowerCase()));
  if (easy) throw new LedgerError("PASSWORD_TOO_EASY");
}

const ROWS = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** `12345678ab`, `abcdefg123`: made of runs of four keys or more, but for two characters at most. */
function isRun(text: string): boolean {
  let rest = text;
  for (const row of ROWS)
    for (const line of [row, [...row].reverse().join("")])
      for (let length = line.length; length >= 4; length -= 1)
        for (let at = 0; at + length <= line.length; at += 1) rest = rest.replaceAll(line.slice(at, at + length), "");
  return rest.length <= 2;
}
