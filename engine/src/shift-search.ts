import { decodePair, encodeUnit, trueCharacter } from "./cp936.js";
import { markCode } from "./cutting-marks.js";
import { cost } from "./fault-costs.js";
import { likelyByLead, likelyByTrail } from "./likely-characters.js";
import { LineGlosses } from "./line-glosses.js";
import { type LostPair, lostPairs } from "./lost-pairs.js";
import {
  type Beam,
  inPhase,
  narrow,
  pairLost,
  ReadingAgenda,
  type ReadingNode,
  stepsOf,
  wide,
} from "./reading-agenda.js";
import { doubted, type PageSearch, type ReadingStep, rareDoubted } from "./reading-step.js";
import { charactersWithReading, isReading } from "./readings.js";
import { likeliestOf, lost, scriptCost, swallowedAt } from "./swallowed-character.js";
import {
  costWith,
  emptyLattice,
  endingCost,
  extended,
  isHan,
  type Lattice,
  openPairs,
  type Stems,
  stemsOf,
} from "./word-lattice.js";

/**
 * Undoes the GBK byte misalignment of one line by search. A page's displayed characters are bytes that were paired
 * wrongly: from a fault on, each true character is the second byte of one displayed character and the first byte of the
 * next, until an ASCII byte, a lost byte or a swallowed one brings the pairing back. Where a byte was lost, every
 * character that fits is tried, and the reading whose words are likeliest wins; not repairing is one of the readings.
 */

/** A character that costs less than this goes on with a word: nothing was lost before it. */
const plainSailing = 3.5;
/** So many characters before a fault say which words go on; what stands farther away costs all readings the same. */
const wordsBefore = 32;
/** No fault was seen to reach farther than 81 characters; a search that is still open here is given up. */
export const farthest = 160;

export class ShiftSearch {
  readonly #beam: Beam;
  #agenda: ReadingAgenda;
  readonly #glosses: LineGlosses;

  /** `endsText`: nothing follows the line, not even its end. */
  constructor(
    readonly page: PageSearch,
    readonly line: string,
    readonly endsText = false,
  ) {
    this.#glosses = new LineGlosses(line);
    this.#beam = page.style.privateUseStripped || page.dropsLoneBytes ? wide : narrow;
    this.#agenda = new ReadingAgenda(this.#beam);
  }

  /**
   * The likeliest reading of the line from `at` (a suspicious place) to where all readings agree again. `left` is what
   * stands before, already repaired. Steps of the reading that changed nothing are part of it.
   */
  run(at: number, left: string): { readonly steps: readonly ReadingStep[]; readonly end: number } {
    this.#agenda = new ReadingAgenda(this.#beam);
    let lattice = emptyLattice;
    for (let i = Math.max(0, left.length - wordsBefore); i < left.length; i++)
      lattice = this.#extended(lattice, null, left.charCodeAt(i), 0, Infinity) ?? lattice;
    lattice = { ...lattice, open: openPairs(left) };
    this.#agenda.add(at, { pending: inPhase, pair: null, lattice, stems: null, previous: null, step: null });
    let index = at;
    for (; index < this.line.length; index++) {
      const nodes = this.#agenda.take(index);
      const only = nodes[0];
      const settled =
        nodes.length === 1 && only !== undefined && only.pending === inPhase && this.#agenda.last <= index;
      if (index > at && settled && !this.#suspicious(index)) return { steps: this.#judged(only, left), end: index };
      if (index - at >= farthest) {
        const best = nodes.find((node) => node.pending === inPhase);
        return { steps: best === undefined ? [] : this.#judged(best, left), end: index };
      }
      for (const [rank, node] of nodes.entries()) this.#expand(node, index, rank);
      // Steps that took no displayed character (a stripped pair, a dropped byte) go on from here; three pairs in a row at most.
      for (let pass = 0; pass < 3; pass++) {
        const late = this.#agenda.take(index);
        for (const [rank, node] of late.entries()) this.#expand(node, index, rank);
      }
      this.#agenda.take(index);
    }
    const last = this.#agenda.take(this.line.length).filter((node) => node.pending === inPhase);
    return { steps: last[0] === undefined ? [] : this.#judged(last[0], left), end: this.line.length };
  }

  /** The steps of a reading; on a page that was stripped, with its doubtful characters marked as guessed. */
  #judged(node: ReadingNode, left: string): readonly ReadingStep[] {
    const steps = stepsOf(node);
    return this.page.style.privateUseStripped
      ? doubted(steps, left, this.line, this.page)
      : rareDoubted(steps, this.line, this.page);
  }

  /** Whether a fault may begin at this place. */
  #suspicious(index: number): boolean {
    const unit = this.line.charCodeAt(index);
    return unit === 0x3f || (this.page.dropsLoneBytes && markCode(unit) !== 0);
  }

  /** The lattice with one more character, null where that costs more than `most`. */
  #extended(lattice: Lattice, stems: Stems | null, unit: number, extra: number, most: number): Lattice | null {
    const plain = this.page.scripts.simplified[unit] ?? unit;
    const cost = costWith(lattice, stems ?? stemsOf(lattice, this.page.words), plain, this.page.words) + extra;
    const paid = extra + scriptCost(this.page, unit);
    return cost + paid - extra > most ? null : extended(lattice, plain, cost + paid - extra, paid);
  }

  /** Adds a step that reads [from, to) as one character (or as nothing) and goes on with `pending` at `to`. */
  #go(
    node: ReadingNode,
    from: number,
    to: number,
    text: string,
    pending: number,
    extra: number,
    guessed: boolean,
    begins = false,
    pair: LostPair | null = null,
  ): void {
    let lattice: Lattice | null = node.lattice;
    let paid = extra;
    // What can no longer win is not kept: most of the hundreds of tries end here.
    const most = this.#agenda.most(to);
    for (let i = 0; i < text.length; i++) {
      if (i === 0) node.stems ??= stemsOf(node.lattice, this.page.words);
      lattice = this.#extended(lattice, i === 0 ? node.stems : null, text.charCodeAt(i), paid, most);
      if (lattice === null) return;
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
    if (lattice.cost > most) return;
    this.#agenda.add(to, {
      pending,
      pair,
      lattice,
      stems: null,
      previous: node,
      step: { from, to, text, guessed, begins },
    });
  }

  /** As {@link #go} for one character: no string is made of the hundreds that cannot win. */
  #try(
    node: ReadingNode,
    from: number,
    to: number,
    unit: number,
    pending: number,
    extra: number,
    guessed: boolean,
    begins = false,
    pair: LostPair | null = null,
  ): void {
    node.stems ??= stemsOf(node.lattice, this.page.words);
    const lattice = this.#extended(node.lattice, node.stems, unit, extra, this.#agenda.most(to));
    if (lattice === null) return;
    const step = { from, to, text: String.fromCharCode(unit), guessed, begins };
    this.#agenda.add(to, { pending, pair, lattice, stems: null, previous: node, step });
  }

  #expand(node: ReadingNode, index: number, rank: number): void {
    if (node.pending === inPhase) this.#inPhase(node, index);
    else if (node.pending < 0) {
      if (rank < 24) this.#afterLostPair(node, index, rank);
    } else this.#shifted(node, index, rank);
  }

  /** The pairing is right: the character stays, or a fault begins. */
  #inPhase(node: ReadingNode, index: number): void {
    const { line } = this;
    const char = line.charAt(index);
    const after = markCode(line.charCodeAt(index + 1));
    const noted = this.#glosses.at(index + 1);
    const isGloss = noted !== null && !"(（".includes(line.charAt(index + 1));
    if (char === "(" || char === "（") {
      const whole = this.#glosses.at(index);
      if (whole !== null && isReading(line.charAt(index - 1), whole[1] ?? "")) {
        // A gloss does not part a word: it stays, and the words run on behind it.
        const to = index + whole[0].length;
        this.#agenda.add(to, {
          ...node,
          previous: node,
          step: { from: index, to, text: line.slice(index, to), guessed: false, begins: false },
        });
        return;
      }
    }
    const stray = char === "?" && (after !== 0 || isGloss) ? cost.strayQuestionMark : 0;
    this.#go(node, index, index + 1, char, inPhase, stray, false);
    if (char === "?" && after !== 0) this.#beginAtMark(node, index, index + 2, after, cost.faultAtMark);
    if (char === "?" && isGloss && noted !== null)
      this.#beginAtGloss(node, index, index + 1 + noted[0].length, noted[1] ?? "");
    if (this.page.dropsLoneBytes) {
      const mark = markCode(line.charCodeAt(index));
      if (mark !== 0) this.#beginAtMark(node, index, index + 1, mark, cost.faultWithoutTrace);
    }
  }

  /** `?；`: the lead byte of a character was cut off; the mark's first byte is its second. */
  #beginAtMark(node: ReadingNode, from: number, to: number, mark: number, extra: number): void {
    const firsts = likelyByTrail(mark >> 8);
    for (let at = 0; at < firsts.length; at++)
      this.#try(node, from, to, firsts.charCodeAt(at), mark & 0xff, extra, true, true);
  }

  /** `?shù)`: a gloss was put in between two characters whose bytes looked like its key. */
  #beginAtGloss(node: ReadingNode, from: number, to: number, pinyin: string): void {
    const before = this.#wideCode(this.#characterBefore(from)) & 0xff;
    if (before === 0) return;
    const trails = new Map<number, number>();
    for (const key of charactersWithReading(pinyin)) {
      const code = encodeUnit(key.charCodeAt(0));
      if (code >> 8 !== before) continue;
      const trail = code & 0xff;
      trails.set(trail, Math.min(trails.get(trail) ?? Number.POSITIVE_INFINITY, this.page.keyCost(key)));
    }
    // Several keys: what the next character begins with is chosen.
    for (const [trail, unlikely] of trails)
      this.#go(node, from, to, "", trail, cost.faultAtGloss + unlikely, trails.size > 1, true);
  }

  /**
   * The character before a place; where it has a gloss itself, the one before that: 拙(zhuō)?jiù).
   * A folded mark is one of two bytes too: ：?huò). */
  #characterBefore(at: number): number {
    const unit = this.line.charCodeAt(at - 1);
    if (unit !== 0x29 && unit !== 0xff09) return unit;
    const open = Math.max(this.line.lastIndexOf("(", at), this.line.lastIndexOf("（", at));
    const noted = open < 1 || at - open > 10 ? null : this.#glosses.at(open);
    const glossed = noted !== null && open + noted[0].length === at;
    return glossed && isReading(this.line.charAt(open - 1), noted[1] ?? "") ? this.line.charCodeAt(open - 1) : unit;
  }

  /** The pairing is off: `pending` is the first byte of the true character. */
  #shifted(node: ReadingNode, index: number, rank: number): void {
    const { line } = this;
    const unit = line.charCodeAt(index);
    if (unit === 0x3f) this.#shiftedAtQuestionMark(node, index);
    const wide = this.#wideCode(unit);
    if (wide !== 0) {
      const first = trueCharacter(node.pending, wide >> 8);
      if (first !== 0) this.#shiftedPair(node, index, first, wide & 0xff, this.#unfoldingCost(unit));
    }
    if (unit >= 0x40 && unit < 0x7f) {
      const char = trueCharacter(node.pending, unit);
      if (char !== 0) this.#try(node, index, index + 1, char, inPhase, 0, this.#beganWithChoice(node, index));
    }
    if (this.page.dropsLoneBytes && markCode(line.charCodeAt(index)) !== 0) {
      const chars = likelyByLead(node.pending);
      for (let at = 0; at < chars.length; at++) this.#try(node, index, index, chars.charCodeAt(at), inPhase, 2, true);
    }
    if (this.page.style.privateUseStripped && rank < 3) this.#lostPair(node, index, wide);
  }

  /** The bytes of a displayed character; folded ASCII was full-width (a lone byte below 0x40 cannot stand here). */
  #wideCode(unit: number): number {
    if (unit >= 0x80) return encodeUnit(unit);
    if (unit === 0x20) return 0xa1a1;
    return unit > 0x20 && unit < 0x7f ? 0xa380 + unit : 0;
  }

  /** A byte below 0x40 can stand here only as the rest of a folded character; a letter may be a second byte of its own. */
  #unfoldingCost(unit: number): number {
    return unit >= 0x80 || unit < 0x40 ? 0 : cost.fullWidthLetter;
  }

  /** A displayed pair: its first byte ends the true character, its second begins the next (or is ASCII and ends the fault). */
  #shiftedPair(node: ReadingNode, index: number, first: number, second: number, extra: number): void {
    const { line } = this;
    // A ? may be a folded ？ or stand for any pair that has no character; so may the one that this character begins with.
    const guessed = line.charAt(index) === "?" || this.#beganWithChoice(node, index);
    if (second < 0x80) {
      this.#go(node, index, index + 1, String.fromCharCode(first, second), inPhase, extra, guessed);
      return;
    }
    if (second === 0x80) return;
    this.#try(node, index, index + 1, first, second, extra, guessed);
    const noted = this.#glosses.at(index + 1);
    if (noted !== null && "(（".includes(line.charAt(index + 1)) && isReading(line.charAt(index), noted[1] ?? "")) {
      this.#try(node, index, index + 1 + noted[0].length, first, second, extra, guessed);
    }
  }

  /** Whether the first byte of the character that is read here was chosen: taken from a `?` for a folded ？ or a key's. */
  #beganWithChoice({ step }: ReadingNode, index: number): boolean {
    if (step?.guessed !== true || step.to !== index || this.line[step.from] !== "?") return false;
    return step.text === "" || step.from === index - 1;
  }

  #shiftedAtQuestionMark(node: ReadingNode, index: number): void {
    const { line } = this;
    const next = line.charAt(index + 1);
    const noted = this.#glosses.at(index + 1);
    if (noted !== null && !"(（".includes(next)) {
      // The gloss's bracket was swallowed: the lead byte and the reading name the character.
      const fitting = [...charactersWithReading(noted[1] ?? "")].filter(
        (char) => encodeUnit(char.charCodeAt(0)) >> 8 === node.pending,
      );
      const guessed = fitting.length > 1 || this.#beganWithChoice(node, index);
      for (const char of fitting)
        this.#go(node, index, index + 1 + noted[0].length, char, inPhase, this.page.keyCost(char), guessed);
    }
    const atMark = markCode(line.charCodeAt(index + 1)) !== 0;
    const atEnd = this.endsText && next === "";
    const swallowed = atEnd ? [] : swallowedAt(this.line, index + 1, this.page.style);
    const chars = likelyByLead(node.pending);
    // The second byte was cut off at a real mark or by the end, or swallowed an ASCII character behind it.
    if (atMark || atEnd)
      for (let at = 0; at < chars.length; at++) {
        const unit = chars.charCodeAt(at);
        this.#try(node, index, index + 1, unit, inPhase, atEnd ? endingCost(unit) : 0, true);
      }
    if (swallowed.length > 0)
      for (const char of likeliestOf(chars, node, this.page))
        for (const gone of swallowed) this.#go(node, index, index + 1, char + gone, inPhase, cost.swallowed, true);
    for (const pair of lostPairs("undefined")) {
      for (const trail of pair.trails) {
        const char = decodePair(node.pending, trail);
        if (char !== 0) this.#try(node, index, index + 1, char, pairLost, cost.undefinedPair, true, false, pair);
      }
    }
  }

  /** A private-use pair was stripped: the rest of this character and the start of the next are gone. */
  #lostPair(node: ReadingNode, index: number, wide: number): void {
    if (wide !== 0 && index + 1 < this.line.length) {
      // Only where reading on without a loss gives an unlikely character.
      const direct = decodePair(node.pending, wide >> 8);
      const grown =
        costWith(
          node.lattice,
          stemsOf(node.lattice, this.page.words),
          this.page.scripts.simplified[direct] ?? direct,
          this.page.words,
        ) +
        scriptCost(this.page, direct) -
        node.lattice.cost;
      if (direct !== 0 && isHan(direct) && grown < plainSailing) return;
    }
    for (const pair of lostPairs("private")) {
      for (const trail of pair.trails) {
        const char = decodePair(node.pending, trail);
        if (char !== 0) this.#try(node, index, index, char, pairLost, cost.privateUseLost, true, false, pair);
      }
    }
  }

  /** The character whose first byte is lost: every one that ends with the byte shown now; or it is gone altogether. */
  #afterLostPair(node: ReadingNode, index: number, rank: number): void {
    const { pair } = node;
    if (pair === null) return;
    const unit = this.line.charCodeAt(index);
    const wide = this.#wideCode(unit);
    if (wide !== 0 && (wide & 0xff) > 0x80) {
      const behind = pair.behind(wide >> 8);
      for (let at = 0; at < behind.length; at++)
        this.#try(node, index, index + 1, behind.charCodeAt(at), wide & 0xff, 0, true);
    }
    if (unit >= 0x40 && unit < 0x7f) {
      const behind = pair.behind(unit);
      for (let at = 0; at < behind.length; at++)
        this.#try(node, index, index + 1, behind.charCodeAt(at), inPhase, 0, true);
    }
    if (unit === 0x3f) this.#go(node, index, index + 1, lost, inPhase, cost.nothingLeft, true);
    if (rank >= 3) return;
    for (const next of lostPairs("private"))
      this.#go(node, index, index, lost, pairLost, cost.privateUseLost + cost.nothingLeft, true, false, next);
  }
}
