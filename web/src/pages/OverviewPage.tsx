import type { Overview, ReportQuery } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useSearchParams } from "react-router";
import { api } from "../api.js";
import { ApprovedMapCard } from "../components/ApprovedMapCard.js";
import { CountingState } from "../components/CountingState.js";
import { LeaderTabs } from "../components/LeaderTabs.js";
import { OverviewCards } from "../components/OverviewCards.js";
import { OverviewFigures } from "../components/OverviewFigures.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useWords } from "../language.js";
import { useLeaderDay } from "../leader-day.js";
import { useLyingPaper } from "../lying-paper.js";
import { usePageTitle } from "../page-title.js";
import styles from "./OverviewPage.module.css";

/** 总览 for a wall: money, pairs, people in post, projects, jobs and sales of a year; every figure opens its rows. */
export function OverviewPage() {
  const words = useWords();
  usePageTitle(words.leader.tabs.overview);
  useLyingPaper();
  const [search, setSearch] = useSearchParams();
  const party = search.get("party");
  const year = search.get("year");
  const { as_of } = useLeaderDay();
  const asked = { ...(party === null ? {} : { party }), ...(as_of === undefined ? {} : { as_of }) };
  const report = useQuery({
    queryKey: ["report", "overview", asked, year],
    queryFn: () => latestYear(asked, year),
  });
  const years = yearsOf(report.data);
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.leader.tabs.overview}</h1>
      <LeaderTabs
        printed={(name) =>
          report.data === undefined ? name : words.leader.overview.printTitle(name, report.data.year, report.data.day)
        }
      >
        {report.data !== undefined && <span>{words.leader.overview.cutOff(report.data.day)}</span>}
        <Select<number>
          aria-label={words.leader.overview.year}
          value={report.data?.year ?? null}
          options={years.map((each) => ({ value: each, label: String(each) }))}
          onChange={(each) => {
            search.set("year", String(each));
            setSearch(search, { replace: true });
          }}
        />
      </LeaderTabs>
      {report.isPending && (
        <CountingState
          of={["overview", asked, year]}
          counted={as_of !== undefined}
          ask={() => api.reportProgress("overview", { ...asked, ...(year === null ? {} : { year: Number(year) }) })}
        />
      )}
      {report.data === undefined && report.error !== null && (
        <ProblemNotice
          error={report.error}
          action={<Button onClick={() => report.refetch()}>{words.state.again}</Button>}
        />
      )}
      {report.data !== undefined && (
        <>
          <OverviewFigures report={report.data} />
          <OverviewCards report={report.data} />
          <ApprovedMapCard />
        </>
      )}
    </div>
  );
}

/** The year that is asked for, else the latest that has data: an office looks at last year until this one begins. */
async function latestYear(of: ReportQuery, year: string | null): Promise<Overview> {
  if (year !== null) return api.report("overview", { ...of, year: Number(year) });
  const now = await api.report("overview", of);
  const [latest] = now.years;
  if (latest === undefined || latest === now.year || now.years.includes(now.year)) return now;
  return api.report("overview", { ...of, year: latest });
}

function yearsOf(report: Overview | undefined): readonly number[] {
  return report === undefined ? [] : [...new Set([...report.years, report.year])].sort((a, b) => b - a);
}
