// @ts-check
// When two values say the same: the project's own reading of the corpus guide, kept equal to the rules by which the
// corpora beside the project are scored (score.test.mjs compares the two where those are present).

const peoples =
  "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各";
const autonomy = new RegExp(`(?:(?:${peoples})族?)+自治(州|县|旗|区)`, "g");

/** 贵州省黔南布依族苗族自治州罗甸县 → 贵州|罗甸县: the province and the last unit. @param {string} path */
export function regionKey(path) {
  const plain = path
    .replace(/^(广西|宁夏|新疆|内蒙古|西藏)(壮族|回族|维吾尔)?(自治区)?/, "$1省")
    .replace(autonomy, (match, unit, at, all) => {
      const named = at === 0 || /[省市州盟区]$/.test(all.slice(0, at));
      return (named ? (match.replace(/族?自治.*$/, "").split("族")[0] ?? "") : "") + unit;
    })
    .replace(
      /(科尔沁|察哈尔|科|察)(?:尔沁|哈尔)?([左右])翼?([前后中]旗)/,
      (_, name, side, banner) => name[0] + side + banner,
    );
  const parts = plain.match(/.+?(?:(?:省|市|地区|州|盟|区|县|旗|街道|镇|乡|村)(?![市区县镇乡村]|街道)|$)/g) ?? [plain];
  const named = parts.filter(Boolean);
  const province = (named[0] ?? "").replace(/(省|市)$/, "");
  return named.length <= 1 ? province : `${province}|${named.at(-1)}`;
}

/** Without blanks, punctuation and signs. @param {string | null | undefined} text */
export const bare = (text) => (text ?? "").replace(/[\s\p{P}\p{S}]/gu, "");

/** @param {string} text */
const bigrams = (text) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** Shared pairs of characters over all pairs. @param {string} a @param {string} b */
export function likeness(a, b) {
  const x = bigrams(a);
  const y = bigrams(b);
  const both = [...x].filter((pair) => y.has(pair)).length;
  return both / Math.max(1, x.size + y.size - both);
}

/** Names of projects and organisations: alike, or one holds the other for the most part. @param {string} a @param {string} b */
export function sameName(a, b) {
  const x = bare(a);
  const y = bare(b);
  if (x === y || likeness(x, y) >= 0.6) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return long.includes(short) && short.length >= 0.6 * long.length;
}

/** @param {string | null | undefined} a @param {string | null | undefined} b */
export function sameTitle(a, b) {
  const x = bare(a);
  const y = bare(b);
  return x === y || (x !== "" && y !== "" && (x.endsWith(y) || y.endsWith(x)));
}

/** What is counted, in two wordings. @param {string | null | undefined} a @param {string | null | undefined} b */
export function sameSubject(a, b) {
  const x = bare(a);
  const y = bare(b);
  return likeness(x, y) >= 0.3 || x.includes(y) || y.includes(x);
}
