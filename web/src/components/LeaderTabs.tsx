import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import type { ReactNode } from "react";
import { NavLink, useSearchParams } from "react-router";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { useLeaderDay } from "../leader-day.js";
import styles from "./LeaderTabs.module.css";
import { PastDay } from "./PastDay.js";

interface Props {
  readonly children?: ReactNode;
  /** What stands over the page on paper, where nobody sees what was chosen: made of whose numbers they are. */
  readonly printed?: (name: string) => string;
}

/** The three pages of 总览, whose numbers they show (a party with its pairs, or all) and as of which day. Both go along. */
export function LeaderTabs({ children, printed }: Props) {
  const { leader, records } = useWords();
  const [search, setSearch] = useSearchParams();
  const party = search.get("party");
  const { as_of } = useLeaderDay();
  const kept = new URLSearchParams({ ...(party === null ? {} : { party }), ...(as_of === undefined ? {} : { as_of }) });
  const tail = kept.size === 0 ? "" : `?${kept}`;
  const tabs = [
    { to: "/overview", label: leader.tabs.overview },
    { to: "/one-page", label: leader.tabs.page },
    { to: "/pairings", label: leader.tabs.network },
  ];
  const parties = useQuery({
    queryKey: ["report", "parties"],
    queryFn: () => api.report("parties", {}),
    staleTime: 60_000,
  });
  return (
    <>
      <div className={`${styles.bar} screen-only`}>
        <nav aria-label={leader.tabs.label}>
          {tabs.map(({ to, label }) => (
            <NavLink key={to} to={to + tail} className={({ isActive }) => (isActive ? styles.here : "") ?? ""}>
              {label}
            </NavLink>
          ))}
        </nav>
        <div className={styles.tools}>
          {children}
          <Select
            className={styles.party ?? ""}
            aria-label={leader.party}
            showSearch={{ optionFilterProp: "label" }}
            popupMatchSelectWidth={false}
            // Until the names are known (and where they cannot be), no key of the machine is shown.
            value={party === undefined || party === null ? "" : parties.data === undefined ? null : party}
            onChange={(value) => {
              if (value === "") search.delete("party");
              else search.set("party", value);
              setSearch(search, { replace: true });
            }}
            options={[
              { value: "", label: leader.allParties },
              ...(parties.data?.parties ?? []).map(({ id, path }) => ({ value: id, label: path })),
            ]}
          />
          <PastDay
            day={as_of}
            hint={leader.asOfHint}
            onChange={(day) => {
              if (day === "") search.delete("as_of");
              else search.set("as_of", day);
              setSearch(search, { replace: true });
            }}
          />
        </div>
      </div>
      {printed !== undefined && (
        <p className={`${styles.printed} print-only`}>
          {printed(parties.data?.parties.find(({ id }) => id === party)?.path ?? "")}
        </p>
      )}
      {as_of !== undefined && (
        <p className={styles.past} role="status">
          {records.asOfNotice(as_of)}
        </p>
      )}
    </>
  );
}
