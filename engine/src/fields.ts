import type { Field } from "./fact.js";

/** Fields of cooperation (协作领域) and the words that name them; a sentence may belong to several. */
const FIELD_WORDS: readonly (readonly [Field, RegExp])[] = [
  ["fund", /资金|援助款|帮扶款|善款|拨付|投入[^，,。]{0,10}元/],
  ["industry", /产业|园区|企业|招商|投资|项目|基地|加工|车间|养殖|种植|茶|牛羊|农技|物流|冷链/],
  ["labour", /劳务|就业|务工|用工|招聘|劳动力|稳岗|技工/],
  ["consumption", /消费(?:帮扶|协作)|采购|销售|销路|农特产品|农产品|展销|商超|市场|专柜|直销|订单/],
  ["talent", /人才|干部|挂职|专技|专家|选派|互派|跟岗|培训|支教|支医/],
  ["education", /教育|学校|教师|支教|名师|课堂|学生|奖学|教研|校/],
  ["health", /医疗|医院|医生|医师|卫生|支医|健康|义诊|诊/],
  ["tourism", /旅游|文旅|景区|游客|客源|旅居|文化/],
];

/** The fields that a statement speaks of; `other` where none is named. */
export function fieldsOf(text: string): readonly Field[] {
  const named = FIELD_WORDS.filter(([, words]) => words.test(text)).map(([field]) => field);
  return named.length > 0 ? named : ["other"];
}
