import type { RecordDefinition } from "@shanhai/model";
import type { ReferringRows, Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { RelatedRows } from "./RelatedRows.js";

interface Props {
  readonly row: Row;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly asOf: string | undefined;
}

/** All rows that point to a row, by record and field, its own parts first. Nothing where there are none. */
export function RowReferring({ row, definitions, asOf }: Props) {
  const kinds = useQuery({
    queryKey: ["referring", row.record, row.scope_id, row.id, asOf ?? null],
    queryFn: () => api.referring(row, asOf),
  });
  if (kinds.error !== null) return <ProblemNotice error={kinds.error} />;
  const isPart = ({ record, field }: ReferringRows) => {
    const parent = definitions.get(record)?.parent;
    return parent?.record === row.record && parent.field === field;
  };
  return [...(kinds.data ?? [])]
    .sort((a, b) => Number(isPart(b)) - Number(isPart(a)))
    .map((first) => {
      const definition = definitions.get(first.record);
      return (
        definition !== undefined && (
          <RelatedRows key={`${first.record}.${first.field}`} {...{ row, first, definition, definitions, asOf }} />
        )
      );
    });
}
