import { printedInvoice } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { Link, useSearchParams } from "react-router";
import { today } from "../format.js";
import { inspectApi } from "../inspect-api.js";
import { useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import styles from "./Inspect.module.css";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ScrollRegion } from "./ScrollRegion.js";

/** 重复核查: what stands more than once; of rows that the post does not see only how many there are. */
export function DuplicateList() {
  const all = useWords();
  const words = all.inspecting;
  const [search, setSearch] = useSearchParams();
  const years = useQuery({ queryKey: ["duplicate-years"], queryFn: inspectApi.duplicateYears });
  const asked = Number(search.get("year") ?? 0);
  const now = Number(today().slice(0, 4));
  // The latest year that has rows: an office looks at last year until this one begins.
  const year = asked > 2015 ? asked : years.isPending ? null : (years.data?.latest ?? now);
  const found = useQuery({
    queryKey: ["duplicates", year],
    queryFn: () => inspectApi.duplicates(year ?? now),
    enabled: year !== null,
  });
  return (
    <>
      <div className={styles.tools}>
        <Select
          aria-label={words.year}
          value={year}
          popupMatchSelectWidth={false}
          onChange={(value) => {
            search.set("year", String(value));
            setSearch(search, { replace: true });
          }}
          options={[...new Set([...(years.data?.years ?? []), year ?? now, now])]
            .sort((a, b) => b - a)
            .map((value) => ({ value, label: words.yearOf(value) }))}
        />
        {found.data !== undefined && found.data.length > 0 && <span>{words.count(found.data.length)}</span>}
      </div>
      {found.isPending && <Loading label={all.state.loading} />}
      {found.error !== null && <ProblemNotice error={found.error} />}
      {found.data?.length === 0 && (
        <Nothing title={words.noDuplicates(words.yearOf(year ?? now))} advice={words.noDuplicatesAdvice} />
      )}
      {found.data !== undefined && found.data.length > 0 && (
        <ScrollRegion label={words.tabs.duplicates} className={styles.scroll ?? ""}>
          <table className={styles.table}>
            <thead>
              <tr>
                {[words.kind, words.same, words.places].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.map((one) => (
                <tr key={`${one.kind} ${one.rows.map(({ row }) => row.id).join(" ")}`}>
                  <td>{words.kinds[one.kind]}</td>
                  <td>
                    {one.what === null
                      ? one.rows[0]?.row.title
                      : one.kind === "invoice"
                        ? printedInvoice(one.what)
                        : one.what}
                  </td>
                  <td>
                    <ul className={styles.places}>
                      {one.rows.map(({ row, pair, note }) => (
                        <li key={row.id}>
                          <Link to={rowAddress(row)}>{row.title}</Link> {pair} {note !== null && <small>{note}</small>}
                        </li>
                      ))}
                      {one.elsewhere > 0 && <li>{words.elsewhere(one.elsewhere)}</li>}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  );
}
