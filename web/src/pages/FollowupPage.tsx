import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useSearchParams } from "react-router";
import { api } from "../api.js";
import { FollowupAsks } from "../components/FollowupAsks.js";
import { FollowupBoardList } from "../components/FollowupBoardList.js";
import { FollowupFigures } from "../components/FollowupFigures.js";
import { FollowupOpen } from "../components/FollowupOpen.js";
import { Loading } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useWords } from "../language.js";
import { type Side, useOwnSide } from "../own-side.js";
import { usePageTitle } from "../page-title.js";
import styles from "./FollowupPage.module.css";

const tabs = ["board", "open", "asks"] as const;
type Tab = (typeof tabs)[number];

/** 督办落实: what was handed out and how it stands, what waits to be broken down, what nobody answered. */
export function FollowupPage() {
  const words = useWords();
  const { followup } = words;
  usePageTitle(followup.title);
  const [search, setSearch] = useSearchParams();
  const [side, setSide] = useOwnSide();
  const tab: Tab = tabs.find((one) => one === search.get("tab")) ?? "board";
  const counts = useQuery({ queryKey: ["followup", "counts", side], queryFn: () => api.followupCounts(side) });
  if (counts.isPending) return <Loading label={words.state.loading} />;
  if (counts.data === undefined) return <ProblemNotice error={counts.error} />;
  const view = counts.data.side ?? undefined;
  const open = (next: { readonly [key in "tab" | "lights" | "whose"]?: string }) =>
    setSearch(next.tab === "board" ? {} : { ...next });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{followup.title}</h1>
        <small>{followup.asOf(counts.data.day)}</small>
        {!counts.data.side_fixed && (
          <div className={`${styles.side} screen-only`}>
            <span id="own-side">{followup.whose}</span>
            <Segmented<Side | "">
              aria-labelledby="own-side"
              value={side ?? ""}
              onChange={(chosen) => chosen !== "" && setSide(chosen)}
              options={[
                { value: "east", label: followup.sides.east },
                { value: "west", label: followup.sides.west },
              ]}
            />
          </div>
        )}
      </header>
      {counts.data.side === null && <p className={styles.hint}>{followup.chooseSide}</p>}
      <FollowupFigures
        counts={counts.data}
        onLight={(lights, whose) => open(whose === undefined ? { lights } : { lights, whose })}
        onOpen={() => open({ tab: "open" })}
      />
      <div className={`${styles.tabs} screen-only`}>
        <Segmented<Tab>
          aria-label={followup.title}
          value={tab}
          onChange={(chosen) => open({ tab: chosen })}
          options={tabs.map((one) => ({ value: one, label: followup.tabs[one] }))}
        />
      </div>
      {tab === "board" && <FollowupBoardList side={view} units={counts.data.units.map(({ name }) => name)} />}
      {tab === "open" && <FollowupOpen side={view} />}
      {tab === "asks" && <FollowupAsks side={view} />}
    </div>
  );
}
