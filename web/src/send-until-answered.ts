import { ApiProblem } from "./api.js";

/** True where a request was sent and nobody knows what became of it: the server did not answer. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.status === 0;
}

/**
 * Sends one command until somebody answers: the same content with the same id, so that it is written once, however often
 * it arrives. `back` resolves when it is worth trying again, and rejects when nobody waits any more; `told` hears whether
 * it waits. Anything that is an answer, a refusal too, ends it.
 */
export async function sendUntilAnswered<Answer>(
  send: () => Promise<Answer>,
  back: (error: unknown) => Promise<void>,
  told: (waits: boolean) => void,
): Promise<Answer> {
  for (;;) {
    try {
      const answer = await send();
      told(false);
      return answer;
    } catch (error) {
      told(isUnanswered(error));
      if (!isUnanswered(error)) throw error;
      await back(error);
    }
  }
}
