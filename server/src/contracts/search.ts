import type { SearchAnswer } from "@shanhai/ledger";
import { Type } from "typebox";

/** 检索: what the API takes and gives. */
export const SearchRequest = Type.Object({
  text: Type.String({
    maxLength: 100,
    description: "要找的字词，可用空格分开；名称可用拼音首字母 · words, or initials",
  }),
  group: Type.Optional(
    Type.String({ pattern: "^[a-z_]{1,40}$", description: "只看一类：台账名或 document · one kind, page by page" }),
  ),
  after: Type.Optional(
    Type.String({ maxLength: 2000, description: "上一页最后一条的位置 · the place of the last hit" }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
});

const Marks = Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }), {
  description: "命中之处 · half-open offsets in the text",
});

export const SearchView = Type.Unsafe<SearchAnswer>(
  Type.Object(
    {
      groups: Type.Array(
        Type.Object({
          group: Type.String(),
          hits: Type.Array(
            Type.Object({
              scope_id: Type.String(),
              id: Type.String(),
              title: Type.String(),
              marks: Marks,
              former: Type.Union([Type.String(), Type.Null()], {
                description: "命中的曾用名 · the former name that was found",
              }),
              sentence: Type.Union([
                Type.Object({
                  field: Type.Union([Type.String(), Type.Null()], {
                    description: "命中的要素 · the field whose value the text is",
                  }),
                  text: Type.String(),
                  marks: Marks,
                  document_id: Type.Union([Type.String(), Type.Null()]),
                  start: Type.Union([Type.Integer(), Type.Null()], {
                    description: "在原文中的位置 · its place in the raw text",
                  }),
                  end: Type.Union([Type.Integer(), Type.Null()]),
                  cell: Type.Union([Type.Object({ sheet: Type.String(), cell: Type.String() }), Type.Null()], {
                    description: "表格中的单元格 · the cell of a workbook",
                  }),
                }),
                Type.Null(),
              ]),
            }),
          ),
          next: Type.Union([Type.String(), Type.Null()], {
            description: "接着取的位置；空文本为从头取 · where it goes on; an empty text: from the beginning",
          }),
          some: Type.Boolean({
            description:
              "命中很多，所列只是其中一部分，不是台账顺序的前几条 · very many: some of them, not the first of the list",
          }),
        }),
      ),
      also: Type.Array(Type.String(), { description: "一并查找的前后称谓 · other names that were looked for too" }),
      filling: Type.Boolean({
        description: "尚有新到材料未编入检索 · texts that came in just now are still being filled in",
      }),
    },
    { $id: "SearchAnswer" },
  ),
);
