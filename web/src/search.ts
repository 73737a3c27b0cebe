import type { SearchHit } from "@shanhai/server";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { documentAddress } from "./address-place.js";
import { api } from "./api.js";
import { rowAddress } from "./row-address.js";

/** Where a hit opens: the record's page, or the document at the sentence. */
export function hitAddress(group: string, { scope_id, id, sentence }: SearchHit): string {
  if (group !== "document") return rowAddress({ record: group, scope_id, id });
  return (sentence === null ? null : sentenceAddress(sentence)) ?? `/documents/${id}`;
}

/**
 * What is looked for, as the page of 检索 is told: beside its address, which others read over a shoulder and every history
 * keeps; a name may be private.
 */
export interface SearchPlace {
  readonly text: string;
}

export function searchFor(typed: string): SearchPlace {
  return { text: typed.trim() };
}

/** What a place of the page of 检索 looks for; an address of before may name it. */
export function searchedAt(state: unknown, address: URLSearchParams): string {
  const text = typeof state === "object" && state !== null && "text" in state ? state.text : address.get("text");
  return typeof text === "string" ? text.trim() : "";
}

/** The document of a sentence, opened at it, or the sheet at the cell; null for who may not open it. */
export function sentenceAddress(said: NonNullable<SearchHit["sentence"]>): string | null {
  const { document_id, start, end, cell } = said;
  if (document_id === null) return null;
  return documentAddress(document_id, cell ?? (start === null || end === null ? null : { start, end }));
}

/** The first hits of each kind while somebody types: asked for once the typing rests, the last answer shown until then. */
export function useQuickSearch(typed: string) {
  const text = useRested(typed.trim());
  const answer = useQuery({
    queryKey: ["search", text],
    queryFn: () => api.search({ text }),
    enabled: text !== "",
    placeholderData: keepPreviousData,
  });
  return { text, answer };
}

const REST = 180;

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
