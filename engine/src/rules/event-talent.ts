import type { Rule } from "../draft.js";
import { eventDraft, joined, yearMarked } from "../events/event-draft.js";
import { type EventDraft, type Scene, type Scenes, scenesOf } from "../events/scene.js";
import { ARRIVING, CARING, POST, SEEING_OFF, SETTING_OUT, STAFF } from "../events/staff-words.js";
import { behindMark } from "../patterns/behind-mark.js";
import { Pattern } from "../patterns/pattern.js";
import { anySense } from "../patterns/senses.js";
import { repairedSpan } from "../span.js";

/** 看望慰问 (or 与…座谈, 与…握手) of people who are posted: 看望了某区派驻的8名医生. */
const CARE = anySense(CARING);
const FAREWELL = anySense(SEEING_OFF);
/** 为某区派驻的5位医生送上中秋慰问品. */
const GIFTS = new Pattern(
  new RegExp(
    `[为给向](?:(?!看望)[^，,。；;]){0,20}?(?:${POST})[^，,。；;]{0,16}?(?:${STAFF})们?(?:每人)?(?:送上|送去|送来|带来|带去|致以|表示|表达)了?(?=[^，,。；;]{0,12}(?:慰问|祝福|问候|节日|月饼|礼))`,
    "g",
  ),
);
/** A posted team arrives: 医疗队6名队员抵达…. */
const ARRIVES = anySense(ARRIVING);
/** They set out: 选派4名医生…启程前往, 援黔医疗队赴黔西南州. Only where the statement prints its day: totals of a report do too. */
const DEPARTS = anySense(SETTING_OUT);
/** 组织10家医院的30名专家，深入某县，…开展基层医疗服务: a team that serves there for some days. */
const SERVES = new Pattern(
  /[\d一二三四五六七八九十]+余?[名位](?:[^，,。；;]{0,6})(?:专家|医生|医师|教师|老师|名师|医护人员)[，,]?(?:深入|远赴|奔赴|前往|赴)(?=[^。；;]{2,120}(?:开展|进行)[^，,。；;]{0,12}(?:医疗|义诊|诊疗|巡诊|坐诊|支教|送教|带教|帮扶))/g,
);
/** Those who go to learn: 带领12名骨干教师启程赴义乌跟岗; the west sends them. */
const TRAINEES_GO = new Pattern(
  /(?:带领|率领|组织|率|选派)[^，,。；;]{0,20}(?:教师|老师|医生|医师|干部|人才|医护人员)[^，,。；;]{0,12}(?:赴|到|前往)[^，,。；;]{2,16}(?:跟岗|跟班|进修)/g,
);
/** They are welcomed: 举行欢迎仪式，迎接某区的15名支教教师. */
const WELCOME = new Pattern(
  new RegExp(
    `(?:欢迎(?:仪式|会|大会)|迎[接来]了?|欢迎)(?=[^。；;]{0,40}?(?:(?:支教|支医|援派|帮扶|挂职|医疗)[^，,。；;]{0,8}(?:${STAFF})|医疗队|支教队))`,
    "g",
  ),
);
/** 会议传达学习了省委书记某某与帮扶工作队座谈时的要求: a meeting of others, whose words are handed on. */
const HANDED_ON = /(?:传达学习|传达|学习贯彻|贯彻落实)了?[^。；;]{0,60}$/;
const NOT_STAFF = /脱贫户|贫困户|监测户|困难群众|老乡|学生|村民/;

/** Care for posted staff, their farewell and arrival (人才): one per trip or occasion; the sender is the visitor. */
export const eventTalent: Rule = {
  id: "event-talent",
  version: 1,
  purpose: "看望/慰问 of posted staff, 欢送, or a posted team's arrival is a talent event.",
  apply(article, soFar) {
    const scenes = scenesOf(article, soFar);
    const found: EventDraft[] = [];
    for (const scene of scenes.told()) {
      for (const match of CARE.matches(scene)) {
        if (/^[与同]/.test(match[0]) && !/座谈|握手|交谈|见面/.test(scene.text.slice(match.index))) continue;
        if (NOT_STAFF.test(match[0]) || HANDED_ON.test(scene.text.slice(0, match.index))) continue;
        const before = found.length;
        push(scenes, scene, match.index, carerOf(scenes, scene, match.index), found);
        const made = found[before];
        if (made !== undefined) found[before] = ownStaff(scenes, scene, match, made);
      }
      for (const match of GIFTS.matches(scene))
        push(scenes, scene, match.index, carerOf(scenes, scene, match.index), found);
      // 526名老乡乘返岗专列南下，某局局长到站送行: workers, not posted staff.
      const workers = /返岗|务工|老乡|专列|专车/.test(scene.text);
      for (const match of workers ? [] : FAREWELL.matches(scene))
        push(scenes, scene, match.index, headOf(scenes), found);
      if (scenes.prints(scene))
        for (const match of WELCOME.matches(scene)) push(scenes, scene, match.index, headOf(scenes), found);
      if (scenes.prints(scene))
        for (const match of [...DEPARTS.matches(scene), ...SERVES.matches(scene)])
          push(scenes, scene, match.index + match[0].length - 2, headOf(scenes), found);
      if (scenes.prints(scene))
        for (const match of TRAINEES_GO.matches(scene))
          push(scenes, scene, match.index + match[0].length - 2, headOf(scenes), found, true);
      for (const match of ARRIVES.matches(scene))
        if (!/^(?:队员|教师|老师|医生|专家|干部|人才|同志|到)/.test(match[0]) || scenes.prints(scene))
          push(scenes, scene, match.index + match[0].length - 2, headOf(scenes), found);
    }
    if (found.length === 0) found.push(...spokenAt(scenes));
    return perTrip(found, scenes).map((event) => yearMarked(scenes, event));
  },
};

/** 在欢送某市第十二批支教教师大会上的讲话: the paper itself is what was said there, on its own day. */
const FAREWELL_SPEECH =
  /(?:欢送|送别|欢迎)[^，,。；;]{0,24}(?:支教|支医|援[一-龥]|挂职|帮扶)[^，,。；;]{0,12}(?:大会|会|仪式)\s*上的\s*(?:讲话|致辞|发言)/;

function spokenAt(scenes: Scenes): readonly EventDraft[] {
  const { published, text } = scenes.article;
  const [scene] = scenes.all;
  if (published === null || scene === undefined || !FAREWELL_SPEECH.test(text.slice(0, 120))) return [];
  const days = { start: published, end: published, stated: true };
  const event = eventDraft(scenes, { type: "talent", scene, at: 0, from: 0, to: 0, days });
  return event === null ? [] : [sentOut(scenes, event)];
}

function push(scenes: Scenes, scene: Scene, at: number, lead: string | null, found: EventDraft[], learn = false): void {
  if (scenes.spoken(scene, at) || scenes.statusAt(scene, at) !== "held" || scenes.decided(scene, at)) return;
  const event = eventDraft(scenes, { type: "talent", scene, at, from: clauseStart(scene.text, at), to: at, lead });
  if (event === null) return;
  if (!learn) found.push(sentOut(scenes, event));
  // They learn in the east, whoever tells of it.
  else if (scenes.sides.ofPath(event.visitor[0] ?? null) !== "east") found.push(event);
  else found.push({ ...event, visitor: event.host, host: event.visitor });
}

/** 看望常州市第五批援青干部: whose staff it is, where nothing nearer says who came. */
function ownStaff(scenes: Scenes, scene: Scene, match: RegExpMatchArray, event: EventDraft): EventDraft {
  if (!event.inferred.includes("visitor")) return event;
  const from = scene.start + (match.index ?? 0);
  const side = scenes.sides.ofPath(event.visitor[0] ?? null);
  const own = scenes.sides.pathsIn(repairedSpan(from, from + match[0].length), side);
  const finer = own.filter((path) => event.visitor.some((known) => path.startsWith(known)));
  return finer.length === 0 ? event : { ...event, visitor: finer };
}

/** The words of the clause before the verb say where; the staff's own description names both sides. */
function clauseStart(text: string, at: number): number {
  return behindMark(text, "，", at);
}

/** Without a trip the sender is the east, whoever tells of it. */
function sentOut(scenes: Scenes, event: EventDraft): EventDraft {
  if (event.within !== null || scenes.sides.ofPath(event.visitor[0] ?? null) !== "west") return event;
  return { ...event, visitor: event.host, host: event.visitor };
}

/** Who cares: the person whom the clause is about; 代表团 means the head of the visit. */
function carerOf(scenes: Scenes, scene: Scene, at: number): string | null {
  const before = repairedSpan(scene.start, scene.start + at);
  const persons = scenes.article
    .within("person", before)
    .filter((person) => !person.value.surnameOnly && scene.text.charAt(person.span.start - scene.start) !== "□");
  const trip = scenes.tripOf(scene, scenes.daysAt(scene, at));
  if (trip !== null && (trip.evidence[0]?.start ?? -1) === scene.start) return trip.lead;
  const last = persons.at(-1);
  if (last === undefined)
    return /[团组]/.test(scene.text.slice(0, at)) ? (trip?.lead ?? null) : subjectBefore(scenes, scene, trip);
  let first = persons.length - 1;
  while (
    first > 0 &&
    persons[first] !== undefined &&
    scene.text.charAt((persons[first - 1]?.span.end ?? 0) - scene.start) === "、"
  )
    first--;
  return persons[first]?.value.name ?? last.value.name;
}

/** No subject of its own (并到某地看望…): the head of the visit where the paragraph tells of the delegation. */
function subjectBefore(scenes: Scenes, scene: Scene, trip: EventDraft | null): string | null {
  const previous = scenes.all[scene.index - 1];
  const told = previous?.utterance.unit.paragraph === scene.utterance.unit.paragraph ? previous.text : scene.text;
  return /代表团|考察[团组]|调研组|慰问组|一行/.test(told) ? (trip?.lead ?? null) : null;
}

/** The head of a posted team: 领队, 队长, 组长 before or after a name. */
function headOf(scenes: Scenes): string | null {
  for (const word of [/领队/, /队长/, /(?:工作|帮扶)组组长/]) {
    for (const scene of scenes.all) {
      const head = word.exec(scene.text);
      if (head === null) continue;
      const from = scene.start + head.index;
      const span = repairedSpan(from, Math.min(scene.start + scene.text.length, from + 40));
      const person = scenes.article.within("person", span)[0];
      if (person !== undefined) return person.value.name;
    }
  }
  return null;
}

/** The statement prints no day and does not say that it goes on with the day before it (当天, 会后, 随后). */
function onSomeDay(scenes: Scenes, event: EventDraft): boolean {
  const at = event.evidence[0]?.start ?? 0;
  const scene = scenes.all.find((told) => told.start === at);
  return (
    scene !== undefined &&
    !scenes.prints(scene) &&
    /(?:^|[，,；;])[^，,；;]{0,14}(?:还|也)(?:分别|专程|特意)?(?:看望|慰问|走访)/.test(scene.text)
  );
}

/** One per trip: told deeds win over the purpose in the visit's own sentence; deeds on several days take the trip's span. */
function perTrip(found: readonly EventDraft[], scenes: Scenes): readonly EventDraft[] {
  const groups = new Map<string, EventDraft[]>();
  for (const event of found) {
    const key = event.within ?? `at:${event.start}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  // A farewell told once without its day is the dated one.
  const undated = groups.get("at:null");
  const [dated, ...others] = [...groups.keys()].filter((key) => key !== "at:null");
  if (undated !== undefined && dated?.startsWith("at:") === true && others.length === 0) {
    groups.set(dated, [...(groups.get(dated) ?? []), ...undated]);
    groups.delete("at:null");
  }
  return [...groups.values()].flatMap((group) => {
    const trip = scenes.visits.find((visit) => visit.key === group[0]?.within);
    const purpose = group.filter((event) => event.evidence[0]?.start === trip?.evidence[0]?.start);
    const told = group.filter((event) => !purpose.includes(event));
    const used = told.length > 0 ? told : purpose;
    const first = used[0];
    if (first === undefined) return [];
    const all = [...used.slice(1), ...(told.length > 0 ? purpose : [])].reduce(joined, first);
    const days = new Set(used.map((event) => `${event.start}..${event.end}`));
    const everywhere =
      trip !== undefined &&
      used.some((event) => event.inferred.includes("host") || event.host.length === trip.host.length);
    const hosts = everywhere ? trip.host : [...new Set(used.flatMap((event) => event.host))];
    // 代表团还慰问了…: on one of the days, nobody says which.
    const undated = trip !== undefined && used.every((event) => onSomeDay(scenes, event));
    const whole = (days.size > 1 || undated) && trip !== undefined;
    return [
      {
        ...all,
        host: hosts,
        start: whole ? trip.start : first.start,
        end: whole ? trip.end : first.end,
        lead: used.map((event) => event.lead).find((lead) => lead !== null) ?? null,
      },
    ];
  });
}
