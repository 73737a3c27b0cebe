import { PassThrough } from "node:stream";
import { listMark } from "../account/name-lists.js";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { freshId } from "../fresh-id.js";
import { beijingTime } from "../writing/version-refusal.js";
import { type PackContents, packContents } from "./pack-contents.js";
import type { PackDesk, PackState } from "./pack-desk.js";
import { writePack } from "./write-pack.js";

/** A pack between its preparing and its end. Only what is to be told of it is kept, and where it may be stopped. */
interface Job {
  readonly owner: string;
  readonly made: number;
  readonly contents: PackContents;
  state: PackState;
  stop: (() => void) | null;
}

const HOUR = 3_600_000;
/** Jobs that are remembered; the oldest go first. */
const MOST_JOBS = 50;

/** The door of 佐证材料包. */
export function packDesk(desk: Desk): PackDesk {
  const jobs = new Map<string, Job>();
  const find = (actor: Actor, id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined || job.owner !== ownerOf(actor)) throw new LedgerError("PACK_MISSING");
    return job;
  };
  return {
    async preparePack(actor, query) {
      const contents = await packContents(desk, actor, query);
      for (const [id, { made, stop }] of jobs)
        if (stop === null && (Date.now() - made > HOUR || jobs.size >= MOST_JOBS)) jobs.delete(id);
      const state = preparedState(freshId(), contents);
      jobs.set(state.id, { owner: ownerOf(actor), made: Date.now(), contents, state, stop: null });
      return state;
    },
    packState: (actor, id) => find(actor, id).state,
    async takePack(actor, id) {
      const job = find(actor, id);
      if (job.state.state !== "ready" || Date.now() - job.made > HOUR) throw new LedgerError("PACK_MISSING");
      job.state = { ...job.state, state: "running" };
      return { name: job.state.name, body: await begin(desk, actor, job) };
    },
    cancelPack(actor, id) {
      const job = find(actor, id);
      if (job.state.state === "ready" || job.state.state === "running")
        job.state = { ...job.state, state: "cancelled" };
      job.stop?.();
      return job.state;
    },
  };
}

/** A pack is that of a person in one post: what it may hold follows from both. */
function ownerOf({ account_id, membership = "" }: Actor): string {
  return `${account_id} ${membership}`;
}

function preparedState(id: string, contents: PackContents): PackState {
  const { top, board, parts, proofs, bytes, leftOut, namesCut } = contents;
  return {
    ...{ id, state: "ready", name: `${top}.zip`, day: board.day, proofs, bytes, leftOut, namesCut },
    indicators: parts.map(({ line, definition, rows, proofs: own }) => ({
      ...{ code: line.code, zh: definition.zh, en: definition.en, rows, proofs: own.length },
    })),
    ...{ written: 0, files: null, fingerprint: null, problem: null },
  };
}

/** Logs that it leaves, then writes while it is read; the end is logged with what the list can be known by. */
async function begin(desk: Desk, actor: Actor, job: Job): Promise<PassThrough> {
  const { contents } = job;
  const { name, proofs } = job.state;
  const rows = contents.parts.reduce((sum, part) => sum + (part.rows ?? 0), 0);
  const detail = { rows, proofs, names: contents.names && !contents.namesCut };
  const seq = await desk.log?.(actor, { event: "pack", target: name, detail });
  const now = new Date().toISOString();
  const mark = detail.names ? listMark(actor, now, seq ?? "").zh : "";
  const by = actor.office === undefined ? actor.name : `${actor.name}（${actor.office.name}）`;
  const body = new PassThrough();
  job.stop = () => body.destroy(new LedgerError("PACK_STOPPED"));
  const sink = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      if (body.destroyed) reject(body.errored ?? new LedgerError("PACK_STOPPED"));
      else body.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  const wrote = () => {
    job.state = { ...job.state, written: job.state.written + 1 };
  };
  writePack(desk, actor, contents, { by, at: beijingTime(now), mark, wrote }, sink)
    .then(async (made) => {
      await desk.log?.(actor, { event: "pack_sealed", target: made.fingerprint, detail: { files: made.files } });
      if (job.state.state === "running") job.state = { ...job.state, state: "done", ...made };
      body.end();
    })
    .catch((error: unknown) => {
      if (job.state.state === "running") job.state = { ...job.state, ...failure(error) };
      body.destroy(error instanceof Error ? error : new Error(String(error)));
    })
    .finally(() => {
      job.stop = null;
    });
  return body;
}

/** A reader that went away, and who cancelled, stopped it; anything else failed. */
function failure(error: unknown): Pick<PackState, "state" | "problem"> {
  const told = error instanceof LedgerError ? error : null;
  if (told === null || told.code === "PACK_STOPPED") {
    const gone = told !== null || (error instanceof Error && "code" in error && STOPPED.has(String(error.code)));
    if (gone) return { state: "cancelled", problem: null };
  }
  return {
    state: "failed",
    problem: told === null ? null : { code: told.code, zh: told.zh, en: told.en },
  };
}

const STOPPED: ReadonlySet<string> = new Set(["ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED", "ABORT_ERR"]);
