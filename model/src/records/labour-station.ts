import type { RecordDefinition } from "../record-definition.js";

/** 劳务协作站点: a station that finds work for people, on either side; it counts from its document until it is closed. */
export const labourStation: RecordDefinition = {
  name: "labour_station",
  zh: "劳务协作站点",
  en: "labour station",
  keeping: "scoped",
  group: "labour",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "side", "place", "set_up_on", "closed_on"],
  fields: [
    { key: "name", zh: "站点名称", en: "name", type: "text", required: true, headers: ["劳务协作站", "工作站名称"] },
    {
      key: "side",
      zh: "设在",
      en: "side",
      type: "code",
      codes: [
        { code: "east", zh: "东部", en: "east" },
        { code: "west", zh: "西部", en: "west" },
      ],
      headers: ["所在侧"],
    },
    { key: "place", zh: "地址", en: "place", type: "text", headers: ["地点", "设立地点"] },
    { key: "operator", zh: "运营单位", en: "operator", type: "text", headers: ["承办单位", "管理单位"] },
    { key: "set_up_on", zh: "设立日期", en: "set up on", type: "date", headers: ["挂牌时间", "成立时间"] },
    { key: "document_no", zh: "挂牌文件", en: "document", type: "text", headers: ["文号", "批复文号"] },
    { key: "closed_on", zh: "撤销日期", en: "closed on", type: "date", headers: ["撤销时间"] },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
