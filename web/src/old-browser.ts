/**
 * Whether this browser has what the pages are built for: Chromium 102, told by what came with it. An older one that cannot
 * even read the scripts keeps the notice of index.html.
 */
export function runsHere(): boolean {
  return "inert" in HTMLElement.prototype;
}

/** Shows the notice of index.html at once instead of the pages. */
export function tellOldBrowser(root: HTMLElement): void {
  root.querySelector(".waiting")?.setAttribute("data-old", "true");
}
