import type { AnnotatedArticle } from "../annotation.js";
import { genreOf } from "../document/genre.js";
import type { DraftOf, Rule } from "../draft.js";
import { Pattern, type Stretch } from "../patterns/pattern.js";
import { type RepairedSpan, repairedSpan } from "../span.js";

type DocumentDraft = DraftOf<"document">;

/** 文号: 某协办〔2024〕12号, also with [] or （）, and 第3期 of minutes stays out. */
const number = new Pattern(/(?:[\p{Script=Han}]{2,16}[〔[［（(]|^〔)(?:19|20)[0-9]{2}[〕\]］）)][0-9]{1,5}号/u);
const labelled = new Pattern(
  /^(?:发布机构|发文机关|发文单位|发布单位|制发机关|公开主体|主办单位)[:：\s　]{1,4}([^\s　|｜]{2,30})/,
);
const dayOf = new Pattern(/^(?:成文日期|发文日期|印发日期|公开日期)[:：\s　]{1,4}/);
const organ =
  /(?:人民政府|委员会|办公室|办公厅|领导小组|局|厅|委|办|政府|协会|公司|工作队|工作组|指挥部|[组宣统]\p{Script=Han}部)$/u;
const recipient = new Pattern(
  /^(?:各|[\p{Script=Han}、，,]{2,60}(?:人民政府|委员会|办公室|局|厅|委|办|公司|单位|部门|政府|县|区|街道))[\p{Script=Han}、，,（）()]{0,80}[：:]$/u,
);
const attachment = /^(?:附件|附(?!件))[:：\s　]*(?:[0-9０-９]{1,2}[.．、]\s*)?(.{2,60})$/;
/** The further ones of a list, each on its line. */
const nextAttachment = /^[0-9０-９]{1,2}[.．、]\s*(.{2,60})$/;
/** Whom a letter answers or thanks, by name or as a public: 蔡某、岑某代表：, 某市委、市政府及社会各界爱心人士：. */
const answeredTo =
  /^([\p{Script=Han}、·]{2,40}(?:代表|委员|人士|同志们?|朋友们?|人民|父老乡亲|全体\p{Script=Han}{2,6}))[：:]$/u;
/** 某某局（代章）: what the stamp says of itself. */
const stamped = /[（(](?:代章|盖章|公章|章|印章)[）)]$/;
/** 某办公室　2024年5月8日印发: the colophon (版记). */
const printedBy = new Pattern(/^([\p{Script=Han}]{4,30})[\s　]+[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印发$/u);
const sentTo = new Pattern(/^(?:(?:主送|分送|发送|抄送)[:：\s　]*|[发送][:：][\s　]*)(.{2,200})$/);
const secrecy = new Pattern(/(?:^|[\s　:：])(绝密|机密|秘密|内部)(?:★[^\s　]{0,8}|资料|文件|(?=[\s　]|$))/);

/**
 * The parts of an official paper (公文要素, GB/T 9704): issuing organ, number, day, recipients, marked secrecy, attachments,
 * subject. Made for papers only: a text with a 文号, or of a paper's genre with the organ's signature over its day.
 */
export const documentPaper: Rule = {
  id: "document-paper",
  version: 2,
  purpose: "Number, organ and day that stand where a paper has them make it an official paper.",
  apply(article) {
    const { text, paragraphs } = article;
    const evidence: RepairedSpan[] = [];
    const printed = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    let issuer: string | null = null;
    let paperNumber: string | null = null;
    let date: string | null = null;
    const recipients: string[] = [];
    const attachments: string[] = [];
    let mark: string | null = null;
    let listing = false;
    const letter = genreOf(article) === "letter";
    paragraphs.forEach((paragraph, at) => {
      const { start, end } = paragraph.span;
      if (end - start > 1000) return;
      const line = printed(paragraph.span).trim();
      if (line.length > 400) return;
      const whole: Stretch = { document: text, start: end - line.length, text: line };
      const found = paperNumber === null ? number.exec(whole) : null;
      // The paper's own number stands alone or behind a label; one cited in a sentence is another paper's.
      if (found !== null && line.length <= found[0].length + 30 && !/[，,。；;《]/.test(line)) {
        paperNumber = found[0]
          .replace(/^(?:发文字号|文号|索引号)/, "")
          .replace(/[[［（(]/, "〔")
          .replace(/[\]］）)]/, "〕");
        evidence.push(place(paragraph.span.start, found.index + leading(article, paragraph.span), found[0].length));
      }
      const fields = labelled.mayOccur(text, start, end) || dayOf.mayOccur(text, start, end);
      for (const field of fields ? line.split(/[\s　|｜]{2,}/) : []) {
        const label = labelled.regex.exec(field);
        if (label?.[1] !== undefined && issuer === null) {
          issuer = label[1];
          evidence.push(paragraph.span);
        }
        if (dayOf.regex.test(field) && date === null) date = dayIn(article, paragraph.span);
      }
      const colophon = printedBy.exec(whole);
      if (colophon?.[1] !== undefined) {
        issuer ??= colophon[1];
        date = dayIn(article, paragraph.span) ?? date;
        evidence.push(paragraph.span);
      }
      const copies = sentTo.exec(whole)?.[1];
      if (copies !== undefined && recipients.length === 0)
        recipients.push(...copies.replace(/[。.]$/, "").split(/[，,、]/));
      const answered = at <= 6 && letter ? answeredTo.exec(line)?.[1] : undefined;
      if (answered !== undefined && recipients.length === 0) {
        recipients.push(answered);
        evidence.push(paragraph.span);
      }
      if (at <= 6 && recipient.test(whole) && recipients.length === 0) {
        // 各镇党委、政府，县直各部门: a comma divides the groups, 、 what is within one.
        const groups = line.slice(0, -1);
        recipients.push(...groups.split(/[，,]/.test(groups) ? /[，,]/ : "、"));
        evidence.push(paragraph.span);
      }
      const attached = attachment.exec(line);
      const further = listing ? nextAttachment.exec(line) : null;
      const name = attached?.[1] ?? further?.[1];
      if (name !== undefined) attachments.push(name.replace(/^[0-9０-９]{1,2}[.．、]\s*/, ""));
      listing = name !== undefined;
      if (at <= 4) mark ??= secrecy.exec(whole)?.[1] ?? null;
      // The signature: an organ's name on its own line over the day.
      const next = paragraphs[at + 1];
      const signed = line.replace(stamped, "");
      if (at <= 1 || !organ.test(signed) || line.length > 40 || /[，,。：:]/.test(line)) return;
      // Without a day only the very last line can be a signature.
      if (next === undefined) issuer ??= signed;
      else {
        const day = printed(next.span).trim();
        if (
          /^[0-9二〇零○一三四五六七八九十年月日\s]{8,14}$/.test(day) ||
          /^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$/.test(day)
        ) {
          // 中共某县委 over 某县人民政府: both sign.
          const above = paragraphs[at - 1];
          const first = above === undefined ? "" : printed(above.span).trim();
          const joint = first.length < 30 && organ.test(first) && !/[，,。：:、]/.test(first);
          issuer = joint ? `${first}　${signed}` : signed;
          date = dayIn(article, next.span) ?? date;
          evidence.push(repairedSpan(paragraph.span.start, next.span.end));
        }
      }
    });
    const paper = ["minutes", "agreement", "notice", "letter", "plan", "report"].includes(genreOf(article));
    if (paperNumber === null && !(paper && issuer !== null)) return [];
    const draft: DocumentDraft = {
      key: "document",
      kind: "document",
      confidence: paperNumber === null ? 0.8 : 0.95,
      inferred: [],
      evidence,
      issuer,
      number: paperNumber,
      date,
      recipients,
      secrecy: mark,
      attachments,
      subject: article.title,
    };
    return [draft];
  },
};

function leading(article: AnnotatedArticle, span: RepairedSpan): number {
  const printed = article.text.slice(span.start, span.end);
  return printed.length - printed.trimStart().length;
}

function place(base: number, offset: number, length: number): RepairedSpan {
  return repairedSpan(base + offset, base + offset + length);
}

function dayIn(article: AnnotatedArticle, span: RepairedSpan): string | null {
  return article.within("date", span).find((d) => d.value.form === "day")?.value.start ?? null;
}
