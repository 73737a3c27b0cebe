import assert from "node:assert/strict";
import { test } from "node:test";
import { findInText } from "./find-in-text.js";
import { otherNames } from "./former-names.js";
import { findSpelled, initialGrams, soundQueryGrams } from "./sound-initials.js";

const marked = (text: string, marks: readonly { readonly start: number; readonly end: number }[]) =>
  marks.map(({ start, end }) => text.slice(start, end));

test("a name is found by the first letters of its sounds, and by the sounds written out or begun", () => {
  for (const [name, letters, found] of [
    ["罗甸县", "ld", ["罗甸"]],
    ["贵州省黔南布依族苗族自治州罗甸县", "ldx", ["罗甸县"]],
    ["重庆市开州区", "cq", ["重庆"]],
    ["第2期 茶园", "cy", ["茶园"]],
    ["平塘—平塘", "pt", ["平塘", "平塘"]],
    ["ABB车间", "ab", []],
    ["罗甸县", "dl", []],
    ["罗甸县", "l", []],
    ["白云·罗甸", "yl", ["云·罗"]],
    ["罗甸县", "luodian", ["罗甸"]],
    ["罗甸县", "luod", ["罗甸"]],
    ["重庆市开州区", "CHONGQING", ["重庆"]],
    ["西安市", "xian", ["西安"]],
    ["先进集体", "xian", []],
    ["黔南布依族苗族自治州", "buyizumiaozu", ["布依族苗族"]],
    ["都匀市", "duyunshi", ["都匀市"]],
    ["罗甸县", "dianluo", []],
    ["罗甸县", "luo", []],
  ] as const) {
    assert.deepEqual(marked(name, findSpelled(name, "words", letters)), found, `${letters} in ${name}`);
    const held = initialGrams(name, "words");
    const mayHold = soundQueryGrams(letters).some((grams) => grams.every((gram) => held.includes(gram)));
    assert.equal(mayHold, found.length > 0, `grams of ${name}`);
  }
});

test("a surname is read as one", () => {
  assert.deepEqual(marked("单小明", findSpelled("单小明", "surname", "sx")), ["单小"]);
  assert.deepEqual(marked("单小明", findSpelled("单小明", "words", "sx")), []);
});

test("words that are no initials ask for none", () => {
  for (const text of ["l", "罗d", "ld2", "", "l d"]) assert.deepEqual(soundQueryGrams(text), [], text);
  assert.deepEqual(soundQueryGrams(" LDX "), [["'dx", "'ld"]]);
});

test("a hit is marked where it is printed, whatever its width and the marks inside it", () => {
  for (const [text, wanted, found] of [
    ["广州白云·平塘", "白云平塘", ["白云·平塘"]],
    ["第２５０号 ＡＢＢ", "250号abb", ["２５０号 ＡＢＢ"]],
    ["厂房3000㎡", "m2", ["㎡"]],
    ["刺梨、刺梨汁", "刺梨", ["刺梨", "刺梨"]],
    ["𠮷林社区", "林社", ["林社"]],
    ["罗甸", "，。", []],
    ["云白", "白云", []],
  ] as const)
    assert.deepEqual(marked(text, findInText(text, wanted)), found, wanted);
});

test("former and later names stand for each other", () => {
  assert.ok(otherNames("石坎县扶贫办").includes("石坎县乡村振兴局"));
  assert.ok(otherNames("乡村振兴局").includes("扶贫办"));
  assert.deepEqual(otherNames("盘县"), ["盘州"]);
  assert.deepEqual(otherNames("东西部扶贫协作"), ["东西部协作"]);
  assert.deepEqual(otherNames("罗甸"), []);
});
