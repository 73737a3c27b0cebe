import type { ComponentType } from "react";

interface PageEntry {
  readonly path: string;
  readonly load: () => Promise<ComponentType>;
}

/** The pages, each loaded when it is first opened; the last one answers every other address. */
export const pages: readonly PageEntry[] = [
  { path: "workbench", load: async () => (await import("./WorkbenchPage.js")).WorkbenchPage },
  { path: "documents", load: async () => (await import("./DocumentsPage.js")).DocumentsPage },
  { path: "documents/:id", load: async () => (await import("./CheckPage.js")).CheckPage },
  { path: "documents/:id/sheet", load: async () => (await import("./SheetPage.js")).SheetPage },
  { path: "documents/:id/import", load: async () => (await import("./ImportPage.js")).ImportPage },
  { path: "check", load: async () => (await import("./WaitingPage.js")).WaitingPage },
  { path: "review/:id?", load: async () => (await import("./ReviewPage.js")).ReviewPage },
  { path: "records", load: async () => (await import("./RecordKindsPage.js")).RecordKindsPage },
  { path: "records/:record", load: async () => (await import("./RecordsPage.js")).RecordsPage },
  { path: "records/:record/:scope/:id", load: async () => (await import("./RecordPage.js")).RecordPage },
  { path: "templates", load: async () => (await import("./TemplatePage.js")).TemplatePage },
  { path: "collections", load: async () => (await import("./CollectionsPage.js")).CollectionsPage },
  { path: "collections/:scope/:id", load: async () => (await import("./CollectionPage.js")).CollectionPage },
  { path: "money", load: async () => (await import("./MoneyPage.js")).MoneyPage },
  { path: "followup", load: async () => (await import("./FollowupPage.js")).FollowupPage },
  { path: "overview", load: async () => (await import("./OverviewPage.js")).OverviewPage },
  { path: "one-page", load: async () => (await import("./OnePagePage.js")).OnePagePage },
  { path: "reception", load: async () => (await import("./ReceptionPage.js")).ReceptionPage },
  { path: "pairings", load: async () => (await import("./PairingsPage.js")).PairingsPage },
  { path: "search", load: async () => (await import("./SearchPage.js")).SearchPage },
  { path: "indicators", load: async () => (await import("./IndicatorsPage.js")).IndicatorsPage },
  { path: "inspection/:tab?/:scope?/:id?", load: async () => (await import("./InspectionPage.js")).InspectionPage },
  { path: "comparison", load: async () => (await import("./ComparisonPage.js")).ComparisonPage },
  { path: "settings/:tab?", load: async () => (await import("./SettingsPage.js")).SettingsPage },
  { path: "*", load: async () => (await import("./NotFoundPage.js")).NotFoundPage },
];
