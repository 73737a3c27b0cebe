import type { DictionaryBook, DictionaryStep, ScopePlaces, WordsPlan } from "@shanhai/ledger";
import { type TSchema, Type } from "typebox";

/** 字典: what these routes take and give. */
const open = <T>(description: string) =>
  Type.Unsafe<T>(Type.Object({}, { additionalProperties: true, description }) as TSchema);

const year = (description: string) =>
  Type.Union([Type.Integer({ minimum: 1949, maximum: 2100 }), Type.Null()], { description });
const years = {
  from_year: year("起始年度；空为一直如此 · the first year; null: always before"),
  to_year: year("截止年度；空为至今 · the last year; null: still"),
};
const name = Type.String({ maxLength: 100 });
const source = Type.String({ maxLength: 500, description: "文号、依据 · the paper that says so" });
const code = Type.String({ pattern: "^[a-z][a-z0-9_]{0,62}$" });
const command_id = Type.String({ format: "uuid", description: "重发时不变 · the same for every retry" });
const version = Type.String({ pattern: "^[0-9]{1,19}$" });
const strict = { additionalProperties: false };

export const DictionaryPath = Type.Object({ name: Type.String({ pattern: "^[a-z][a-z_]{0,62}$" }) });
export const DictionaryWordPath = Type.Object({
  name: Type.String({ pattern: "^[a-z][a-z_]{0,62}$" }),
  kind: Type.Unsafe<"entries" | "aliases">(Type.String({ enum: ["entries", "aliases"] })),
  id: Type.String({ format: "uuid" }),
});
export const DictionaryEntryRequest = Type.Object(
  {
    code: Type.Union([code, Type.Null()], { description: "空为新增一项 · null: a new one" }),
    ...years,
    zh: name,
    en: name,
    successor: Type.Union([code, Type.Null()], { description: "接续项 · the code that goes on in its place" }),
    source,
    version: Type.Union([version, Type.Null()]),
    command_id,
  },
  strict,
);
export const DictionaryAliasRequest = Type.Object(
  {
    alias: name,
    code,
    // Null first: a null would be taken for an empty text by whatever accepts one.
    place: Type.Union([Type.Null(), Type.String({ maxLength: 200 })], {
      description: "适用地区全称；空为各地通用 · the full path of a region; null: everywhere",
    }),
    ...years,
    source,
    command_id,
  },
  strict,
);
export const DictionaryRemoval = Type.Object(
  { version, reason: Type.String({ minLength: 1, maxLength: 500 }), command_id },
  strict,
);
const sheet = {
  name: Type.String({ minLength: 1, maxLength: 300, description: "文件名 · file name" }),
  year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2100, description: "各行没写时的起始年度" })),
  source: Type.Optional(Type.String({ maxLength: 500, description: "各行没写时的依据" })),
};
export const DictionarySheetQuery = Type.Object(sheet, strict);
export const DictionarySheetAcceptance = Type.Object(
  { ...sheet, hash: Type.String({ pattern: "^[0-9a-f]{64}$", description: "预演的校验值" }), command_id },
  strict,
);
export const WordsPlanView = open<WordsPlan>("逐行：新增、改名、不变、跳过及原因 · line by line");
export const DictionaryBookView = open<DictionaryBook>(
  "全部字典：各项、别名、年度、依据 · all dictionaries with entries, aliases, years and papers",
);
export const ScopePlacesView = Type.Unsafe<readonly ScopePlaces[]>(
  Type.Array(open<ScopePlaces>("一个范围各方的地区全称 · the full paths of the parties of a scope")),
);
export const DictionaryHistoryView = Type.Unsafe<readonly DictionaryStep[]>(
  Type.Array(open<DictionaryStep>("一次变更 · one change")),
);

export type {
  DictionaryBook,
  DictionaryStep,
  PlannedWordLine,
  ScopePlaces,
  ShownAlias,
  ShownDictionary,
  ShownEntry,
  WordsPlan,
} from "@shanhai/ledger";
