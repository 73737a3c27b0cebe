/** Units of records (计量单位) in English; what merely counts things (个, 家, 所) has no word there. */
const ENGLISH: { readonly [unit: string]: string } = {
  人: "people",
  人次: "person-times",
  户: "households",
  个: "",
  家: "",
  所: "",
  亩: "mu",
  天: "days",
  月: "months",
  元: "yuan",
};

/** A number with its unit: `12人` in Chinese, `12 people` in English; a unit that is not known here stays as printed. */
export function withUnit(number: string, unit: string | undefined, language: "zh" | "en"): string {
  if (unit === undefined || unit === "") return number;
  if (language === "zh") return `${number}${unit}`;
  const english = ENGLISH[unit] ?? unit;
  return english === "" ? number : `${number} ${english}`;
}
