import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { extract } from "./extract.js";
import { repair } from "./repair.js";
import { byteMisalignment } from "./repairs/byte-misalignment.js";
import { damage, fold } from "./shifts/damage.js";
import { toSimplified } from "./text/script-converter.js";

const shared = join(dirname(fileURLToPath(import.meta.url)), "../../../shared");

function read(path: string) {
  return extract({ name: path, bytes: readFileSync(join(shared, path)) });
}

const here = existsSync(join(shared, "seeds"));
if (!here) console.log("../shared is absent: the founding documents are not read, our own cases below are");

test("the undamaged founding document has no edit at all", () => {
  if (!here) return;
  const reading = read("seeds/000_17a6dfa9780f989e.txt");
  assert.deepEqual(reading.extraction.damage, []);
  assert.deepEqual(reading.edits, []);
  assert.equal(reading.extraction.source, "白云时事");
  assert.equal(reading.extraction.published, "2023-12-21");
});

test("the damaged founding document is restored exactly", () => {
  if (!here) return;
  const reading = read("seeds/004_8e6da62e5d4570e4.txt");
  // The hash of the text restored by hand from its bytes, in Simplified characters.
  assert.equal(
    createHash("sha256").update(reading.repaired).digest("hex"),
    "220f1e23263d7e57b7623c91207f38a63775a0edecb75a0cad0def9142a53d02",
  );
  const counts = Object.fromEntries(reading.extraction.damage.map(({ repair: id, count }) => [id, count]));
  assert.deepEqual([counts["byte-misalignment"], counts.gloss], [2, 164]);
  assert.doesNotMatch(reading.repaired, /\?|\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/);
  for (const edit of reading.edits) {
    assert.equal(reading.raw.slice(edit.raw.start, edit.raw.end), edit.was);
    assert.equal(reading.repaired.slice(edit.repaired.start, edit.repaired.end), edit.now);
  }
});

test("no clean text of the development corpus gets a byte-level edit", () => {
  if (!here) return;
  const folder = join(shared, "corpus/dev");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const clean = name.includes(".clean.") || !existsSync(join(folder, name.replace(".txt", ".clean.txt")));
    if (!clean) continue;
    const text = readFileSync(join(folder, name), "utf8");
    for (const form of [text, fold(text)]) {
      assert.deepEqual(
        repair(form).damage.filter(({ family }) => family === "bytes"),
        [],
        name,
      );
    }
  }
});

/** Our own sentences of the same kind, with the marks that break. */
const own =
  "白石市党政代表团到青云县考察。虎山镇党委书记石远山表示，两地要常来常往。“我们带来了项目，也带来了订单。”石远山说。双方签订了三年结对协议；县长方一丁介绍，产业园建成以来，吸纳了本地群众就近就业。下一步，两地将继续深化劳务协作、消费帮扶，让合作成果惠及更多群众。";

const sentences = [
  own,
  "青云县九所學校、三家醫院與白石市結成對子。縣委書記石遠山説，這是好事。",
  "“大家來到青海。”石遠山説，“我們把學校辦好！”",
  "全区七所学校、三家医院都签了协议。会上，双方商定明年再办一次招聘会。县里说，这是好事。",
  "“请放心，我们一定把项目建好。”石远山说。随后，代表团走进产业园。",
  "帮助三所乡村学校。根据协议，双方每年互派教师。",
];

test("our own damaged sentences come back, in both scripts", () => {
  for (const sentence of sentences) {
    const broken = damage(sentence, { privateUse: "kept" }) ?? "";
    assert.notEqual(broken, fold(sentence));
    assert.equal(repair(broken, [byteMisalignment]).text, fold(sentence));
  }
});

test("a page that drops lone bytes without a trace is mended where the damage shows", () => {
  const broken = damage("線路通了。“從單幹到合作，”石遠山説，“這是大事。”", { orphan: "" }) ?? "";
  assert.ok(!broken.includes("?"));
  assert.match(repair(broken, [byteMisalignment]).text, /線路通了。“從單/);
});

test("a stripped page comes back where two characters were lost at once", () => {
  const broken = damage("市领导来访。会上，双方签订协议。", { privateUse: "stripped" }) ?? "";
  assert.notEqual(broken, fold("市领导来访。会上，双方签订协议。"));
  const { text, edits } = repair(broken, [byteMisalignment]);
  assert.match(text, /来访。会上,双方/);
  assert.ok(edits.some((edit) => edit.certainty === "guessed"));
});

test("what a gloss swallowed is told by a year, by a sentence's end and by the page's other glosses", () => {
  for (const [clean, key, pinyin] of [
    ["縣稅務局2015年第三季度招聘。", "站", "zhàn"],
    ["“洗一盆衣服，值！”\n來源：青雲縣", "路", "lù"],
    ["這一段路上，鼓手發動、投喂圖案，大家獲得產品。", "段", "duàn"],
  ] as const) {
    const broken = damage(clean, { glosses: [[key, pinyin]], cutsAtMarks: false, privateUse: "kept" }) ?? "";
    assert.ok(broken.includes("?"), broken);
    assert.equal(fold(repair(broken).text), fold(toSimplified(clean)));
  }
});

test("a glossed page comes back whatever characters were glossed", () => {
  const glosses = [
    ["党", "dǎng"],
    ["会", "huì"],
    ["数", "shù"],
    ["业", "yè"],
    ["协", "xié"],
    ["县", "xiàn"],
    ["长", "zhǎng"],
  ] as const;
  const broken = damage(own, { glosses, cutsAtMarks: false }) ?? "";
  const { text, damage: made } = repair(broken);
  assert.equal(text, fold(own));
  assert.ok(made.some(({ repair: id, count }) => id === "gloss" && count > 8));
});
