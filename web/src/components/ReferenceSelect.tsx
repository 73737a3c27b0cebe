import { type FieldDefinition, NIL_SCOPE, type RecordDefinition } from "@shanhai/model";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { api } from "../api.js";

interface Props {
  readonly field: Pick<FieldDefinition, "type" | "record">;
  readonly value: string | readonly string[] | null;
  /** Where scoped rows are looked for. */
  readonly scope: string | undefined;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly onChange: (value: string | readonly string[] | null) => void;
}

/** Chooses rows of another record by their names; what is chosen keeps its name whatever is looked for. */
export function ReferenceSelect({ field, value, scope, definitions, label, id, placeholder, onChange }: Props) {
  const [text, setText] = useState("");
  const several = field.type === "references";
  const record = field.record ?? "";
  const within = definitions.get(record)?.keeping === "reference" ? NIL_SCOPE : scope;
  const found = useQuery({
    queryKey: ["choices", record, within ?? null, text],
    queryFn: () =>
      api.rows(record, {
        limit: 12,
        ...(text === "" ? {} : { text }),
        ...(within === undefined || within === NIL_SCOPE ? {} : { scope: within }),
      }),
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
  const chosen = value === null ? [] : typeof value === "string" ? [value] : value;
  const rows = useQueries({
    queries: chosen.map((one) => ({
      queryKey: ["row", record, within ?? NIL_SCOPE, one, null],
      queryFn: () => api.row(record, within ?? NIL_SCOPE, one),
      staleTime: 60_000,
    })),
  });
  const named = chosen.map((one, at) => ({ value: one, label: rows[at]?.data?.title ?? "…" }));
  const options = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.title }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
      allowClear
      {...(several ? { mode: "multiple" as const } : {})}
      aria-label={label}
      placeholder={placeholder}
      loading={found.isFetching}
      popupMatchSelectWidth={false}
      style={{ width: "100%", minWidth: 160 }}
      value={several ? [...chosen] : (chosen[0] ?? null)}
      options={[...named.filter((one) => !options.some((other) => other.value === one.value)), ...options]}
      onChange={(next: string | string[] | null | undefined) =>
        onChange(next === undefined || next === null ? null : next)
      }
    />
  );
}
