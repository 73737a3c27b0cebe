import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeText } from "../decoding/cp936.js";
import { extract } from "../extract.js";

const gbk = (text: string) => Buffer.from(encodeText(text) ?? []);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
const quoted = (bytes: Uint8Array) =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("")
    .replace(/.{72}/g, "$&=\r\n");
const read = (mail: string | Buffer, name = "来函.eml") =>
  extract({ name, bytes: typeof mail === "string" ? Buffer.from(mail, "latin1") : mail });

const text = "青云县委书记石远山将于5月6日率团赴白石市考察，请安排对接。";
// A subject cut inside a character between two encoded words, as mail programs do.
const subject = gbk("关于考察对接的函");
const head = [
  `Subject: =?gb2312?B?${base64(subject.subarray(0, 7))}?=`,
  ` =?gb2312?B?${base64(subject.subarray(7))}?=`,
  "From: =?utf-8?Q?=E9=9F=A6=E5=AE=89=E7=84=B6?= <a@example.cn>",
  "To: b@example.cn",
  "Date: Tue, 9 May 2023 10:12:00 +0800",
  "MIME-Version: 1.0",
].join("\r\n");

test("a mail in parts: text by its charset, the subject as title, attachments named", () => {
  const mail = `${head}\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(gbk("摘要"))}\r\n--b2\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(gbk(`<div>${text}</div><table><tr><td>项目</td><td>资金</td></tr><tr><td>茶厂</td><td>300万元</td></tr></table>`))}\r\n--b2--\r\n--b1\r\nContent-Type: application/msword; name="=?gb2312?B?${base64(gbk("行程.doc"))}?="\r\nContent-Disposition: attachment; filename*=utf-8''%E8%A1%8C%E7%A8%8B.doc\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b1--\r\n`;
  const { raw, extraction, furniture } = read(mail);
  assert.deepEqual(raw.split("\n"), [
    "关于考察对接的函",
    "发件人：韦安然 <a@example.cn>",
    "收件人：b@example.cn",
    "日期：Tue, 9 May 2023 10:12:00 +0800",
    text,
    "项目\t资金",
    "茶厂\t300万元",
  ]);
  assert.deepEqual(
    [extraction.title, extraction.published, extraction.raw.encoding],
    ["关于考察对接的函", "2023-05-09", "gb18030"],
  );
  assert.deepEqual(
    furniture.map(({ kind }) => kind),
    ["mail_head", "mail_head", "mail_head"],
  );
  const note = extraction.issues.find(({ code }) => code === "reader/attachments");
  assert.match(note?.message.zh ?? "", /行程\.doc/);
  const leader = extraction.facts.flatMap(({ evidence }) => evidence).find(({ quote }) => quote === "石远山");
  assert.equal(leader?.part, "message 1");
});

test("plain mails: wrapped lines, quoted ones set apart, charsets that are not stated", () => {
  const mail = Buffer.concat([
    Buffer.from(`${head}\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`, "latin1"),
    gbk(`${text}\r\n> 原函内容\r\n`),
  ]);
  const { raw, furniture } = read(mail);
  assert.ok(raw.split("\n").includes(text));
  assert.ok(
    furniture.some(({ kind, raw: { start, end } }) => kind === "quoted" && raw.slice(start, end) === "> 原函内容"),
  );
});

test("an encoding that is asked for is used for the text", () => {
  const mail = Buffer.concat([Buffer.from("From: a@example.cn\nDate: x\nSubject: x\n\n"), gbk(text)]);
  const { extraction, raw } = extract({ name: "a.eml", bytes: mail, encoding: "gbk" });
  assert.deepEqual([extraction.raw.encoding, extraction.raw.choice?.forced], ["gb18030", true]);
  assert.ok(raw.includes(text));
});

test("a page saved as .mht is a page", () => {
  const page = `<html><head><title>两地携手再谱山海情_青云网</title></head><body><h1>两地携手再谱山海情</h1><p>${text}</p><p>${text}</p></body></html>`;
  const mail = `From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(page))}\r\n--b--`;
  const { raw, extraction } = read(mail, "页面.mht");
  assert.equal(raw, `两地携手再谱山海情\n${text}\n${text}`);
  assert.equal(extraction.title, "两地携手再谱山海情");
});

test("a mail cut off anywhere is read as far as it goes; a letter that begins 日期： is a text", () => {
  const mail = Buffer.from(
    `${head}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(Buffer.from(text.repeat(9)))}`,
  );
  for (let length = 0; length < mail.length; length += 13) assert.ok(read(mail.subarray(0, length)).extraction.issues);
  assert.equal(extract({ name: "a.txt", bytes: Buffer.from(`Subject: 协作\n${text}`) }).extraction.raw.reader, "text");
});

test("parts within parts without end, and a thousand parts, are read in bounds", () => {
  const nested = Array.from(
    { length: 2_000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
  ).join("");
  assert.ok(read(`From: a\nDate: b\nMIME-Version: 1.0\n${nested}`).extraction);
  const many = `From: a\nDate: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${"--b\nContent-Type: text/plain\n\nx\n".repeat(5_000)}`;
  assert.ok(read(many).raw.split("\n").length < 1_000);
});
