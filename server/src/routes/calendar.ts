import { Type } from "typebox";
import { Problem } from "../contract.js";
import { CalendarAddress, CalendarFeedState } from "../contracts/calendar.js";
import { ServerError } from "../error-codes.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

const FILE = "东西部协作日程.ics";

/** 日历: due days as a file (RFC 5545) that Outlook, WPS and telephones take, or fetch by themselves. */
export const calendar: Route = (api, { ledger }) => {
  const tags = ["督办 follow-up"];
  api.get(
    "/api/calendar.ics",
    {
      schema: {
        tags,
        summary: "任务时限、收表期限日历（.ics） · due days as a calendar",
        produces: ["text/calendar"],
        response: { 403: Problem },
      },
    },
    async (request, reply) => {
      const text = await ledger.calendar(await actorOf(ledger, request));
      return sendWorkbook(reply, FILE, Buffer.from(text));
    },
  );
  api.get(
    "/api/calendar/:token",
    {
      schema: {
        tags,
        summary: "订阅的日历：凭地址，不需登录 · the same by its secret address, without a session",
        params: Type.Object({ token: Type.String({ pattern: "^[A-Za-z0-9_-]{43}\\.ics$" }) }),
        produces: ["text/calendar"],
        response: { 404: Problem },
      },
    },
    async (request, reply) => {
      const text = await ledger.calendarByToken(request.params.token.slice(0, -".ics".length));
      if (text === null) throw new ServerError("NOT_FOUND");
      return sendWorkbook(reply, FILE, Buffer.from(text));
    },
  );
  api.get(
    "/api/calendar-feed",
    {
      schema: {
        tags,
        summary: "本人的日历订阅 · the own subscription; never its address",
        response: { 200: CalendarFeedState, 403: Problem },
      },
    },
    async (request) => ({ feed: await ledger.calendarFeed(await actorOf(ledger, request)) }),
  );
  api.post(
    "/api/calendar-feed",
    {
      schema: {
        tags,
        summary: "生成订阅地址，只显示一次 · make an address, told once; the one before ends",
        response: { 200: CalendarAddress, 403: Problem },
      },
    },
    async (request) => {
      const { token } = await ledger.openCalendarFeed(await actorOf(ledger, request));
      return { path: `/api/calendar/${token}.ics` };
    },
  );
  api.delete(
    "/api/calendar-feed",
    {
      schema: {
        tags,
        summary: "撤销订阅地址 · revoke the address",
        response: { 200: CalendarFeedState, 403: Problem },
      },
    },
    async (request) => {
      await ledger.closeCalendarFeed(await actorOf(ledger, request));
      return { feed: null };
    },
  );
};
