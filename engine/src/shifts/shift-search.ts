import { decodePair, encodeUnit, trueCharacter } from "../decoding/cp936.js";
import { unfoldingCost, wideCode } from "../decoding/displayed-bytes.js";
import { isHan } from "../patterns/plain-character.js";
import type { Candidates } from "./candidates.js";
import { markCode } from "./cutting-marks.js";
import { cost } from "./fault-costs.js";
import { lastClause } from "./last-clause.js";
import { likelyByLead, likelyByTrail } from "./likely-characters.js";
import { LineGlosses } from "./line-glosses.js";
import { type BeforeLostPair, lostPairs } from "./lost-pairs.js";
import { endingCost } from "./mark-costs.js";
import { inPhase, narrow, pairLost, ReadingAgenda, wide } from "./reading-agenda.js";
import { doubted, type PageSearch, type ReadingStep, rareDoubted } from "./reading-step.js";
import { isReading } from "./readings.js";
import { likeliestOf, lost, scriptCost, swallowedAt, swallowedCost, wrongScript } from "./swallowed-character.js";

/**
 * Undoes the GBK byte misalignment of one line by search. A page's displayed characters are bytes that were paired
 * wrongly: from a fault on, each true character is the second byte of one displayed character and the first byte of the
 * next, until an ASCII byte, a lost byte or a swallowed one brings the pairing back. Where a byte was lost, every
 * character that fits is tried, and the reading whose words are likeliest wins; not repairing is one of the readings.
 */

/** A character that costs less than this goes on with a word: nothing was lost before it. */
const plainSailing = 3.5;
/** No fault was seen to reach farther than 81 characters; a search that is still open here is given up. */
export const farthest = 160;

/** All searches use one, one after another. */
let spare: ReadingAgenda | undefined;

export class ShiftSearch {
  readonly #agenda: ReadingAgenda;
  readonly #glosses: LineGlosses;

  /** `endsText`: nothing follows the line, not even its end. */
  constructor(
    readonly page: PageSearch,
    readonly line: string,
    readonly endsText = false,
  ) {
    this.#glosses = new LineGlosses(line);
    spare ??= new ReadingAgenda(page.words);
    this.#agenda = spare;
  }

  /**
   * The likeliest reading of the line from `at` (a suspicious place) to where all readings agree again. `left` is what
   * stands before, already repaired. Steps of the reading that changed nothing are part of it.
   */
  run(at: number, left: string): { readonly steps: readonly ReadingStep[]; readonly end: number } {
    const agenda = this.#agenda;
    this.#begin(at, left);
    let index = at;
    for (; index < this.line.length; index++) {
      const count = agenda.take(index);
      const only = agenda.taken(0);
      const settled = count === 1 && agenda.pending(only) === inPhase && agenda.last <= index;
      if (index > at && settled && !this.#suspicious(index)) return { steps: this.#judged(only, left), end: index };
      if (index - at >= farthest) return { steps: this.#bestOf(count, left), end: index };
      for (let rank = 0; rank < count; rank++) this.#expand(agenda.taken(rank), index, rank);
      // Steps that took no displayed character (a stripped pair, a dropped byte) go on from here; three pairs in a row at most.
      for (let pass = 0; pass < 3; pass++) {
        const late = agenda.take(index);
        for (let rank = 0; rank < late; rank++) this.#expand(agenda.taken(rank), index, rank);
      }
      agenda.drop(index);
    }
    return { steps: this.#bestOf(agenda.take(this.line.length), left), end: this.line.length };
  }

  /** The first reading: what stands before the place, whose last characters say which words go on. */
  #begin(at: number, left: string): void {
    const { page } = this;
    const open = page.style.privateUseStripped || page.dropsLoneBytes;
    const row = this.#agenda.begin(page.words, open ? wide : narrow, at);
    const { lattices } = this.#agenda;
    lattices.clear(row);
    for (let i = lastClause(left); i < left.length; i++) {
      const unit = left.charCodeAt(i);
      lattices.append(row, page.scripts.simplified[unit] ?? unit, scriptCost(page, unit));
    }
    lattices.opensAs(row, left);
    this.#agenda.start(at);
  }

  /** The steps of the cheapest of the readings taken whose pairing is right. */
  #bestOf(count: number, left: string): readonly ReadingStep[] {
    for (let rank = 0; rank < count; rank++) {
      const row = this.#agenda.taken(rank);
      if (this.#agenda.pending(row) === inPhase) return this.#judged(row, left);
    }
    return [];
  }

  /** The steps of a reading; on a page that was stripped, with its doubtful characters marked as guessed. */
  #judged(row: number, left: string): readonly ReadingStep[] {
    const steps = this.#agenda.stepsOf(row, this.line);
    return this.page.style.privateUseStripped
      ? doubted(steps, left, this.line, this.page)
      : rareDoubted(steps, this.line, this.page);
  }

  /** Whether a fault may begin at this place. */
  #suspicious(index: number): boolean {
    const unit = this.line.charCodeAt(index);
    return unit === 0x3f || (this.page.dropsLoneBytes && markCode(unit) !== 0);
  }

  /** Adds a step that reads [from, to) as nothing and goes on with `pending` at `to`. */
  #pass(
    node: number,
    from: number,
    to: number,
    pending: number,
    extra: number,
    guessed: boolean,
    begins = false,
  ): void {
    const agenda = this.#agenda;
    const row = agenda.draft;
    agenda.lattices.copy(node, row, extra);
    if (agenda.lattices.cost(row) > agenda.most(to)) return;
    agenda.keep(agenda.waiting(to, pending, null), node, from, to, 0, 0, 0, guessed, begins);
  }

  /** As {@link #try} for two characters. */
  #tryTwo(
    node: number,
    from: number,
    to: number,
    first: number,
    second: number,
    extra: number,
    guessed: boolean,
  ): void {
    const { page } = this;
    const { simplified } = page.scripts;
    const agenda = this.#agenda;
    const { lattices } = agenda;
    const most = agenda.most(to);
    const row = agenda.draft;
    const paid = extra + scriptCost(page, first);
    const plain = simplified[first] ?? first;
    const price = lattices.costWith(node, plain, most - paid) + extra + paid - extra;
    if (price > most) return;
    lattices.extend(node, row, plain, price, paid);
    const paidAfter = scriptCost(page, second);
    const plainAfter = simplified[second] ?? second;
    const whole = lattices.costWith(row, plainAfter, most - paidAfter) + paidAfter;
    if (whole > most) return;
    lattices.extend(row, row, plainAfter, whole, paidAfter);
    agenda.keep(agenda.waiting(to, inPhase, null), node, from, to, 2, first, second, guessed, false);
  }

  /** Adds a step that reads [from, to) as one character and goes on with `pending` at `to`. */
  #try(node: number, from: number, to: number, unit: number, pending: number, extra: number, guessed: boolean): void {
    const agenda = this.#agenda;
    const { lattices } = agenda;
    const plain = this.page.scripts.simplified[unit] ?? unit;
    const paid = extra + scriptCost(this.page, unit);
    const most = agenda.most(to);
    const price = lattices.costWith(node, plain, most - paid) + extra + paid - extra;
    if (price > most) return;
    lattices.extend(node, agenda.draft, plain, price, paid);
    agenda.keep(agenda.waiting(to, pending, null), node, from, to, 1, unit, 0, guessed, false);
  }

  /** As {@link #try} for each of these characters. */
  #tryEach(
    node: number,
    from: number,
    to: number,
    characters: Candidates,
    pending: number,
    extra: number,
    begins = false,
  ): void {
    const agenda = this.#agenda;
    const { lattices } = agenda;
    const wrong = wrongScript(this.page);
    const among = agenda.waiting(to, pending, null);
    for (let at = 0; ; at++) {
      at = lattices.nextBelow(node, characters, at, extra, wrong, agenda.most(to), among.worst);
      if (at < 0) return;
      lattices.extend(node, agenda.draft, characters.plain[at] ?? 0, lattices.found, lattices.foundExtra);
      agenda.keep(among, node, from, to, 1, characters.units[at] ?? 0, 0, true, begins);
    }
  }

  /** As {@link #try} for each of the characters before a pair that is gone. */
  #tryBefore(node: number, from: number, to: number, { candidates, pairs }: BeforeLostPair, extra: number): void {
    const agenda = this.#agenda;
    const { lattices } = agenda;
    const wrong = wrongScript(this.page);
    for (let at = 0; ; at++) {
      at = lattices.nextBelow(node, candidates, at, extra, wrong, agenda.most(to), Number.POSITIVE_INFINITY);
      if (at < 0) return;
      const among = agenda.waiting(to, pairLost, pairs[at] ?? null);
      if (lattices.found >= among.worst) continue;
      lattices.extend(node, agenda.draft, candidates.plain[at] ?? 0, lattices.found, lattices.foundExtra);
      agenda.keep(among, node, from, to, 1, candidates.units[at] ?? 0, 0, true, false);
    }
  }

  /** A character that is gone altogether, and with it the first byte of the next one. */
  #loseTwo(node: number, index: number): void {
    const agenda = this.#agenda;
    const { lattices } = agenda;
    const extra = cost.privateUseLost + cost.nothingLeft;
    const unit = lost.charCodeAt(0);
    const price = lattices.costWith(node, unit, Number.POSITIVE_INFINITY) + extra + extra - extra;
    if (price > agenda.most(index)) return;
    for (const pair of lostPairs("private").all) {
      const among = agenda.waiting(index, pairLost, pair);
      if (price >= among.worst) continue;
      lattices.extend(node, agenda.draft, unit, price, extra);
      agenda.keep(among, node, index, index, 1, unit, 0, true, false);
    }
  }

  #expand(node: number, index: number, rank: number): void {
    const pending = this.#agenda.pending(node);
    if (pending === inPhase) this.#inPhase(node, index);
    else if (pending < 0) {
      if (rank < 24) this.#afterLostPair(node, index, rank);
    } else this.#shifted(node, index, rank, pending);
  }

  /** The pairing is right: the character stays, or a fault begins. */
  #inPhase(node: number, index: number): void {
    const { line } = this;
    const char = line.charAt(index);
    const after = markCode(line.charCodeAt(index + 1));
    const noted = this.#glosses.at(index + 1);
    const isGloss = noted !== null && !"(（".includes(line.charAt(index + 1));
    if (char === "(" || char === "（") {
      const whole = this.#glosses.at(index);
      if (whole !== null && isReading(line.charAt(index - 1), whole[1] ?? "")) {
        // A gloss does not part a word: it stays, and the words run on behind it.
        this.#agenda.keepShown(node, index, index + whole[0].length);
        return;
      }
    }
    const stray = char === "?" && (after !== 0 || isGloss) ? cost.strayQuestionMark : 0;
    this.#try(node, index, index + 1, line.charCodeAt(index), inPhase, stray, false);
    if (char === "?" && after !== 0) this.#beginAtMark(node, index, index + 2, after, cost.faultAtMark);
    if (char === "?" && isGloss && noted !== null)
      this.#beginAtGloss(node, index, index + 1 + noted[0].length, noted[1] ?? "");
    if (this.page.dropsLoneBytes) {
      const mark = markCode(line.charCodeAt(index));
      if (mark !== 0) this.#beginAtMark(node, index, index + 1, mark, cost.faultWithoutTrace);
    }
  }

  /** `?；`: the lead byte of a character was cut off; the mark's first byte is its second. */
  #beginAtMark(node: number, from: number, to: number, mark: number, extra: number): void {
    this.#tryEach(node, from, to, likelyByTrail(mark >> 8), mark & 0xff, extra, true);
  }

  /** `?shù)`: a gloss was put in between two characters whose bytes looked like its key. */
  #beginAtGloss(node: number, from: number, to: number, pinyin: string): void {
    const before = wideCode(this.#characterBefore(from)) & 0xff;
    if (before === 0) return;
    const trails = new Map<number, number>();
    for (const [key, unlikely] of this.page.keys.fitting(pinyin, before)) {
      const trail = encodeUnit(key.charCodeAt(0)) & 0xff;
      trails.set(trail, Math.min(trails.get(trail) ?? Number.POSITIVE_INFINITY, unlikely));
    }
    // Several keys: what the next character begins with is chosen.
    for (const [trail, unlikely] of trails)
      this.#pass(node, from, to, trail, cost.faultAtGloss + unlikely, trails.size > 1, true);
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
  #shifted(node: number, index: number, rank: number, pending: number): void {
    const { line } = this;
    const unit = line.charCodeAt(index);
    if (unit === 0x3f) this.#shiftedAtQuestionMark(node, index, pending);
    const wide = wideCode(unit);
    if (wide !== 0) {
      const first = trueCharacter(pending, wide >> 8);
      if (first !== 0) this.#shiftedPair(node, index, first, wide & 0xff, unfoldingCost(unit));
    }
    if (unit >= 0x40 && unit < 0x7f) {
      const char = trueCharacter(pending, unit);
      if (char !== 0) this.#try(node, index, index + 1, char, inPhase, 0, this.#beganWithChoice(node, index));
    }
    if (this.page.dropsLoneBytes && markCode(unit) !== 0)
      this.#tryEach(node, index, index, likelyByLead(pending), inPhase, 2);
    if (this.page.style.privateUseStripped && rank < 3) this.#lostPair(node, index, wide, pending);
  }

  /** A displayed pair: its first byte ends the true character, its second begins the next (or is ASCII and ends the fault). */
  #shiftedPair(node: number, index: number, first: number, second: number, extra: number): void {
    const { line } = this;
    // A ? may be a folded ？ or stand for any pair that has no character; so may the one that this character begins with.
    const guessed = line.charAt(index) === "?" || this.#beganWithChoice(node, index);
    if (second < 0x80) {
      this.#tryTwo(node, index, index + 1, first, second, extra, guessed);
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
  #beganWithChoice(node: number, index: number): boolean {
    const from = this.#agenda.guessedFrom(node);
    if (from < 0 || this.#agenda.cameTo(node) !== index || this.line.charCodeAt(from) !== 0x3f) return false;
    return from === index - 1 || this.#agenda.readNothing(node);
  }

  #shiftedAtQuestionMark(node: number, index: number, pending: number): void {
    const { line } = this;
    const next = line.charAt(index + 1);
    const noted = this.#glosses.at(index + 1);
    if (noted !== null && !"(（".includes(next)) {
      // The gloss's bracket was swallowed: the lead byte and the reading name the character.
      const fitting = this.page.keys.fitting(noted[1] ?? "", pending);
      const guessed = fitting.length > 1 || this.#beganWithChoice(node, index);
      const to = index + 1 + noted[0].length;
      for (const [char, unlikely] of fitting)
        this.#try(node, index, to, char.charCodeAt(0), inPhase, unlikely, guessed);
    }
    const atMark = markCode(line.charCodeAt(index + 1)) !== 0;
    const atEnd = this.endsText && next === "";
    const chars = likelyByLead(pending);
    // The second byte was cut off at a real mark or by the end, or swallowed an ASCII character behind it.
    if (atEnd) for (const unit of chars.units) this.#try(node, index, index + 1, unit, inPhase, endingCost(unit), true);
    else {
      if (atMark) this.#tryEach(node, index, index + 1, chars, inPhase, 0);
      const swallowed = swallowedAt(line, index + 1, this.page.style);
      const most = this.#agenda.most(index + 1) - cost.swallowed;
      for (const char of likeliestOf(chars, node, this.#agenda.lattices, this.page, most))
        for (const gone of swallowed)
          this.#tryTwo(
            node,
            index,
            index + 1,
            char.charCodeAt(0),
            gone.charCodeAt(0),
            swallowedCost(char, gone, next),
            true,
          );
    }
    this.#tryBefore(node, index, index + 1, lostPairs("undefined").ahead(pending), cost.undefinedPair);
  }

  /** A private-use pair was stripped: the rest of this character and the start of the next are gone. */
  #lostPair(node: number, index: number, wide: number, pending: number): void {
    if (wide !== 0 && index + 1 < this.line.length) {
      // Only where reading on without a loss gives an unlikely character.
      const direct = decodePair(pending, wide >> 8);
      if (direct !== 0 && isHan(direct)) {
        const { lattices } = this.#agenda;
        const plain = this.page.scripts.simplified[direct] ?? direct;
        const most = lattices.cost(node) + plainSailing;
        if (lattices.costWith(node, plain, most) + scriptCost(this.page, direct) < most) return;
      }
    }
    this.#tryBefore(node, index, index, lostPairs("private").ahead(pending), cost.privateUseLost);
  }

  /** The character whose first byte is lost: every one that ends with the byte shown now; or it is gone altogether. */
  #afterLostPair(node: number, index: number, rank: number): void {
    const pair = this.#agenda.pair(node);
    if (pair === null) return;
    const unit = this.line.charCodeAt(index);
    const wide = wideCode(unit);
    if (wide !== 0 && (wide & 0xff) > 0x80)
      this.#tryEach(node, index, index + 1, pair.behind(wide >> 8), wide & 0xff, 0);
    if (unit >= 0x40 && unit < 0x7f) this.#tryEach(node, index, index + 1, pair.behind(unit), inPhase, 0);
    if (unit === 0x3f) this.#try(node, index, index + 1, lost.charCodeAt(0), inPhase, cost.nothingLeft, true);
    if (rank < 3) this.#loseTwo(node, index);
  }
}
