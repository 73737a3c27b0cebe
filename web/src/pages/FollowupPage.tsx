import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Select, Tabs } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../api.js";
import { type BoardChoice, FollowupCounters } from "../components/FollowupCounters.js";
import { FollowupTable } from "../components/FollowupTable.js";
import { InstructDialog } from "../components/InstructDialog.js";
import { KeyHelp } from "../components/KeyHelp.js";
import { OpenStatements } from "../components/OpenStatements.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { ReturnVisits } from "../components/ReturnVisits.js";
import { UnansweredAsks } from "../components/UnansweredAsks.js";
import { useDefinitions } from "../definitions.js";
import { useKeys } from "../keys.js";
import { useWords } from "../language.js";
import { type Side, useOwnSide } from "../own-side.js";
import { usePageTitle } from "../page-title.js";
import { useScopeName } from "../scope-name.js";
import { useMayWrite } from "../session.js";
import styles from "./FollowupPage.module.css";

const tabs = ["board", "open", "unanswered", "returns"] as const;
type Tab = (typeof tabs)[number];
const lights = ["late", "soon", "on_track", "moving", "done", "dropped"] as const;

/** 任务督办: what was agreed, the tasks that it became, by unit and time limit, and what proves them. */
export function FollowupPage() {
  const words = useWords();
  const mayWrite = useMayWrite("instruction", "task");
  usePageTitle(words.followup.title);
  const [search, setSearch] = useSearchParams();
  const { definitions, isPending: defining } = useDefinitions();
  const [chosenSide, setSide] = useOwnSide();
  const [instructing, setInstructing] = useState(false);
  const [help, setHelp] = useState(false);
  const scope = search.get("scope") ?? undefined;
  const unit = search.get("unit") ?? "";
  const coordination = search.get("coordination") === "1";
  const tab: Tab = tabs.find((one) => one === search.get("tab")) ?? "board";
  const choice: BoardChoice = {
    whose: search.get("whose") === "own" ? "own" : search.get("whose") === "other" ? "other" : null,
    light: lights.find((one) => one === search.get("light")) ?? null,
  };
  const whose = useScopeName(scope ?? null);
  const view = {
    ...(chosenSide === undefined ? {} : { side: chosenSide }),
    ...(scope === undefined ? {} : { scope }),
  };
  const counts = useQuery({ queryKey: ["followup", "counts", view], queryFn: () => api.followupCounts(view) });
  // Whose view it is follows from the office, or from what this installation reports; what was chosen goes before.
  const own = counts.data === undefined ? chosenSide : (counts.data.side ?? undefined);
  const asked = { ...view, ...(own === undefined ? {} : { side: own }) };
  const filter = {
    ...asked,
    ...(choice.whose === null ? {} : { whose: choice.whose }),
    ...(choice.light === null ? {} : { lights: choice.light }),
    ...(unit === "" ? {} : { unit }),
    ...(coordination ? { coordination } : {}),
  };
  const board = useInfiniteQuery({
    queryKey: ["followup", "board", filter],
    queryFn: ({ pageParam }) =>
      api.followup({ ...filter, limit: 100, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: tab === "board" && counts.data !== undefined,
  });
  const open = useQuery({
    queryKey: ["followup", "open", scope ?? null],
    queryFn: () => api.openStatements(scope),
    enabled: tab === "open",
  });
  const asks = useQuery({
    queryKey: ["followup", "unanswered", asked],
    queryFn: () => api.unanswered(asked),
    enabled: tab === "unanswered" && counts.data !== undefined,
  });
  const returns = useQuery({
    queryKey: ["followup", "returns", scope ?? null],
    queryFn: () => api.returnVisits(scope),
    enabled: tab === "returns",
  });
  const put = (parts: { readonly [name: string]: string | null }) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(parts))
          if (value === null || value === "") next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  useKeys([
    ["?", () => setHelp(true)],
    ...tabs.map((one, at) => [`${at + 1}`, () => put({ tab: one === "board" ? null : one })] as const),
  ]);
  const current = { board, open, unanswered: asks, returns }[tab];
  const again = () => {
    counts.refetch();
    current.refetch();
  };
  const error = counts.error ?? current.error;
  if (defining || counts.isPending) return <Loading label={words.state.loading} />;
  const lines = board.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.followup.title}</h1>
        {counts.data?.side_fixed !== true ? (
          <Select
            className="screen-only"
            aria-label={words.followup.side}
            placeholder={words.followup.sideNone}
            popupMatchSelectWidth={false}
            value={own ?? null}
            options={(["east", "west"] as const).map((one) => ({
              value: one,
              label: `${words.followup.side}${words.signs.colon}${words.followup.sides[one]}`,
            }))}
            onChange={(next: Side) => setSide(next)}
          />
        ) : (
          counts.data.side !== null && <span>{words.followup.sides[counts.data.side]}</span>
        )}
        {mayWrite && own !== undefined && (
          <Button className="screen-only" onClick={() => setInstructing(true)}>
            {words.followup.instruct}
          </Button>
        )}
        <Button className="screen-only" href="/api/calendar.ics" title={words.followup.calendarHint}>
          {words.followup.calendar}
        </Button>
        <Button
          className={`${styles.desk} screen-only`}
          aria-label={words.followup.keysTitle}
          onClick={() => setHelp(true)}
        >
          ?
        </Button>
      </header>
      {error !== null && <ProblemNotice error={error} action={<Button onClick={again}>{words.state.again}</Button>} />}
      {own === undefined && <p className={styles.note}>{words.followup.sideHint}</p>}
      {whose !== null && (
        <Alert
          type="info"
          showIcon
          title={words.records.onlyOf(whose.title)}
          action={
            <Button size="small" onClick={() => put({ scope: null })}>
              {words.records.ofAll}
            </Button>
          }
        />
      )}
      {counts.data !== undefined && (
        <FollowupCounters
          counts={counts.data}
          choice={choice}
          onChoose={({ whose: next, light }) => put({ whose: next, light, tab: null })}
        />
      )}
      <Tabs
        className="screen-only"
        activeKey={tab}
        onChange={(key) => put({ tab: key === "board" ? null : key })}
        items={tabs.map((key) => ({
          key,
          label:
            key === "open" && counts.data !== undefined
              ? `${words.followup.tabs.open}${words.signs.open}${words.followup.agreed} ${counts.data.agreed_open}${words.signs.comma}${words.followup.statements} ${counts.data.statements_open}${words.signs.close}`
              : words.followup.tabs[key],
        }))}
      />
      {tab === "board" && (
        <div className={styles.columns}>
          <section className={styles.main} aria-label={words.followup.tabs.board}>
            {(unit !== "" || coordination) && (
              <Alert
                type="info"
                showIcon
                title={[
                  unit === "" ? "" : words.followup.onlyUnit(unit),
                  coordination ? words.followup.coordination : "",
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
                action={
                  <Button size="small" onClick={() => put({ unit: null, coordination: null })}>
                    {words.followup.all}
                  </Button>
                }
              />
            )}
            {board.isPending && <Loading label={words.state.loading} />}
            {board.data !== undefined && lines.length === 0 && (
              <Nothing title={words.followup.emptyBoard} advice={words.followup.emptyBoardAdvice}>
                <Button onClick={() => put({ tab: "open" })}>{words.followup.tabs.open}</Button>
              </Nothing>
            )}
            {lines.length > 0 && <FollowupTable lines={lines} definitions={definitions} />}
            {board.hasNextPage && (
              <Button block type="text" loading={board.isFetchingNextPage} onClick={() => board.fetchNextPage()}>
                {words.state.more}
              </Button>
            )}
          </section>
          <aside className={`${styles.units} screen-only`} aria-label={words.followup.units}>
            <h2>{words.followup.units}</h2>
            <Checkbox
              checked={coordination}
              onChange={(event) => put({ coordination: event.target.checked ? "1" : null })}
            >
              {words.followup.coordination}
            </Checkbox>
            <ul>
              {(counts.data?.units ?? []).map((one) => (
                <li key={one.name}>
                  <button
                    type="button"
                    aria-pressed={one.name === unit}
                    onClick={() => put({ unit: one.name === unit ? null : one.name })}
                  >
                    <b>{one.name}</b>
                    <span>
                      {words.followup.unitOpen(one.open)}
                      {one.late > 0 && <em>{words.followup.unitLate(one.late)}</em>}
                      {one.done > 0 && <> {words.followup.unitDone(one.done)}</>}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </aside>
        </div>
      )}
      {tab !== "board" && current.isPending && <Loading label={words.state.loading} />}
      {tab === "open" && open.data !== undefined && <OpenStatements list={open.data} />}
      {tab === "unanswered" && asks.data !== undefined && <UnansweredAsks list={asks.data} />}
      {tab === "returns" && returns.data !== undefined && <ReturnVisits list={returns.data} />}
      {instructing && own != null && (
        <InstructDialog scope={scope} side={own} definitions={definitions} onClose={() => setInstructing(false)} />
      )}
      {help && (
        <KeyHelp title={words.followup.keysTitle} keys={words.followup.keyList} onClose={() => setHelp(false)} />
      )}
    </div>
  );
}
