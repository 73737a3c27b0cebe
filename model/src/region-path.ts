/**
 * One component of a full path: at least two characters up to a level word that no word of a higher level follows, so
 * that 景德镇市, 新乡县 and 中关村街道 stay whole while 安顺市 ends before 镇宁.
 */
const COMPONENT =
  /.县(?![省市县区旗镇乡])|.{2,}?(?:特别行政区|自治区|自治州|自治县|自治旗|街道|省|盟|地区|市|(?:[县区旗])(?![省市])|(?:[镇乡])(?![省市县区旗])|村(?![省市县区旗镇乡街]))/gu;

/** 广东省广州市白云区 → 广东省, 广州市, 白云区. What cannot be cut (a group's or a firm's name) is one component. */
export function regionPathParts(path: string): readonly string[] {
  const parts = path.match(COMPONENT) ?? [];
  return parts.join("") === path ? parts : [path];
}

/** The name an office uses: the last component (白云区). Autonomous names stay in full; the dictionary has short ones. */
export function regionName(path: string): string {
  return regionPathParts(path).at(-1) ?? path;
}

/** The name without its level word, as speeches say it: 罗甸县 → 罗甸, 松桃苗族自治县 → 松桃. At least two characters. */
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
