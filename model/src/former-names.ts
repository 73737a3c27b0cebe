/** Words that one thing had one after the other, newest first, with the year of the latest change. */
export interface NameFamily {
  readonly names: readonly string[];
  readonly year: number;
}

/** 机构、资金、机制的前后称谓: the reforms of 2018, 2021 and 2023–24 and the ages of the cooperation (domain.md §1, §2.1, §10.8). */
const OFFICES: readonly NameFamily[] = [
  { names: ["农业农村局", "乡村振兴局", "扶贫办", "扶贫开发办公室", "扶贫开发局"], year: 2023 },
  { names: ["常态化帮扶资金", "衔接资金", "扶贫资金"], year: 2026 },
  { names: ["东西部协作", "东西部扶贫协作"], year: 2021 },
  { names: ["卫生健康局", "卫健局", "卫生和计划生育局", "卫计局"], year: 2018 },
  { names: ["市场监督管理局", "市场监管局", "工商局"], year: 2018 },
  { names: ["自然资源局", "国土资源局"], year: 2018 },
  { names: ["应急管理局", "安监局"], year: 2018 },
];

/**
 * 行政区划更名: counties of the cooperation that became a city or a district under another word since 2015. Names that
 * keep their stem (兴仁县 → 兴仁市) are found without a list.
 */
const REGIONS: readonly NameFamily[] = [
  { names: ["盘州", "盘县"], year: 2017 },
  { names: ["横州", "横县"], year: 2021 },
  { names: ["彬州", "彬县"], year: 2018 },
  { names: ["蓟州", "蓟县"], year: 2016 },
  { names: ["鄠邑", "户县"], year: 2016 },
  { names: ["华州区", "华县"], year: 2015 },
];

/**
 * What else to look for: the text with a name replaced by what the same thing was or is called (扶贫办 → 乡村振兴局). The
 * longest name that it holds decides; a text without one gives nothing.
 */
export function otherNames(text: string): readonly string[] {
  const held = [...OFFICES, ...REGIONS]
    .flatMap(({ names }) => names.map((name) => ({ name, names })))
    .filter(({ name }) => text.includes(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (held === undefined) return [];
  return held.names.filter((name) => name !== held.name).map((name) => text.replace(held.name, name));
}
