import type { RecordDefinition } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useEffect, useRef } from "react";
import { NavLink, useNavigate } from "react-router";
import { api } from "../api.js";
import { useText, useWords } from "../language.js";
import { kindsByGroup } from "../record-kinds.js";
import styles from "./RecordKinds.module.css";

/** The kinds of record beside a list: a column on a desk, a choice on a phone. */
export function RecordKinds({
  list,
  current,
}: {
  readonly list: readonly RecordDefinition[];
  readonly current: string;
}) {
  const words = useWords();
  const text = useText();
  const navigate = useNavigate();
  const summary = useQuery({ queryKey: ["summary"], queryFn: api.summary });
  const counts = summary.data?.records ?? {};
  const beside = useRef<HTMLElement>(null);
  const complete = list.length > 0;
  // The list is longer than the screen: the kind that is open is in view, and the page itself stays where it is.
  useEffect(() => {
    const column = beside.current;
    const here = complete ? column?.querySelector<HTMLElement>(`a[href="/records/${current}"]`) : null;
    if (column == null || here == null) return;
    const { offsetTop, offsetHeight } = here;
    const seen = offsetTop >= column.scrollTop && offsetTop + offsetHeight <= column.scrollTop + column.clientHeight;
    if (!seen) column.scrollTop = offsetTop - column.clientHeight / 2;
  }, [current, complete]);
  return (
    <>
      <nav ref={beside} className={`${styles.kinds} screen-only`} aria-label={words.records.kindsHint}>
        {kindsByGroup(list).map(({ group, kinds }) => (
          <section key={group.code} aria-label={text(group)}>
            <h2>{text(group)}</h2>
            {kinds.map((definition) => (
              <NavLink
                key={definition.name}
                to={`/records/${definition.name}`}
                className={({ isActive }) => (isActive ? styles.here : "") ?? ""}
                data-empty={(counts[definition.name] ?? 0) === 0}
              >
                <b>{text(definition)}</b>
                <span>{counts[definition.name] ?? 0}</span>
              </NavLink>
            ))}
          </section>
        ))}
      </nav>
      <Select
        className={styles.choice ?? ""}
        aria-label={words.records.kindsHint}
        value={current}
        onChange={(name) => navigate(`/records/${name}`)}
        showSearch={{ optionFilterProp: "label" }}
        options={kindsByGroup(list).map(({ group, kinds }) => ({
          label: text(group),
          options: kinds.map((definition) => ({
            value: definition.name,
            label: `${text(definition)}${words.signs.open}${counts[definition.name] ?? 0}${words.signs.close}`,
          })),
        }))}
      />
    </>
  );
}
