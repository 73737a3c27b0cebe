import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { today } from "./format.js";
import { type BoardAsked, indicatorApi } from "./indicator-api.js";
import { useSession } from "./session.js";

/** The board that the address asks for; without one the one where something was recorded last. Null while there is none to open. */
export function useBoardAddress(only?: "pair") {
  const [search, setSearch] = useSearchParams();
  const { confirms } = useSession();
  const choices = useQuery({ queryKey: ["boards"], queryFn: indicatorApi.boards, staleTime: 60_000 });
  const offered = (choices.data ?? []).filter(({ kind }) => only === undefined || kind === only);
  const key = (one: { scope?: string; party?: string; region?: string }) => one.scope ?? one.party ?? one.region ?? "";
  const asked = search.get("scope") ?? search.get("party") ?? search.get("region");
  const last = Math.max(0, ...offered.map(({ latest }) => latest ?? 0));
  const chosen = offered.find((one) => key(one) === asked) ?? offered.find(({ latest }) => (latest ?? 0) === last);
  // Without a month in the address: the last one that has something, else this month.
  const of = chosen?.latest ?? null;
  const now = of === null ? today() : `${Math.floor(of / 100)}-${String(of % 100).padStart(2, "0")}`;
  // Who speaks for the east alone begins with what the east reports.
  const line = search.get("line") ?? (confirms.length === 1 ? confirms[0] : "west");
  const frame =
    chosen?.scope !== undefined
      ? { scope: chosen.scope }
      : chosen?.party !== undefined
        ? { party: chosen.party }
        : chosen?.region !== undefined
          ? { region: chosen.region }
          : null;
  const query: BoardAsked | null =
    frame === null
      ? null
      : {
          ...frame,
          year: Number(search.get("year") ?? now.slice(0, 4)),
          month: Number(search.get("month") ?? now.slice(5, 7)),
          line: line === "east" ? "east" : "west",
          ...(search.get("as_of") ? { as_of: search.get("as_of") ?? "" } : {}),
          ...(search.get("exact") ? { exact: "true" } : {}),
        };
  const set = (values: { readonly [name: string]: string | null }) =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries(values))
          if (value === null || value === "") before.delete(name);
          else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const choose = (value: string) => {
    const one = offered.find((each) => key(each) === value);
    set({ scope: one?.scope ?? null, party: one?.party ?? null, region: one?.region ?? null });
  };
  return {
    query,
    chosen: chosen === undefined ? "" : key(chosen),
    /** The indicator that the address opens. */
    open: search.get("open"),
    kind: chosen?.kind,
    offered,
    key,
    set,
    choose,
    choices,
  };
}

export type BoardAddress = ReturnType<typeof useBoardAddress>;
