import { Type } from "typebox";

/** 文稿: words that become a paper. */
export const PaperRequest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 200, description: "标题" }),
    text: Type.String({
      minLength: 1,
      maxLength: 20_000,
      description: "正文，一行一段；「一、」起头的为小标题 · a line is a paragraph",
    }),
  },
  { additionalProperties: false },
);
