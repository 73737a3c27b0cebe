import { type NamedForm, regionIndex } from "./region-index.js";

/** A printed place name with the regions it may be, as found from left to right, longest form first. */
export interface RegionHit {
  readonly start: number;
  readonly end: number;
  readonly named: readonly NamedForm[];
}

/** All names of provinces, cities, counties and zones in a text; linear in its length. */
export function scanRegions(text: string): readonly RegionHit[] {
  const index = regionIndex();
  const hits: RegionHit[] = [];
  const last = text.length - 1;
  let from = 0;
  /** 北京市场, 上海市民: the 市 belongs to the next word; 召开县委, 形成县乡: a county of two characters is none. */
  const fits = (end: number): boolean => {
    const next = text.charCodeAt(end);
    const final = text.charCodeAt(end - 1);
    // 北京市|民营企业, 武定市|民政局: what begins with 民 and is no 市民.
    if (final === 0x5e02 && next === 0x6c11) return /[营政族宗间革盟建进兵办]/.test(text.charAt(end + 1));
    if (final === 0x5e02) return next !== 0x573a && !ofDistrict(text, from, end); // 市场
    if (final === 0x53bf && isTogether(text, from, end)) return false;
    return end - from > 2 || final !== 0x53bf || !partOfWord(text, from, end); // 县
  };
  while (from < last) {
    const found = index.at(text, from, fits);
    if (found === null) {
      from++;
      continue;
    }
    if (!isStreet(text, from, from + found[0])) hits.push({ start: from, end: from + found[0], named: found[1] });
    from += found[0];
  }
  return hits;
}

/** 青岛|市南区, 乐山|市中区: the 市 is the district's. */
function ofDistrict(text: string, start: number, end: number): boolean {
  if (text[end + 1] !== "区" || !"南北中".includes(text[end] ?? "")) return false;
  const city = text.slice(start, end);
  return regionIndex()
    .named(text.slice(end - 1, end + 2))
    .some(({ region }) => region.parent?.name === city);
}

const office = /^(?:直|级|委|政府|人大|政协|相关|有关|[一-龥]{2,8}?[局委办部院班])/;

/** 将会同县农业农村局调度: together with the county's own office; 会同县 is a county where it stands otherwise. */
function isTogether(text: string, start: number, end: number): boolean {
  return (
    text.startsWith("会同", start) &&
    end - start === 3 &&
    /[将要应须并，,；;]$|负责|牵头|主动|及时$|[局委办部院厅会]$|中心$|部门$|单位$|政府$|公司$|街道$/.test(
      text.slice(Math.max(0, start - 2), start),
    ) &&
    office.test(text.slice(end, end + 10))
  );
}

const street =
  /(?:[东南西北中]|[0-9０-９一二三四五六七八九十]{1,2})?(?:路(?![上径程面桥基网况线段途人费边口公])|大?街(?![上头巷区坊景边舞])|大道)/y;
const streets = new Set("路街大东南西北中0123456789０１２３４５６７８９一二三四五六七八九十");

/** 重庆路11号, 香港中路, 太原1路: streets that have a city's or a province's name. */
function isStreet(text: string, start: number, end: number): boolean {
  if (end - start > 4 || !streets.has(text[end] ?? "") || /[省市县区州盟旗]/.test(text[end - 1] ?? "")) return false;
  street.lastIndex = end;
  return street.test(text);
}

/** 形成县级, 建成县域, 山区和县城: the first character ends a word, 县 begins one. */
function partOfWord(text: string, start: number, end: number): boolean {
  return /[级域城乡直内里外校]/.test(text[end] ?? "") || /[形建组完促达构变]/.test(text[start - 1] ?? "");
}
