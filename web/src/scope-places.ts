import type { RecordDefinition } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { wordingApi } from "./wording-api.js";

const nowhere: readonly string[] = [];

/**
 * Where the rows of a scope belong, so that what is typed is read by what its place calls things (别名), as an import reads it.
 * Asked only for a ledger some word of which has a name at one place alone.
 */
export function useScopePlaces(definition: RecordDefinition): (scope: string) => readonly string[] {
  const local = definition.fields.some(({ codes = [], against, items = [] }) =>
    [...codes, ...(against?.codes ?? []), ...items.flatMap((part) => part.codes ?? [])].some(({ aliases = [] }) =>
      aliases.some(({ place }) => place !== null),
    ),
  );
  const { data } = useQuery({
    queryKey: ["scope-places"],
    queryFn: wordingApi.places,
    enabled: local,
    staleTime: 5 * 60_000,
  });
  return useCallback((scope) => data?.find((one) => one.scope === scope)?.places ?? nowhere, [data]);
}
