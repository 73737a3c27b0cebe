/** Digits that spreadsheet programs keep of a number; what binary storage adds behind them is no figure of anybody's. */
const kept = 15;

/**
 * A number of a spreadsheet as plain decimal text: at most 15 significant digits, no exponent, no needless zeros.
 * `2500.5900000000001` of a file is 2500.59, `5.2E+17` is 520000000000000000. Null for what is no number.
 */
export function decimalText(stored: string): string | null {
  const simple = /^-?\d{1,15}$/.test(stored);
  if (simple) return stored === "-0" ? "0" : stored.replace(/^(-?)0+(?=\d)/, "$1");
  const found = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(stored);
  if (found === null || (found[2] === "" && (found[3] ?? "") === "")) return null;
  const whole = found[2] ?? "";
  const fraction = found[3] ?? "";
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return "0";
  // Where the decimal point stands in `digits`.
  const point = digits.length - fraction.length + Number(found[4] ?? 0);
  if (Math.abs(point) > 400) return null;
  const rounded = roundDigits(digits, kept);
  const sign = found[1] === "-" ? "-" : "";
  return sign + placed(rounded.digits, point + rounded.carried);
}

/** Rounds decimal text half away from zero to so many places, as spreadsheets do: 2.675 to two is 2.68. */
export function roundDecimal(decimal: string, places: number): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const digits = whole + fraction;
  const keep = whole.length + places;
  if (keep < 0) return places > 0 ? `0.${"0".repeat(places)}` : "0";
  const { digits: cut, carried } = roundDigits(digits, keep);
  const point = whole.length + carried;
  const filled = cut.padEnd(point + places, "0");
  const text =
    places > 0
      ? `${filled.slice(0, point) || "0"}.${filled.slice(point, point + places)}`
      : filled.slice(0, point) || "0";
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Moves the decimal point: 2 makes a share a percentage. */
export function shiftDecimal(decimal: string, by: number): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const text = placed(whole + fraction, whole.length + by);
  return negative && text !== "0" ? `-${text}` : text;
}

/** The first `keep` digits, rounded half up; `carried` is 1 where rounding made a digit more (9.96 → 10.0). */
function roundDigits(digits: string, keep: number): { readonly digits: string; readonly carried: number } {
  if (digits.length <= keep) return { digits, carried: 0 };
  const up = digits.charCodeAt(keep) >= 53;
  const head = digits.slice(0, keep);
  if (!up) return { digits: head, carried: 0 };
  const next = (BigInt(`0${head}`) + 1n).toString().padStart(keep, "0");
  return { digits: next, carried: next.length - keep };
}

function placed(digits: string, point: number): string {
  const whole =
    point <= 0
      ? "0"
      : digits
          .slice(0, point)
          .padEnd(point, "0")
          .replace(/^0+(?=\d)/, "");
  const fraction = (point <= 0 ? "0".repeat(-point) + digits : digits.slice(point)).replace(/0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
