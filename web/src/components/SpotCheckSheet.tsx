import type { SpotCheck, SpotResult } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented } from "antd";
import { Link } from "react-router";
import { inspectApi } from "../inspect-api.js";
import { useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import { useSending } from "../use-sending.js";
import styles from "./Inspect.module.css";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ScrollRegion } from "./ScrollRegion.js";
import { SendingNotice } from "./SendingNotice.js";

const RESULTS = ["true", "false", "dead_number", "unreached"] as const satisfies readonly SpotResult[];

/** One spot check: its rows with what the telephone found, and the rate with what was divided by what. */
export function SpotCheckSheet({ scope, id }: { readonly scope: string; readonly id: string }) {
  const all = useWords();
  const words = all.inspecting;
  const queries = useQueryClient();
  const queryKey = ["spot-check", scope, id];
  const found = useQuery({ queryKey, queryFn: () => inspectApi.check(scope, id) });
  const record = useSending({
    send: (given: Omit<Parameters<typeof inspectApi.record>[1], "command_id">, command_id) =>
      inspectApi.record({ scope_id: scope, id }, { ...given, command_id }),
    onSuccess: (check) => {
      queries.setQueryData(queryKey, check);
      void queries.invalidateQueries({ queryKey: ["spot-checks"] });
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  if (found.isPending) return <Loading label={all.state.loading} />;
  if (found.data === undefined) return <ProblemNotice error={found.error} />;
  const check = found.data;
  const writes = check.own;
  const answer = (one: SpotCheck["items"][number], given: Partial<Pick<typeof one, "result" | "note">>) => {
    const { item, version, result, note } = one;
    record.mutate({ item, version, result, note, ...given });
  };
  return (
    <>
      <h2 className={styles.head}>
        {check.title}
        <small>{words.drawn(check.items.length, check.population)}</small>
        <small>{words.seedOf(check.seed)}</small>
        {check.drawn_by !== null && <small>{words.drawnOn(check.drawn_by, check.drawn_on)}</small>}
        {check.head !== null && (
          <small title={check.head.hash}>{words.headOf(check.head.seq, check.head.hash.slice(0, 12))}</small>
        )}
        {check.sheet && (
          <Button size="small" href={inspectApi.sheetAddress(check)}>
            {words.sheet}
          </Button>
        )}
      </h2>
      <p className={styles.tally} aria-live="polite">
        {RESULTS.map((result) => (
          <span key={result}>
            {words.results[result]} <b>{check.tally[result]}</b>
          </span>
        ))}
        <span>
          {words.open} <b>{check.tally.open}</b>
        </span>
        <span>
          {words.rate}{" "}
          <b>
            {check.rate === null
              ? words.noRate
              : words.rateOf(check.rate.numerator, check.rate.denominator, check.rate.percent)}
          </b>
        </span>
      </p>
      <SendingNotice of={record} />
      <ScrollRegion label={check.title} className={styles.scroll ?? ""}>
        <table className={`${styles.table} ${styles.stacked}`}>
          <thead>
            <tr>
              {[words.number, words.row, words.result, words.note].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {check.items.map((one) => (
              <tr key={one.item}>
                <td>{one.number}</td>
                <td>{one.title === null ? words.gone : <Link to={rowAddress(one)}>{one.title}</Link>}</td>
                <td>
                  {writes ? (
                    <Segmented<SpotResult | "">
                      size="small"
                      aria-label={`${words.result} ${one.number}`}
                      value={one.result ?? ""}
                      onChange={(value) => answer(one, { result: value === "" ? null : value })}
                      options={[
                        { value: "", label: words.open },
                        ...RESULTS.map((value) => ({ value, label: words.results[value] })),
                      ]}
                    />
                  ) : one.result === null ? (
                    words.open
                  ) : (
                    words.results[one.result]
                  )}
                </td>
                <td>
                  {writes ? (
                    <Input
                      key={one.version}
                      size="small"
                      aria-label={`${words.note} ${one.number}`}
                      placeholder={words.note}
                      defaultValue={one.note ?? ""}
                      onBlur={({ target: { value } }) => {
                        if (value !== (one.note ?? "")) answer(one, { note: value === "" ? null : value });
                      }}
                    />
                  ) : (
                    one.note
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
