import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { apply } from "../repair.js";
import { type MapRange, PositionMap } from "./position-map.js";
import type { TextEdit } from "./repair-step.js";

/** A text and edits on it that do not overlap. */
const edited = (text: fc.Arbitrary<string>) =>
  text.chain((base) =>
    fc
      .array(fc.record({ gap: fc.nat(4), size: fc.nat(3), text: fc.string({ maxLength: 3 }) }), { maxLength: 8 })
      .map((parts) => ({ base, edits: editsFrom(base, parts) })),
  );

function editsFrom(base: string, parts: readonly { gap: number; size: number; text: string }[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const part of parts) {
    const start = at + part.gap;
    const end = start + part.size;
    if (end > base.length) break;
    edits.push({ start, end, text: part.text });
    at = end + 1;
  }
  return edits;
}

const texts = fc.string({ minLength: 0, maxLength: 40 });

/** Every place that no edit touched reads the same in both texts. */
function keepsUntouched(from: string, to: string, map: PositionMap): void {
  for (let at = 0; at < from.length; at++) {
    const place = map.forward(at, at + 1);
    if (map.ranges.some((range) => at >= range.start && at < range.start + range.oldSize)) continue;
    assert.equal(place.deleted, false);
    assert.equal(to.slice(place.start, place.end), from.charAt(at));
  }
}

test("untouched characters are found on the other side, both ways", () => {
  fc.assert(
    fc.property(edited(texts), ({ base, edits }) => {
      const { text, map } = apply(base, edits);
      keepsUntouched(base, text, map);
      keepsUntouched(text, base, map.invert());
    }),
  );
});

test("composing two maps is walking through both", () => {
  fc.assert(
    fc.property(
      edited(texts).chain((first) => {
        const middle = apply(first.base, first.edits);
        return edited(fc.constant(middle.text)).map((second) => ({ first, middle, second }));
      }),
      ({ first, middle, second }) => {
        const last = apply(second.base, second.edits);
        const whole = middle.map.followedBy(last.map);
        keepsUntouched(first.base, last.text, whole);
        keepsUntouched(last.text, first.base, whole.invert());
        const grown = whole.ranges.reduce((sum, range) => sum + range.newSize - range.oldSize, 0);
        assert.equal(grown, last.text.length - first.base.length);
      },
    ),
  );
});

test("inverting twice changes nothing, and spans keep their order", () => {
  fc.assert(
    fc.property(edited(texts), fc.nat(40), fc.nat(40), ({ base, edits }, a, b) => {
      const { text, map } = apply(base, edits);
      assert.deepEqual(map.invert().invert().ranges, map.ranges);
      const [start, end] = [Math.min(a, b, base.length), Math.min(Math.max(a, b), base.length)];
      const place = map.forward(start, end);
      assert.ok(0 <= place.start && place.start <= place.end && place.end <= text.length);
      const back = map.backward(place.start, place.end);
      assert.ok(back.start <= back.end && back.end <= base.length);
    }),
  );
});

test("spans are tight around removed glosses and cover replaced stretches", () => {
  // 協(xié)作 → 協作, and 展?;㈤T → 展。虎門
  const { map } = apply("協(xié)作發展?;㈤T", [
    { start: 1, end: 6, text: "" },
    { start: 9, end: 13, text: "。虎門" },
  ]);
  assert.deepEqual(map.backward(0, 1), { start: 0, end: 1, deleted: false });
  assert.deepEqual(map.backward(0, 2), { start: 0, end: 7, deleted: false });
  assert.deepEqual(map.backward(1, 2), { start: 6, end: 7, deleted: false });
  assert.deepEqual(map.backward(5, 7), { start: 9, end: 13, deleted: false });
  assert.deepEqual(map.forward(1, 6), { start: 1, end: 1, deleted: true });
  assert.deepEqual(map.forward(11, 12), { start: 4, end: 7, deleted: false });
});

test("overlapping or disordered ranges are refused", () => {
  const bad: readonly (readonly MapRange[])[] = [
    [
      { start: 2, oldSize: 3, newSize: 1 },
      { start: 4, oldSize: 1, newSize: 1 },
    ],
    [
      { start: 5, oldSize: 0, newSize: 1 },
      { start: 1, oldSize: 0, newSize: 1 },
    ],
  ];
  for (const ranges of bad) assert.throws(() => PositionMap.of(ranges), RangeError);
  assert.throws(
    () =>
      apply("abc", [
        { start: 0, end: 2, text: "" },
        { start: 1, end: 3, text: "" },
      ]),
    RangeError,
  );
});

/**
 * Ranges that touch as one. What a map keeps of the characters is the same whichever two are composed first; where one
 * range ends and the next begins is not: a range that was emptied on the way no longer parts its neighbours.
 */
function joined(ranges: readonly MapRange[]): readonly MapRange[] {
  const out: MapRange[] = [];
  for (const range of ranges) {
    if (range.oldSize === 0 && range.newSize === 0) continue;
    const last = out.at(-1);
    if (last !== undefined && last.start + last.oldSize === range.start) {
      out[out.length - 1] = {
        start: last.start,
        oldSize: last.oldSize + range.oldSize,
        newSize: last.newSize + range.newSize,
      };
    } else out.push(range);
  }
  return out;
}

test("composing is associative", () => {
  fc.assert(
    fc.property(
      edited(texts).chain((first) => {
        const second = apply(first.base, first.edits);
        return edited(fc.constant(second.text)).chain((next) => {
          const third = apply(next.base, next.edits);
          return edited(fc.constant(third.text)).map((last) => [
            second.map,
            third.map,
            apply(last.base, last.edits).map,
          ]);
        });
      }),
      ([a = PositionMap.identity, b = PositionMap.identity, c = PositionMap.identity]) => {
        const left = a.followedBy(b).followedBy(c);
        const right = a.followedBy(b.followedBy(c));
        assert.deepEqual(joined(left.ranges), joined(right.ranges));
      },
    ),
  );
});
