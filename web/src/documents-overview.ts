import type { DocumentLine } from "@shanhai/server";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useSearchParams } from "react-router";
import { api } from "./api.js";
import { localTime } from "./format.js";

/** True for a document in which something is still to be checked. */
export function waits({ open, state }: DocumentLine): boolean {
  return open > 0 && (state === "waiting" || state === "checking");
}

/** True for what was brought in on a day (`2026-11-16`, Beijing) or later. */
export function broughtSince({ submitted_at }: DocumentLine, day: string): boolean {
  return localTime(submitted_at).slice(0, 10) >= day;
}

/** Pages turned at most; what lies further back is seen in the lists themselves. */
const mostPages = 20;

/**
 * Documents that wait, and those brought in since a day. Pages are turned, newest first, until the day is passed and all
 * items that wait (`waiting`, as the summary counts them) are found.
 */
export function useDocumentsOverview(since: string, waiting: number) {
  const pages = useInfiniteQuery({
    queryKey: ["documents", "overview"],
    queryFn: ({ pageParam }) => api.documents({ limit: 100, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const lines = pages.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const waitingLines = lines.filter(waits);
  const found = waitingLines.reduce((sum, { open }) => sum + open, 0);
  const last = lines.at(-1);
  const passed = last !== undefined && !broughtSince(last, since);
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const turn =
    hasNextPage && !isFetching && (!passed || found < waiting) && (pages.data?.pages.length ?? 0) < mostPages;
  useEffect(() => {
    if (turn) fetchNextPage();
  }, [turn, fetchNextPage]);
  return {
    waiting: waitingLines,
    brought: lines.filter((line) => broughtSince(line, since)),
    isPending: pages.isPending,
    error: pages.error,
    again: () => pages.refetch(),
  };
}

/** The day that the address narrows a list of documents to (`?since=2026-11-16`), and how to show all again. */
export function useSince(): { readonly since: string | undefined; readonly showAll: () => void } {
  const [search, setSearch] = useSearchParams();
  const day = search.get("since") ?? "";
  const showAll = useCallback(() => setSearch({}), [setSearch]);
  return { since: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined, showAll };
}
