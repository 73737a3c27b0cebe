/** A JPEG that holds nothing but what a camera writes: 2023-11-20 at 26°25'52.32" N, 107°31'1.2" E, and a name to tell it by. */
export function photoOf(name: string): Buffer {
  const tiff = Buffer.alloc(220);
  const entry = (at: number, tag: number, type: number, count: number, value: number | string) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    if (typeof value === "string") tiff.write(value, at + 8, "latin1");
    else tiff.writeUInt32LE(value, at + 8);
  };
  const parts = (at: number, ...pairs: readonly (readonly [over: number, under: number])[]) =>
    pairs.forEach(([over, under], index) => {
      tiff.writeUInt32LE(over, at + index * 8);
      tiff.writeUInt32LE(under, at + index * 8 + 4);
    });
  tiff.write("II*", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  entry(10, 0x8769, 4, 1, 40);
  entry(22, 0x8825, 4, 1, 60);
  tiff.writeUInt16LE(1, 40);
  entry(42, 0x9003, 2, 20, 130);
  tiff.write("2023:11:20 10:05:00", 130, "latin1");
  tiff.writeUInt16LE(4, 60);
  entry(62, 1, 2, 2, "N");
  entry(74, 2, 5, 3, 152);
  entry(86, 3, 2, 2, "E");
  entry(98, 4, 5, 3, 176);
  parts(152, [26, 1], [25, 1], [5232, 100]);
  parts(176, [107, 1], [31, 1], [120, 100]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, tiff.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  return Buffer.concat([head, tiff, Buffer.from([0xff, 0xd9]), Buffer.from(name)]);
}
