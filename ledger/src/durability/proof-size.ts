/**
 * How much the durability proofs try: a little in every `npm test`, all of it in `npm run test:durability`
 * (SHANHAI_DURABILITY=full). Their random choices come from SHANHAI_SEED; the seed is printed, so that a failure
 * can be had again.
 */
export interface ProofSize {
  readonly kills: number;
  readonly powerCuts: number;
  readonly clientRounds: number;
  readonly random: Random;
}

export function proofSize(proof: string): ProofSize {
  const full = process.env.SHANHAI_DURABILITY === "full";
  const seed = Number(process.env.SHANHAI_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${proof}: ${full ? "full" : "small"} size, SHANHAI_SEED=${seed}`);
  const size = full ? { kills: 50, powerCuts: 200, clientRounds: 100 } : { kills: 4, powerCuts: 8, clientRounds: 8 };
  return { ...size, random: new Random(seed) };
}

/** A seeded generator (mulberry32): the same seed, the same proof. */
export class Random {
  constructor(private state: number) {}

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}
