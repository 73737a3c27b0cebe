import type { ServedFile } from "./api.js";

/** Saves a file under its name, as a link to it would. */
export function saveFile({ name, bytes }: ServedFile): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
