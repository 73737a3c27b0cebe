import { regionIndex } from "../regions/region-index.js";

/** Characters by which names of Europe and America are written, dotted ones that is; 得, 发, 和 and the like are no last ones. */
const sounds =
  "保何阿埃艾爱安昂奥巴贝本比彼毕宾波伯博布采查茨达戴丹道德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬弗福夫盖甘冈戈葛格根古哈海汉豪赫黑亨胡华霍怀惠基吉加贾杰金京卡凯坎康考柯科克肯库奎拉来莱兰朗劳勒雷李里理利丽莉连列林琳龙卢鲁路露伦罗洛马玛麦迈曼芒梅门蒙孟米密敏明摩莫默姆木穆拿纳娜奈南内尼妮宁纽努诺欧帕潘庞佩彭皮平珀普齐奇契恰乔切丘琼屈让热日瑞若萨塞赛桑瑟森沙莎山珊尚舍申圣施史士什斯思司丝松苏素索塔泰坦汤唐陶特腾提甜廷图托瓦万旺威韦维薇温文翁沃乌武伍西希席夏香肖谢辛欣兴修休许雅亚延扬杨耶叶伊以易因英尤约泽曾扎詹章珍治朱兹佐娃黛蕾琪蓓茜茱夸匡狄垂韩罕荷凯瑟雪";

const part = `[${sounds}]{2,7}`;
const dotted = new RegExp(`${part}(?:[·•・‧]${part}){1,4}`, "gu");

/** A name of another country that a dot tells: 何塞·玛利亚·巴尔托梅乌. Offsets into the text. */
export interface ForeignName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** All names of Europe and America that are printed with a dot. Names without one (巴赫, 奥巴马) are not known. */
export function foreignNames(text: string): readonly ForeignName[] {
  return [...text.matchAll(dotted)].flatMap(({ index: start, 0: name }) =>
    // 宁海·雷波 are two counties.
    name.split(/[·•‧]/).some((one) => regionIndex().named(one).length > 0)
      ? []
      : [{ start, end: start + name.length, name }],
  );
}
