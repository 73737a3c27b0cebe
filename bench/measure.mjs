// @ts-check
// How numbers are taken: several runs, the median quoted with the spread, peak memory beside it, the command printed.
import { readFileSync } from "node:fs";
import os from "node:os";

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** @param {readonly number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** `median (lowest–highest)` @param {readonly number[]} values */
export function quoted(values, digits = 1) {
  const round = (/** @type {number} */ value) => value.toFixed(digits);
  return `${round(median(values))} (${round(Math.min(...values))}–${round(Math.max(...values))})`;
}

/** Resident memory of a process in MB, now and at its highest; null where the system does not tell. @param {number} pid */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    // A process that is ending has no such lines any more.
    if (!status.includes("VmHWM")) return null;
    const mb = (/** @type {string} */ key) =>
      Math.round(Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    return { now: mb("VmRSS"), peak: mb("VmHWM") };
  } catch {
    return null;
  }
}

/** Prints what ran and where, so that a result can be read later. @param {string} command */
export function heading(command) {
  const cpu = os.cpus()[0]?.model.trim() ?? "unknown processor";
  console.log(
    `\n$ ${command}\n${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
}

/** @param {readonly (readonly (string | number)[])[]} rows first row: the heads */
export function table(rows) {
  const [heads = [], ...body] = rows;
  console.log(`| ${heads.join(" | ")} |\n|${heads.map(() => "---").join("|")}|`);
  for (const row of body) console.log(`| ${row.join(" | ")} |`);
}
