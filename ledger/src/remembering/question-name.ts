const names: { readonly [code: string]: { readonly zh: string; readonly en: string } } = {
  "sheet/fill": { zh: "填充色", en: "fill colour" },
  "sheet/comments": { zh: "批注", en: "comments" },
  "sheet/pictures": { zh: "图片", en: "pictures" },
  "sheet/hidden-rows": { zh: "隐藏行", en: "hidden rows" },
  "sheet/filtered-rows": { zh: "筛选隐藏的行", en: "rows hidden by a filter" },
  "sheet/hidden-columns": { zh: "隐藏列", en: "hidden columns" },
};

/** What a remembered question is about, without the cells it was met in: 填充色 FF0000. */
export function questionName(question: string): { readonly zh: string; readonly en: string } {
  const [code = "", meaning = ""] = question.split(":");
  if (code === "dictionary") {
    const word = question.split(":").slice(2).join(":");
    return { zh: `字典用语“${word}”`, en: `the word “${word}”` };
  }
  const known = names[code] ?? { zh: "说明", en: "note" };
  return meaning === "" ? known : { zh: `${known.zh} ${meaning}`, en: `${known.en} ${meaning}` };
}
