import { heldLedgers, type RecordDefinition, recordGroups } from "@shanhai/model";
import { internalCode as code, internalField as field } from "../schema/internal-field.js";

/**
 * Internal records (内部表) of who works here. They pass the same write path and chain as the records of `model` and have
 * pages of their own (设置); the policy opens them to the three administrators only.
 */

const state = field("state", "code", "状态", "State", {
  required: true,
  codes: [code("active", "启用", "active"), code("disabled", "停用", "disabled")],
});

export const ROLE_CODES = [
  code("clerk", "经办人", "clerk"),
  code("reviewer", "审核人", "reviewer"),
  code("leader", "分管领导", "leader"),
  code("finance", "财务", "finance"),
  code("posted_cadre", "挂职干部", "posted cadre"),
  code("project_owner", "项目实施单位", "project owner"),
  code("consolidator", "汇总人（市、省）", "consolidator"),
  code("inspector", "考核组（查阅）", "inspector"),
  code("system_admin", "系统管理员", "system administrator"),
  code("security_admin", "安全（保密）管理员", "security administrator"),
  code("audit_admin", "审计管理员", "auditor"),
] as const;

export const OFFICE_KIND_CODES = [
  code("cooperation", "协作部门", "cooperation office"),
  code("government", "党委、政府", "party committee or government"),
  code("bureau", "行业部门", "bureau"),
  code("township", "乡镇、街道", "township"),
  code("working_group", "前方工作组", "working group"),
  code("enterprise", "项目实施单位", "project owner"),
  code("city", "市（州）", "city"),
  code("province", "省（区、市）", "province"),
  code("inspection", "考核组、检查组", "inspection"),
  code("operations", "运维、保密、审计", "operations"),
] as const;

const branches = field("branches", "texts", "分管条线", "Branches", {
  codes: recordGroups,
});

/** 账号持有人: the public part of an account; its id is the account's. */
const holder: RecordDefinition = {
  name: "holder",
  zh: "账号",
  en: "account",
  keeping: "reference",
  group: "basics",
  title: ["name"],
  order: { field: "name", descending: false },
  columns: ["name", "state"],
  fields: [field("name", "text", "姓名", "Name", { required: true }), state, field("note", "text", "备注", "Note")],
};

/** 单位（办公室）: belongs to a party, unless it stands above or beside them. */
const office: RecordDefinition = {
  name: "office",
  zh: "单位",
  en: "office",
  keeping: "reference",
  group: "basics",
  title: ["name"],
  order: { field: "name", descending: false },
  columns: ["name", "kind", "party"],
  fields: [
    field("name", "text", "名称", "Name", { required: true }),
    field("kind", "code", "类别", "Kind", { required: true, codes: OFFICE_KIND_CODES }),
    field("party", "reference", "所属地区", "Party", { record: "party" }),
    branches,
    field("place", "text", "乡镇（街道）", "Township"),
    field("maker_checker", "flag", "经办、审核分开", "Maker and checker apart", { required: true }),
    field("reviewed", "texts", "须经审核的台账", "Ledgers under review", {
      codes: heldLedgers.map(({ name, zh, en }) => code(name, zh, en)),
    }),
    state,
  ],
};

/** 身份（任职）: in which office an account acts, as what; narrowed to pairs, branches or projects where it says so. */
const membership: RecordDefinition = {
  name: "membership",
  zh: "身份",
  en: "post in an office",
  keeping: "reference",
  group: "basics",
  title: ["role"],
  order: { field: "role", descending: false },
  columns: ["account", "office", "role"],
  fields: [
    field("account", "reference", "账号", "Account", { required: true, record: "holder" }),
    field("office", "reference", "单位", "Office", { required: true, record: "office" }),
    field("role", "code", "岗位", "Role", { required: true, codes: ROLE_CODES }),
    field("title", "text", "职务", "Title"),
    field("pairs", "references", "只限这些结对", "Only these pairs", { record: "pair" }),
    branches,
    field("projects", "texts", "只限这些项目", "Only these projects"),
    state,
  ],
};

export const ACCOUNT_RECORDS: readonly RecordDefinition[] = [holder, office, membership];
