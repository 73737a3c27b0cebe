/** Answers of so many questions are kept at most, and none longer than so many milliseconds. */
const MOST = 100;
const LONGEST = 10_000;

interface Kept {
  readonly answer: Promise<unknown>;
  readonly since: number;
}

/**
 * One answer for all who ask the same at the same state of the ledger: the key names the question, the rights with which it is
 * asked, and where the chains end, so that whatever is written since makes it another question. A failure is nobody's answer.
 */
export class SharedAnswers {
  private readonly kept = new Map<string, Kept>();

  get<Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const now = Date.now();
    for (const [old, { since }] of this.kept) if (now - since > LONGEST) this.kept.delete(old);
    const known = this.kept.get(key);
    // Kept under a key that says what was asked, so that it is of this kind.
    if (known !== undefined) return known.answer as Promise<Answer>;
    const answer = work();
    this.kept.set(key, { answer, since: now });
    answer.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    return answer;
  }
}
