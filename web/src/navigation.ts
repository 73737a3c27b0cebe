import type { Words } from "./words/index.js";

/** One page of the navigation: where it is, what it is called, and among which it stands. */
export interface NavigationEntry {
  readonly to: string;
  readonly label: (words: Words) => string;
  /** Pages of one group stand together; a line is between groups. */
  readonly group: "day" | "ledgers" | "boards" | "office";
  /** The address only, not what lies below it. */
  readonly end?: boolean;
  /** What waits there, counted beside the label. */
  readonly counts?: "waiting";
  /** On a phone: in the bar at the bottom (there is room for four), not behind 更多. */
  readonly onPhone?: boolean;
}

/** The pages in the frame of every page, in the order of a clerk's day. */
export const navigation: readonly NavigationEntry[] = [
  { to: "/workbench", label: (words) => words.nav.workbench, group: "day", onPhone: true },
  { to: "/documents", label: (words) => words.nav.documents, group: "day", end: true, onPhone: true },
  { to: "/check", label: (words) => words.nav.check, group: "day", counts: "waiting", onPhone: true },
  { to: "/records", label: (words) => words.nav.records, group: "ledgers", onPhone: true },
  { to: "/followup", label: (words) => words.followup.title, group: "ledgers" },
  { to: "/money", label: (words) => words.money.title, group: "ledgers" },
  { to: "/collections", label: (words) => words.collect.title, group: "ledgers" },
  { to: "/indicators", label: (words) => words.indicators.title, group: "ledgers" },
  { to: "/comparison", label: (words) => words.indicators.comparison, group: "ledgers" },
  { to: "/inspection", label: (words) => words.inspecting.title, group: "ledgers" },
  { to: "/templates", label: (words) => words.template.title, group: "ledgers" },
  { to: "/overview", label: (words) => words.nav.overview, group: "boards" },
  { to: "/one-page", label: (words) => words.leader.tabs.page, group: "boards" },
  { to: "/reception", label: (words) => words.leader.reception.title, group: "boards" },
  { to: "/pairings", label: (words) => words.leader.tabs.network, group: "boards" },
  { to: "/settings", label: (words) => words.settings.title, group: "office" },
];
