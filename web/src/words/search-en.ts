/** Words of the search. */
export const searchEn = {
  title: "Search",
  label: "Search documents, records, people",
  hint: "Search documents, records, people, units",
  hintKeys: "press / to search",
  example:
    "Type a name or words, apart by spaces; names also by the initials of their sounds (ld finds Luodian), or by a former name. Rolls are found by name, village and employer, sales by buyer and invoice: names and numbers from their beginning.",
  all: "All results",
  allOf: (kind: string) => `only ${kind}`,
  ofAll: "all kinds",
  searching: "Searching…",
  none: (text: string) => `Nothing holds “${text}”`,
  noneAdvice: "Try another word or a shorter one; a document is found once it has been brought in.",
  also: (names: string) => `Also looked for: ${names}`,
  former: (name: string) => `formerly ${name}`,
  filling: "Documents that came in just now are still being filled in; some results may be missing.",
  some: (n: number) =>
    `Very many hits; here are ${n} of them. The link above goes through all of them in the order of the list.`,
  document: "documents",
  openSentence: "open the original here",
  results: "search results",
};
