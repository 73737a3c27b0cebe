import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { repair } from "./repair.js";
import { damage } from "./shifts/damage.js";

/** Text of what repairs look at: marks, glosses, question marks, wrong tables, wide forms, both scripts, pairs. */
const pieces = fc.oneof(
  fc.constantFrom(
    "?",
    "?；",
    "?，F",
    "?！",
    "协(xié)",
    "協(xié)",
    "当?shù)",
    "(",
    "）",
    "涓浗",
    "ÖÐ¹ú",
    "锟斤拷",
    "&amp;",
    "&#x1F600;",
  ),
  fc.constantFrom(
    "１．５",
    "1,610",
    "，，",
    ",。",
    "\n",
    "\r\n",
    "　　",
    "中 国 山 海",
    "\u200b",
    "\ue4c6",
    "𠵾",
    "㗲",
    "殢",
    "\ud800",
  ),
  fc.constantFrom("發展", "发展", "乾縣", "皇后", "看著", "東西部協作", "“大家來”", "《书》", "镕堃", "，栲栳坪"),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));

/** A span begins and ends between characters, not inside one. */
function isWhole(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return !(before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}

/** Everything that a repaired text promises about its edits. */
function keepsItsWord(raw: string): void {
  const { text, edits, map } = repair(raw);
  let inRaw = 0;
  let inText = 0;
  for (const edit of edits) {
    assert.equal(raw.slice(edit.raw.start, edit.raw.end), edit.was);
    assert.equal(text.slice(edit.repaired.start, edit.repaired.end), edit.now);
    assert.equal(raw.slice(inRaw, edit.raw.start), text.slice(inText, edit.repaired.start));
    assert.ok(
      [edit.raw.start, edit.raw.end].every((at) => isWhole(raw, at)),
      JSON.stringify(raw),
    );
    inRaw = edit.raw.end;
    inText = edit.repaired.end;
  }
  assert.equal(raw.slice(inRaw), text.slice(inText));
  const whole = map.backward(0, text.length);
  assert.ok(whole.start >= 0 && whole.end <= raw.length);
}

test("no text makes repair throw, and every edit shows what stands in both texts", () => {
  fc.assert(fc.property(texts, keepsItsWord), { numRuns: 400 });
});

test("damaged text of any kind keeps its places", () => {
  const sentences = fc.array(
    fc.constantFrom(
      "两地签订协议。虎门镇表示，",
      "“大家来到青海。”石远山说，",
      "9所学校、3家医院！",
      "马健（2003）；",
      "\n",
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(sentences, fc.constantFrom("?", ""), fc.constantFrom("kept", "stripped"), (parts, orphan, privateUse) =>
      keepsItsWord(damage(parts.join(""), { orphan, privateUse: privateUse as "kept" | "stripped" }) ?? ""),
    ),
    { numRuns: 150 },
  );
});

test("what is long costs no more than its length: edits and all", () => {
  const long: readonly (readonly [name: string, text: string])[] = [
    ["question marks", "?".repeat(10_000)],
    ["digits", "1".repeat(1_000_000)],
    ["grouped digits", "111,".repeat(100_000)],
    ["glosses", "协(xié)".repeat(50_000)],
    ["open brackets", "(".repeat(500_000)],
    ["entities", "&amp;".repeat(100_000)],
    ["wide numbers", "１．".repeat(100_000)],
    ["blanks", "中 ".repeat(200_000)],
    ["marks", "，。".repeat(100_000)],
    ["surrogates", "\ud800".repeat(100_000)],
  ];
  for (const [name, text] of long) {
    const from = process.cpuUsage();
    assert.ok(repair(text).edits.length <= text.length, name);
    const { user, system } = process.cpuUsage(from);
    // Some hundred milliseconds; a quadratic step takes minutes.
    assert.ok(user + system < 10_000_000, `${name} took ${(user + system) / 1000} ms`);
  }
});
