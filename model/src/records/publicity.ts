import type { RecordDefinition } from "../record-definition.js";

/**
 * 宣传报道: one report in a medium. It is a source of what it tells and a weak proof (C) until minutes and lists arrive.
 */
export const publicity: RecordDefinition = {
  name: "publicity",
  zh: "宣传报道",
  en: "publicity",
  keeping: "scoped",
  group: "files",
  title: ["title"],
  order: { field: "published_on", descending: true },
  columns: ["title", "medium", "level", "published_on"],
  fields: [
    { key: "title", zh: "标题", en: "title", type: "text", required: true, headers: ["报道标题", "新闻标题", "题目"] },
    { key: "medium", zh: "媒体", en: "medium", type: "text", headers: ["媒体名称", "刊发媒体", "平台"] },
    {
      key: "level",
      zh: "媒体级别",
      en: "level of the medium",
      type: "code",
      codes: [
        { code: "central", zh: "中央级", en: "central" },
        { code: "province", zh: "省级", en: "province" },
        { code: "city", zh: "市级", en: "city" },
        { code: "county", zh: "县级", en: "county" },
        { code: "other", zh: "其他", en: "other" },
      ],
      headers: ["级别"],
    },
    {
      key: "published_on",
      zh: "刊发日期",
      en: "published on",
      type: "date",
      headers: ["日期", "刊发时间", "发布时间"],
    },
    { key: "link", zh: "链接", en: "link", type: "text", headers: ["网址", "报道链接"] },
    { key: "author", zh: "作者", en: "author", type: "text", headers: ["撰稿人"] },
    { key: "adopted_by", zh: "推广层级", en: "adopted by", type: "text", headers: ["采用单位"] },
    { key: "withdrawn_on", zh: "撤下日期", en: "taken down on", type: "date" },
    { key: "subject", zh: "主题", en: "subject", type: "text", headers: ["内容"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
