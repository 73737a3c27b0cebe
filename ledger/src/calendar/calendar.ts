import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import type { Desk } from "../desk.js";
import { reportQuery } from "../reporting/report.js";
import type { CalendarDesk } from "./calendar-desk.js";
import { calendarFeed, closeCalendarFeed, feedActor, openCalendarFeed } from "./calendar-feed.js";

interface Due {
  readonly record: string;
  readonly scope_id: string;
  readonly id: string;
  readonly seq: bigint;
  readonly day: string;
  readonly title: string;
  readonly note: string | null;
}

const MOST = 2000;

/** The door of 日历. */
export function calendarDesk(desk: Desk): CalendarDesk {
  return {
    calendar: (actor) => calendar(desk, actor),
    calendarFeed: (actor) => calendarFeed(desk, actor),
    openCalendarFeed: (actor) => openCalendarFeed(desk, actor),
    closeCalendarFeed: (actor) => closeCalendarFeed(desk, actor),
    async calendarByToken(token) {
      const actor = await feedActor(desk, token);
      return actor === null ? null : calendar(desk, actor);
    },
  };
}

/**
 * One all-day entry per thing that is due; the same thing keeps its UID, so that a calendar that reads the file again moves
 * it. What the other side owes is none of this office's dates and is not in it.
 */
async function calendar(desk: Desk, actor: Actor): Promise<string> {
  requireRight(actor, "read");
  const side = actor.office?.side ?? null;
  const query = reportQuery(desk.database, desk.records, actor, null);
  const tasks = await query<Due & { [column: string]: unknown }>(
    ({ bind, table, seen }) => `select 'task' as record, r.scope_id, r.id, r.seq, r.due_to::text as day,
        r.title, coalesce(r.owner_name, o.name) as note
      from ${table("task")} r left join ${table("organisation")} o on o.id = r.owner
      where ${seen("task")} and r.due_to is not null and r.status not in ('done', 'closed', 'dropped')
        ${side === null ? "" : `and r.side = ${bind(side, "text")}`}
      order by r.due_to, r.id limit ${MOST}`,
  );
  const sheets = await query<Due & { [column: string]: unknown }>(
    ({ table, seen }) => `select 'collection' as record, r.scope_id, r.id, r.seq, r.due_to::text as day,
        '收表：' || r.title as title, null as note
      from ${table("collection")} r
      where ${seen("collection")} and r.due_to is not null and r.status <> 'closed' order by r.due_to, r.id limit ${MOST}`,
  );
  const away = await query<Due & { [column: string]: unknown }>(
    ({ table, seen }) => `select 'leave' as record, r.scope_id, r.id, r.seq, r.planned_back_on_to::text as day,
        '返岗：' || coalesce(t.person_name, '') as title, null as note
      from ${table("leave")} r join ${table("talent_posting")} t on t.scope_id = r.scope_id and t.id = r.posting
      where ${seen("leave")} and r.planned_back_on_to is not null and r.back_on is null
      order by r.planned_back_on_to, r.id limit ${MOST}`,
  );
  const stamp = `${beijingToday().replaceAll("-", "")}T000000Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Shanhai//ledger//ZH",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:东西部协作",
    ...[...tasks, ...sheets, ...away].flatMap((one) => entry(one, stamp)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function entry({ record, scope_id, id, seq, day, title, note }: Due, stamp: string): readonly string[] {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return [
    "BEGIN:VEVENT",
    `UID:${record}-${scope_id}-${id}@shanhai`,
    `SEQUENCE:${seq}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${next.replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    ...(note === null ? [] : [`DESCRIPTION:${escaped(`责任单位：${note}`)}`]),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(title)}`,
    "TRIGGER:-P3D",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** RFC 5545 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** Lines of at most 75 octets; a character is never cut (RFC 5545 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      size = 0;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join("\r\n ");
}
