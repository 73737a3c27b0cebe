/** Letters and digits only, compatibility forms, case and width folded: marks and spaces are nobody's difference. */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * How much two texts share, 0–1: twice the pairs of neighbouring characters they have in common over all of both
 * (Dice). Equal texts give 1, texts without a common pair 0.
 */
export function textLikeness(one: string, other: string): number {
  const [a, b] = [plainText(one), plainText(other)];
  if (a === b) return a === "" ? 0 : 1;
  const pairs = countPairs(a);
  let shared = 0;
  for (const [pair, count] of countPairs(b)) shared += Math.min(count, pairs.get(pair) ?? 0);
  const all = [...a].length + [...b].length - 2;
  return all <= 0 ? 0 : (2 * shared) / all;
}

function countPairs(text: string): ReadonlyMap<string, number> {
  const characters = [...text];
  const pairs = new Map<string, number>();
  for (let at = 1; at < characters.length; at++) {
    const pair = `${characters[at - 1]}${characters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** One name inside the other after folding, the shorter at least four characters: 粮油加工厂二期 in 罗甸县粮油加工厂二期建设项目. */
export function nameInside(one: string, other: string): boolean {
  const [a, b] = [plainText(one), plainText(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return [...short].length >= 4 && long.includes(short);
}
