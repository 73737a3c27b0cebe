import type { ProjectMention, RegionMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { type ListedWork, listedWorks } from "../projects/listed-projects.js";
import { type NameShape, projectNames } from "../projects/project-shape.js";
import { repairedSpan } from "../span.js";

/** Province and prefecture in front of a county: 拉萨市当雄县…, 甘肃省陇南市礼县…. */
const UPPER =
  /^(?:[一-龥]{2,9}?(?:省|自治区))?(?:[一-龥]{2,12}?(?:市|州|地区|盟))?(?<=[省区市州盟])(?!(?:人民)?政府|驻)(?=[一-龥]{1,12}?[县旗区市][^域内外级场中]|[一-龥]{2,6}[镇乡])/;

/** A county in front of its town: 安定区内官镇黑山中心小学. */
const COUNTY = /^[一-龥]{1,3}[县旗区市](?=[一-龥]{2,5}(?:镇|乡|街道)(?!长)[一-龥]{4})/;

/** Named projects, parks, bases, plants, workshops, and schools and hospitals that may be built or supported. */
export const project: Annotator = {
  id: "project",
  purpose: "finds names of works and institutions by head noun and what makes them one certain thing",
  annotate(article, found) {
    const out: ProjectMention[] = [];
    const all = found.of("region");
    const people = found.of("person");
    let next = 0;
    let named = 0;
    for (const paragraph of article.paragraphs) {
      if (paragraph.role === "furniture" || paragraph.role === "byline" || paragraph.role === "meta") continue;
      const { start, end } = paragraph.span;
      const regions: RegionMention[] = [];
      for (; (all[next]?.span.start ?? end) < end; next++) {
        const region = all[next];
        if (region !== undefined && region.span.start >= start) regions.push(region);
      }
      const near = new Nearby(regions);
      const placed = (from: number, to: number) => near.touching(start + from, start + to).length > 0;
      const names: Reach[] = [];
      for (; (people[named]?.span.start ?? end) < end; named++) {
        const person = people[named];
        if (person !== undefined && person.span.start >= start && !person.value.surnameOnly)
          names.push({ from: person.span.start - start, to: person.span.end - start });
      }
      const persons = {
        before: (at: number) => {
          const index = lastFrom(names, at);
          const last = names[index];
          return (last !== undefined && last.to > at ? names[index - 1]?.to : last?.to) ?? 0;
        },
        covers: (at: number) => (names[lastFrom(names, at)]?.to ?? 0) > at,
      };
      const stretch = { document: article.text, start, text: article.text.slice(start, end) };
      for (const shape of withListed(projectNames(stretch, placed, persons), listedWorks(stretch))) {
        const whole = repairedSpan(start + shape.start, start + shape.end);
        // 拉萨市当雄县龙仁乡中心小学: the chain of places in front is no part of the name but for its last link.
        const chain = near.touching(whole.start, whole.end);
        let from: number = whole.start;
        // 林周县苏州小学: the other side's city stands in the name of what it built.
        for (const [at, link] of chain.entries())
          if (
            link.span.start === from &&
            chain[at + 1]?.span.start === link.span.end &&
            chain[at + 1]?.value.path.startsWith(link.value.path)
          )
            from = link.span.end;
        if ("kind" in shape && shape.kind === "institution")
          from += COUNTY.exec(article.text.slice(from, whole.end))?.[0].length ?? 0;
        from += UPPER.exec(article.text.slice(from, whole.end))?.[0].length ?? 0;
        const span = repairedSpan(from, whole.end);
        const inside = chain.filter((item) => item.span.start >= whole.start && item.span.end <= span.end);
        const region = inside.map((item) => item.value.path).sort((a, b) => b.length - a.length)[0] ?? null;
        const name = article.text.slice(span.start, span.end);
        out.push({
          kind: "project",
          span,
          by: "project",
          value: { name, region, ...("kind" in shape ? {} : { listed: true }) },
        });
      }
    }
    return out;
  },
};

/** Names by their shape and those that a list says to be projects: of two at one place the longer. */
function withListed(shapes: readonly NameShape[], listed: readonly ListedWork[]): readonly (NameShape | ListedWork)[] {
  if (listed.length === 0) return shapes;
  const longer = listed.filter(
    (item) => !shapes.some((shape) => touches(shape, item) && shape.end - shape.start >= item.end - item.start),
  );
  const kept = shapes.filter((shape) => !longer.some((item) => touches(shape, item)));
  return [...kept, ...longer].sort((a, b) => a.start - b.start);
}

const touches = (a: ListedWork, b: ListedWork) => a.start < b.end && b.start < a.end;

interface Reach {
  readonly from: number;
  readonly to: number;
}

/** The index of the last reach that begins before an offset, by binary search; -1 where none does. */
function lastFrom(reaches: readonly Reach[], at: number): number {
  let low = 0;
  let high = reaches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Regions of a paragraph by place, asked by binary search, so that a long paragraph costs no more than its length. */
class Nearby {
  constructor(private readonly regions: readonly RegionMention[]) {}

  /** Those that share a character with the stretch. */
  touching(from: number, to: number): readonly RegionMention[] {
    let low = 0;
    let high = this.regions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.regions[middle]?.span.end ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    const out: RegionMention[] = [];
    for (let at = low; at < this.regions.length; at++) {
      const region = this.regions[at];
      if (region === undefined || region.span.start >= to) break;
      if (region.span.end > from) out.push(region);
    }
    return out;
  }
}
