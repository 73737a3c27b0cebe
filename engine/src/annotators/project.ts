import type { ProjectMention, RegionMention } from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { projectNames } from "../project-shape.js";
import { repairedSpan } from "../span.js";

/** Named projects, parks, bases, plants, workshops, and schools and hospitals that may be built or supported. */
export const project: Annotator = {
  id: "project",
  purpose: "finds names of works and institutions by head noun and what makes them one certain thing",
  annotate(article, found) {
    const out: ProjectMention[] = [];
    const all = found.of("region");
    let next = 0;
    for (const paragraph of article.paragraphs) {
      if (paragraph.role === "furniture" || paragraph.role === "byline" || paragraph.role === "meta") continue;
      const { start, end } = paragraph.span;
      const regions: RegionMention[] = [];
      for (; (all[next]?.span.start ?? end) < end; next++) {
        const region = all[next];
        if (region !== undefined && region.span.start >= start) regions.push(region);
      }
      const inside = (from: number, to: number) =>
        regions.some((region) => region.span.start < start + to && region.span.end > start + from);
      for (const shape of projectNames(article.text.slice(start, end), inside)) {
        const span = repairedSpan(start + shape.start, start + shape.end);
        const region =
          regions.filter((item) => item.span.start >= span.start && item.span.end <= span.end).at(-1)?.value.path ??
          null;
        const name = article.text.slice(span.start, span.end);
        out.push({ kind: "project", span, by: "project", value: { name, region } });
      }
    }
    return out;
  },
};
