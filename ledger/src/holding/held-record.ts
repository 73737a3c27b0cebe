import type { RecordDefinition } from "@shanhai/model";
import { HELD_RECORD } from "../account/policy.js";
import { internalCode as code, internalField as field } from "../schema/internal-field.js";

const required = true;

/**
 * 待审变更: what somebody wrote in a ledger under 经办—审核, before a colleague accepts it. It changes no row; accepted it is
 * carried out through the write path as it was asked, in the transaction that says so here. Its words may be personal, so
 * they enter digests as a salted HMAC. (A "proposal" in `model` is what facts would become.)
 */
const heldChange: RecordDefinition = {
  name: HELD_RECORD,
  zh: "待审变更",
  en: "Change under review",
  keeping: "reference",
  group: "files",
  title: ["maker_name"],
  order: { field: "state", descending: false },
  columns: ["state", "maker_name"],
  fields: [
    field("kind", "code", "类别", "Kind", {
      required,
      codes: [
        code("rows", "台账变更", "rows"),
        code("import", "表格导入", "import of a workbook"),
        code("undo", "撤销导入", "undoing of an import"),
      ],
    }),
    field("state", "code", "状态", "State", {
      required,
      codes: [
        code("draft", "草稿", "draft"),
        code("waiting", "待审", "waiting"),
        code("accepted", "审核通过", "accepted"),
        code("returned", "退回", "sent back"),
        code("dropped", "已撤销", "dropped"),
      ],
    }),
    field("office", "identifier", "单位", "Office", { required }),
    field("scope", "identifier", "协作双方", "Pair or party", { required }),
    field("records", "texts", "台账", "Ledgers"),
    field("touches", "texts", "涉及条目", "Rows that it changes"),
    field("maker", "text", "经办账号", "Maker's account", { required }),
    field("maker_name", "text", "经办人", "Made by", { required }),
    field("made_at", "text", "提交时间", "Made at", { required }),
    field("checker_name", "text", "审核人", "Checked by"),
    field("checked_at", "text", "审核时间", "Checked at"),
    field("check_kind", "code", "审核方式", "How it was checked", {
      codes: [
        code("checked", "审核", "checked by another"),
        code("self_checked", "经办审核同一人", "made and checked by one person"),
      ],
    }),
    field("note", "text", "退回理由", "Why it was sent back", { personal: true }),
    field("document", "identifier", "材料", "Document"),
    field("files", "texts", "随附的佐证文件", "Files that wait with it"),
    field("command", "identifier", "办理的操作标识", "Command that settled it"),
    field("reason", "text", "说明", "Why", { personal: true }),
    field("title", "text", "摘要", "What it is about", { personal: true }),
    field("work", "list", "内容", "What is to be written", { personal: true }),
  ],
};

export const HELD_RECORDS: readonly RecordDefinition[] = [heldChange];
