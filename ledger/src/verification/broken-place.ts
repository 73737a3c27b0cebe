import { HEADS_LOG } from "../chain/heads-log.js";

/** What `verify` can find, in words: `{place}` is filled in. Codes are never reused. */
const FINDINGS = {
  LINK_MISSING: {
    zh: "变更链 {scope} 缺第 {seq} 环。",
    en: "Chain {scope} lacks link {seq}.",
  },
  LINK_EDITED: {
    zh: "变更链 {scope} 第 {seq} 环的内容与其校验值不符，记录被改动过。",
    en: "Link {seq} of chain {scope} does not have its hash: the log was edited.",
  },
  LINK_UNJOINED: {
    zh: "变更链 {scope} 第 {seq} 环接不上前一环。",
    en: "Link {seq} of chain {scope} does not follow the one before.",
  },
  LINK_COLUMNS: {
    zh: "变更链 {scope} 第 {seq} 环的“{field}”与其内容不符。",
    en: "The column {field} of link {seq} of chain {scope} is not what its text says.",
  },
  HEAD_WRONG: {
    zh: "变更链 {scope} 的末环登记（第 {seq} 环）与链不符。",
    en: "The head of chain {scope} (link {seq}) is not the end of the chain.",
  },
  CHAIN_WITHOUT_HEAD: {
    zh: "变更链 {scope} 没有末环登记。",
    en: "Chain {scope} has no head.",
  },
  CHAIN_CUT: {
    zh: `变更链 {scope} 被截断或改写：${HEADS_LOG} 记有第 {seq} 环，库中没有这一环。`,
    en: `Chain {scope} was cut or rewritten: ${HEADS_LOG} has link {seq}, the database does not.`,
  },
  ROW_EDITED: {
    zh: "“{record}”{id} 的第 {seq} 版与变更链不符，数据被改动过（变更链 {scope}）。",
    en: "Version {seq} of {record_en} {id} is not what chain {scope} says: the row was edited.",
  },
  ROW_LOST: {
    zh: "“{record}”{id} 的第 {seq} 版不见了（变更链 {scope}）。",
    en: "Version {seq} of {record_en} {id} is gone (chain {scope}).",
  },
  ROW_ADDED: {
    zh: "“{record}”{id} 的第 {seq} 版不在变更链 {scope} 中，是绕过系统写入的。",
    en: "Version {seq} of {record_en} {id} is in no link of chain {scope}: it was written past the ledger.",
  },
  ROW_TWICE: {
    zh: "“{record}”{id} 的第 {seq} 版有两份（变更链 {scope}）。",
    en: "Version {seq} of {record_en} {id} is there twice (chain {scope}).",
  },
  VERSION_END_WRONG: {
    zh: "“{record}”{id} 的历史版本截止处（第 {seq} 环）与变更链 {scope} 不符。",
    en: "A past version of {record_en} {id} does not end at link {seq} as chain {scope} says.",
  },
  AUDIT_EDITED: {
    zh: "审计日志第 {seq} 条与日志链不符，被改动过或缺失。",
    en: "Entry {seq} of the audit log does not fit its chain: it was edited or is gone.",
  },
  FILE_MISSING: {
    zh: "材料 {id} 的原件（{file}）不见了。",
    en: "The file {file} of document {id} is missing.",
  },
  FILE_CHANGED: {
    zh: "材料 {id} 的原件（{file}）内容被改动过。",
    en: "The file {file} of document {id} was altered.",
  },
} as const;

export type FindingCode = keyof typeof FINDINGS;

/** The first broken place. Thrown inside `verify` to end it there, and given back as data. */
export class BrokenPlace extends Error {
  readonly code: FindingCode;
  readonly zh: string;
  readonly en: string;

  constructor(code: FindingCode, places: { readonly [name: string]: string }) {
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "");
    super(fill(FINDINGS[code].en));
    this.code = code;
    this.zh = fill(FINDINGS[code].zh);
    this.en = this.message;
  }
}
