/** What kind of paper a document is (文种). */
export type Genre =
  | "news"
  | "minutes"
  | "agreement"
  | "notice"
  | "letter"
  | "plan"
  | "report"
  | "roster"
  | "speech"
  | "other";
