import type { ImportMapping, TemplateBinding } from "@shanhai/ledger";
import { Type } from "typebox";

/** 记住的表样: mappings of imports and bindings of upper levels' forms, listed, named, forgotten. */
const remembered = {
  id: Type.String({ format: "uuid" }),
  name: Type.String({ description: "名称 · what it is called in lists" }),
  at: Type.String({ description: "最后修改 · last changed" }),
  who: Type.String({ description: "修改人 · by whom" }),
};
const labelled = { key: Type.String(), zh: Type.String(), en: Type.String() };

export const ImportMappingList = Type.Unsafe<readonly ImportMapping[]>(
  Type.Array(
    Type.Object({
      ...remembered,
      form: Type.Object(labelled, { description: "台账 · the ledger that its rows go to" }),
      columns: Type.Array(
        Type.Object({
          letter: Type.String(),
          reads: Type.Union([Type.Object(labelled), Type.Null()], { description: "空：不读取 · null: not read" }),
        }),
      ),
      answers: Type.Array(
        Type.Object({ question: Type.String(), zh: Type.String(), en: Type.String(), answer: Type.String() }),
      ),
    }),
  ),
);

export const TemplateBindingList = Type.Unsafe<readonly TemplateBinding[]>(
  Type.Array(
    Type.Object({
      ...remembered,
      fingerprint: Type.String({ description: "表样指纹" }),
      places: Type.Integer({ description: "填报位置数 · places that are filled" }),
    }),
  ),
);

export const RenameRequest = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }), command_id: Type.String({ format: "uuid" }) },
  { additionalProperties: false },
);
