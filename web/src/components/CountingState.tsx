import { useQuery } from "@tanstack/react-query";
import { Progress } from "antd";
import { useWords } from "../language.js";
import styles from "./CountingState.module.css";
import { Loading } from "./PageState.js";

interface Props {
  /** What is waited for, as the cache of answers knows it. */
  readonly of: readonly unknown[];
  /** Whether it is counted from the rows (of a past day, each person once): else there is nothing to ask. */
  readonly counted: boolean;
  readonly ask: () => Promise<{ readonly done: number; readonly of: number }>;
}

/** While a board or a report is counted from the rows, how far it is. */
export function CountingState({ of: what, counted, ask }: Props) {
  const all = useWords();
  const progress = useQuery({
    queryKey: ["counting-progress", ...what],
    queryFn: ask,
    enabled: counted,
    refetchInterval: 700,
    gcTime: 0,
  });
  const { done = 0, of = 0 } = progress.data ?? {};
  if (of === 0) return <Loading label={all.state.loading} />;
  return (
    <div className="page-state" role="status">
      <Progress percent={Math.floor((done / of) * 100)} className={styles.bar ?? ""} />
      <span>{all.indicators.counting(done, of)}</span>
    </div>
  );
}
