import { lexicon } from "../lexicon.js";
import { expressionOf, type Senses } from "../patterns/senses.js";

/** Words after which the name of a work begins only in some surroundings. */
export const LEADS: Senses = {
  amongThem: ["其中“智慧农场”项目", /其中(?![学医])/],
  setUp: ["建立蔬菜产业园", /建立(?=[一-龥“]{2})/],
  aided: ["资助某村小学", /资助(?!中心|项目)/],
  former: ["，原东园小学", /原(?<=(?:^|[，,。与和、])原)(?=[一-龥]{2,4}$)/],
  builtTogether: ["合作共建产业园", /合作共建(?=[一-龥“]{2})/],
  hopes: ["希望某产业园", /希望(?!$)/],
  at: ["坐落于甘谷县", /于(?=[一-龥]{2,10}[省市县区州旗镇乡村])/],
  improved: ["改善灌溉条件", /改善(?!项目|工程|提升)/],
  sharedQuoted: ["共建“山海小镇”", /共建(?=“)/],
  sharedByPlaces: ["共建甘谷县产业园", /共建(?=[一-龥]{2,12}[市县区州旗镇乡村])/],
  about: ["就产业园合作", /就(?![业近地]|共建)/],
  helped: [
    "对口帮扶甘谷县",
    /(?:对口|结对)?(?:帮扶|支援)(?=[一-龥]{2,12}[县区市州旗](?!.{0,8}(?:提升|改造|建设|工程|整治|振兴))[^，,。；;]{0,6}$)/,
  ],
  cameToBuild: ["来甘谷县开办", /来[^，,。；;]{0,6}?[建开办设](?!设)/],
  as: ["当起园长", /当(?!归|地)/],
  inThatYear: ["2024年共建产业园", /\d?年(?=共建|[“])/],
  advanced: ["推进产业园建设", /推进(?<!整[村乡镇县]推进)/],
  joined: ["结合农业产业园", /结合(?<!医结合)/],
  followed: ["跟某合作社", /跟(?![岗班踪])/],
  started: ["启动产业园", /启动(?![区])/],
  developed: ["创新发展现代农业产业园", /创新发展(?=[一-龥“]{2})/],
  built: ["建设蔬菜产业园", /建设(?=[^，,。]{4,})(?![项工成])/],
  invested: ["投资300万元的产业园", /投资[\d.]+[万亿]?元的?/],
  towards: ["对产业园", /对(?![口接])/],
  has: ["有产业园", /有(?![限机])/],
  withIt: ["用帮扶车间", /用(?<![食药商民应利使]用)/],
  byIt: ["被产业园", /被(?<![棉丝毛绒床羽]被)/],
  ourPlace: ["我县产业园", /我[省市县区州旗]/],
  yourPlace: ["贵县产业园", /贵[省市县区州旗]/],
};

/** All words after which a name begins: verbs of visiting and building, prepositions, 和, 与, 的. */
export const BEFORE_NAME = expressionOf(
  LEADS,
  lexicon("before-names").map(({ word }) => word),
);
