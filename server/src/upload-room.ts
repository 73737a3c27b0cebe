import { ServerError } from "./error-codes.js";

/** Who waits for room. */
interface Waiting {
  readonly bytes: number;
  readonly come: () => void;
}

/**
 * How many bytes of files may come in at once. A file is taken in memory, as a marked one must not reach the disk; several
 * large ones together would be more than an office PC has, so whoever comes when there is no room waits, unread, in the
 * order of coming.
 */
export class UploadRoom {
  #free: number;
  readonly #size: number;
  readonly #queue: Waiting[] = [];

  constructor(bytes: number) {
    this.#size = bytes;
    this.#free = bytes;
  }

  /** Resolves with what gives the room back, when there is room. One that is larger than all of it comes alone. */
  async take(bytes: number, gone: AbortSignal): Promise<() => void> {
    const wanted = Math.min(bytes, this.#size);
    if (this.#queue.length > 0 || wanted > this.#free) await this.#turn(wanted, gone);
    else this.#free -= wanted;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#free += wanted;
      this.#call();
    };
  }

  async #turn(bytes: number, gone: AbortSignal): Promise<void> {
    await new Promise<void>((come, fail) => {
      const waiting = { bytes, come };
      this.#queue.push(waiting);
      gone.addEventListener("abort", () => {
        const at = this.#queue.indexOf(waiting);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        fail(new ServerError("BAD_REQUEST", { where: "connection" }));
        this.#call();
      });
    });
  }

  #call(): void {
    for (let next = this.#queue[0]; next !== undefined && next.bytes <= this.#free; next = this.#queue[0]) {
      this.#queue.shift();
      this.#free -= next.bytes;
      next.come();
    }
  }
}
