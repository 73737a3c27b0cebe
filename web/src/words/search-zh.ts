/** Words of 检索. */
export const searchZh = {
  title: "检索",
  label: "检索材料、台账、人员、单位",
  hint: "检索材料、台账、人员、单位",
  hintKeys: "按 / 键检索",
  example:
    "输入名称或字词，可用空格分开；名称可用拼音或其首字母（luodian、ld → 罗甸），也可用曾用名（扶贫办）。花名册按姓名、村、务工单位，消费台账按采购方、发票号码查找，姓名和号码从头输入。",
  all: "看全部结果",
  allOf: (kind: string) => `只看${kind}`,
  ofAll: "看各类结果",
  searching: "正在检索…",
  none: (text: string) => `没有找到「${text}」`,
  noneAdvice: "换个词，或少输几个字再试；材料导入后才能检索到其中的文字。",
  also: (names: string) => `一并查找：${names}`,
  former: (name: string) => `曾用名：${name}`,
  filling: "新导入的材料正在编入检索，结果可能不全，请稍后再试。",
  some: (n: number) => `命中很多，先列出其中 ${n} 条；点上面的链接按台账顺序逐页查看。`,
  document: "材料",
  openSentence: "打开原文这一处",
  results: "检索结果",
};
