import type { RecordDefinition } from "../record-definition.js";

/** 消费帮扶三专: a counter, hall or zone in which the products of the west are sold; it counts while it is open. */
export const salesPoint: RecordDefinition = {
  name: "sales_point",
  zh: "消费帮扶三专",
  en: "counter, hall or zone",
  keeping: "scoped",
  group: "consumption",
  title: ["name"],
  order: { field: "name", descending: false, sound: "words" },
  columns: ["name", "kind", "place", "operator", "opened_on", "closed_on"],
  fields: [
    { key: "name", zh: "名称", en: "name", type: "text", required: true, headers: ["三专名称", "专柜（馆、区）名称"] },
    {
      key: "kind",
      zh: "类别",
      en: "kind",
      type: "code",
      required: true,
      codes: [
        { code: "counter", zh: "专柜", en: "counter" },
        { code: "hall", zh: "专馆", en: "hall" },
        { code: "zone", zh: "专区", en: "zone" },
      ],
      headers: ["类型", "三专类别"],
    },
    { key: "place", zh: "地址", en: "place", type: "text", headers: ["地点"] },
    { key: "operator", zh: "运营单位", en: "operator", type: "text", headers: ["经营主体"] },
    { key: "opened_on", zh: "设立日期", en: "opened on", type: "date", headers: ["开设时间", "设立时间"] },
    { key: "closed_on", zh: "撤销日期", en: "closed on", type: "date" },
    { key: "note", zh: "备注", en: "note", type: "long_text", headers: ["说明"] },
  ],
};
