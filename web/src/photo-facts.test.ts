import assert from "node:assert/strict";
import { test } from "node:test";
import { photoFacts } from "./photo-facts.js";

/** A JPEG that holds nothing but EXIF: taken 2023-11-20 10:05 at 26°25'52.32" N, 107°31'1.2" E. */
function photo(little: boolean, latitude = "N"): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(220));
  const [short, long] = [
    (at: number, value: number) => tiff.setUint16(at, value, little),
    (at: number, value: number) => tiff.setUint32(at, value, little),
  ];
  const text = (at: number, value: string) => {
    for (const [index, sign] of [...value].entries()) tiff.setUint8(at + index, sign.charCodeAt(0));
  };
  const entry = (at: number, tag: number, type: number, count: number, value: number | string) => {
    short(at, tag);
    short(at + 2, type);
    long(at + 4, count);
    if (typeof value === "string") text(at + 8, value);
    else long(at + 8, value);
  };
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  short(2, 42);
  long(4, 8);
  short(8, 2);
  entry(10, 0x8769, 4, 1, 40);
  entry(22, 0x8825, 4, 1, 60);
  short(40, 1);
  entry(42, 0x9003, 2, 20, 130);
  text(130, "2023:11:20 10:05:00");
  short(60, 4);
  entry(62, 1, 2, 2, latitude);
  entry(74, 2, 5, 3, 152);
  entry(86, 3, 2, 2, "E");
  entry(98, 4, 5, 3, 176);
  for (const [at, over, under] of [
    [152, 26, 1],
    [160, 25, 1],
    [168, 5232, 100],
    [176, 107, 1],
    [184, 31, 1],
    [192, 120, 100],
  ] as const) {
    long(at, over);
    long(at + 4, under);
  }
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xe1, 0, tiff.byteLength + 8, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return new Uint8Array([...head, ...new Uint8Array(tiff.buffer), 0xff, 0xd9]);
}

test("the day and the place that a camera wrote, in either order of bytes", () => {
  for (const little of [true, false])
    assert.deepEqual(photoFacts(photo(little)), { day: "2023-11-20", place: "26.4312,107.5170" });
  assert.equal(photoFacts(photo(true, "S")).place, "-26.4312,107.5170");
});

test("what is no photo, has no EXIF or is cut off says nothing and breaks nothing", () => {
  const whole = photo(true);
  const none = { day: null, place: null };
  assert.deepEqual(photoFacts(new Uint8Array()), none);
  assert.deepEqual(photoFacts(new TextEncoder().encode("%PDF-1.7")), none);
  assert.deepEqual(photoFacts(new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2])), none);
  for (let length = 0; length < whole.length - 4; length += 7) {
    const { day, place } = photoFacts(whole.slice(0, length));
    assert.ok([day, place].every((one) => one === null || /^[-\d.,]+$/.test(one)));
  }
});
