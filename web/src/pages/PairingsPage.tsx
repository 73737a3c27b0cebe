import type { NetworkNode, PairingNetwork, RosterTold } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { api } from "../api.js";
import { LeaderTabs } from "../components/LeaderTabs.js";
import { NetworkTable } from "../components/NetworkTable.js";
import { NetworkTree, RosterLine } from "../components/NetworkTree.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { today } from "../format.js";
import { useWords } from "../language.js";
import { useLeaderDay } from "../leader-day.js";
import { usePageTitle } from "../page-title.js";
import { rowsAddress } from "../rows-address.js";
import styles from "./PairingsPage.module.css";

/** 结对关系: the East–West network from province to village school, as a tree of both sides or as a table. */
export function PairingsPage() {
  const words = useWords();
  usePageTitle(words.leader.tabs.network);
  const [search] = useSearchParams();
  const party = search.get("party") ?? undefined;
  const day = useLeaderDay();
  const [look, setLook] = useState<"chart" | "table">("chart");
  const report = useQuery({
    queryKey: ["report", "network", party, day],
    queryFn: () => api.report("network", { ...day, ...(party === undefined ? {} : { party }) }),
  });
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.leader.tabs.network}</h1>
      <LeaderTabs printed={(name) => words.leader.network.printTitle(name, day.as_of ?? today())}>
        <Segmented<"chart" | "table">
          aria-label={words.leader.view}
          value={look}
          onChange={setLook}
          options={[
            { value: "chart", label: words.leader.asChart },
            { value: "table", label: words.leader.asTable },
          ]}
        />
      </LeaderTabs>
      {report.isPending && <Loading label={words.state.loading} />}
      {report.data === undefined && report.error !== null && (
        <ProblemNotice
          error={report.error}
          action={<Button onClick={() => report.refetch()}>{words.state.again}</Button>}
        />
      )}
      {report.data !== undefined && <Network report={report.data} look={look} narrowed={party !== undefined} />}
    </div>
  );
}

interface NetworkProps {
  readonly report: PairingNetwork;
  readonly look: "chart" | "table";
  /** Of one party alone. */
  readonly narrowed: boolean;
}

function Network({ report, look, narrowed }: NetworkProps) {
  const words = useWords();
  const navigate = useNavigate();
  const day = useLeaderDay();
  const { network } = words.leader;
  if (report.roots.length === 0)
    return (
      <Nothing title={network.emptyTitle} advice={network.emptyAdvice}>
        <Button type="primary" onClick={() => navigate("/documents")}>
          {words.workbench.bringIn}
        </Button>
      </Nothing>
    );
  const scopes = report.roots.flatMap((root) => root.scopes);
  return (
    <>
      <p className={styles.total}>
        <Link to={rowsAddress((narrowed ? report.roots[0]?.rows : null) ?? { record: "pair", ...day })}>
          {network.pairs(report.total.pairs)}
        </Link>
        <Link to={rowsAddress({ record: "pairing", ...day, ...(narrowed ? { scopes } : {}) })}>
          {network.links(report.total.links)}
        </Link>
        <small>{network.distinct}</small>
      </p>
      {look === "chart" ? <NetworkTree roots={report.roots} /> : <NetworkTable pairs={report.roots.flatMap(pairsOf)} />}
      <Unsplit rosters={report.unsplit} />
    </>
  );
}

function pairsOf(node: NetworkNode): readonly NetworkNode[] {
  return node.level === "pair" ? [node] : node.children.flatMap(pairsOf);
}

function Unsplit({ rosters }: { readonly rosters: readonly RosterTold[] }) {
  const { network } = useWords().leader;
  if (rosters.length === 0) return null;
  return (
    <section className={styles.unsplit} aria-label={network.unsplit}>
      <h2>{network.unsplit}</h2>
      <small>{network.unsplitNote}</small>
      {rosters.map((roster) => (
        <RosterLine key={`${roster.scope_id} ${roster.id}`} roster={roster} />
      ))}
    </section>
  );
}
