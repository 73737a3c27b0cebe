import type { packingZh } from "./packing-zh.js";

export const packingEn: typeof packingZh = {
  make: "Evidence pack",
  title: "Make an evidence pack",
  about:
    "A folder for each indicator with its number, the rows behind it, what does not count, the original files and a list to check them against. Unpack it to a USB stick and open index.html without network.",
  indicators: "Indicators in it",
  all: (chosen, offered) => `All (${chosen} of ${offered} chosen)`,
  plain: "ID numbers, telephones and accounts in clear",
  prepare: "Next",
  none: "No indicator of this month can go in",
  noneAdvice: "Enter rows or numbers first, or choose another month.",
  holds: (indicators, rows, proofs, size) => `${indicators} indicators, ${rows} rows, ${proofs} proofs (${size})`,
  namesCut: "This post takes no real-name lists out: names in the tables will be cut.",
  leftOut: (n) => `${n} files stay out`,
  unnamed: "(not named)",
  reasons: {
    secret: "marked as a state secret: it must not go in",
    missing: "the original is not among the kept files; please verify",
  },
  fetch: "Fetch (.zip, logged)",
  progress: (written, all) => `Writing proofs ${written} of ${all}`,
  cancel: "Cancel",
  cancelled: "Cancelled; please delete what was downloaded by then.",
  failed: "The pack was not finished; please make it again.",
  done: (files) => `Finished; its list names ${files} files`,
  fingerprint: (seal) => `Fingerprint of the list ${seal}`,
  check:
    "After unpacking, open the checking page in it and choose the folder: every file is compared. The fingerprint is in the audit log.",
  again: "Choose anew",
};
