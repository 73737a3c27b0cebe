/**
 * The ways in which a text may print a day, month or year that is given in ISO form, surest first: 5月6日 of
 * `2024-05-06`, 5.6, and the bare 8日 that ends 5月6日至8日. Empty for what is no such form.
 */
export function printedForms(iso: string): readonly RegExp[] {
  const [, year, month, day] = /^(?:(\d{4})|-)(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? [];
  const plain = (digits: string) => `(?<!\\d)0?${Number(digits)}`;
  if (month !== undefined && day !== undefined)
    return [
      new RegExp(`${plain(month)}月${plain(day)}(?!\\d)`),
      new RegExp(`${plain(month)}[./-]${plain(day)}(?!\\d)`),
      new RegExp(`${plain(day)}[日号]`),
    ];
  if (month !== undefined) return [new RegExp(`${plain(month)}月`), new RegExp(`[./-]${plain(month)}(?!\\d)`)];
  return year === undefined ? [] : [new RegExp(`(?<!\\d)${year}(?!\\d)`)];
}
