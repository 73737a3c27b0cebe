import type { Refiner } from "../annotator.js";

/** Ends of what lies above a township. */
const above = "省市州县区旗";
const level = /(?:街道|新区|[省市州县区旗镇乡])$/;

/** The last part of a path: 凤岗镇 of 广东省东莞市凤岗镇; nothing where a county ends it. */
function lastOf(path: string): string {
  let from = path.length;
  while (from > 0 && !above.includes(path.charAt(from - 1))) from--;
  return path.slice(from);
}

/**
 * Drops people without any post who are called like a place of the document: 凤岗代表团参观了… where 凤岗镇 is named, 大朗、黄江、大岭山
 * in a list of towns. Whoever has a post keeps his name (州委书记沈阳).
 */
export const placeAsPerson: Refiner = {
  id: "place-as-person",
  purpose: "drops people without a post whose name is that of a place named in the document",
  refine(article, mentions) {
    const places = new Set<string>();
    const titled = new Set<string>();
    const seen = new Map<string, string>();
    for (const mention of mentions) {
      if (mention.kind === "region") {
        const printed = article.text.slice(mention.span.start, mention.span.end);
        // The same place again, printed alike, names nothing new.
        if (seen.get(mention.value.path) === printed) continue;
        seen.set(mention.value.path, printed);
        const last = lastOf(mention.value.path);
        addName(places, printed);
        addName(places, printed.replace(level, ""));
        if (last.length >= 2) addName(places, last.replace(level, ""));
      } else if (mention.kind === "attribution" && mention.value.title !== null) titled.add(mention.value.person);
    }
    const isPlace = (name: string) => places.has(name) && !titled.has(name);
    return mentions.filter((mention) =>
      mention.kind === "person"
        ? mention.value.surnameOnly || !isPlace(mention.value.name)
        : mention.kind !== "attribution" || !isPlace(mention.value.person),
    );
  },
};

/** What nobody is called is left out: one character, five and more. */
function addName(places: Set<string>, name: string): void {
  if (name.length >= 2 && name.length <= 4) places.add(name);
}
