import type { AnnotatedArticle, OrganisationMention } from "../annotation.js";
import { paragraphAt } from "../document/paragraph-at.js";
import type { DraftOf, Rule } from "../draft.js";

type OrganisationDraft = DraftOf<"organisation">;

/** More units than one article names: many articles in one file must not cost their square. */
const compared = 300;

/** One unit with every mention of it under any of its names. */
interface Unit {
  readonly name: string;
  readonly mentions: OrganisationMention[];
}

/**
 * Units (单位) that the content names, one per unit however it is named: 湟源县第一中学 is 第一中学 later on, 绿果源进出口有限公司 is
 * 绿果源公司, 县医院 is the county's 人民医院. The fullest name that begins with a place stands for it.
 */
export const organisation: Rule = {
  id: "organisation",
  version: 2,
  purpose: "A unit whose name stands in the content is one organisation, however often and briefly it is named.",
  apply(article) {
    const units: Unit[] = [];
    for (const [name, mentions] of byName(article)) {
      // 西藏自治区昌都市边坝县第一小学 after 边坝县第一小学: the chain of places in front adds nothing.
      const known = units
        .slice(0, compared)
        .filter((unit) => isShortFor(name, mentions, unit) || isLongFor(name, mentions, unit));
      // A short name that two units could have is a unit of its own: nobody says whose.
      if (known.length === 1) known[0]?.mentions.push(...mentions);
      else units.push({ name, mentions: [...mentions] });
    }
    return units
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map(({ name, mentions }): OrganisationDraft => {
        const named = mentions.find((mention) => mention.value.name === name) ?? mentions[0];
        return {
          key: `organisation:${name}`,
          kind: "organisation",
          confidence: named?.value.region === null ? 0.8 : 0.9,
          inferred: [],
          evidence: mentions.map((mention) => mention.span),
          name,
          type: named?.value.type ?? "other",
          region: named?.value.region ?? null,
        };
      });
  },
};

/** Mentions in the content by name, fullest first: those that begin with a place, then by length. */
function byName(article: AnnotatedArticle): readonly (readonly [string, readonly OrganisationMention[]])[] {
  const names = new Map<string, OrganisationMention[]>();
  for (const mention of article.mentions) {
    if (mention.kind !== "organisation") continue;
    if (/furniture|meta|byline/.test(paragraphAt(article, mention.span.start)?.role ?? "furniture")) continue;
    const list = names.get(mention.value.name);
    if (list === undefined) names.set(mention.value.name, [mention]);
    else list.push(mention);
  }
  const placed = (mentions: readonly OrganisationMention[]) => (mentions[0]?.value.region === null ? 0 : 1);
  return [...names].sort(([a, x], [b, y]) => placed(y) - placed(x) || b.length - a.length);
}

/** 县医院, 区中医院: the level of the place instead of its name. */
const byLevel = /^[省市州县区旗镇乡](.{2,})$/;
/** 绿果源公司: a firm's own word with the bare kind. */
const briefFirm = /^(.{2,6})(?:公司|集团)$/;

/** What stands behind the place that a name begins with: 马边县人民医院 and 马边彝族自治县人民医院 are both 人民医院 of one county. */
function behindPlace(name: string, region: string): string {
  const [, root = ""] = /([^省市州盟]{2})[^省市州盟]*$/.exec(region.slice(0, -1)) ?? [];
  const at = root === "" ? -1 : name.indexOf(root);
  return at < 0 ? name : name.slice(at + root.length).replace(/^[^省市州县区旗]{0,10}[省市州县区旗]/, "");
}

/** Whether a name can be the unit's, said more briefly. A fuller name never is. */
function isShortFor(
  name: string,
  mentions: readonly OrganisationMention[],
  { name: full, mentions: own }: Unit,
): boolean {
  const type = own[0]?.value.type;
  if (mentions[0]?.value.type !== type || name.length >= full.length) return false;
  if (full.endsWith(name)) return true;
  const region = own[0]?.value.region ?? null;
  if (region !== null && mentions[0]?.value.region === region)
    return behindPlace(name, region) === behindPlace(full, region);
  const firm = type === "enterprise" ? briefFirm.exec(name)?.[1] : undefined;
  if (firm !== undefined) return full.includes(firm);
  const level = byLevel.exec(name)?.[1];
  return level !== undefined && full.includes(name.charAt(0)) && full.endsWith(level) && region !== null;
}

/** The same unit with more places before it. */
function isLongFor(
  name: string,
  mentions: readonly OrganisationMention[],
  { name: short, mentions: own }: Unit,
): boolean {
  return (
    mentions[0]?.value.type === own[0]?.value.type &&
    name.endsWith(short) &&
    own[0]?.value.region !== null &&
    /[省市州县区旗盟]$/.test(name.slice(0, -short.length))
  );
}

const placeOf = ({ mentions }: Unit): number => Math.min(...mentions.map(({ span }) => span.start));
