import { decodePair, encodeUnit } from "./cp936.js";
import { cost, measureWords } from "./fault-costs.js";
import { likelyByLead, likelyByTrail, likelyByTrailAndHalf } from "./likely-characters.js";
import { doubted, type PageSearch, type ReadingStep } from "./reading-step.js";
import { charactersWithReading, isReading, pinyinLetters } from "./readings.js";
import { emptyLattice, extend, isHan, type Lattice } from "./word-lattice.js";

/**
 * Undoes the GBK byte misalignment of one line by search. A page's displayed characters are bytes that were paired
 * wrongly: from a fault on, each true character is the second byte of one displayed character and the first byte of the
 * next, until an ASCII byte, a lost byte or a swallowed one brings the pairing back. Where a byte was lost, every
 * character that fits is tried, and the reading whose words are likeliest wins; not repairing is one of the readings.
 */

/** A reading of the line so far. `pending`: the lead byte of a character whose second byte comes next, or a phase. */
interface Node {
  readonly pending: number;
  readonly lattice: Lattice;
  readonly previous: Node | null;
  readonly step: ReadingStep | null;
}

const inPhase = -1;
/** The lead byte was lost with a stripped pair: high (A1–FE) or low (81–A0). */
const lostHigh = -2;
const lostLow = -3;

const width = 64;
/** A character that costs less than this goes on with a word: nothing was lost before it. */
const plainSailing = 3.5;
const slack = 24;
/** No fault was seen to reach farther than 81 characters; a search that is still open here is given up. */
export const farthest = 160;
const marks = new Map([
  [",", 0xa3ac],
  ["，", 0xa3ac],
  ["!", 0xa3a1],
  ["！", 0xa3a1],
  ["?", 0xa3bf],
  ["？", 0xa3bf],
  [";", 0xa3bb],
  ["；", 0xa3bb],
  [":", 0xa3ba],
  ["：", 0xa3ba],
  ["。", 0xa1a3],
]);
const gloss = new RegExp(`^[(（]?(${pinyinLetters})\\s?[)）]`, "u");

/** First bytes of pairs that CP936 does not map: such a pair shows as one `?`. */
const beforeUndefined = [0x80, 0xa2, 0xa3, 0xa6, 0xa8, 0xa9, 0xfe];

/** Stands for a character that is lost for good. */
export const lost = "□";

export class ShiftSearch {
  #agenda: Node[][] = [];
  /** The least cost that reached a place. */
  #best: number[] = [];

  constructor(
    readonly page: PageSearch,
    readonly line: string,
  ) {}

  /**
   * The likeliest reading of the line from `at` (a suspicious place) to where all readings agree again. `left` is what
   * stands before, already repaired. Steps of the reading that changed nothing are part of it.
   */
  run(at: number, left: string): { readonly steps: readonly ReadingStep[]; readonly end: number } {
    this.#agenda = [];
    this.#best = [];
    let lattice = emptyLattice;
    for (const char of left) lattice = this.#extended(lattice, char.charCodeAt(0), 0);
    lattice = { ...lattice, quoted: left.lastIndexOf("“") > left.lastIndexOf("”") };
    this.#add(at, { pending: inPhase, lattice, previous: null, step: null });
    let index = at;
    for (; index < this.line.length; index++) {
      const nodes = this.#take(index);
      this.#agenda[index] = [];
      const only = nodes[0];
      const settled =
        nodes.length === 1 && only !== undefined && only.pending === inPhase && this.#agenda.length <= index + 1;
      if (index > at && settled && !this.#suspicious(index)) return { steps: this.#judged(only, left), end: index };
      if (index - at >= farthest) {
        const best = nodes.find((node) => node.pending === inPhase);
        return { steps: best === undefined ? [] : this.#judged(best, left), end: index };
      }
      for (const [rank, node] of nodes.entries()) this.#expand(node, index, rank);
      // Steps that took no displayed character (a stripped pair, a dropped byte) go on from here; three pairs in a row at most.
      for (let pass = 0; pass < 3; pass++) {
        const late = this.#take(index);
        this.#agenda[index] = [];
        for (const [rank, node] of late.entries()) this.#expand(node, index, rank);
      }
      this.#agenda[index] = [];
    }
    const last = this.#take(this.line.length).filter((node) => node.pending === inPhase);
    return { steps: last[0] === undefined ? [] : this.#judged(last[0], left), end: this.line.length };
  }

  /** The steps of a reading; on a page that was stripped, with its doubtful characters marked as guessed. */
  #judged(node: Node, left: string): readonly ReadingStep[] {
    const steps = stepsOf(node);
    return this.page.style.privateUseStripped ? doubted(steps, left, this.line, this.page) : steps;
  }

  /** Whether a fault may begin at this place. */
  #suspicious(index: number): boolean {
    return this.line.charAt(index) === "?" || (this.page.dropsLoneBytes && marks.has(this.line.charAt(index)));
  }

  #take(index: number): readonly Node[] {
    const nodes = this.#agenda[index] ?? [];
    if (nodes.length < 2) return nodes;
    nodes.sort((a, b) => a.lattice.cost - b.lattice.cost);
    const seen = new Set<string>();
    const out: Node[] = [];
    const limit = (nodes[0]?.lattice.cost ?? 0) + slack;
    for (const node of nodes) {
      if (out.length >= width || node.lattice.cost > limit) break;
      const { c1, c2, c3 } = node.lattice;
      const key = `${node.pending} ${c1} ${c2} ${c3}`;
      if (seen.has(key)) continue;
      seen.add(key);
      out.push(node);
    }
    return out;
  }

  #add(index: number, node: Node): void {
    this.#best[index] = Math.min(this.#best[index] ?? Number.POSITIVE_INFINITY, node.lattice.cost);
    const list = this.#agenda[index];
    if (list === undefined) this.#agenda[index] = [node];
    else list.push(node);
  }

  #extended(lattice: Lattice, unit: number, extra: number): Lattice {
    const { simplified, script } = this.page.scripts;
    const wrong = script[unit] === (this.page.style.traditional ? 2 : 1) ? cost.wrongScript : 0;
    return extend(lattice, simplified[unit] ?? unit, this.page.words, extra + wrong);
  }

  /** Adds a step that reads [from, to) as one character (or as nothing) and goes on with `pending` at `to`. */
  #go(
    node: Node,
    from: number,
    to: number,
    text: string,
    pending: number,
    extra: number,
    guessed: boolean,
    begins = false,
  ): void {
    let lattice = node.lattice;
    let paid = extra;
    for (let i = 0; i < text.length; i++) {
      lattice = this.#extended(lattice, text.charCodeAt(i), paid);
      paid = 0;
    }
    if (text === "" && extra > 0)
      lattice = {
        ...lattice,
        cost: lattice.cost + extra,
        before1: lattice.before1 + extra,
        before2: lattice.before2 + extra,
        before3: lattice.before3 + extra,
      };
    // What can no longer win is not kept: most of the hundreds of tries end here.
    if (lattice.cost > (this.#best[to] ?? Number.POSITIVE_INFINITY) + slack) return;
    this.#add(to, { pending, lattice, previous: node, step: { from, to, text, guessed, begins } });
  }

  #expand(node: Node, index: number, rank: number): void {
    if (node.pending === inPhase) this.#inPhase(node, index);
    else if (node.pending < 0) {
      if (rank < 24) this.#afterLostPair(node, index, rank);
    } else this.#shifted(node, index, rank);
  }

  /** The pairing is right: the character stays, or a fault begins. */
  #inPhase(node: Node, index: number): void {
    const { line } = this;
    const char = line.charAt(index);
    const after = marks.get(line.charAt(index + 1));
    const noted = gloss.exec(line.slice(index + 1, index + 11));
    const isGloss = noted !== null && !"(（".includes(line.charAt(index + 1));
    if (char === "(" || char === "（") {
      const whole = gloss.exec(line.slice(index, index + 11));
      if (whole !== null && isReading(line.charAt(index - 1), whole[1] ?? "")) {
        // A gloss does not part a word: it stays, and the words run on behind it.
        const to = index + whole[0].length;
        this.#add(to, {
          ...node,
          previous: node,
          step: { from: index, to, text: line.slice(index, to), guessed: false, begins: false },
        });
        return;
      }
    }
    const stray = char === "?" && (after !== undefined || isGloss) ? cost.strayQuestionMark : 0;
    this.#go(node, index, index + 1, char, inPhase, stray, false);
    if (char === "?" && after !== undefined) this.#beginAtMark(node, index, index + 2, after, cost.faultAtMark);
    if (char === "?" && isGloss && noted !== null)
      this.#beginAtGloss(node, index, index + 1 + noted[0].length, noted[1] ?? "");
    if (this.page.dropsLoneBytes) {
      const mark = marks.get(char);
      if (mark !== undefined) this.#beginAtMark(node, index, index + 1, mark, cost.faultWithoutTrace);
    }
  }

  /** `?；`: the lead byte of a character was cut off; the mark's first byte is its second. */
  #beginAtMark(node: Node, from: number, to: number, mark: number, extra: number): void {
    for (const first of likelyByTrail(mark >> 8)) this.#go(node, from, to, first, mark & 0xff, extra, true, true);
  }

  /** `?shù)`: a gloss was put in between two characters whose bytes looked like its key. */
  #beginAtGloss(node: Node, from: number, to: number, pinyin: string): void {
    const before = encodeUnit(this.line.charCodeAt(from - 1)) & 0xff;
    const trails = new Map<number, boolean>();
    for (const key of charactersWithReading(pinyin)) {
      const code = encodeUnit(key.charCodeAt(0));
      if (code >> 8 !== before || before === 0) continue;
      trails.set(code & 0xff, (trails.get(code & 0xff) ?? false) || this.page.glossed.has(key));
    }
    const known = [...trails.values()].filter((glossed) => glossed).length;
    for (const [trail, glossed] of trails) {
      this.#go(
        node,
        from,
        to,
        "",
        trail,
        cost.faultAtGloss + (known > 0 && !glossed ? cost.unknownKey : 0),
        false,
        true,
      );
    }
  }

  /** The pairing is off: `pending` is the first byte of the true character. */
  #shifted(node: Node, index: number, rank: number): void {
    const { line } = this;
    const unit = line.charCodeAt(index);
    if (unit === 0x3f) this.#shiftedAtQuestionMark(node, index);
    const wide = this.#wideCode(unit);
    if (wide !== 0) {
      const first = decodePair(node.pending, wide >> 8);
      if (first !== 0) this.#shiftedPair(node, index, first, wide & 0xff, this.#unfoldingCost(unit));
    }
    if (unit >= 0x40 && unit < 0x7f) {
      const char = decodePair(node.pending, unit);
      if (char !== 0) this.#go(node, index, index + 1, String.fromCharCode(char), inPhase, 0, false);
    }
    if (this.page.dropsLoneBytes && marks.has(line.charAt(index))) {
      for (const char of likelyByLead(node.pending)) this.#go(node, index, index, char, inPhase, 2, true);
    }
    if (this.page.style.privateUseStripped && rank < 3) this.#lostPair(node, index, wide);
  }

  /** The bytes of a displayed character; folded ASCII was full-width (a lone byte below 0x40 cannot stand here). */
  #wideCode(unit: number): number {
    if (unit >= 0x80) return encodeUnit(unit);
    if (unit === 0x20) return 0xa1a1;
    return unit > 0x20 && unit < 0x7f ? 0xa380 + unit : 0;
  }

  /** Marks and brackets are mostly full-width in a page; digits, letters and other signs seldom were. */
  #unfoldingCost(unit: number): number {
    return unit >= 0x80 || ",!?;:() ".includes(String.fromCharCode(unit)) ? 0 : cost.fullWidthLetter;
  }

  /** A displayed pair: its first byte ends the true character, its second begins the next (or is ASCII and ends the fault). */
  #shiftedPair(node: Node, index: number, first: number, second: number, extra: number): void {
    const { line } = this;
    const char = String.fromCharCode(first);
    if (second < 0x80) {
      this.#go(node, index, index + 1, char + String.fromCharCode(second), inPhase, extra, false);
      return;
    }
    if (second === 0x80) return;
    this.#go(node, index, index + 1, char, second, extra, false);
    const noted = gloss.exec(line.slice(index + 1, index + 11));
    if (noted !== null && "(（".includes(line.charAt(index + 1)) && isReading(line.charAt(index), noted[1] ?? "")) {
      this.#go(node, index, index + 1 + noted[0].length, char, second, extra, false);
    }
  }

  #shiftedAtQuestionMark(node: Node, index: number): void {
    const { line } = this;
    const next = line.charAt(index + 1);
    const noted = gloss.exec(line.slice(index + 1, index + 11));
    if (noted !== null && !"(（".includes(next)) {
      // The gloss's bracket was swallowed: the lead byte and the reading name the character.
      const fitting = [...charactersWithReading(noted[1] ?? "")].filter(
        (char) => encodeUnit(char.charCodeAt(0)) >> 8 === node.pending,
      );
      const expected = fitting.filter((char) => this.page.glossed.has(char));
      for (const char of fitting) {
        const extra = expected.length > 0 && !expected.includes(char) ? cost.unknownKey : 0;
        this.#go(
          node,
          index,
          index + 1 + noted[0].length,
          char,
          inPhase,
          extra,
          fitting.length > 1 && expected.length !== 1,
        );
      }
    }
    const atMark = marks.has(next);
    for (const char of likelyByLead(node.pending)) {
      // The second byte was cut off at a real mark, or swallowed an ASCII character behind it.
      if (atMark) this.#go(node, index, index + 1, char, inPhase, 0, true);
      this.#go(node, index, index + 1, char + this.#swallowedAt(index + 1), inPhase, cost.swallowed, true);
    }
    for (const trail of beforeUndefined) {
      const char = decodePair(node.pending, trail);
      if (char !== 0) this.#go(node, index, index + 1, String.fromCharCode(char), lostHigh, cost.undefinedPair, true);
    }
  }

  /**
   * What a swallowed ASCII character was: at a line's end the line end itself; before a number's rest or a measure word
   * a digit, which cannot be known; before anything else most likely a half-width comma.
   */
  #swallowedAt(index: number): string {
    if (index >= this.line.length) return this.page.style.blankLines ? "\n" : lost;
    const next = this.page.scripts.simplified[this.line.charCodeAt(index)] ?? 0;
    return isHan(next) && !measureWords.has(String.fromCharCode(next)) && this.page.style.folded ? "," : lost;
  }

  /** A private-use pair was stripped: the rest of this character and the start of the next are gone. */
  #lostPair(node: Node, index: number, wide: number): void {
    if (wide !== 0 && index + 1 < this.line.length) {
      // Only where reading on without a loss gives an unlikely character.
      const direct = decodePair(node.pending, wide >> 8);
      const grown = this.#extended(node.lattice, direct, 0).cost - node.lattice.cost;
      if (direct !== 0 && isHan(direct) && grown < plainSailing) return;
    }
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      if (trail > 0xaf && trail < 0xf8) continue;
      const char = decodePair(node.pending, trail);
      if (char === 0) continue;
      if (trail >= 0xaa) this.#go(node, index, index, String.fromCharCode(char), lostHigh, cost.privateUseLost, true);
      else if (trail <= 0xa7 && this.page.style.traditional) {
        this.#go(node, index, index, String.fromCharCode(char), lostLow, cost.privateUseLost, true);
      }
    }
  }

  /** The character whose lead byte is lost: every one that ends with the byte shown now; or it is gone altogether. */
  #afterLostPair(node: Node, index: number, rank: number): void {
    const unit = this.line.charCodeAt(index);
    const half = node.pending === lostHigh ? "high" : "low";
    const wide = this.#wideCode(unit);
    if (wide !== 0 && (wide & 0xff) > 0x80) {
      for (const char of likelyByTrailAndHalf(wide >> 8, half))
        this.#go(node, index, index + 1, char, wide & 0xff, 0, true);
    }
    if (unit >= 0x40 && unit < 0x7f) {
      for (const char of likelyByTrailAndHalf(unit, half)) this.#go(node, index, index + 1, char, inPhase, 0, true);
    }
    if (unit === 0x3f) this.#go(node, index, index + 1, lost, inPhase, cost.nothingLeft, true);
    if (rank < 3) this.#go(node, index, index, lost, lostHigh, cost.privateUseLost + cost.nothingLeft, true);
  }
}

function stepsOf(node: Node): readonly ReadingStep[] {
  const steps: ReadingStep[] = [];
  for (let at: Node | null = node; at !== null; at = at.previous) if (at.step !== null) steps.push(at.step);
  return steps.reverse();
}
