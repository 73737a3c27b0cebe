import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect } from "react";
import { useSearchParams } from "react-router";
import { api } from "../api.js";
import { CountingState } from "../components/CountingState.js";
import { LeaderTabs } from "../components/LeaderTabs.js";
import { OnePageSheet } from "../components/OnePageSheet.js";
import { Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { today } from "../format.js";
import { useWords } from "../language.js";
import { useLeaderDay } from "../leader-day.js";
import { usePageTitle } from "../page-title.js";
import styles from "./OnePagePage.module.css";

/** 一页纸 for a leader: one A4, ≤ 600 characters, made from the data as of the cut-off day; edited, saved, printed, sent. */
export function OnePagePage() {
  const words = useWords();
  usePageTitle(words.leader.tabs.page);
  const [search, setSearch] = useSearchParams();
  const party = search.get("party");
  const { as_of } = useLeaderDay();
  const parties = useQuery({
    queryKey: ["report", "parties"],
    queryFn: () => api.report("parties", {}),
    staleTime: 60_000,
  });
  // Nobody's page is no page: until another one is chosen it is one that has numbers of the latest year, of several that of whom most is known.
  const first = [...(parties.data?.parties ?? [])].sort(
    (a, b) => Number(yearOf(b.latest)) - Number(yearOf(a.latest)) || b.sums - a.sums,
  )[0]?.id;
  const ended = lastMonth(as_of ?? today());
  const latest = parties.data?.parties.find(({ id }) => id === party)?.latest ?? ended;
  const month = search.get("month") ?? (latest < ended ? latest : ended);
  useEffect(() => {
    if (party !== null || first === undefined) return;
    setSearch(
      (now) => {
        now.set("party", first);
        return now;
      },
      { replace: true },
    );
  }, [party, first, setSearch]);
  const asked = { party: party ?? "", day: monthEnd(month), ...(as_of === undefined ? {} : { as_of }) };
  const report = useQuery({
    queryKey: ["report", "one_page", asked],
    queryFn: () => api.report("one_page", asked),
    enabled: party !== null && !parties.isPending,
  });
  const page = report.data?.page ?? null;
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.leader.tabs.page}</h1>
      <LeaderTabs>
        <input
          type="month"
          className={styles.month}
          aria-label={words.leader.page.month}
          value={month}
          max={(as_of ?? today()).slice(0, 7)}
          onChange={({ target }) => {
            if (!/^\d{4}-\d{2}$/.test(target.value)) return;
            search.set("month", target.value);
            setSearch(search, { replace: true });
          }}
        />
      </LeaderTabs>
      {report.error !== null && (
        <ProblemNotice
          error={report.error}
          action={<Button onClick={() => report.refetch()}>{words.state.again}</Button>}
        />
      )}
      {report.isFetching && page === null && (
        <CountingState
          of={["one_page", asked]}
          counted={as_of !== undefined}
          ask={() => api.reportProgress("one_page", asked)}
        />
      )}
      {!report.isFetching && report.error === null && page === null && parties.data?.parties.length === 0 && (
        <article>
          <h2 className="visually-hidden">{words.leader.tabs.page}</h2>
          <Nothing title={words.leader.network.emptyTitle} advice={words.leader.network.emptyAdvice} />
        </article>
      )}
      {page !== null && (
        <OnePageSheet key={`${page.party} ${page.day} ${page.as_of}`} page={page} again={() => report.refetch()} />
      )}
    </div>
  );
}

function yearOf(month: string | null): string {
  return month?.slice(0, 4) ?? "0";
}

/** The month that has ended by a day. */
function lastMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  if (day === monthEnd(day.slice(0, 7))) return day.slice(0, 7);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

function monthEnd(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
