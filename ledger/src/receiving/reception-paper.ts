import { printMoney, printPartialDate } from "@shanhai/model";
import { requireRight } from "../account/policy.js";
import type { Actor } from "../actor.js";
import { beijingToday } from "../beijing-day.js";
import { frameOf } from "../counting/frame.js";
import type { Desk } from "../desk.js";
import { ownSide } from "../followup/own-side.js";
import type { Row } from "../row.js";
import { agreedText, tally } from "./agreed-lines.js";
import { type AgreedItem, lastAgreed } from "./last-agreed.js";
import { paperPages } from "./paper-length.js";
import type { ReceptionPaper, ReceptionQuery } from "./receive-desk.js";

/** More is no paper that anybody reads on the way (前4). */
const MOST_PAGES = 4;
const MOST_POINTS = 12;

/**
 * 接待材料: the points shown, what was agreed last and how it stands, what the own side needs. The longest parts are cut, then
 * the last needs left out with their number, until four pages hold it. Nothing of the other side is called late.
 */
export async function receptionPaper(desk: Desk, actor: Actor, query: ReceptionQuery): Promise<ReceptionPaper> {
  requireRight(actor, "read");
  const day = query.day ?? beijingToday();
  const { title: pair } = await frameOf(desk, actor, { scope: query.scope });
  const side = ownSide(actor, undefined) ?? "west";
  const points: Row[] = [];
  for (const id of query.points.slice(0, MOST_POINTS)) {
    const row = await desk.get(actor, "project", query.scope, id);
    if (row !== null) points.push(row);
  }
  const { held, agreed, others } = await lastAgreed(desk, actor, query.scope, day);
  const needs = await openNeeds(desk, actor, query.scope, side);
  const title = `${query.occasion?.trim() || pair}接待材料`;
  let [content, shown] = [220, needs.length];
  let text = "";
  let pages = 0;
  do {
    text = paperText({ pair, day, side, points, held, agreed, others, needs, content, shown });
    pages = paperPages(title, text);
    if (content > 40) content -= 20;
    else shown -= 1;
  } while (pages > MOST_PAGES && shown >= 0);
  return { title, text, pages, agreed: agreed.length + others.length, needs: needs.length };
}

interface Parts {
  readonly pair: string;
  readonly day: string;
  readonly side: "east" | "west";
  readonly points: readonly Row[];
  /** When the last meeting was that agreed on something. */
  readonly held: string | null;
  readonly agreed: readonly AgreedItem[];
  /** 协作任务 entered by hand, from other minutes and agreements or given directly. */
  readonly others: readonly AgreedItem[];
  readonly needs: readonly string[];
  /** Characters that a point's description may take, and how many needs are printed. */
  readonly content: number;
  readonly shown: number;
}

function paperText({ pair, day, side, points, held, agreed, others, needs, content, shown }: Parts): string {
  const numbered = (items: readonly AgreedItem[]) =>
    items.map((one, at) => `${at + 1}. ${agreedText(one, side, day, cut(one.text, 90))}`);
  const lines = [
    `（${pair}　截至 ${printPartialDate(day, "zh")}）`,
    "一、点位简介",
    ...(points.length === 0 ? ["未选点位。"] : points.map((row, at) => `${at + 1}. ${pointText(row, content)}`)),
    "二、上次议定事项及办理情况",
    ...(agreed.length + others.length === 0 ? ["没有登记议定事项和协作任务。"] : []),
    ...(agreed.length === 0
      ? []
      : [
          `${held === null ? "" : `${printPartialDate(held, "zh")}会议`}议定 ${agreed.length} 项：${tally(agreed, side, day)}。`,
          ...numbered(agreed),
        ]),
    ...(others.length === 0
      ? []
      : [
          `${agreed.length === 0 ? "" : "另有"}登记的协作任务 ${others.length} 项：${tally(others, side, day)}。`,
          ...numbered(others),
        ]),
    "三、需求清单",
    ...(needs.length === 0 ? ["没有待回应的需求。"] : needs.slice(0, shown).map((need, at) => `${at + 1}. ${need}`)),
    ...(shown < needs.length ? [`另有 ${needs.length - shown} 项，见需求台账。`] : []),
  ];
  return lines.join("\n");
}

function pointText({ title, values }: Row, most: number): string {
  const text = (key: string) => (typeof values[key] === "string" ? String(values[key]).trim() : "");
  const sum = (key: string) => (text(key) === "" ? "" : printMoney(BigInt(text(key)), "zh"));
  const coop = ["coop_province", "coop_county", "coop_township"]
    .map((key) => (text(key) === "" ? 0n : BigInt(text(key))))
    .reduce((a, b) => a + b, 0n);
  const says = [
    text("place"),
    cut(text("content"), most),
    sum("total") === "" ? "" : `总投资${sum("total")}${coop > 0n ? `（其中协作资金${printMoney(coop, "zh")}）` : ""}`,
    sum("paid") === "" ? "" : `已支付${sum("paid")}`,
    text("progress_text") === ""
      ? text("progress_percent") === ""
        ? ""
        : `形象进度${text("progress_percent")}%`
      : `形象进度：${text("progress_text")}`,
    text("households") === "" ? "" : `受益${text("households")}户`,
    text("needs_coordination") === "" ? "" : `需协调：${cut(text("needs_coordination"), 40)}`,
  ].filter((part) => part !== "");
  return `${title}。${says.join("；")}${says.length === 0 ? "" : "。"}`;
}

function cut(text: string, most: number): string {
  return text.length <= most ? text.replace(/[。；]$/u, "") : `${text.slice(0, most - 1)}…`;
}

async function openNeeds(desk: Desk, actor: Actor, scope: string, side: "east" | "west"): Promise<readonly string[]> {
  const { rows } = await desk.list(actor, "need", { scope, filter: { side, status: "open" }, limit: 100 });
  const by = (row: Row) => (typeof row.values.raised_by === "string" ? `（${row.values.raised_by}）` : "");
  return rows.map((row) => `${cut(String(row.values.text), 90)}${by(row)}`);
}
