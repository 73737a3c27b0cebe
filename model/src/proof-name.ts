/** What the name and the folders of a file say about it as a proof. */
export interface ProofName {
  /** The day in the name as partial date: `2023-09-15`, `2023-09`; null where it says none. */
  readonly day: string | null;
  /** 文号 in the name: `乙财农〔2023〕15号`. */
  readonly number: string | null;
  /** Words to look the row up by: the name without numbers of the list, camera names and dates. */
  readonly words: string;
}

const camera = /微信图片|微信截图|扫描件|IMG|DSC|mmexport|截图|照片|新建|副本|终稿|最终版/giu;

/** Reads 佐证 names as offices give them: `2.1.1 乙财农〔2023〕15号关于下达指标的通知.pdf`, `微信图片_20230915.jpg`. */
export function proofName(path: string): ProofName {
  const name = (path.split("/").at(-1) ?? path).replace(/\.[^.]*$/u, "");
  const number = /[\p{Script=Han}]{1,12}[〔[(（]20\d\d[〕\])）]\s*\d{1,4}\s*号/u.exec(name)?.[0] ?? null;
  const bare = number === null ? name : name.replace(number, " ");
  const day = dayIn(bare);
  const words = bare
    .replace(/20\d{2}[-.年_]?\d{0,2}[-.月_]?\d{0,2}日?/gu, " ")
    .replace(camera, " ")
    .replace(/^[\d.、\s]+|[（(]\d+[)）]/gu, " ")
    .replace(/[_\-\d]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return { day, number, words };
}

function dayIn(text: string): string | null {
  const found =
    /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/u.exec(text) ??
    /(?<!\d)(20\d\d)[-.年_](\d{1,2})(?:[-.月_](\d{1,2}))?/u.exec(text);
  if (found === null) return null;
  const [year, month, day] = [found[1], Number(found[2]), found[3] === undefined ? null : Number(found[3])];
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null;
  return [year, String(month).padStart(2, "0"), ...(day === null ? [] : [String(day).padStart(2, "0")])].join("-");
}

const media = /\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?|mp4|mov|avi|wmv|mp3|wav|zip|rar|7z)$/iu;

/** True for a file that is kept as it is because nothing in it can be read: photos, videos, archives. */
export function isBareProof(name: string): boolean {
  return media.test(name);
}
