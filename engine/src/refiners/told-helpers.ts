import type { Mention, RegionMention } from "../annotation.js";
import type { Refiner } from "../annotator.js";
import type { Side } from "../fact.js";
import { Pattern } from "../patterns/pattern.js";

/** Who helps whom is told in so many words. */
const HELP = new Pattern(/(?:对口|结对|定点)(?:帮扶|支援|协作|合作)/g);

/** 广州市将继续对口帮扶梅州: between the one that helps and the first of those that it helps. */
const HELPS =
  /^(?:[将拟要再已]|负责|继续|计划|重点|全面|分别|共同)*(?:对口|结对|定点){1,2}(?:帮扶|支援)了?(?:的|我省)?$/;
/** Behind a list of those that are helped: 安顺、陇南、菏泽等对口协作城市. */
const HELPED =
  /^等?(?:地|[一二两三四五六七八九十\d]+个?)?(?:对口|结对|受援)(?:帮扶|支援|协作|合作)?的?(?:城市|地区|[市县区])/;
const LISTED = /^(?:、|和|及|与|以及)$/;

/**
 * Help within one province that a text states (广州市对口帮扶梅州、清远市), and places of the helper's own province in a list of
 * those that it helps (青岛与安顺、陇南、菏泽等对口协作城市): provinces have one side in 东西部协作, so that only the words tell.
 */
export const toldHelpers: Refiner = {
  id: "told-helpers",
  purpose: "tells who helps whom within one province where the text says it of several places",
  refine(article, mentions) {
    const { text } = article;
    if (!HELP.mayOccur(text, 0, text.length)) return mentions;
    const places = mentions.filter((m): m is RegionMention => m.kind === "region" && !m.value.insideName);
    const told = new Map<string, Side | null>();
    const tell = ({ value: { path } }: RegionMention, side: Side): void => {
      told.set(path, told.has(path) && told.get(path) !== side ? null : side);
    };
    for (let at = 0; at < places.length; at++) {
      const first = places[at];
      if (first === undefined) continue;
      let last = at;
      const behind = () => text.slice(places[last]?.span.end ?? 0, places[last + 1]?.span.start ?? text.length);
      while (last + 1 < places.length && LISTED.test(behind())) last++;
      // 青岛与安顺、陇南等对口协作城市: who helps stands in front of the list.
      const joint = /^[与和]$/.test(text.slice(first.span.end, places[at + 1]?.span.start)) && last > at + 2;
      const list = places.slice(joint ? at + 1 : at, last + 1);
      const helper = places[at - 1];
      if (helper !== undefined && HELPS.test(text.slice(helper.span.end, first.span.start)))
        for (const helped of list)
          if (withinOneProvince(helper, helped)) {
            tell(helper, "east");
            tell(helped, "west");
          }
      const end = text.slice(list.at(-1)?.span.end ?? 0).slice(0, 16);
      if (list.length > 2 && HELPED.test(end) && list.some(({ value }) => value.side === "west"))
        for (const helped of list) if (helped.value.side === "east") tell(helped, "west");
      at = last;
    }
    return told.size === 0 ? mentions : mentions.map((mention) => sided(mention, told));
  },
};

/** Neither lies in the other: 广州市 and 梅州市. */
function withinOneProvince({ value: one }: RegionMention, { value: other }: RegionMention): boolean {
  const province = one.adcode?.slice(0, 2);
  return (
    province !== undefined &&
    province === other.adcode?.slice(0, 2) &&
    one.level !== "province" &&
    !one.path.startsWith(other.path) &&
    !other.path.startsWith(one.path)
  );
}

/** What lies in a place is on its side. */
function sided(mention: Mention, told: ReadonlyMap<string, Side | null>): Mention {
  if (mention.kind !== "region") return mention;
  let longest = "";
  for (const path of told.keys())
    if (mention.value.path.startsWith(path) && path.length > longest.length) longest = path;
  const side = told.get(longest) ?? null;
  return side === null || side === mention.value.side ? mention : { ...mention, value: { ...mention.value, side } };
}
