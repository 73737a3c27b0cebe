import { type CodeLabel, NIL_SCOPE, printPartialDate, regionName } from "@shanhai/model";
import { cutOff } from "../reporting/cut-off.js";
import { followedUp, lagging, nextThree, toCoordinate } from "../reporting/leader-lists.js";
import { IN_POST, moneyFlow, talentInPost } from "../reporting/money-and-people.js";
import type { Report, ReportContext } from "../reporting/report.js";
import type { OnePage, OnePagePiece, OnePageSection, OnePageText } from "../reporting/report-answers.js";
import { exactly, inYear, planned } from "../reporting/row-conditions.js";
import { cny, cnyOfWan, printed, rate, wan } from "../reporting/wan.js";

/** Characters that fit a leader's three minutes and one A4. */
const MOST = 600;
/** Lines of a list at first; fewer where the page would be too long. */
const LINES = 6;

/** 一页纸: overall, what lags with unit and cause, what needs a leader, next month's three things; as of the cut-off day. */
export const onePage: Report<"one_page"> = { name: "one_page", zh: "一页纸", en: "one page", make: makeOnePage };

async function makeOnePage(asked: ReportContext): Promise<OnePage> {
  if (asked.party === null) return { page: null };
  const day = cutOff(asked.day);
  const of = { ...asked, day, year: Number(day.slice(0, 4)) };
  const [party] = await of.query<{ path: string; side: "east" | "west" | null }>(
    // What it is called today, as the boards call it.
    ({ bind }) => `select r.path, r.side from ${of.records.get("party").table} r
      where r.scope_id = ${bind(NIL_SCOPE, "uuid")} and r.id = ${bind(of.party, "uuid")}`,
  );
  if (party === undefined) return { page: null };
  const side = party.side ?? "west";
  const board = await of.board({
    party: asked.party,
    year: of.year,
    month: Number(day.slice(5, 7)),
    line: side,
    until: day,
  });
  const overall = await overallLine(of, side, board.lines);
  const lists = {
    lagging: await lagging(of, side, board.lines),
    coordinate: await toCoordinate(of, side),
    next: await nextThree(of, side),
  };
  const name = regionName(party.path);
  const page = (lines: number): OnePageText => ({
    party: asked.party ?? "",
    title: `${name}东西部协作情况`,
    title_en: `East–West cooperation of ${name}`,
    day,
    as_of: of.asOf,
    sections: [
      {
        ...{ heading: "一、总体情况", heading_en: "1. Overall" },
        lines: [[{ text: `截至${printPartialDate(day)}，`, en: `As of ${printPartialDate(day, "en")}: ` }, ...overall]],
      },
      section("二、滞后事项", "2. What lags", lists.lagging, lines),
      section("三、需领导协调事项", "3. What needs a leader", lists.coordinate, lines),
      section("四、下月重点", "4. Next month", lists.next, 3),
    ],
    kept: null,
  });
  let lines = LINES;
  while (lines > 1 && lengthOf(page(lines)) > MOST) lines--;
  return { page: { ...page(lines), kept: await keptPage(of) } };
}

/** Numbered lines, the first ones; how many more there are is said. */
function section(
  heading: string,
  heading_en: string,
  lines: readonly (readonly OnePagePiece[])[],
  most: number,
): OnePageSection {
  if (lines.length === 0) return { heading, heading_en, lines: [[{ text: "无。", en: "Nothing." }]] };
  const shown = lines.slice(0, most).map((pieces, at) => [{ text: `${at + 1}.`, en: `${at + 1}. ` }, ...pieces]);
  const left = lines.length - shown.length;
  const more = { text: `另有${left}项见明细。`, en: `${left} more in the lists.` };
  return { heading, heading_en, lines: left > 0 ? [...shown, [more]] : shown };
}

function lengthOf({ title, sections }: OnePageText): number {
  const pieces = sections.flatMap(({ heading, lines }) => [heading, ...lines.flat().map(({ text }) => text)]);
  return [title, ...pieces].join("").length;
}

type BoardLines = Awaited<ReturnType<ReportContext["board"]>>["lines"];
type BoardLine = BoardLines[number];

async function overallLine(
  of: ReportContext,
  side: "east" | "west",
  lines: BoardLines,
): Promise<readonly OnePagePiece[]> {
  const money = await moneyFlow(of);
  const sum = (pick: "total" | "paid") => money.kinds.reduce((all, kind) => all + BigInt(kind[pick]), 0n);
  const [total, paid] = [sum("total"), sum("paid")];
  const projects = money.kinds.reduce((all, kind) => all + kind.projects, 0);
  const talent = await talentInPost(of);
  const posted = talent.filter(({ direction }) => direction === "east_to_west");
  const people = posted.reduce((all, line) => all + line.people, 0);
  const transit = BigInt(money.sent ?? "0") - BigInt(money.received ?? "0");
  const projectRows = of.rows("project", planned(of.year));
  return asSentence([
    ...(projects === 0
      ? []
      : [
          {
            text: `本年度项目${projects}个、总投资${wan(total)}，`,
            en: `${projects} ${projects === 1 ? "project" : "projects"} of the year, ${cny(total)} in all, `,
            rows: projectRows,
          },
          {
            text: `已支付${wan(paid)}${total === 0n ? "" : `（${rate(paid, total)}）`}；`,
            en: `${cny(paid)} paid${total === 0n ? "" : ` (${rate(paid, total)})`}; `,
            rows: projectRows,
          },
        ]),
    ...(money.received === null
      ? []
      : [
          {
            text: `协作资金到账${wan(BigInt(money.received))}`,
            en: `${cny(BigInt(money.received))} of aid received`,
            rows: money.received_rows,
          },
        ]),
    ...(transit > 0n
      ? [{ text: `、在途${wan(transit)}`, en: `, ${cny(transit)} on its way`, rows: money.sent_rows }]
      : []),
    ...(money.received === null ? [] : [{ text: "；", en: "; " }]),
    ...(people === 0
      ? []
      : [
          {
            text: `东部在岗人才${people}人；`,
            en: `${people} eastern ${people === 1 ? "person" : "people"} in post; `,
            rows: of.rows("talent_posting", [
              ["direction", "one_of", "east_to_west"],
              ["status", "one_of", ...IN_POST],
              ["started", "to", of.day],
            ]),
          },
        ]),
    ...indicatorPiece(of, side, lines, "E1", (to, note) => ({
      text: `帮助农村劳动力就业${printed(to)}人${note.zh}；`,
      en: `${printed(to)} rural workers helped into jobs${note.en}; `,
    })),
    ...indicatorPiece(of, side, lines, "F1", (to, note) => ({
      text: `采购和帮助销售${printed(to)}万元${note.zh}；`,
      en: `${cnyOfWan(to)} bought and helped to sell${note.en}; `,
    })),
    ...(await followedUp(of)),
  ]);
}

/** Clauses as one sentence: the last one ends it. */
function asSentence(pieces: readonly OnePagePiece[]): readonly OnePagePiece[] {
  const last = pieces.at(-1);
  if (last === undefined)
    return [{ text: "本年度台账尚无登记。", en: "nothing is recorded for the year in the ledger." }];
  const ended = { ...last, text: last.text.replace(/[，；]$/u, "。"), en: last.en.replace(/[,;] $/u, ".") };
  return [...pieces.slice(0, -1), ended];
}

const SOURCES = {
  reported: { zh: "部门报送", en: "as reported" },
  final: { zh: "上报定稿", en: "as sent up" },
} as const;

/** 累计 of an indicator with this month's new ones; nothing where nobody has reported or entered it. */
function indicatorPiece(
  of: ReportContext,
  side: "east" | "west",
  lines: BoardLines,
  code: "E1" | "F1",
  say: (toDate: string, note: Pick<CodeLabel, "zh" | "en">) => Pick<OnePagePiece, "text" | "en">,
): readonly OnePagePiece[] {
  const line = lines.find((one) => one.code === code);
  if (line?.toDate === undefined || line.toDate === null) return [];
  const more = line.thisMonth === null || line.thisMonth === "0" ? null : printed(line.thisMonth);
  const inYuan = code === "F1" && line.thisMonth !== null ? cnyOfWan(line.thisMonth) : more;
  // A number that a department reported is not the ledger's own count, which 总览 shows: it says so.
  const source = line.source === null || line.source === "ledger" ? null : SOURCES[line.source];
  const said = (
    parts: readonly (string | null | undefined)[],
    [open, between, close]: readonly [string, string, string],
  ) => {
    const told = parts.filter((part) => part != null);
    return told.length === 0 ? "" : `${open}${told.join(between)}${close}`;
  };
  const note = {
    zh: said([source?.zh, more === null ? null : `本月+${more}`], ["（", "，", "）"]),
    en: said([source?.en, more === null ? null : `+${inYuan} this month`], [" (", ", ", ")"]),
  };
  return [{ ...say(line.toDate, note), ...behind(of, side, line) }];
}

/** What a figure of the month opens: the rows that are counted up to its end, or the number that was reported of it. */
function behind(
  of: ReportContext,
  line: "east" | "west",
  { code, source, reported, final }: BoardLine,
): Partial<OnePagePiece> {
  const told = source === "final" ? final : source === "reported" ? reported : null;
  const [year, month] = [of.year, Number(of.day.slice(5, 7))];
  if (told === null) return { figure: { party: of.party ?? "", year, month, line, code } };
  if (told.row !== null) return { row: { record: "indicator_value", scope_id: told.row.scope_id, id: told.row.id } };
  return {
    rows: of.rows("indicator_value", [
      ["indicator", "one_of", code],
      ...inYear(year),
      ...exactly("month", String(month)),
      ["kind", "one_of", told.kind],
    ]),
  };
}

async function keptPage(of: ReportContext): Promise<OnePageText["kept"]> {
  const [row] = await of.query<{ id: string; seq: bigint; title: string; text: string }>(
    ({ bind, table, seen }) => `select r.id, r.seq, r.title, r.text from ${table("briefing")} r
      where r.scope_id = ${bind(of.party, "uuid")} and r.cut_off = ${bind(of.day, "text")} and ${seen("briefing")}
      order by r.seq desc limit 1`,
  );
  return row === undefined ? null : { id: row.id, version: String(row.seq), title: row.title, text: row.text };
}
