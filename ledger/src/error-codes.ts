/**
 * Every refusal of the ledger, in one table: what the user reads in Chinese and English, and what to do next.
 * `{name}` is filled from the parameters of the error; `{name_en}` is the English word for the `{name}` of the Chinese text. A code is never reused for another meaning.
 * Personal data never goes into parameters: texts reach logs and screens.
 */
export const ERROR_CODES = {
  DATABASE_IN_USE: {
    zh: "山海已在运行（数据目录 {dataDir}）。",
    en: "Shanhai is already running on the data directory {dataDir}.",
    advice_zh:
      "请直接打开正在运行的页面；要重新启动，先在原窗口按 Ctrl-C 结束它，或用 SHANHAI_DATA 指定另一个数据目录。",
    advice_en:
      "Open the page that is already running; to restart, end the other one with Ctrl-C first, or choose another directory with SHANHAI_DATA.",
  },
  DATABASE_OTHER_VERSION: {
    zh: "数据目录 {dataDir} 由 PostgreSQL {found} 建立，本程序使用 PostgreSQL {expected}，不能直接打开。",
    en: "The data directory {dataDir} was made by PostgreSQL {found}; this program uses PostgreSQL {expected} and cannot open it.",
    advice_zh: "请用原来版本的程序执行 shanhai export 目录，再用本程序在空的数据目录执行 shanhai import 目录。",
    advice_en:
      "Run `shanhai export DIR` with the program that made it, then `shanhai import DIR` with this one into an empty data directory.",
  },
  DATABASE_DAMAGED: {
    zh: "数据目录 {dataDir} 打不开：{cause}。",
    en: "The data directory {dataDir} cannot be opened: {cause}.",
    advice_zh: "请保留该目录不要改动，用最近一次备份导入到新的数据目录；备份位置见启动时的提示。",
    advice_en:
      "Keep the directory untouched and import the latest backup into a new data directory; the start names the last backup.",
  },
  DATABASE_UNREACHABLE: {
    zh: "连不上数据库：{cause}。",
    en: "The database cannot be reached: {cause}.",
    advice_zh: "请检查数据库服务是否已启动，以及 DATABASE_URL 是否正确。",
    advice_en: "Check that the database server runs and that DATABASE_URL is right.",
  },
  DATABASE_ENDED: {
    zh: "与数据库的连接中断，本次操作没有完成（{cause}）。",
    en: "The connection to the database ended before this operation was done ({cause}).",
    advice_zh: "保管数据库的程序可能已结束，请重新执行本操作。",
    advice_en: "The program that keeps the database has probably ended; do this again.",
  },
  DATABASE_SERVER_TOO_OLD: {
    zh: "数据库服务的版本是 PostgreSQL {found}，本程序需要 {oldest} 或更高版本。",
    en: "The database server is PostgreSQL {found}; this program needs {oldest} or newer.",
    advice_zh: "请升级数据库服务，或去掉 DATABASE_URL 使用内置数据库。",
    advice_en: "Upgrade the server, or unset DATABASE_URL to use the embedded database.",
  },
  DATA_DIRECTORY_UNUSABLE: {
    zh: "数据目录 {dataDir} 不能使用：{cause}。",
    en: "The data directory {dataDir} cannot be used: {cause}.",
    advice_zh: "请确认目录存在且当前用户可写，或用 SHANHAI_DATA 指定另一个目录。",
    advice_en:
      "Make sure that the directory exists and that you may write to it, or choose another one with SHANHAI_DATA.",
  },
  DISK_FULL: {
    zh: "磁盘已满，本次操作没有写入，已有数据不受影响。",
    en: "The disk is full; nothing of this operation was written, what was there is unharmed.",
    advice_zh: "请清理磁盘空间后重试。",
    advice_en: "Free some space and try again.",
  },
  DOCUMENT_SECRET: {
    zh: "文件带有“{level}”标志，没有接收，也没有留下任何内容。",
    en: "The file is marked as a state secret (level: {level}); it was not taken in and nothing of it was kept.",
    advice_zh: "本系统不得存储、处理国家秘密。请立即从本机移除该文件，按保密规定交本单位保密部门处理。",
    advice_en:
      "This system must not store or process state secrets. Remove the file from this computer now and hand it to your secrecy office.",
  },
  DOCUMENT_EMPTY: {
    zh: "文件是空的，没有接收。",
    en: "The file is empty; it was not taken in.",
    advice_zh: "请打开原文件确认有内容后重新导入，或直接粘贴正文。",
    advice_en: "Open the original, make sure that it has content and import it again, or paste the text.",
  },
  DOCUMENT_UNREADABLE: {
    zh: "文件读不出文字，没有接收。",
    en: "No text can be read from the file; it was not taken in.",
    advice_zh: "请用 WPS 或 Word 打开，另存为 .docx 或 .txt 后重新导入，或直接粘贴正文。",
    advice_en: "Open it in WPS or Word, save it as .docx or .txt and import that, or paste the text.",
  },
  DOCUMENT_BINARY: {
    zh: "这不是文字材料（文件内容是二进制数据），没有接收。",
    en: "This is no text document (its content is binary data); it was not taken in.",
    advice_zh: "请确认选对了文件；图片、压缩包、程序不能导入，扫描件请先转成文字。",
    advice_en:
      "Check that it is the right file; pictures, archives and programs cannot be imported, scans need their text first.",
  },
  DOCUMENT_NO_CHINESE: {
    zh: "材料里没有汉字（按 {encoding} 编码读取），没有接收。",
    en: "There is no Chinese in the document (read as {encoding}); it was not taken in.",
    advice_zh: "如果打开是乱码，请在导入时改选编码（GB18030、UTF-8、Big5）后重试。",
    advice_en: "If it shows as garbled characters, choose another encoding (GB18030, UTF-8, Big5) and try again.",
  },
  DOCUMENT_TOO_LARGE: {
    zh: "文件有 {size} MB，超过 {limit} MB 的上限，没有接收。",
    en: "The file has {size} MB, more than the limit of {limit} MB; it was not taken in.",
    advice_zh: "请拆分后分别导入，或只导入正文部分。",
    advice_en: "Split it and import the parts, or import only its text.",
  },
  READING_TIMED_OUT: {
    zh: "读取超过 {seconds} 秒，已停止；没有接收。",
    en: "Reading took more than {seconds} seconds and was stopped; the file was not taken in.",
    advice_zh: "请另存为 .txt 或拆分后重试；仍不行请把文件名和大小告诉维护人员。",
    advice_en: "Save it as .txt or split it and try again; if that fails, tell the maintainers its kind and size.",
  },
  READING_OUT_OF_MEMORY: {
    zh: "读取所需内存超过 {limit} MB 的上限，已停止；没有接收。",
    en: "Reading needed more than the limit of {limit} MB of memory and was stopped; the file was not taken in.",
    advice_zh: "请拆分后分别导入，或只导入正文部分。",
    advice_en: "Split it and import the parts, or import only its text.",
  },
  READING_CRASHED: {
    zh: "读取这份文件时程序出错，已恢复；没有接收。",
    en: "Reading this file failed inside the program, which has recovered; the file was not taken in.",
    advice_zh: "请另存为 .txt 后重试，并把文件类型告诉维护人员。",
    advice_en: "Save it as .txt and try again, and tell the maintainers what kind of file it is.",
  },
  DOCUMENT_NOT_FOUND: {
    zh: "没有这份材料。",
    en: "There is no such document.",
    advice_zh: "它可能已被清除，请刷新材料列表。",
    advice_en: "It may have been erased; reload the list of documents.",
  },
  DOCUMENT_WITHDRAWN: {
    zh: "{who} 已于 {at} 撤回这份材料，不能再核对。",
    en: "This document was withdrawn by {who} at {at}; it cannot be checked any more.",
    advice_zh: "您的决定没有写入。如需继续，请与撤回人联系后重新导入。",
    advice_en: "Your decisions were not written. To go on, speak to the person who withdrew it and import it again.",
  },
  DOCUMENT_IN_CHECKING: {
    zh: "这份材料已有核对决定，不能换一种读法重新读取。",
    en: "Decisions have been made on this document; it cannot be read in another way.",
    advice_zh: "请先撤销这份材料的核对决定，再换编码重新导入。",
    advice_en: "Undo the decisions on the document first, then import it again with the other encoding.",
  },
  DOCUMENT_ERASED: {
    zh: "这份材料已被清除，不能再使用。",
    en: "This document has been erased and cannot be used any more.",
    advice_zh: "清除不可恢复；清除的人和原因见操作记录。",
    advice_en: "An erasure cannot be taken back; who did it and why is in the record of operations.",
  },
  FACT_UNKNOWN: {
    zh: "材料中没有编号为 {fact} 的要素。",
    en: "The document has no fact {fact}.",
    advice_zh: "请刷新核对页面；决定文件请用当前版本重新生成。",
    advice_en: "Reload the page; make a decisions file anew with this version.",
  },
  DECISION_IMPOSSIBLE: {
    zh: "对要素 {fact} 的决定不能执行。",
    en: "The decision on fact {fact} cannot be carried out.",
    advice_zh: "请刷新核对页面后重新决定；决定内容没有写入。",
    advice_en: "Reload the page and decide again; nothing was written.",
  },
  PLAN_CHANGED: {
    zh: "确认之后，将写入的内容已有变化，没有写入。",
    en: "What would be written has changed since it was shown; nothing was written.",
    advice_zh: "请重新查看将写入的内容，再次确认。",
    advice_en: "Look at what will be written again and confirm it anew.",
  },
  DECISIONS_CUT: {
    zh: "已写入 {written} 条要素的决定，其余 {left} 条没有写入：写到中途停了。",
    en: "The decisions on {written} fact(s) were written, those on the other {left} were not: it stopped in the middle.",
    advice_zh: "已写入的完整有效。请刷新核对页面，对其余的重新预览、确认。",
    advice_en: "What was written is whole and stands. Reload the page, look at the rest again and confirm it.",
  },
  UNDO_NOTHING: {
    zh: "要素 {fact} 没有可以撤销的决定。",
    en: "There is no decision on fact {fact} that could be undone.",
    advice_zh: "请刷新核对页面。",
    advice_en: "Reload the page.",
  },
  UNDO_CHANGED_LATER: {
    zh: "不能撤销：{who} 已于 {at} 改动了“{row}”的“{field}”。",
    en: "This cannot be undone: {who} changed “{field}” of “{row}” at {at}.",
    advice_zh: "请先与改动人核实，再在台账中更正。",
    advice_en: "Speak to that person first, then correct the record itself.",
  },
  UNDO_NEEDED: {
    zh: "不能撤销：“{row}”还被 {who} 于 {at} 采用的其他要素使用。",
    en: "This cannot be undone: “{row}” is used by another fact that {who} adopted at {at}.",
    advice_zh: "请先撤销那个要素的决定。",
    advice_en: "Undo the decision on that fact first.",
  },
  UNDO_ERASED: {
    zh: "不能撤销：采用要素 {fact} 时写入内容的留存，已随另一份材料的清除一并去除，没有改动。",
    en: "This cannot be undone: what adopting fact {fact} had written was taken away when another document was erased; nothing was changed.",
    advice_zh: "请在台账中直接更正相应条目。",
    advice_en: "Correct the records themselves.",
  },
  SAMPLE_DECISIONS_UNFIT: {
    zh: "决定文件 {file} 与材料不符，没有执行其中任何决定。",
    en: "The decisions file {file} does not fit its document; none of its decisions was carried out.",
    advice_zh: "请用 node scripts/review-samples.mjs 按当前引擎重新生成。",
    advice_en: "Make it anew for this engine with `node scripts/review-samples.mjs`.",
  },
  MIGRATION_NEWER: {
    zh: "数据库由更新版本的程序建立（已到第 {found} 号迁移，本程序只到第 {known} 号），不能打开。",
    en: "The database was made by a newer program (it is at migration {found}, this program knows up to {known}); it cannot be opened.",
    advice_zh:
      "请升级本程序；确需退回旧版本的，用新版本执行 shanhai export 目录，再用旧版本在空的数据库执行 shanhai import 目录。",
    advice_en:
      "Upgrade this program; to go back to the older one, run `shanhai export DIR` with the newer program and `shanhai import DIR` with the older one into an empty database.",
  },
  MIGRATION_CHANGED: {
    zh: "数据库的第 {number} 号迁移与本程序的不一致，不能打开。",
    en: "Migration {number} of the database is not the one of this program; it cannot be opened.",
    advice_zh: "请用建立该数据库的程序执行 shanhai export 目录，再用本程序在空的数据库执行 shanhai import 目录。",
    advice_en:
      "Run `shanhai export DIR` with the program that made the database, then `shanhai import DIR` with this one into an empty database.",
  },
  RECORD_UNKNOWN: {
    zh: "没有“{record}”这种台账。",
    en: "There is no record named {record}.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  FIELD_UNKNOWN: {
    zh: "“{record}”没有要素“{field}”。",
    en: "The record {record_en} has no field {field}.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  VALUE_INVALID: {
    zh: "“{record}”的“{field}”填写的内容不符合格式，没有保存。",
    en: "The value of {field_en} in {record_en} does not have the right form; nothing was saved.",
    advice_zh: "请检查“{field}”后重新填写。",
    advice_en: "Check {field_en} and enter it again.",
  },
  VALUE_REQUIRED: {
    zh: "“{record}”的“{field}”必须填写，没有保存。",
    en: "The field {field_en} of {record_en} must not be empty; nothing was saved.",
    advice_zh: "请补填“{field}”。",
    advice_en: "Fill in {field_en}.",
  },
  ROW_EXISTS: {
    zh: "“{record}”已有这一条（{id}），没有重复保存。",
    en: "This row of {record_en} exists already ({id}); it was not saved twice.",
    advice_zh: "请刷新后在原有的一条上修改或并入。",
    advice_en: "Reload and change the row that exists, or merge into it.",
  },
  ROW_MISSING: {
    zh: "“{record}”没有这一条（{id}），没有保存。",
    en: "There is no such row of {record_en} ({id}); nothing was saved.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  VERSION_STALE: {
    zh: "您打开以后，{who}于 {at} 已修改了这一条“{record}”，您的修改没有保存。",
    en: "This row of {record_en} was changed by {who} at {at} (Beijing time), after you opened it; your change was not saved.",
    advice_zh: "请刷新，看过对方的修改后再改。",
    advice_en: "Reload, look at that change and make yours again.",
  },
  COMMAND_MALFORMED: {
    zh: "保存请求不完整或不合规则（{part}），没有保存。",
    en: "The request to save is incomplete or malformed ({part}); nothing was saved.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  COMMAND_REUSED: {
    zh: "这次保存用了另一次保存的编号（{command}），没有保存。",
    en: "This request used the number of another one ({command}); nothing was saved.",
    advice_zh: "请刷新页面后重试。",
    advice_en: "Reload the page and try again.",
  },
  COMMAND_TOO_LARGE: {
    zh: "一次保存 {rows} 条，超过 {limit} 条的上限，没有保存。",
    en: "A request of {rows} rows is beyond the limit of {limit}; nothing was saved.",
    advice_zh: "请分几次保存。",
    advice_en: "Save them in several parts.",
  },
  SOURCE_MISSING: {
    zh: "要撤回的出处已不在台账中，没有保存。",
    en: "A source to be taken back is not in the ledger any more; nothing was saved.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  SOURCE_WITHOUT_ROW: {
    zh: "出处所属的“{record}”条目不存在，没有保存。",
    en: "The row of {record_en} that a source belongs to does not exist; nothing was saved.",
    advice_zh: "请刷新后重试。",
    advice_en: "Reload and try again.",
  },
  REFERENCE_MISSING: {
    zh: "“{record}”的“{field}”所指的“{target}”条目不存在，没有保存。",
    en: "The row of {target_en} that {field_en} of {record_en} points to does not exist; nothing was saved.",
    advice_zh: "请刷新后重新选择；该条目可能已被删除。",
    advice_en: "Reload and choose again; that row may have been removed.",
  },
  ROW_NEEDED: {
    zh: "这一条“{record}”还被“{from}”的“{field}”引用，没有删除。",
    en: "This row of {record_en} is still pointed to by {field_en} of {from_en}; it was not removed.",
    advice_zh: "请先更改引用它的条目，再删除。",
    advice_en: "Change the rows that point to it first, then remove it.",
  },
  SCOPE_UNKNOWN: {
    zh: "没有这对协作双方或主体（{scope}），没有保存。",
    en: "There is no such pair or party ({scope}); nothing was saved.",
    advice_zh: "请先建立协作双方，再保存属于它们的内容。",
    advice_en: "Set up the pair first, then save what belongs to it.",
  },
  SCOPE_FORBIDDEN: {
    zh: "{who}的账号不管理这对协作双方，不能查看或修改。",
    en: "The account of {who} does not keep this pair; it may not read or change it.",
    advice_zh: "请用管理该协作双方的账号登录，或请管理员授权。",
    advice_en: "Sign in with an account that keeps this pair, or ask the administrator.",
  },
  ROLE_FORBIDDEN: {
    zh: "{who}的账号没有管理员权限，不能执行此操作（{what}）。",
    en: "The account of {who} is not an administrator's; it may not do this ({what}).",
    advice_zh: "请用管理员账号登录后执行。",
    advice_en: "Sign in as an administrator.",
  },
  QUERY_INVALID: {
    zh: "查询条件不合规则（{part}）。",
    en: "The query is malformed ({part}).",
    advice_zh: "请刷新页面后重新查询。",
    advice_en: "Reload the page and query again.",
  },
  PASSWORD_TOO_SHORT: {
    zh: "密码太短，至少 {least} 个字符，没有设置。",
    en: "The password is too short, it needs at least {least} characters; it was not set.",
    advice_zh: "请换一个更长的密码，几个词连起来最好记。",
    advice_en: "Choose a longer one; a few words in a row are easiest to remember.",
  },
  TARGET_NOT_EMPTY: {
    zh: "导入的目标数据库已有数据，没有导入。",
    en: "The database to import into holds data already; nothing was imported.",
    advice_zh: "请用 SHANHAI_DATA 指定一个空的数据目录（或空的数据库）后再导入。",
    advice_en: "Choose an empty data directory with SHANHAI_DATA (or an empty database) and import again.",
  },
  EXPORT_TARGET_UNUSABLE: {
    zh: "导出目录 {directory} 不是空的，没有导出。",
    en: "The directory {directory} is not empty; nothing was exported.",
    advice_zh: "请指定一个新的或空的目录。",
    advice_en: "Choose a new or empty directory.",
  },
  EXPORT_BROKEN: {
    zh: "目录 {directory} 里的导出不完整或被改动过（{part}），没有导入。",
    en: "The export in {directory} is incomplete or was altered ({part}); nothing was imported.",
    advice_zh: "请重新导出，或换一份完好的备份。",
    advice_en: "Export again, or take another backup that is whole.",
  },
  IMPORT_UNFINISHED: {
    zh: "上次导入没有完成，这个台账还不完整，不能使用。",
    en: "The last import was not finished; this ledger is not whole and cannot be used.",
    advice_zh: "请用同一份导出再次执行 shanhai import 目录，它会接着完成；或换一个空的数据目录。",
    advice_en:
      "Run `shanhai import DIR` again with the same export, it goes on where it stopped; or take an empty data directory.",
  },
} as const;

/** A key of the table. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Values for the `{name}` places of a text. */
export type ErrorParams = { readonly [name: string]: string | number };

/** A refusal of the ledger: a code of the table with both texts filled in. Broken code throws plain errors instead. */
export class LedgerError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** What happened, then what to do. */
  readonly zh: string;
  readonly en: string;
  /** The same in its two parts, for screens that set them apart. */
  readonly whatZh: string;
  readonly adviceZh: string;
  readonly whatEn: string;

  /** `detail`: what a room below says of it, in both languages, put before the advice. */
  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options?: { readonly cause?: unknown; readonly detail?: { readonly zh: string; readonly en: string } },
  ) {
    const entry = ERROR_CODES[code];
    const detail = options?.detail;
    const whatEn = fill(detail === undefined ? entry.en : `${entry.en} ${detail.en}`, params);
    const en = `${whatEn} ${fill(entry.advice_en, params)}`;
    super(en, options);
    this.name = "LedgerError";
    this.code = code;
    this.params = params;
    this.whatZh = fill(`${entry.zh}${detail?.zh ?? ""}`, params);
    this.adviceZh = fill(entry.advice_zh, params);
    this.zh = `${this.whatZh}${this.adviceZh}`;
    this.whatEn = whatEn;
    this.en = en;
  }
}

function fill(text: string, params: ErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined ? place : String(value);
  });
}
