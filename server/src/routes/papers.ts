import { writePaper } from "@shanhai/ledger";
import { Problem } from "../contract.js";
import { PaperRequest } from "../contracts/papers.js";
import type { Route } from "../route.js";
import { actorOf } from "../session.js";
import { sendWorkbook } from "../workbook-reply.js";

/** 文稿: the words of a page as a .docx of the office. */
export const papers: Route = (api, { ledger }) => {
  api.post(
    "/api/papers",
    {
      schema: {
        tags: ["报表 reports"],
        summary: "文字转为 Word 文稿（A4） · words as a paper",
        body: PaperRequest,
        produces: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        response: { 400: Problem },
      },
    },
    async (request, reply) => {
      await actorOf(ledger, request);
      const { title, text } = request.body;
      return sendWorkbook(reply, `${title.replace(/[\\/:*?"<>|]/gu, "")}.docx`, await writePaper({ title, text }));
    },
  );
};
