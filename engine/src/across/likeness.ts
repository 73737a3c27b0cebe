/** How alike two short phrases are, 0–1: shared pairs of characters (Dice), marks and spaces left out. */
export function likeness(a: string, b: string): number {
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return x === "" ? 0 : 1;
  if (x.length < 2 || y.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < x.length; at++) pairs.set(x.slice(at, at + 2), (pairs.get(x.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at + 1 < y.length; at++) {
    const pair = y.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    shared++;
    pairs.set(pair, left - 1);
  }
  return (2 * shared) / (x.length + y.length - 2);
}

/** One phrase stands whole in the other and is most of it: 锁具加工厂 in 甲县锁具加工厂. */
export function contains(a: string, b: string): boolean {
  const [short, long] = plain(a).length <= plain(b).length ? [plain(a), plain(b)] : [plain(b), plain(a)];
  return short.length >= 4 && long.includes(short) && short.length * 2 >= long.length;
}

/** Letters and digits alone. */
export function plain(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, "");
}

/** One region lies in the other or is it; both as full paths. */
export function related(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Some region of the one list is or lies in some region of the other. */
export function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((x) => b.some((y) => related(x, y)));
}
