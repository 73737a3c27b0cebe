import { Problem } from "../contract.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 日历: due days as a file (RFC 5545) that Outlook, WPS and telephones take. */
export const calendar: Route = (api, { ledger }) => {
  api.get(
    "/api/calendar.ics",
    {
      schema: {
        tags: ["督办 follow-up"],
        summary: "任务时限、收表期限日历（.ics） · due days as a calendar",
        produces: ["text/calendar"],
        response: { 403: Problem },
      },
    },
    async (request, reply) => {
      const text = await ledger.calendar(await actorOf(ledger, request));
      return sendWorkbook(reply, "东西部协作日程.ics", Buffer.from(text));
    },
  );
};
