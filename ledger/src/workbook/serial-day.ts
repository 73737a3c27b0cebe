/** A moment as spreadsheets count it: days since the end of 1899 (or of 1903), the time as a fraction. */
export interface SerialMoment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Seconds of the day, with fraction. */
  readonly seconds: number;
}

const dayMs = 86_400_000;
/** 9999-12-31. */
const lastSerial = 2_958_465;

/**
 * The moment that a serial number means, in the 1900 count (with its 29 February 1900, which is told as null: there
 * was none) or in that of 1904 (old Macintosh workbooks). Null before the first day and after the year 9999.
 */
export function serialMoment(serial: number, date1904: boolean): SerialMoment | null {
  const whole = Math.floor(serial + 1e-9);
  const last = date1904 ? lastSerial - 1462 : lastSerial;
  if (!(whole >= (date1904 ? 0 : 1) && whole <= last)) return null;
  if (!date1904 && whole === 60) return null;
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const date = new Date(start + whole * dayMs);
  const seconds = Math.max(0, Math.min(86_399.999, Math.round((serial - whole) * 86_400_000) / 1000));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), seconds };
}

/** The serial number of an ISO day in the 1900 count; null for what is no day or lies before March 1900. */
export function daySerial(day: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (found === null) return null;
  const time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / dayMs);
  const same = new Date(time).toISOString().slice(0, 10) === day;
  return same && serial >= 61 && serial <= lastSerial ? serial : null;
}
