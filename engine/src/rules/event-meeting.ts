import { genreOf } from "../document/genre.js";
import type { Rule } from "../draft.js";
import { covers } from "../events/covers.js";
import { eventDraft, joinSame, segment, yearMarked } from "../events/event-draft.js";
import { KINDS, kin, NO_MEETING } from "../events/meeting-kinds.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import type { Side } from "../fact.js";
import { deepest } from "../parties/sides.js";
import { behindMark } from "../patterns/behind-mark.js";
import { Pattern } from "../patterns/pattern.js";
import { repairedSpan } from "../span.js";

const HELD_BEFORE = new Pattern(
  new RegExp(
    `(?:召开|举行|举办|召集|开(?:了|过|起)?(?:一|[一两三]?[个场次])|(?<=[里上府午]|[县镇旗区州市])开(?![展始发放创启设办工业门幕建拓])|开[了过](?![^，,。]{0,4}(?:眼|头|先河)))(?:了|的)?([^，,。；;《》]{0,30}?(${KINDS}))(?!上?[^，,。；;]{0,2}\\d|[两三四五六七八九十\\d]+[次场])`,
    "g",
  ),
);
const HELD_AFTER = new Pattern(
  new RegExp(
    `(${KINDS})(?:[（(][^）)]*[）)])?[^，,。；;《》：:]{0,30}?((?:召开|举行|举办)(?!期间)|开(?=[。，,]|[了到]))`,
    "g",
  ),
);
/** 双方进行座谈, 举行座谈交流: a meeting without the word 会. */
const SAT_DOWN = new Pattern(
  /(?:召开|举行|进行|开展)了?(?:工作|深入|亲切|友好|交流)*(?:座谈(?!会)|会谈|恳谈(?!会))|(?<=(?:双方|两地|两[省市县区州])[^，,。；;]{0,8})开了?会(?=[，,。])|座谈(?=[，,。；;])(?<=(?:双方|两地|宾主)(?:还|就[^，,。；;]{2,30})?座谈)/g,
);
/** 座谈会上, 在座谈会上, 13日上午的座谈会，…: a meeting that was not announced. */
const REFERRED = new Pattern(
  new RegExp(
    `(?:(?:^|[，,])在?|在)(?:(?:[^，,。；;《》“”在]|“[^“”]{2,14}”){0,36}?)(${KINDS})(?:暨[^，,。；;]{2,12}?(?:仪式|会))?上(?!述|级|报|届)|(?:日|[上下]午|当[天晚]|[早晚]上|随后)的(?:[^，,。；;《》“”在]{0,16}?)(${KINDS}|座谈|会谈|商谈)(?=[，,]|[和与及、][^，,。；;]{0,16}(?:${KINDS})[，,])`,
    "g",
  ),
);
/** 并参加甲·乙对口协作座谈会, 出席两省座谈会: told only by who came. */
const ATTENDED = new Pattern(
  new RegExp(`(?:参加|出席)了?([^，,。；;《》“”]{0,40}?(${KINDS}))(?!员|[^，,。]{0,4}(?:工作人员|代表))`, "g"),
);
const SPEECH_AT = new RegExp(`在[^，,。；;]{2,40}?(${KINDS})上的?(?:讲话|致辞|发言|主持词)`);
/** 县政协主席某某主持座谈会: a meeting told only by who chaired it. */
const CHAIRED = new Pattern(new RegExp(`主持(?:召开)?了?([^，,。；;《》“”]{0,20}?(${KINDS}))`, "g"));
/** 甲市主任某某和乙州主任某某座谈交流: two persons sit down together. */
const TOGETHER = new Pattern(/(?:举行|进行)?(?:工作|深入|亲切|友好)*(?:座谈|会谈|会晤)(?:交流)?(?=[，,。；;])/g);
/** 与某某管委会座谈: a meeting with a body; with posted staff it is care (慰问), with pupils neither. */
const TALKED = new Pattern(
  /[与同]([^，,。；;]{2,20}?(?:管委会|政府|县委|区委|市委|局|委|商会|企业|镇|街道|办事处)|[^，,。；;]{0,24}?(?:书记|[省市州县区旗镇盟]长|主席|主任|代表团|考察[团组]|调研组|一行|会长|董事长|企业家|客商|领导|负责人|负责同志|班子成员)[^，,。；;]{0,6}?)(?:分别|就[^，,。；;]{2,30})?(?:进行|开展)?了?(?:工作|深入|亲切|友好)*(?:座谈|会谈|会见|会晤|会商|商谈|面对面(?=[，,])|交换了?意见|碰了?[个过]?头|(?<=就[^，,。；;]{2,30}进行了?(?:深入|充分|全面)*)(?:对接|磋商))(?![时中期会])/g,
);
/** 县里和区里的人围坐在三楼，一直谈到十点: a meeting that nobody calls one. */
const AROUND_A_TABLE = new Pattern(
  /(?:围坐|坐[到在]了?(?:一起|一张)|[坐请]进了?[^，,。；;]{0,8}会议室|促膝)(?=[^。；;]{0,30}(?:谈[到了妥起定就又]|商[量谈议定]|议[定了]|讨论|对账))/g,
);
const BOTH_SIDES =
  /两地|双方|两边|宾主|(?:老总|客商|企业家)们?请进|两[省市县区州旗镇]|[县区市州]里[和与][^，,。；;]{0,4}[县区市州]里|[市县区州旗镇][^，,。；;]{0,14}[和与同][^，,。；;]{2,20}(?:负责人|领导|干部|客人|企业家)/;
/** Posted staff and pupils: to sit down with them is care, not a meeting of the two sides. */
const STAFF = /干部(?!书记)|人才|队员|学生|教师|医生|援[一-龥]{1,2}同志/;
/** 在去年召开的联席会议上: another meeting than the one that is told. */
const EARLIER = /去年|上届|上次|上一次|此前|历次|历届|以往|上年|曾/;

/** 区委书记某某主持召开区委常委会（扩大）会议: one side's own body, which meets on the cooperation alone. */
const OWN_BODY = new Pattern(
  /(?:主持)?召开[^，,。；;]{0,16}?(常委会|常务会|领导小组)(?:[（(][^）)]*[）)]|□+)?(?:扩大)?(?:会议|专题会)?/g,
);
const COOPERATES = /东西部协作|对口|协作工作|帮扶|支援/;

/** Formal meetings of the two sides (党政联席会议, 座谈会, 对接会 …), one per meeting, with chair, place and trip. */
export const eventMeeting: Rule = {
  id: "event-meeting",
  version: 1,
  purpose: "召开/举行 + a kind of meeting is a meeting; 座谈会上 alone is one where none was announced.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: { event: EventDraft; referred: boolean }[] = [];
    for (const scene of scenes.told()) {
      for (const { at, kind, referred, end } of tellings(scenes, scene)) {
        if (scenes.decided(scene, at)) continue;
        if (!referred && (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held")) continue;
        if (referred && EARLIER.test(scene.text.slice(at, end))) continue;
        const to = referred
          ? Math.min(scene.text.length, end)
          : beforeNextDeed(scene.text, end, segment(scene.text, at).to);
        const event = eventDraft(scenes, {
          type: "meeting",
          scene,
          at,
          from: referred ? 0 : segment(scene.text, at).from,
          to,
          subtype: kind,
          place: placeOf(scene.text),
          lead: chairOf(scenes, scene),
          own: namedIn(scenes, scene, at, end),
        });
        if (event !== null) found.push({ event: OWN.test(kind) ? ownOnly(scenes, event) : event, referred });
      }
    }
    const announced = joinSame(
      found.filter((item) => !item.referred).map((item) => item.event),
      same,
    );
    const loose = found
      .filter((item) => item.referred && !announced.some((event) => refersTo(item.event, event)))
      .map((item) => item.event);
    const all = [...announced, ...joinSame(loose, (a, b) => kin(a.subtype) === kin(b.subtype))];
    const captions = scenes.captions();
    const genre = genreOf(article);
    const unheard = all.length > 0 ? [] : genre === "minutes" ? fromHeader(scenes) : [];
    const told = all.length === 0 && genre === "speech" ? spokenAt(scenes) : [...unheard, ...onceEach(all)];
    return chaired(scenes, told).map((event) => yearMarked(scenes, hostedByChair(scenes, captioned(event, captions))));
  },
};

/** 联席会议在县里召开并举行座谈会: where one verb tells of two kinds, the first is the meeting. */
function onceEach(meetings: readonly EventDraft[]): readonly EventDraft[] {
  const keys = new Set<string>();
  return meetings.filter(({ key }) => !keys.has(key) && keys.add(key));
}

const OWN = /^(?:常委会|常务会|领导小组)$/;

/** One side's own body meets at home, and nobody comes. */
function ownOnly(scenes: Scenes, event: EventDraft): EventDraft {
  const side = scenes.sides.ofPerson(event.lead) ?? scenes.sides.ofPath(event.host[0] ?? null);
  const host =
    side === null ? event.host : [...event.host, ...event.visitor].filter((path) => scenes.sides.ofPath(path) === side);
  return { ...event, visitor: [], host: host.length > 0 ? host : event.host };
}

/** 召开联席会议，甲镇与乙镇签订协议: who signs or gives in the next clause is no party of the meeting. */
function beforeNextDeed(text: string, end: number, to: number): number {
  const next = /[，,](?=[^，,；;]{2,60}?(?:签订|签署|续签|捐赠|捐款|揭牌))/.exec(text.slice(end, to));
  return next === null ? to : end + next.index;
}

const TOTAL = /^[^，,。；;第]{0,40}\d+[余多]?[次场](?:[，,。；;]|$)/; // 研究部署协作工作3次: how often they met

/** 会上，双方进行座谈交流: told of the meeting that was announced. */
const INSIDE = /^(?:会|会议|座谈|联席会|座谈会|对接会)[上中]/;

interface Told {
  readonly at: number;
  readonly kind: string;
  readonly referred: boolean;
  /** Where the words that name it end. */
  readonly end: number;
}

function tellings(scenes: Scenes, scene: Scene): readonly Told[] {
  const { text } = scene;
  const out: Told[] = [];
  const tell = (match: RegExpMatchArray, at: number, kind: string, referred = false): void => {
    out.push({ at, kind, referred, end: (match.index ?? 0) + match[0].length });
  };
  // 欢送会之后队员抵达，在随后召开的见面会上: a first meeting without parties of its own greets whom the text tells of before.
  const greets = (kind: string, at: number) =>
    kind === "见面会" && STAFF.test(scene.document.slice(Math.max(0, scene.start + at - 120), scene.start + at));
  for (const match of HELD_BEFORE.matches(scene))
    if (
      !NO_MEETING.test(match[0]) &&
      !TOTAL.test(text.slice(match.index + match[0].length)) &&
      !greetsStaff(text, match.index, match[2] ?? "") &&
      !greets(match[2] ?? "", match.index)
    )
      tell(match, match.index, match[2] ?? "");
  for (const match of HELD_AFTER.matches(scene)) {
    const kind = match[1] ?? "";
    const verb = match.index + match[0].length - (match[2] ?? "").length;
    const called = text.slice(Math.max(0, match.index - 4), match.index) + match[0]; // 欢送|座谈会
    if (NO_MEETING.test(called) || out.some((item) => Math.abs(item.at - match.index) < 40 && item.kind === kind))
      continue;
    if (/召开|举行|举办/.test(text.slice(match.index, verb)) || greetsStaff(text, match.index, kind)) continue;
    tell(match, verb, kind);
  }
  for (const match of TALKED.matches(scene))
    if (!STAFF.test(match[1] ?? "")) tell(match, match.index, "座谈会", INSIDE.test(text));
  for (const match of TOGETHER.matches(scene))
    if (out.length === 0 && twoBefore(scenes, scene, match.index))
      tell(match, match.index, "座谈会", INSIDE.test(text));
  for (const match of SAT_DOWN.matches(scene))
    if (out.length === 0 && !STAFF.test(text.slice(Math.max(0, match.index - 30), match.index)))
      tell(match, match.index, "座谈会", INSIDE.test(text));
  if (out.length === 0 && BOTH_SIDES.test(text))
    for (const match of AROUND_A_TABLE.matches(scene)) tell(match, match.index, "座谈会");
  if (out.length === 0)
    for (const match of OWN_BODY.matches(scene))
      if (COOPERATES.test(text) && !TOTAL.test(text.slice(match.index + match[0].length)))
        tell(match, match.index, match[1] ?? "");
  if (out.length === 0)
    for (const match of REFERRED.matches(scene))
      if (
        !NO_MEETING.test(match[0]) &&
        !greets(match[1] ?? match[2] ?? "", match.index) &&
        !out.some((item) => item.at < match.index + match[0].length && match.index < item.end)
      )
        tell(match, match.index, match[1] ?? match[2] ?? "", true);
  if (out.length === 0)
    for (const match of CHAIRED.matches(scene))
      if (
        !NO_MEETING.test(match[0]) &&
        !greets(match[2] ?? "", match.index) &&
        !greetsStaff(text, match.index, match[2] ?? "")
      )
        tell(match, match.index, match[2] ?? "", true);
  // 率队来县考察，并出席联席会议；6月6日，…召开座谈会: each trip of a list has its own.
  const apart = (at: number) => !out.some((item) => segment(text, item.at).from === segment(text, at).from);
  if (out.every((item) => !item.referred))
    for (const match of ATTENDED.matches(scene))
      if (apart(match.index) && !NO_MEETING.test(match[0]) && !greetsStaff(text, match.index, match[2] ?? ""))
        tell(match, match.index, match[2] ?? "", true);
  return out;
}

/** Persons of both sides stand right before the verb, joined by 和 or 与. */
function twoBefore(scenes: Scenes, scene: Scene, at: number): boolean {
  const from = behindMark(scene.text, "，；", at);
  const persons = scenes.article
    .within("person", repairedSpan(scene.start + from, scene.start + at))
    .filter((person) => !person.value.surnameOnly);
  const [first, last] = [persons[0], persons.at(-1)];
  if (first === undefined || last === undefined || first === last || scene.start + at - last.span.end > 1) return false;
  const sides = new Set(persons.map((person) => scenes.sides.ofPerson(person.value.name)));
  return sides.has("east") && sides.has("west") && /[和与同]/.test(scene.text.slice(first.span.end - scene.start, at));
}

/** 与支教老师、支医医生召开了见面会: whoever is greeted there was posted; that is 人才. */
function greetsStaff(text: string, from: number, kind: string): boolean {
  if (kind !== "见面会") return false;
  const before = text.slice(Math.max(0, text.indexOf(kind, from) - 24), text.indexOf(kind, from));
  return /(?:干部|人才|医生|教师|老师|队员|医疗队)[^，,。；;]{0,6}$/.test(before);
}

/** Told twice: the same kind with the same day, or with one of the two undated, and no other host named. */
function same(a: EventDraft, b: EventDraft): boolean {
  if (kin(a.subtype) !== kin(b.subtype)) return false;
  const hosts = a.host.some((path) => b.host.some((other) => path.startsWith(other) || other.startsWith(path)));
  if (!hosts) return false;
  if (a.start === b.start) return true;
  if (a.inferred.includes("start")) return covers(a, b.start ?? "") || a.start === null;
  return b.inferred.includes("start") && (covers(b, a.start ?? "") || b.start === null);
}

function refersTo(reference: EventDraft, event: EventDraft): boolean {
  return (
    kin(event.subtype) === kin(reference.subtype) ||
    (reference.subtype === "座谈会" && event.within === reference.within && event.start === reference.start)
  );
}

/** The place after 在…召开, without the region that the sides already say; 在随后召开的会上 names none. */
function placeOf(text: string): string | null {
  return (
    /在((?!随后|此前|之后|同日|当[天日]|[^，,。；;]{0,6}(?:期间|[上下]午))[^，,。；;]{2,24}?)(?:召开|举行|举办)/.exec(
      text,
    )?.[1] ?? null
  );
}

/** Who chaired it: the person before 主持 in the statement or the next ones of the paragraph. */
function chairOf(scenes: Scenes, scene: Scene): string | null {
  const paragraph = scene.utterance.unit.paragraph;
  for (let index = scene.index; index < scene.index + 4; index++) {
    const next = scenes.all[index];
    if (next === undefined || next.utterance.unit.paragraph !== paragraph) return null;
    if (index > scene.index && tellings(scenes, next).some((item) => !item.referred)) return null;
    const [chair] = chairsIn(scenes, next);
    if (chair !== undefined) return chair.name;
  }
  return null;
}

/** Persons right before 主持 in a statement: 某某主持会议, 会议由某某主持. */
function chairsIn(scenes: Scenes, scene: Scene): readonly { readonly name: string; readonly at: number }[] {
  return [...scene.text.matchAll(/主持(?![^，,。]{0,8}仪式)/g)].flatMap((match) => {
    const at = scene.start + match.index;
    const person = scenes.article.within("person", repairedSpan(scene.start, at)).at(-1);
    if (person === undefined || person.value.surnameOnly) return [];
    // 秦某在市行政中心主持召开: the place may stand between.
    const beside =
      at - person.span.end <= 4 ||
      /^在[^，,。；;]{2,20}$/.test(scene.text.slice(person.span.end - scene.start, match.index));
    return beside ? [{ name: person.value.name, at }] : [];
  });
}

/** Both sides in the meeting's own name: 召开奉贤区—大理州2024年东西部协作联席会议; null where it names only one or none. */
function namedIn(
  scenes: Scenes,
  scene: Scene,
  at: number,
  end: number,
): Readonly<Record<Side, readonly string[]>> | null {
  const span = repairedSpan(scene.start + at, scene.start + end);
  const printed = scenes.sides
    .regionsIn(span)
    .filter((item) => scene.text.charAt(item.span.start - scene.start) !== "□");
  const paths = deepest(printed.map((item) => item.value.path));
  const of = (side: Side) => paths.filter((path) => scenes.sides.ofPath(path) === side);
  const named = { east: of("east"), west: of("west") };
  return named.east.length > 0 && named.west.length > 0 ? named : null;
}

/** A chair named later on (州委书记某某主持会议。) chaired the meeting told last before; each meeting has one. */
function chaired(scenes: Scenes, meetings: readonly EventDraft[]): readonly EventDraft[] {
  if (meetings.every((meeting) => meeting.lead !== null)) return meetings;
  const chairs = scenes.all
    .filter((scene) => !scene.utterance.unit.quoted && scene.text.includes("主持"))
    .flatMap((scene) => chairsIn(scenes, scene).map((chair) => ({ ...chair, item: scene.item })));
  const items = new Map(scenes.all.map((scene) => [scene.start, scene.item]));
  const order = [...meetings].sort((a, b) => first(a) - first(b));
  const leads = new Map<EventDraft, string>();
  let next = 0;
  for (const chair of chairs) {
    while (next < order.length && first(order[next]) <= chair.at) next++;
    const meeting = order[next - 1];
    if (meeting !== undefined && meeting.lead === null && !leads.has(meeting))
      if ((items.get(first(meeting)) ?? 0) === chair.item) leads.set(meeting, chair.name);
  }
  return meetings.map((meeting) => ({ ...meeting, lead: meeting.lead ?? leads.get(meeting) ?? null }));
}

/** Who chairs is the host where neither a trip nor a place says who came. */
function hostedByChair(scenes: Scenes, meeting: EventDraft): EventDraft {
  if (meeting.within !== null || meeting.place !== null || meeting.lead === null) return meeting;
  const chair = scenes.sides.ofPerson(meeting.lead);
  const host = scenes.sides.ofPath(meeting.host[0] ?? null);
  if (chair === null || host === null || chair === host || meeting.visitor.length === 0) return meeting;
  return { ...meeting, visitor: meeting.host, host: meeting.visitor };
}

function first(event: EventDraft | undefined): number {
  return event?.evidence[0]?.start ?? 0;
}

/** Minutes without a telling sentence: 时间, 地点, 主持 of the head say it. */
function fromHeader(scenes: Scenes): readonly EventDraft[] {
  const field = (label: RegExp) => scenes.all.find((scene) => label.test(scene.text));
  const time = field(/^时\s*间\s*[：:]/);
  if (time === undefined) return fromOpening(scenes);
  const place = field(/^地\s*点\s*[：:]/);
  const chair = field(/^主\s*持(?:人)?\s*[：:]/);
  const day = scenes.article.within("date", time.utterance.unit.span)[0];
  const days = { start: day?.value.start ?? null, end: day?.value.end ?? day?.value.start ?? null, stated: true };
  const subtype = new RegExp(KINDS).exec(scenes.article.text.slice(0, time.start))?.[0] ?? null;
  const event = eventDraft(scenes, {
    type: "meeting",
    scene: place ?? time,
    at: 0,
    from: 0,
    to: (place ?? time).text.length,
    subtype,
    days,
    place: place?.text.replace(/^[^：:]*[：:]\s*/, "") ?? null,
    lead:
      chair === undefined ? null : (scenes.article.within("person", chair.utterance.unit.span)[0]?.value.name ?? null),
  });
  return event === null ? [] : [event];
}

/** 在甲县—乙区东西部协作推进会上的讲话: a speech is held at the meeting of its title, on the day that it bears. */
function spokenAt(scenes: Scenes): readonly EventDraft[] {
  const { published, paragraphs, text } = scenes.article;
  const line = paragraphs.find(({ role }) => role === "title");
  const [scene] = scenes.all;
  if (line === undefined || scene === undefined || published === null) return [];
  const title = text.slice(line.span.start, line.span.end);
  const subtype = SPEECH_AT.exec(title)?.[1];
  if (subtype === undefined || NO_MEETING.test(title)) return [];
  const paths = deepest(scenes.sides.regionsIn(line.span).map((item) => item.value.path));
  const of = (side: Side) => paths.filter((path) => scenes.sides.ofPath(path) === side);
  const named = { east: of("east"), west: of("west") };
  const own = named.east.length > 0 && named.west.length > 0 ? named : null;
  const days = { start: published, end: published, stated: true };
  const event = eventDraft(scenes, { type: "meeting", scene, at: 0, from: 0, to: 0, subtype, days, own });
  return event === null ? [] : [{ ...event, evidence: [line.span] }];
}

/** 3月14日，县长某某主持召开会议，专题研究…: minutes whose first statements name no kind of meeting. */
function fromOpening(scenes: Scenes): readonly EventDraft[] {
  for (const scene of scenes.told().slice(0, 3)) {
    const at = scene.text.search(/(?:召开|举行)(?:了)?(?:专题)?会议/);
    if (at < 0 || !scenes.prints(scene)) continue;
    const lead = chairsIn(scenes, scene)[0]?.name ?? null;
    const event = eventDraft(scenes, { type: "meeting", scene, at, from: 0, to: at, subtype: "专题会", lead });
    return event === null ? [] : [ownOnly(scenes, event)];
  }
  return [];
}

/** A caption may alone say where it was: 在某镇召开座谈会. */
function captioned(event: EventDraft, captions: readonly Scene[]): EventDraft {
  if (event.place !== null) return event;
  for (const scene of captions) {
    const match = new RegExp(`在([^，,。]{2,24}?)(?:召开|举行)[^，,。]{0,20}?(${KINDS})`).exec(scene.text);
    if (match !== null && kin(match[2] ?? "") === kin(event.subtype))
      return { ...event, place: match[1] ?? null, evidence: [...event.evidence, scene.utterance.unit.span] };
  }
  return event;
}
