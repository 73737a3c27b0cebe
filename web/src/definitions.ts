import type { RecordDefinition } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "./api.js";

const none: readonly RecordDefinition[] = [];

/** They stay; the words of their dictionaries may be set by somebody else meanwhile. */
const wordsStand = 5 * 60_000;

/** The record definitions of the running ledger, as a list and by name. */
export function useDefinitions() {
  const answer = useQuery({ queryKey: ["definitions"], queryFn: api.definitions, staleTime: wordsStand });
  const list = answer.data ?? none;
  const definitions = useMemo(() => new Map(list.map((definition) => [definition.name, definition])), [list]);
  return { list, definitions, isPending: answer.isPending, error: answer.error };
}
