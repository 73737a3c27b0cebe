import { aliasesAt, type FieldDefinition, NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.js";
import { useLanguage } from "../language.js";

/** One thing that a cell may be filled with: the text that is put there, and the id where it is a row. */
export interface Choice {
  readonly text: string;
  readonly id: string | null;
}

const none: readonly Choice[] = [];
const mostRows = 8;

/** The part of a cell that is being typed: of several values parted by 、 the last one. */
export function lastPart(field: FieldDefinition, text: string): string {
  return several(field) ? (text.split(/[、;；]/).at(-1) ?? "").trim() : text.trim();
}

/** A cell's text with what was chosen in the place of what was being typed. */
export function withChoice(field: FieldDefinition, text: string, choice: Choice): string {
  if (!several(field)) return choice.text;
  const before = text.split(/[、;；]/).slice(0, -1);
  return [...before.map((part) => part.trim()), choice.text].join("、");
}

export function several(field: FieldDefinition): boolean {
  return field.type === "texts" || field.type === "references";
}

/** What a cell of this field may be filled with, by what was typed so far: labels, yes and no, rows found by their names. */
export function useChoices(
  field: FieldDefinition | undefined,
  typed: string | null,
  scope: string,
  where: { readonly year: number | null; readonly places: readonly string[] },
  definitions: ReadonlyMap<string, RecordDefinition>,
): readonly Choice[] {
  const { language } = useLanguage();
  const part = field === undefined || typed === null ? "" : lastPart(field, typed);
  const target = field?.record === undefined ? undefined : definitions.get(field.record);
  const within = target?.keeping === "reference" ? NIL_SCOPE : scope;
  const found = useQuery({
    queryKey: ["choices", target?.name, within, part],
    queryFn: () =>
      api.rows(target?.name ?? "", {
        ...(part === "" ? {} : { text: part }),
        ...(within === NIL_SCOPE ? {} : { scope: within }),
        limit: mostRows,
      }),
    enabled: target !== undefined && typed !== null,
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
  if (field === undefined || typed === null) return none;
  if (target !== undefined) return (found.data?.rows ?? []).map(({ title, id }) => ({ text: title, id }));
  if (field.type === "flag")
    return (language === "zh" ? ["是", "否"] : ["yes", "no"]).map((text) => ({ text, id: null }));
  const holds = (text: string) => text.toLowerCase().includes(part.toLowerCase());
  const codes = field.codes ?? [];
  // What the place calls an item leads to it; what is put into the cell is its name.
  const matching = codes.filter(
    (code) => holds(code[language]) || (part !== "" && aliasesAt(code, where).some(({ text }) => holds(text))),
  );
  return (matching.length > 0 ? matching : codes).map((code) => ({ text: code[language], id: null }));
}
