import type { AnnotatedArticle, RegionMention } from "../annotation.js";

/** Behind a place, its product and what shows that only the product is spoken of: 秭归的橙皮酿馅, 万州烤鱼、. */
const GOODS =
  /^(?:的|产的?|出产的?)?[一-龥]{0,4}?(?:[米面粉油酒蜜茶菇耳果梨枣桃李杏柚橙柑橘莓椒蒜姜肉羊牛猪鸡鸭鹅鱼虾蟹蛋豆薯酱醋糖糕饼酥菜瓜笋皮奶]|葡萄|核桃|板栗|火腿|枸杞|百合|松茸|藜麦|青稞|石榴|洋芋|果干|刺绣|蜡染|银饰|药材)(?=[、，,。；;…！!“”"（()）\s]|等|做成|制成|酿|真空|深受|受到|摆|亮相|热销|走俏|飘香)/;

/** True where the text names a place only as where a product comes from. */
export function isGoodsOrigin({ text }: AnnotatedArticle, { span }: RegionMention): boolean {
  return GOODS.test(text.slice(span.end, span.end + 20));
}

/**
 * Without the counties that are named for their products alone (展台上有秭归的橙皮、万州烤鱼): where several prefectures' goods are
 * listed, or another county of its side is spoken of.
 */
export function withoutGoodsOrigins<
  P extends {
    readonly path: string;
    readonly level: string;
    readonly inTitle: boolean;
    readonly side: unknown;
    readonly mentions: readonly RegionMention[];
  },
>(article: AnnotatedArticle, parties: readonly P[]): readonly P[] {
  const only = parties.filter(
    (p) => p.level === "county" && !p.inTitle && p.mentions.every((mention) => isGoodsOrigin(article, mention)),
  );
  if (only.length === 0) return parties;
  const prefectures = new Set(
    only.map(({ path }) => /^.+?(?:省|自治区|市)(?:.+?(?:[市州盟]|地区)(?=.))?/.exec(path)?.[0]),
  );
  return parties.filter(
    (p) =>
      !only.includes(p) ||
      (prefectures.size < 2 && !parties.some((o) => o.level === "county" && o.side === p.side && !only.includes(o))),
  );
}
