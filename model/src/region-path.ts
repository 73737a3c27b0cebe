/**
 * One component of a full path: at least two characters up to a level word that no word of a higher level follows, so
 * that 景德镇市, 新乡县 and 中关村街道 stay whole while 安顺市 ends before 镇宁 and 东乡族 is a people. Names of one
 * character and a level word (漳县, 城区, 芒市; 甲省 in samples) come first; a short name of an autonomous prefecture is one
 * (黔南州).
 */
const COMPONENT =
  /.[县区市省](?![省市县区旗镇乡])|.{2,}?(?:特别行政区|自治区|自治州|自治县|自治旗|街道|省|盟|地区|市|州(?![市县区])|[县区旗](?![省市])|[镇乡](?![省市县区旗族])|村(?![省市县区旗镇乡街]))/uy;

const LEVEL_WORD = /^(?:街道|[县区市镇乡村）])$/;

/**
 * 广东省广州市白云区 → 广东省, 广州市, 白云区. A tail without a level word (苏木, 农场) is the last component; what
 * cannot be cut at all (a group's or a firm's name) is one.
 */
export function regionPathParts(path: string): readonly string[] {
  const parts: string[] = [];
  const component = new RegExp(COMPONENT);
  for (let found = component.exec(path); found !== null; found = component.exec(path)) parts.push(found[0]);
  const tail = path.slice(parts.join("").length);
  if (tail === "") return parts;
  // 东花市街道, 莲子镇镇: a level word alone belongs to the name before it.
  const last = LEVEL_WORD.test(tail) ? (parts.pop() ?? "") : "";
  return [...parts, last + tail];
}

/** The name an office uses: the last component (白云区). Autonomous names stay in full; the dictionary has short ones. */
export function regionName(path: string): string {
  return regionPathParts(path).at(-1) ?? path;
}

/**
 * The name without its level word, as speeches say it: 罗甸县 → 罗甸, 松桃苗族自治县 → 松桃. At least two characters,
 * and of a long autonomous name only the first two (积石 of 积石山): for looking whether a text names a place.
 */
export function regionStem(path: string): string {
  const name = regionName(path);
  const ethnic = /^(.{2,3}?)(?:(?:各族|[一-龥]{1,6}族)+)?(?:自治[区州县旗]|[省市县区旗镇乡村盟]|街道|地区|新区)$/u.exec(
    name,
  )?.[1];
  return ethnic ?? (name.length > 2 ? name.replace(/(?:街道|地区|社区|新区|[省市县区旗镇乡村盟州])$/u, "") : name);
}

/** True when `inner` is `outer` or a place in it, by full paths. */
export function pathWithin(inner: string, outer: string): boolean {
  return inner.startsWith(outer);
}
