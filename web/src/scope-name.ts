import { NIL_SCOPE } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { ApiProblem, api } from "./api.js";

/** The row that a scope is: its pair (结对双方), or else the party (协作主体) of what is said of several pairs unsplit. */
async function rowOfScope(scope: string): Promise<Row> {
  try {
    return await api.row("pair", NIL_SCOPE, scope);
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 404) return api.row("party", NIL_SCOPE, scope);
    throw error;
  }
}

/** Whose rows these are: name and address of a scope. Null for what belongs to all, and while it is asked. */
export function useScopeName(scope: string | null): { readonly title: string; readonly address: string } | null {
  const asked = scope !== null && scope !== "" && scope !== NIL_SCOPE;
  const row = useQuery({
    queryKey: ["scope", scope],
    queryFn: () => rowOfScope(scope ?? ""),
    enabled: asked,
    staleTime: 60_000,
  });
  if (!asked || row.data === undefined) return null;
  return { title: row.data.title, address: `/records/${row.data.record}/${NIL_SCOPE}/${row.data.id}` };
}
