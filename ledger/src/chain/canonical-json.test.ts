import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { canonicalJson } from "./canonical-json.js";

test("numbers as RFC 8785, appendix B, prints them", () => {
  const vectors: readonly (readonly [bits: string, text: string])[] = [
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ];
  for (const [bits, text] of vectors) assert.equal(canonicalJson(Buffer.from(bits, "hex").readDoubleBE(0)), text, bits);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    assert.throws(() => canonicalJson(bad), /not a finite number/);
});

test("member names are ordered by UTF-16 code units, as in section 3.2.3", () => {
  const sorting = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  assert.equal(
    canonicalJson(sorting),
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
      '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  );
});

test("strings and literals as in section 3.2.2", () => {
  const sample = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"/",
    literals: [null, true, false],
  };
  assert.equal(
    canonicalJson(sample),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  assert.equal(canonicalJson("\u2028\u2029\b\t\f"), '"\u2028\u2029\\b\\t\\f"');
});

test("what JSON cannot say exactly is thrown, not guessed", () => {
  for (const bad of [undefined, 1n, Symbol("s"), () => 1, new Date(0), new Map(), [undefined], { a: undefined }])
    assert.throws(() => canonicalJson(bad), TypeError);
  assert.throws(() => canonicalJson(["\ud800"]), /lone surrogate/);
  assert.throws(() => canonicalJson({ "\udc00": 1 }), /lone surrogate/);
  assert.throws(() => canonicalJson(Object.assign([], { length: 1 })), TypeError);
});

test("property: the text reads back as the value, and the order of members does not matter", () => {
  const value = fc.jsonValue({ maxDepth: 4 }).filter((each) => !/\\ud[89a-f]/i.test(JSON.stringify(each)));
  fc.assert(
    fc.property(value, (each) => {
      const text = canonicalJson(each);
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(each)));
      assert.equal(canonicalJson(JSON.parse(text)), text);
      assert.equal(canonicalJson(turned(each)), text);
    }),
    { numRuns: 300 },
  );
});

/** The same value with the members of its objects in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, turned(member)]));
}
