import type { RecordDefinition } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
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
  return (
    <>
      <nav className={`${styles.kinds} screen-only`} aria-label={words.records.kindsHint}>
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
                {text(definition)}
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
