import { roundDecimal } from "./values/decimal.js";

/** A number of a report: grouped by three, 万元 and rates with two decimals at least, nothing rounded away. `—` where there is none. */
export function printNumber(value: string | null | undefined, unit = ""): string {
  if (value === null || value === undefined) return "—";
  const decimals = value.split(".")[1]?.length ?? 0;
  const text = (unit === "万元" || unit === "%") && decimals < 2 ? roundDecimal(value, 2) : value;
  const [whole = "", fraction] = text.replace(/^-/, "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${text.startsWith("-") ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** What somebody typed as a number, in the form of the API: null for nothing, undefined for what is no number. */
export function typedNumber(text: string): string | null | undefined {
  const plain = text.normalize("NFKC").replace(/[,，\s]/g, "");
  if (plain === "" || /^[-—/]+$/.test(plain)) return null;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain.replace(/^(-?)0+(?=\d)/, "$1") : undefined;
}
