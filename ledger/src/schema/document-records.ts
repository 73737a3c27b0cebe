import type { RecordDefinition } from "@shanhai/model";
import { internalField as field } from "./internal-field.js";
import { SHEET_RECORDS } from "./sheet-records.js";

/**
 * Internal records (内部表): what the ledger keeps of documents and their checking. They pass the same write path,
 * chain, digests and erasure as the records of `model`, but have no list, form or workbook of their own. All rows
 * stand in the nil scope: a document belongs to nobody's pair until facts of it are adopted.
 *
 * Everything that repeats the document's words is `personal`: it enters digests as a salted HMAC and never a change's
 * body, so that erasing a document leaves chains that verify. No such field is in a title: search grams are no secret.
 */

const ofDocument = field("document", "reference", "材料", "Document", { record: "document", required: true });
const wordsOfDocument = { personal: true } as const;

/** 材料: one per content; its id follows from the SHA-256 of the bytes. Small: it is the lock of its own checking. */
const document: RecordDefinition = {
  name: "document",
  zh: "材料",
  en: "Document",
  keeping: "reference",
  group: "files",
  title: ["sha256"],
  order: { field: "arrival", descending: true },
  columns: ["name", "title", "published"],
  fields: [
    field("sha256", "text", "文件校验值", "SHA-256 of the bytes", { required: true }),
    field("arrival", "identifier", "到达次序", "Order of arrival", { required: true }),
    field("name", "text", "文件名", "File name", wordsOfDocument),
    field("size", "integer", "大小", "Size", { unit: "字节", required: true }),
    field("title", "text", "标题", "Title", wordsOfDocument),
    field("source_name", "text", "来源", "Published by", wordsOfDocument),
    field("published", "date", "发布日期", "Published on"),
    field("genre", "text", "文种", "Genre"),
    field("encoding", "text", "编码", "Encoding"),
    field("engine", "text", "引擎版本", "Engine version", { required: true }),
    field("mark", "text", "密级标注", "Mark"),
    field("damage", "list", "修复", "Repairs by kind"),
    field("repairs", "integer", "修复处数", "Repairs", { required: true }),
    field("facts", "integer", "要素数", "Facts", { required: true }),
    field("open_facts", "integer", "待核对要素数", "Facts to be checked", { required: true }),
    field("withdrawn", "flag", "已撤回", "Withdrawn", { required: true }),
    field("withdrawn_by", "text", "撤回人", "Withdrawn by"),
    field("withdrawn_at", "text", "撤回时间", "Withdrawn at"),
    field("withdrawn_reason", "text", "撤回原因", "Reason of the withdrawal", wordsOfDocument),
  ],
};

/** 材料正文: raw text with its reader's version, the repaired text and what a page needs to show the one beside the other. */
const documentText: RecordDefinition = {
  name: "document_text",
  zh: "材料正文",
  en: "Document text",
  keeping: "reference",
  group: "files",
  parent: { record: "document", field: "document" },
  title: ["reader"],
  order: { field: "reader", descending: false },
  columns: ["reader"],
  fields: [
    ofDocument,
    field("reader", "text", "读取方式", "Reader", { required: true }),
    field("reader_version", "integer", "读取版本", "Reader's version", { required: true }),
    field("raw", "long_text", "原文", "Raw text", wordsOfDocument),
    field("repaired", "long_text", "修复后文本", "Repaired text", wordsOfDocument),
    field("edits", "list", "修复记录", "Repairs", wordsOfDocument),
    field("furniture", "list", "页面附属内容", "Page furniture", wordsOfDocument),
    field("head", "list", "材料概况", "Head of the extraction", wordsOfDocument),
  ],
};

/** 报送: who brought a document, for which party. The same bytes from the same person again make no second one. */
const submission: RecordDefinition = {
  name: "submission",
  zh: "报送",
  en: "Submission",
  keeping: "reference",
  group: "files",
  parent: { record: "document", field: "document" },
  title: ["who"],
  order: { field: "who", descending: false },
  columns: ["who", "name"],
  fields: [
    ofDocument,
    field("account", "text", "账号", "Account", { required: true }),
    field("who", "text", "报送人", "Brought by", { required: true }),
    field("party", "reference", "代表单位", "For which party", { record: "party" }),
    field("name", "text", "文件名", "File name", wordsOfDocument),
  ],
};

/** 要素: one fact of one document as the engine said it; never changed, only set aside by a later engine run. */
const fact: RecordDefinition = {
  name: "fact",
  zh: "要素",
  en: "Fact",
  keeping: "reference",
  group: "files",
  parent: { record: "document", field: "document" },
  title: ["kind"],
  order: { field: "ordinal", descending: false },
  columns: ["kind", "rule"],
  fields: [
    ofDocument,
    field("fact_id", "text", "要素编号", "Fact id", { required: true }),
    field("kind", "text", "类别", "Kind", { required: true }),
    field("rule", "text", "规则", "Rule", { required: true }),
    field("confidence", "integer", "把握程度", "Confidence", { unit: "‰", required: true }),
    field("engine", "text", "引擎版本", "Engine version", { required: true }),
    field("ordinal", "integer", "次序", "Order in the document", { required: true }),
    field("beside", "texts", "旧要素", "Older facts of the same kind and place"),
    field("set_aside", "flag", "已被新版取代", "No longer made by the engine", { required: true }),
    field("body", "list", "内容", "Body", wordsOfDocument),
  ],
};

/** 核对决定: what a person decided about a fact, what was written because of it, and which decision it replaces. */
const decision: RecordDefinition = {
  name: "decision",
  zh: "核对决定",
  en: "Decision",
  keeping: "reference",
  group: "files",
  parent: { record: "document", field: "document" },
  title: ["verdict"],
  order: { field: "fact_id", descending: false },
  columns: ["verdict", "who"],
  fields: [
    ofDocument,
    field("fact_id", "text", "要素编号", "Fact id", { required: true }),
    field("verdict", "code", "决定", "Verdict", {
      required: true,
      codes: [
        { code: "adopt", zh: "采用", en: "Adopted" },
        { code: "correct", zh: "更正", en: "Corrected" },
        { code: "decline", zh: "不采用", en: "Declined" },
        { code: "merge", zh: "并入", en: "Merged" },
        { code: "undo", zh: "撤销", en: "Undone" },
      ],
    }),
    field("corrected", "list", "更正内容", "Corrected values", wordsOfDocument),
    field("written", "list", "写入内容", "What was written", wordsOfDocument),
    field("replaces", "reference", "取代的决定", "Replaces", { record: "decision" }),
    field("account", "text", "账号", "Account", { required: true }),
    field("who", "text", "核对人", "Decided by", { required: true }),
    field("reason", "text", "理由", "Reason", wordsOfDocument),
  ],
};

/** All internal records, parents first. */
export const DOCUMENT_RECORDS: readonly RecordDefinition[] = [
  document,
  documentText,
  submission,
  fact,
  decision,
  ...SHEET_RECORDS,
];
