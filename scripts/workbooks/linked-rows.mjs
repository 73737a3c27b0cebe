// @ts-check
/**
 * Rows of the ledgers that have no workbook of their own, for three years of two counties: the templates of
 * `data/ledger-years.json` with each county's words, and what came and was paid as the projects of `data/projects.json` say.
 */

/** @typedef {{ [field: string]: string | boolean | null }} Values */
/** @typedef {{ record: string, as?: string, in?: { [field: string]: string }, to?: { [field: string]: string[] }, values: Values }} Linked */
/** @typedef {Linked & { only?: string[], except?: string[] }} Template */
/** @typedef {{ [word: string]: string | number | null }} Words */
/** @typedef {Words & { years: { [year: string]: Words } }} County */
/** @typedef {{ name: string, owner: string, money: (string | number)[] }} Project */
/** @typedef {{ [county: string]: { [year: string]: { groups: { projects: Project[] }[] } } }} Projects */
/** @typedef {{ words: { [county: string]: County }, inBook: { [where: string]: { records: string[], keys: { [key: string]: string[] } } }, rows: Template[] }} LedgerYears */

/** @param {LedgerYears} data @param {Projects} projects @returns {{ [pair: string]: Linked[] }} */
export function linkedRows({ words, inBook, rows }, projects) {
  return Object.fromEntries(
    Object.entries(words).map(([county, { years, ...own }]) => [
      county.replace("县", ""),
      Object.entries(years).flatMap(([year, told]) => {
        const where = `${county}${year}`;
        const book = inBook[where] ?? { records: [], keys: {} };
        const here = (/** @type {string[] | undefined} */ some) => some?.some((one) => where.startsWith(one)) === true;
        const fill = filler({ county, year, ...own, ...told });
        const made = rows
          .filter(
            ({ record, only, except }) => !book.records.includes(record) && (!only || here(only)) && !here(except),
          )
          .map(({ record, as, in: within = {}, to = {}, values }) => {
            const inside = Object.entries(within);
            const titled = inside.flatMap(([field, key]) => {
              const title = book.keys[key];
              return title === undefined ? [] : [[field, title]];
            });
            return linked({
              record,
              as: as === undefined ? undefined : `${as}-${year}`,
              in: Object.fromEntries(
                inside.filter(([, key]) => !(key in book.keys)).map(([field, key]) => [field, `${key}-${year}`]),
              ),
              to: {
                ...Object.fromEntries(titled),
                ...Object.fromEntries(
                  Object.entries(to).map(([field, title]) => [field, title.map((one) => String(fill(one)))]),
                ),
              },
              values: Object.fromEntries(
                Object.entries(values).map(([field, value]) => [
                  field,
                  typeof value === "string" ? fill(value) : value,
                ]),
              ),
            });
          });
        return [
          ...made,
          ...money(projects[county]?.[year]?.groups.flatMap((group) => group.projects) ?? [], where, year),
        ];
      }),
    ]),
  );
}

/** Without what is empty. @param {{ record: string, as: string | undefined, in: { [field: string]: string }, to: { [field: string]: string[] }, values: Values }} row @returns {Linked} */
function linked({ record, as, in: within, to, values }) {
  return {
    record,
    ...(as === undefined ? {} : { as }),
    ...(Object.keys(within).length === 0 ? {} : { in: within }),
    ...(Object.keys(to).length === 0 ? {} : { to }),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  };
}

/** {词} by its word; a value that is one word alone may be empty. @param {Words} words */
function filler(words) {
  return (/** @type {string} */ text) => {
    const whole = /^\{([^}]+)\}$/.exec(text)?.[1];
    const word = (/** @type {string} */ name) => {
      if (!(name in words)) throw new Error(`no word {${name}}`);
      return words[name] ?? null;
    };
    if (whole !== undefined) {
      const value = word(whole);
      return value === null ? null : String(value);
    }
    return text.replace(/\{([^}]+)\}/g, (_, name) => String(word(name)));
  };
}

const fen = (/** @type {number} */ wan) => String(Math.round(wan * 1_000_000));
const wanOf = (/** @type {string | number | undefined} */ cell) => Number(String(cell ?? 0).replace(/[,万]/g, "")) || 0;

/**
 * The two sources of a year (省级, 区级) with what came of each; in two years each project's payment split by source. What 望潮区
 * sent on 2023-11-28 had not arrived by the end of the month.
 * @param {Project[]} projects @param {string} where @param {string} year @returns {Linked[]}
 */
function money(projects, where, year) {
  const sums = projects.map(({ money: [, province, district] }) => [wanOf(province), wanOf(district)]);
  /** @type {Linked[]} */
  const made = [];
  for (const [at, [giver_name, giver_level]] of /** @type {const} */ ([
    ["甲省财政厅", "province"],
    ["望潮区财政局", "county"],
  ]).entries()) {
    const came = sums.reduce((sum, one) => sum + (one[at] ?? 0), 0);
    const late = where === "石坎县2023" && giver_level === "county" ? 100 : 0;
    if (came === 0) continue;
    const key = `${giver_level}-${year}`;
    made.push({
      record: "fund_source",
      as: key,
      values: {
        giver_name: `${giver_name}`,
        giver_level,
        kind: "fiscal",
        year,
        amount: fen(came + late),
        doc_no: `${giver_level === "province" ? "甲财农" : "望财农"}〔${year}〕15号`,
      },
    });
    const step = (/** @type {string} */ what, /** @type {string} */ on, /** @type {number} */ wan) =>
      made.push({
        record: "fund_tranche",
        in: { source: key },
        values: {
          step: what,
          on: `${year}-${on}`,
          amount: fen(wan),
          doc_no: `${giver_level === "province" ? "甲财农" : "望财农"}〔${year}〕15号`,
        },
      });
    step("sent", "05-10", came);
    step("received", "05-20", came);
    if (late > 0) step("sent", "11-28", late);
  }
  if (year === "2023") return made;
  for (const {
    name,
    owner,
    money: [, province, district, , , , , paid],
  } of projects) {
    const key = `payment-${name}`;
    const [first, all] = [Math.min(wanOf(paid), wanOf(province)), wanOf(paid)];
    const second = Math.min(all - first, wanOf(district));
    made.push({
      record: "payment",
      as: key,
      to: { project: ["project", name] },
      values: {
        paid_on: `${year}-12-05`,
        amount: fen(first + second),
        payee: owner,
        voucher_no: `${year}1205-${made.length}`,
        purpose: "工程进度款",
        signer_west: "赵示例",
        signer_east: "吴示例",
      },
    });
    for (const [at, [source, wan]] of /** @type {const} */ ([
      [`province-${year}`, first],
      [`county-${year}`, second],
    ]).entries())
      if (wan > 0)
        made.push({
          record: "payment_share",
          in: { payment: key, source },
          values: { amount: fen(wan), position: String(at + 1) },
        });
  }
  return made;
}
