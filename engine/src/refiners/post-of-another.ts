import type { Refiner } from "../annotator.js";

/** What stands behind a name as its post: 王玉龙|副局长, 张永凯|副巡视员. */
const BEHIND =
  /^(?:副|总|常务副)?(?:书记|[省市州县区旗镇乡村局厅部处科院校所站队社会团组]长|主任|主席|巡视员|经理|老师|医生|教授)$/;
/** Names of three and four characters; shorter ones stand in words. */
const LENGTHS = [3, 4] as const;

/**
 * Drops people whose post is another's name with his post: 王玉龙副局长关切地询问 says how he asked, 习近平总书记殷切嘱托 what he
 * did; nobody is called 关切地 or 殷切嘱.
 */
export const postOfAnother: Refiner = {
  id: "post-of-another",
  purpose: "drops people whose only post is the name and post of somebody else",
  refine(_article, mentions) {
    const names = new Set<string>();
    for (const mention of mentions)
      if (mention.kind === "person" && !mention.value.surnameOnly) names.add(mention.value.name);
    const others = (title: string | null, own: string): boolean =>
      title !== null &&
      LENGTHS.some((length) => {
        for (let from = 0; from + length < title.length; from++) {
          const name = title.slice(from, from + length);
          if (name !== own && names.has(name) && BEHIND.test(title.slice(from + length))) return true;
        }
        return false;
      });
    const wrong = new Map<string, boolean>();
    for (const mention of mentions)
      if (mention.kind === "attribution") {
        const { person, title } = mention.value;
        wrong.set(person, (wrong.get(person) ?? true) && others(title, person));
      }
    const isWrong = (name: string) => wrong.get(name) === true;
    return mentions.filter((mention) =>
      mention.kind === "person"
        ? !isWrong(mention.value.name)
        : mention.kind !== "attribution" || !isWrong(mention.value.person),
    );
  },
};
