import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem, HeldForReview } from "./api.js";

/** A session that ended or is locked shows so at once, over a page that keeps what was typed. */
function noticeSignOut(error: unknown): void {
  if (error instanceof ApiProblem && [401, 423].includes(error.problem.status))
    queries.invalidateQueries({ queryKey: ["session"] });
}

/** The one cache of server answers. Refusals are not retried: they say what to do. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== "session") noticeSignOut(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      // What waits for review is marked wherever it is shown.
      if (error instanceof HeldForReview) queries.invalidateQueries({ queryKey: ["held"] });
      // A wrong password is told by its form; asking for the session again would take the form away.
      if (mutation.meta?.signsIn !== true) noticeSignOut(error);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: false,
      networkMode: "always",
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.problem.status === 0,
    },
    mutations: { networkMode: "always" },
  },
});

/** Answers that a decision may change: all but who is signed in and what records are. */
export function changedByWriting({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return !["session", "definitions", "plan"].includes(String(queryKey[0]));
}
