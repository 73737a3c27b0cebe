import type {
  AttributionMention,
  Mention,
  Paragraph,
  PersonMention,
  RegionMention,
  TitleMention,
} from "../annotation.js";
import type { Annotator } from "../annotator.js";
import { attendance } from "../people/attendance.js";
import type { Attributed } from "../people/attributed.js";
import { type Candidate, readByline, type Signed } from "../people/byline-reader.js";
import { itemsOf, withoutSigning } from "../people/items.js";
import { ListReader } from "../people/list-reader.js";
import { likeness } from "../people/name-characters.js";
import { nameShape } from "../people/name-shape.js";
import { NextPlace } from "../people/next-place.js";
import { labelPost, readPost } from "../people/post.js";
import { type Listed, RosterTable } from "../people/roster-table.js";
import { severalCalled } from "../people/several-called.js";
import { titleEnds } from "../people/title-shape.js";
import { repairedSpan } from "../span.js";

/**
 * People with their posts, in the list grammar of the field: shared posts (区领导A、B、C), posts before names and chains
 * of them (镇党委书记、新区管委会党工委书记C), posts after names in brackets, labels of the page (记者 A B, 责编：C), names
 * of two to seven characters in list places, names with a dot, names split by a space. Grammar first: an item that
 * stands where a name must stand is one though its surname is unknown; the lists only keep common words out.
 */
export const roster: Annotator = {
  id: "roster",
  purpose: "finds people with the posts that the list grammar gives them",
  annotate(article, found) {
    const { text } = article;
    const regions = found.of("region");
    const out: Mention[] = [];
    const counts = new Map<string, number>();
    // Each search may pass the whole text: beyond this many characters a name counts as said once, so that a list of
    // ten thousand different names costs no more than linear time.
    let budget = 40 * text.length + 1_000_000;
    const again = (name: string): number => {
      let count = counts.get(name);
      if (count === undefined) {
        if (budget <= 0) return 0;
        budget -= text.length;
        count = occurrences(text, name, 4) - 1;
        counts.set(name, count);
      }
      return count;
    };
    const table = new RosterTable();
    const named = new Set<string>();
    let going = false; // the line above said who was there
    const places = new NextPlace(text);
    let next = 0;
    for (const [index, paragraph] of article.paragraphs.entries()) {
      const inside: RegionMention[] = [];
      while (next < regions.length && (regions[next]?.span.start ?? 0) < paragraph.span.end) {
        const mention = regions[next++];
        if (mention !== undefined && mention.span.start >= paragraph.span.start) inside.push(mention);
      }
      const { start, end } = paragraph.span;
      const listed = table.read(text, start, end);
      if (listed.length > 0) {
        for (const row of listed) emit(ofTable(text, row), text, out);
        continue;
      }
      const present = attendance(text, start, end, going);
      going = present !== null;
      if (present !== null) {
        for (const person of present) emit(person, text, out);
        continue;
      }
      const row = numberedRow(text, start, end, inside) ?? attendee(text, start, end);
      if (row !== null) {
        emit(row, text, out);
        continue;
      }
      const alone = signsOff(text, paragraph, article.paragraphs[index + 1]) ?? speaker(text, paragraph);
      if (alone !== null) {
        emit({ ...alone, posts: [] }, text, out);
        if (alone.end === end) continue;
      }
      const note = signature(text, paragraph);
      const signed = note === null ? [] : readByline(text, note.start, note.end, note.need);
      for (const name of signed) emit(ofByline(text, name), text, out);
      const reader = new ListReader(text, inside, again, places, named);
      const parts =
        note === null || signed.length === 0
          ? [[start, end]]
          : [
              [start, note.start],
              [note.end, end],
            ];
      for (const [from = start, to = start] of parts)
        if (from < to) for (const item of itemsOf(text, from, to)) reader.read(withoutSigning(text, item));
      for (const attributed of reader.people) emit(attributed, text, out);
      const posted = new Set(reader.people.flatMap((person) => (person.posts.length > 0 ? [person.start] : [])));
      for (const person of severalCalled(text, start, end, inside))
        if (!posted.has(person.start)) emit(person, text, out);
    }
    return out;
  },
};

/** 1．鲁某某，女，某中学语文教师，一级教师；: a line of a list of staff, its posts behind the sex. */
function numberedRow(text: string, start: number, end: number, regions: readonly RegionMention[]): Attributed | null {
  if (end - start > 200) return null;
  const line = text.slice(start, end);
  // What every such line holds, asked before the expression that reads it.
  if (!/[男女]/.test(line)) return null;
  const found =
    /^((?:[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]?\s*)?)([\p{Script=Han}·]{2,10}?|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han})(?:先生|女士)?[，,、：:\s]\s*[男女](?:[，,、\s]\s*(?:\p{Script=Han}{1,4}族|\d{2}岁|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出?生)?|中共党员|中国(?:国)?籍|[无拥]有?(?:境外|国外)\p{Script=Han}{0,2}居留权|\p{Script=Han}{2,5}学历)(?=[，,、。；;\s]))*[，,、。；;\s]\s*/u.exec(
      line,
    );
  const printed = found?.[2];
  const name = printed?.replace(/[ \u3000]/g, "");
  if (found === null || name === undefined || printed === undefined || nameShape(name) === null) return null;
  const from = start + (found[1] ?? "").length;
  const until = from + printed.length;
  const told = start + found[0].length;
  const current = /现任(?!职)([^，,。；;（(]{3,})/.exec(text.slice(told, end));
  if (current?.[1] !== undefined) {
    // 现任某街道办事处副主任，拟挂任某市副市长: what he is, not what he will be.
    const at = told + current.index + 2;
    const to = at + current[1].length;
    const office = titleEnds(text, at, to).at(-1);
    if (office !== undefined)
      return { start: from, end: until, name, posts: [readPost(text, at, office, to, regions)] };
  }
  const post = text.slice(told, end).replace(/[。；;]\s*$/, "");
  const posts =
    post === "" || /[。；;：:]/.test(post) || /学[历位]$/.test(post)
      ? []
      : [{ ...labelPost(text, told, told + post.length), class: "table" }];
  return { start: from, end: until, name, posts };
}

/** Longest line or bracket that people sign. */
const longestNote = 100;

/** 望潮区：林某某 区委常委、副区长; 周  某 区协作办主任: a line of minutes with who was there, the posts behind the name. */
function attendee(text: string, start: number, end: number): Attributed | null {
  if (end - start > 60) return null;
  const line = text.slice(start, end);
  if (!/[ \u3000\t]/.test(line)) return null;
  const found =
    /^(\s*(?:(?:\p{Script=Han}{2,8}|\p{Script=Han}[ \u3000]{1,6}\p{Script=Han})[：:]\s*)?)([\p{Script=Han}·]{2,8}(?=[ \u3000\t（(])|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han})((?:[（(][男女][)）])?[ \u3000\t]+)([^\s。；;：:!！？?][^。；;：:!！？?\t]*?)\s*$/u.exec(
      line,
    );
  const printed = found?.[2];
  const post = found?.[4];
  if (found === null || printed === undefined || post === undefined || (/[ \u3000]/.test(post) && !CELLS.test(post)))
    return null;
  const name = printed.replace(/[ \u3000]/g, "");
  const shape = nameShape(name);
  const sounds = name.length > 2 && (shape === "syllabic" || shape === "dotted");
  if (!sounds && (shape !== "surname" || name.length > 4 || likeness(name) < 2)) return null;
  const from = start + (found[1] ?? "").length;
  const told = from + printed.length + (found[3] ?? "").length;
  // 梁溪区发改委副主任　拟任循化县副县长: what somebody is, not what he will be.
  const to = told + post.replace(/[ \u3000]+(?:拟|现?挂)[任到].*$/, "").length;
  // 县委常委、副县长（湖里区挂职干部）: the bracket goes with the post.
  const noted = /[（(][^（()）]*[）)]$/.exec(text.slice(told, to))?.[0].length ?? 0;
  const office = titleEnds(text, told, to - noted).at(-1);
  // 何索菲娅　县人民政府副县长: a name written by sound stands in front of an office.
  if (sounds && !/^(?:party|government)$/.test(office?.class ?? "")) return null;
  // A post and nothing behind it: 王某 主持会议 is no such line.
  if (
    office === undefined ||
    office.class === "label" ||
    !/^(?:[（(][^（()）]*[）)])?$/.test(text.slice(office.end, to))
  )
    return null;
  return { start: from, end: from + printed.length, name, posts: [{ ...labelPost(text, told, to), class: "table" }] };
}

/** 无锡市东林中学　物理教师: two cells or three, neither of them a sentence. */
const CELLS = /^[^\s，,]{3,24}[ \u3000]+[^\s]{2,16}(?:[ \u3000]+[^\s]{2,20})?$/;

/**
 * The stretch of a paragraph where people may sign: a whole line of the page's frame, or the bracket that opens or closes
 * a paragraph (（某报记者 某某）…, …。（某某）).
 */
function signature(
  text: string,
  { span, role }: Paragraph,
): { start: number; end: number; need: "label" | "frame" | "names" } | null {
  const { start, end } = span;
  const list = present.exec(text.slice(start, Math.min(end, start + 14)))?.[0].length;
  if (list !== undefined && end - start <= longestNote) return { start: start + list, end, need: "names" };
  if (role !== "title" && end - start <= longestNote) {
    const frame = role !== "body" && role !== "heading" && role !== "table";
    if (frame || signs.test(text.slice(start, Math.min(end, start + 12)))) return { start, end, need: "frame" };
  }
  const last = text.charAt(end - 1);
  if (last === "）" || last === ")" || last === "】") {
    const open = Math.max(text.lastIndexOf("（", end), text.lastIndexOf("(", end), text.lastIndexOf("【", end));
    if (open >= start && end - open <= longestNote && (open === start || /[。！!？?”\s]/.test(text.charAt(open - 1))))
      return { start: open, end, need: "frame" };
  }
  const first = text.slice(start, Math.min(end, start + 24)).search(/[（(]/);
  if (first >= 0 && !/[，,。]/.test(text.slice(start, start + first))) {
    const close = text.slice(start + first, Math.min(end, start + first + longestNote)).search(/[）)]/);
    // 某网宁波4月12日电（方某 阚某某）: only they stand behind 电.
    const wired = /\d日[电讯]\s*$/.test(text.slice(start, start + first));
    if (close > 0) return { start: start + first, end: start + first + close + 1, need: wired ? "names" : "label" };
  }
  return null;
}

/** A line of minutes that says who was there: 出  席：… */
const present = /^\s*(?:出\s*席|列\s*席|缺\s*席|请\s*假|参\s*会|参\s*加|陪\s*同)(?:人员|领导|人)?\s*[:：]/;

/** How a line of signatures begins when the page's reader took it for content. */
const signs = /^\s*(?:[□■◎]|【\p{Script=Han}{2,6}】|文[/／∕字：:]|图[/／∕：:]|\p{Script=Han}{2,4}[/／∕](?:文|图|摄))/u;

const day = /^\s*(?:20|19)\d\d年\d{1,2}月\d{1,2}日\s*$/;

/** A name alone on its line above the day: who signs a letter. */
function signsOff(text: string, { span }: Paragraph, below: Paragraph | undefined): Candidate | null {
  if (span.end - span.start > 8 || below === undefined || !day.test(text.slice(below.span.start, below.span.end)))
    return null;
  return alone(text, span.start, span.end);
}

/** 顾某某：我觉得…: who speaks in a printed conversation. */
function speaker(text: string, { span, role }: Paragraph): Candidate | null {
  if (role !== "body") return null;
  const colon = text.slice(span.start, Math.min(span.end, span.start + 6)).search(/[:：]/);
  return colon < 3 ? null : alone(text, span.start, span.start + colon);
}

/** A stretch that is a name and nothing else. */
function alone(text: string, from: number, to: number): Candidate | null {
  const printed = text.slice(from, to);
  const name = printed.trim();
  const start = from + printed.indexOf(name);
  return nameShape(name) === "surname" && likeness(name) === 3 && (name.length === 3 || to - from < 6)
    ? { start, end: start + name.length, name }
    : null;
}

function ofByline(text: string, { start, end, name, label: printed }: Signed): Attributed {
  return {
    start,
    end,
    name,
    posts: [printed === null ? labelPost(text, end, end) : labelPost(text, printed.start, printed.end)],
  };
}

/** The cells of a row say the posts: 派出单位及职务, 挂职岗位. */
function ofTable(text: string, { start, end, name, posts }: Listed): Attributed {
  return {
    start,
    end,
    name,
    posts: posts.map((cell) => ({ ...labelPost(text, cell.start, cell.end), class: "table" })),
  };
}

/** Occurrences of a word, counted up to a limit. */
function occurrences(text: string, word: string, limit: number): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < limit; at = text.indexOf(word, at + 1)) count++;
  return count;
}

/** 某政函〔2021〕58号: the number of a paper, not somebody. */
const numbersPaper = (text: string, end: number): boolean =>
  /^[〔［[（(](?:19|20)\d\d[〕］\]）)]/.test(text.slice(end, end + 6));

function emit(attributed: Attributed, text: string, out: Mention[]): void {
  const { start, end, name, posts } = attributed;
  if (numbersPaper(text, end)) return;
  const first = posts[0]?.printed === "" ? undefined : posts[0];
  const last = posts[posts.length - 1];
  const person: PersonMention = {
    kind: "person",
    span: repairedSpan(start, end),
    by: "roster",
    value: { name, surnameOnly: false },
  };
  const titles = (first === undefined ? [] : posts).map(
    (post): TitleMention => ({
      kind: "title",
      span: repairedSpan(post.start, post.end),
      by: "roster",
      value: { text: post.printed, organisation: post.organisation },
    }),
  );
  let chain: string | null = first?.printed ?? null;
  posts.forEach((post, at) => {
    const previous = posts[at - 1];
    if (previous === undefined) return;
    const between = text.charAt(previous.end);
    chain += (/[、，,；;]/.test(between) ? between : "，") + post.printed;
  });
  const regional = posts.find((post) => post.region !== null)?.region ?? null;
  const attribution: AttributionMention = {
    kind: "attribution",
    // A name that shares its posts with others has them at a distance; its own place is the name.
    span:
      last !== undefined && last.end <= start && last.end >= start - 1
        ? repairedSpan(first?.start ?? start, end)
        : person.span,
    by: "roster",
    value: {
      name: person.span,
      person: name,
      titles: titles.map((title) => title.span),
      title: chain,
      posts: (first === undefined ? [] : posts).map((post) => ({
        title: post.printed,
        organisation: post.organisation,
        region: post.region?.value.path ?? null,
      })),
      region: regional?.value.path ?? null,
      byline: last?.class === "label",
    },
  };
  out.push(person, ...titles, attribution);
}
