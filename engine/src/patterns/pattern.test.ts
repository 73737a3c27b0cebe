import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { matchesOf, Pattern } from "./pattern.js";
import { firstCharacters, lookingFirst, triggerGrams } from "./trigger-grams.js";

const grams: readonly (readonly [RegExp, readonly string[] | null])[] = [
  [/捐赠|捐款/g, ["捐赠", "捐款"]],
  // The rarer half of a longer word; an assertion may look outside the match.
  [/(?<=向)捐(?=款)/, ["捐"]],
  [/座谈(?:会|交流)?/, ["座谈"]],
  // One of the two stretches is enough: the one with fewer and rarer beginnings.
  [/[^，。]{0,8}(?:召开|举行)[^，。]{0,30}推介会/, ["推介"]],
  [/率(?:领|团)|带队/, ["率领", "率团", "带队"]],
  [/〔(?:19|20)[0-9]{2}〕/, ["〔1", "〔2"]],
  [/\u5f00\u4f1a/, ["开会"]],
  [/👉+签/u, ["👉"]],
  // Nothing certain: an optional part, a negated class, a branch that may be empty.
  [/捐?/, null],
  [/[^的]{2}/, null],
  [/捐赠|\d*/, null],
  [/(?:捐赠)*给?/, null],
  [/\p{Script=Han}{2}/u, null],
];

for (const [pattern, expected] of grams)
  test(`${pattern.source} needs ${expected?.join("、") ?? "nothing"}`, () => {
    const found = triggerGrams(pattern);
    assert.deepEqual(found === null ? null : [...found].sort(), expected === null ? null : [...expected].sort());
  });

/** Expressions of every construct over a small alphabet, and texts of the same letters. */
const letter = fc.constantFrom(..."甲乙丙丁a1");
const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    letter,
    fc.array(letter, { minLength: 2, maxLength: 4 }).map((letters) => letters.join("")),
    fc.array(letter, { minLength: 1, maxLength: 3 }).map((letters) => `[${letters.join("")}]`),
    letter.map((one) => `[^${one}]`),
    fc.constantFrom("\\d", ".", "^", "$", "\\s", "[甲-丁]", "\\u4e59"),
    fc.tuple(tie("any"), tie("any")).map(([a, b]) => a + b),
    fc.tuple(tie("any"), tie("any")).map(([a, b]) => `(?:${a}|${b})`),
    fc
      .tuple(tie("any"), fc.constantFrom("?", "*", "+", "{2}", "{1,2}", "{0,1}", "{1}", "{2,}?", "??"))
      .map(([a, sign]) => `(?:${a})${sign}`),
    fc
      .tuple(fc.constantFrom("(?=", "(?!", "(?<=", "(?<!", "(?<n>", "("), tie("any"))
      .filter(([head, inside]) => head !== "(?<n>" || !inside.includes("(?<n>"))
      .map(([head, inside]) => `${head}${inside})`),
  ),
})).any;

test("every match begins with one of the first characters, so that a look at them loses none", () => {
  assert.deepEqual(firstCharacters(/(?<=向)(?:捐款|赠)|[给送]?书/), ["捐", "赠", "给", "送", "书"]);
  assert.equal(firstCharacters(/捐?/), null);
  fc.assert(
    fc.property(expression, fc.array(letter, { maxLength: 40 }), (source, letters) => {
      let pattern: RegExp;
      try {
        pattern = new RegExp(source, "g");
      } catch {
        return; // two groups of one name, a range backwards
      }
      const first = firstCharacters(pattern);
      for (const match of letters.join("").matchAll(pattern))
        assert.ok(first === null || first.includes(match[0].charAt(0)), source);
    }),
    { numRuns: 1000 },
  );
});

test("an expression that looks at each alternative's first character before it looks back matches the same", () => {
  assert.equal(
    lookingFirst(/(?<=[了|])(?:赠|送)|给|(?<=是)书?/),
    "(?=[\\u8d60\\u9001])(?<=[了|])(?:赠|送)|给|(?<=是)书?",
  );
  const alternative = fc.tuple(fc.constantFrom("", "(?<=甲)", "(?<=乙[^丙]*)", "(?<=(丁|a))"), expression);
  fc.assert(
    fc.property(
      fc.array(alternative, { minLength: 1, maxLength: 4 }),
      fc.array(letter, { maxLength: 40 }),
      (all, letters) => {
        let pattern: RegExp;
        try {
          pattern = new RegExp(all.map(([head, rest]) => head + rest).join("|"), "g");
        } catch {
          return; // two groups of one name
        }
        const said = (regex: RegExp) => [...letters.join("").matchAll(regex)].map((match) => [match.index, ...match]);
        assert.deepEqual(said(new RegExp(lookingFirst(pattern), "g")), said(pattern));
      },
    ),
    { numRuns: 1000 },
  );
});

test("no match stands in a stretch without a trigger", () => {
  fc.assert(
    fc.property(
      fc.array(expression, { minLength: 1, maxLength: 3 }),
      fc.array(letter, { maxLength: 40 }).map((letters) => letters.join("")),
      fc.nat(40),
      fc.nat(40),
      fc.constantFrom("", "i", "u", "iu"),
      (sources, document, a, b, flags) => {
        let regex: RegExp;
        try {
          regex = new RegExp(sources.join("|"), `g${flags}`);
        } catch {
          return; // two groups of one name, a quantified assertion
        }
        const [start, end] = [Math.min(a, b, document.length), Math.min(Math.max(a, b), document.length)];
        const text = document.slice(start, end);
        const found = new Pattern(regex).matches({ document, start, text });
        assert.deepEqual(
          found.map((match) => [match.index, match[0]]),
          [...text.matchAll(regex)].map((match) => [match.index, match[0]]),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test("matches are those of matchAll, empty ones and pairs of surrogates too", () => {
  for (const [regex, text] of [
    [/a*/g, "baac"],
    [/(?:)/gu, "甲🌾乙"],
    [/(?=乙)/g, "甲乙乙"],
  ] as const)
    assert.deepEqual(
      matchesOf(regex, text).map((match) => [match.index, match[0]]),
      [...text.matchAll(regex)].map((match) => [match.index, match[0]]),
    );
});

test("stretches may be asked in any order, of one document after another", () => {
  const given = new Pattern(/捐赠|捐款/g);
  const first = `${"甲区向乙县学校捐赠图书。".repeat(3)}丙镇无事。`;
  const at = (document: string, start: number, end: number) => given.mayOccur(document, start, end);
  assert.equal(at(first, 0, first.length), true);
  assert.equal(at(first, 36, 41), false);
  assert.equal(at(first, 0, 5), false);
  assert.equal(at("丙镇无事。", 0, 5), false);
  assert.equal(at(first, 24, 36), true);
  assert.equal(at(first, 12, 15), false);
});
