import { type FieldDefinition, type FieldValue, NIL_SCOPE, printValue, type RecordDefinition } from "@shanhai/model";
import { useQueries } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { useLanguage } from "../language.js";

interface Props {
  readonly field: FieldDefinition;
  readonly value: FieldValue | undefined;
  /** Where the row lives: scoped rows that it points to live there too. */
  readonly scope: string;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf?: string | undefined;
}

/** A field's value for a person; what it points to is named by its title and is a link. */
export function FieldValueText({ field, value, scope, definitions, asOf }: Props) {
  const { language } = useLanguage();
  const target = field.record === undefined ? undefined : definitions.get(field.record);
  const ids =
    target === undefined || value === null || value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).map(String);
  const targetScope = target?.keeping === "reference" ? NIL_SCOPE : scope;
  const rows = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["row", target?.name, targetScope, id, asOf ?? null],
      queryFn: () => api.row(target?.name ?? "", targetScope, id, asOf),
      staleTime: 60_000,
    })),
  });
  if (target === undefined || ids.length === 0) return printValue(field, value, language);
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && (language === "zh" ? "、" : ", ")}
      <Link to={`/records/${target.name}/${targetScope}/${id}`}>{rows[index]?.data?.title ?? "…"}</Link>
    </Fragment>
  ));
}
