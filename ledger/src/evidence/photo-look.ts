/**
 * How a photograph looks, in 64 bits: whether each of 8 × 8 fields is brighter than the one right of it. The same picture
 * saved smaller, or with less quality, differs in a few bits at most. Read from the mean brightness (DC) that JPEG stores
 * of every 8 × 8 pixels, so that no picture is unpacked: baseline, extended and progressive files, which is what telephones and
 * chats make. Null: another kind of file, a damaged one, or a plain surface that looks like any other.
 */
export function photoLook(bytes: Uint8Array): string | null {
  const grid = brightness(bytes);
  if (grid === null) return null;
  let bits = 0n;
  let set = 0;
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) {
      // A surface without any difference must not get bits from rounding.
      const brighter = mean(grid, x, y) - mean(grid, x + 1, y) > 1e-6;
      bits = (bits << 1n) | (brighter ? 1n : 0n);
      if (brighter) set += 1;
    }
  return set < 6 || set > 58 ? null : bits.toString(16).padStart(16, "0");
}

/** Two looks are of one photograph when at most this many of their bits differ. */
export const SAME_LOOK = 7;

/** How many bits of two looks differ. */
export function lookDistance(one: string, other: string): number {
  let bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; bits > 0n; bits &= bits - 1n) count += 1;
  return count;
}

/** Mean brightness of every block of the picture, row by row; its size in blocks, the last ones not whole. */
interface Grid {
  readonly values: Int32Array;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** Of 9 × 8 fields, the one at x, y; a block that lies across an edge counts with the part that is inside. */
function mean({ values, stride, width, height }: Grid, x: number, y: number): number {
  const [left, right] = [(x * width) / 9, ((x + 1) * width) / 9];
  const [top, bottom] = [(y * height) / 8, ((y + 1) * height) / 8];
  let sum = 0;
  for (let row = Math.floor(top); row < bottom; row++) {
    const tall = Math.min(row + 1, bottom) - Math.max(row, top);
    for (let column = Math.floor(left); column < right; column++)
      sum += (values[row * stride + column] ?? 0) * tall * (Math.min(column + 1, right) - Math.max(column, left));
  }
  return sum;
}

interface Component {
  readonly id: number;
  readonly h: number;
  readonly v: number;
  dc: number;
  ac: number;
  last: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly components: readonly Component[];
}

/** A Huffman table by the next 16 bits: how many of them the code takes, and the symbol it stands for; 0: no code. */
type Codes = Uint16Array;

function brightness(bytes: Uint8Array): Grid | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const at = (place: number) => ((bytes[place] ?? 0) << 8) | (bytes[place + 1] ?? 0);
  const tables = new Map<number, Codes>();
  let frame: Frame | null = null;
  let restart = 0;
  for (let place = 2; place + 4 <= bytes.length; ) {
    if (bytes[place] !== 0xff) return null;
    const marker = bytes[place + 1] ?? 0;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    const length = at(place + 2);
    const part = bytes.subarray(place + 4, place + 2 + length);
    if (marker === 0xc4) readTables(part, tables);
    else if (marker === 0xdd) restart = at(place + 4);
    else if (marker === 0xc0 || marker === 0xc1 || marker === 0xc2) frame = readFrame(part, marker === 0xc2);
    else if (marker === 0xda)
      return frame === null ? null : readScan(bytes, place + 2 + length, part, { frame, tables, restart });
    else if (marker === 0xd9 || length < 2) return null;
    place += 2 + length;
  }
  return null;
}

function readTables(part: Uint8Array, tables: Map<number, Codes>): void {
  for (let place = 0; place + 17 <= part.length; ) {
    const name = part[place] ?? 0;
    const codes = new Uint16Array(65_536);
    let [code, symbol] = [0, place + 17];
    for (let length = 1; length <= 16; length++) {
      for (let n = 0; n < (part[place + length] ?? 0); n++) {
        const first = code << (16 - length);
        codes.fill((length << 8) | (part[symbol] ?? 0), first, first + (1 << (16 - length)));
        code += 1;
        symbol += 1;
      }
      code <<= 1;
    }
    tables.set(name, codes);
    place = symbol;
  }
}

function readFrame(part: Uint8Array, progressive: boolean): Frame | null {
  const number = (place: number) => ((part[place] ?? 0) << 8) | (part[place + 1] ?? 0);
  const [height, width, count] = [number(1), number(3), part[5] ?? 0];
  if (height === 0 || width === 0 || count === 0 || width * height > 400_000_000) return null;
  const components = Array.from({ length: count }, (_, n): Component => {
    const sampling = part[7 + n * 3] ?? 0x11;
    return { id: part[6 + n * 3] ?? 0, h: sampling >> 4, v: sampling & 15, dc: 0, ac: 0, last: 0 };
  });
  return { width, height, progressive, components };
}

/** The first scan: of a progressive file it holds nothing but the DC values, of a baseline one all. */
function readScan(
  bytes: Uint8Array,
  start: number,
  part: Uint8Array,
  {
    frame,
    tables,
    restart,
  }: { readonly frame: Frame; readonly tables: ReadonlyMap<number, Codes>; readonly restart: number },
): Grid | null {
  const count = part[0] ?? 0;
  const used = Array.from({ length: count }, (_, n) => {
    const one = frame.components.find(({ id }) => id === part[1 + n * 2]);
    if (one !== undefined) [one.dc, one.ac] = [(part[2 + n * 2] ?? 0) >> 4, (part[2 + n * 2] ?? 0) & 15];
    return one;
  }).filter((one) => one !== undefined);
  const [light] = frame.components;
  if (light === undefined || used[0] !== light || used.length !== count) return null;
  const [most, tall] = [
    Math.max(...frame.components.map(({ h }) => h)),
    Math.max(...frame.components.map(({ v }) => v)),
  ];
  const alone = used.length === 1;
  const blocks = (size: number, sampling: number, of: number) => Math.ceil(Math.ceil((size * sampling) / of) / 8);
  const [width, height] = [blocks(frame.width, light.h, most), blocks(frame.height, light.v, tall)];
  const across = alone ? width : Math.ceil(frame.width / (8 * most));
  const down = alone ? height : Math.ceil(frame.height / (8 * tall));
  const stride = alone ? width : across * light.h;
  const values = new Int32Array(stride * (alone ? height : down * light.v));
  const reader = new BitReader(bytes, start);
  for (let unit = 0; unit < across * down; unit++) {
    if (restart > 0 && unit > 0 && unit % restart === 0) {
      reader.restart();
      for (const one of used) one.last = 0;
    }
    for (const one of used) {
      const [dc, ac] = [tables.get(one.dc), tables.get(0x10 | one.ac)];
      if (dc === undefined || (!frame.progressive && ac === undefined)) return null;
      const [h, v] = alone ? [1, 1] : [one.h, one.v];
      for (let block = 0; block < h * v; block++) {
        const size = reader.symbol(dc);
        if (size < 0 || size > 16) return null;
        one.last += reader.signed(size);
        if (!frame.progressive && ac !== undefined && !reader.skipBlock(ac)) return null;
        if (one !== light) continue;
        const x = (unit % across) * h + (block % h);
        const y = Math.floor(unit / across) * v + Math.floor(block / h);
        values[y * stride + x] = one.last;
      }
    }
  }
  return {
    ...{ values, stride },
    width: (frame.width * light.h) / most / 8,
    height: (frame.height * light.v) / tall / 8,
  };
}

/** Bits of a scan; a 0 stuffed behind 0xff is none of them. */
class BitReader {
  readonly #bytes: Uint8Array;
  #place: number;
  #hold = 0;
  #left = 0;

  constructor(bytes: Uint8Array, place: number) {
    this.#bytes = bytes;
    this.#place = place;
  }

  /** The next 16 bits, without taking them; behind a marker or the file's end zeros, and the scan fails or is done. */
  #peek(): number {
    while (this.#left < 16) {
      const byte = this.#bytes[this.#place] ?? 0;
      const ended = byte === 0xff && this.#bytes[this.#place + 1] !== 0;
      if (!ended) this.#place += byte === 0xff ? 2 : 1;
      this.#hold = ((this.#hold << 8) | (ended ? 0 : byte)) & 0xff_ffff;
      this.#left += 8;
    }
    return (this.#hold >> (this.#left - 16)) & 0xffff;
  }

  symbol(codes: Codes): number {
    const entry = codes[this.#peek()] ?? 0;
    if (entry === 0) return -1;
    this.#left -= entry >> 8;
    return entry & 0xff;
  }

  signed(size: number): number {
    if (size === 0) return 0;
    const value = this.#peek() >> (16 - size);
    this.#left -= size;
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  skipBlock(codes: Codes): boolean {
    for (let k = 1; k < 64; ) {
      const symbol = this.symbol(codes);
      if (symbol < 0) return false;
      const size = symbol & 15;
      if (size === 0 && symbol < 0xf0) return true;
      this.signed(size);
      k += (symbol >> 4) + 1;
    }
    return true;
  }

  /** On to behind the next restart marker. */
  restart(): void {
    this.#left = 0;
    while (this.#place + 1 < this.#bytes.length) {
      const marker = this.#bytes[this.#place + 1] ?? 0;
      if (this.#bytes[this.#place] === 0xff && marker >= 0xd0 && marker <= 0xd7) break;
      this.#place += 1;
    }
    this.#place += 2;
  }
}
