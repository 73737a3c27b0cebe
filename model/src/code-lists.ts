import type { CodeLabel } from "./record-definition.js";

const code = (code: string, zh: string, en: string): CodeLabel => ({ code, zh, en });

/**
 * Lists of codes that more than one record uses. Only what rules and life-cycles decide on is here; what an authority
 * can change by a circular (county classes, funds, grades) is in the dictionary with its years.
 */
export const codeLists = {
  /** 东部 / 西部: which side of the cooperation. */
  side: [code("east", "东部", "east"), code("west", "西部", "west")],
  /** Side of a statement, which may be made jointly. */
  sideOrBoth: [code("east", "东部", "east"), code("west", "西部", "west"), code("both", "双方", "both")],
  /** 结对主体类型: what kind of thing takes part in a pairing (users.md finding 16: one enum of levels is false). */
  partyType: [
    code("province", "省", "province"),
    code("city", "市（州）", "city"),
    code("county", "县（市、区）", "county"),
    code("township", "镇街", "township"),
    code("village", "村（社区）", "village"),
    code("school", "学校", "school"),
    code("hospital", "医院", "hospital"),
    code("department", "部门", "department"),
    code("enterprise", "企业", "enterprise"),
    code("social_org", "社会组织", "social organisation"),
    code("park", "园区", "park"),
    code("group", "组团", "group"),
  ],
  /** 协作领域. */
  field: [
    code("fund", "资金支持", "funds"),
    code("industry", "产业合作", "industry"),
    code("labour", "劳务协作", "labour"),
    code("consumption", "消费协作", "consumption"),
    code("talent", "人才支援", "talent"),
    code("education", "教育帮扶", "education"),
    code("health", "医疗帮扶", "health"),
    code("tourism", "文旅合作", "tourism"),
    code("other", "其他", "other"),
  ],
  /** 单位类型. */
  organisationType: [
    code("government", "党政机关", "government"),
    code("institution", "事业单位", "public institution"),
    code("village", "村（社区）", "village or neighbourhood"),
    code("enterprise", "企业", "enterprise"),
    code("school", "学校", "school"),
    code("hospital", "医院", "hospital"),
    code("social_org", "社会组织", "social organisation"),
    code("cooperative", "合作社", "cooperative"),
    code("media", "媒体", "media"),
    code("other", "其他", "other"),
  ],
} as const satisfies { readonly [list: string]: readonly CodeLabel[] };
