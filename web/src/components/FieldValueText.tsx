import { type FieldDefinition, fieldAt, NIL_SCOPE, printValue, type RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQueries } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { useLanguage } from "../language.js";
import { rowAddress } from "../row-address.js";

interface Props {
  readonly field: FieldDefinition;
  /** The row whose value it is; scoped rows that it points to live where it lives. */
  readonly row: Row;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf?: string | undefined;
}

/** A field's value for a person; what it points to is named by its title and is a link. */
export function FieldValueText({ field, row, definitions, asOf }: Props) {
  const value = row.values[field.key];
  const { language } = useLanguage();
  const target = field.record === undefined ? undefined : definitions.get(field.record);
  const ids =
    target === undefined || value === null || value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).map(String);
  const within = field.within === undefined ? null : row.values[field.within];
  const beside = typeof within === "string" ? within : row.scope_id;
  const targetScope = target?.keeping === "reference" ? NIL_SCOPE : beside;
  const rows = useQueries({
    queries: ids.map((id) => ({
      queryKey: ["row", target?.name, targetScope, id, asOf ?? null],
      queryFn: () => api.row(target?.name ?? "", targetScope, id, asOf),
      staleTime: 60_000,
    })),
  });
  if (target === undefined || ids.length === 0) {
    const own = definitions.get(row.record);
    return printValue(fieldAt(field, own?.year, row.values), value, language);
  }
  return ids.map((id, index) => (
    <Fragment key={id}>
      {index > 0 && (language === "zh" ? "、" : ", ")}
      <Link to={rowAddress({ record: target.name, scope_id: targetScope, id }, asOf)}>
        {rows[index]?.data?.title ?? "…"}
      </Link>
    </Fragment>
  ));
}
