import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { accountsApi } from "../accounts-api.js";
import { api } from "../api.js";
import { localTime } from "../format.js";
import { useLanguage, useWords } from "../language.js";
import styles from "../pages/WorkbenchPage.module.css";
import { ProblemNotice } from "./ProblemNotice.js";

/** Lines listed here; a week of one office has few, and the rest stands in the histories of rows. */
const listed = 12;

/** 本周台账变化: who wrote in which ledger since Monday, the latest first; each line opens its ledger. */
export function ChangedThisWeek({ since }: { readonly since: string }) {
  const { settings } = useWords();
  const { language } = useLanguage();
  const { changes: texts } = settings;
  const definitions = useQuery({ queryKey: ["definitions"], queryFn: api.definitions, staleTime: Infinity });
  const changed = useQuery({ queryKey: ["changes", since], queryFn: () => accountsApi.changedSince(since) });
  const names = new Map(definitions.data?.map(({ name, zh, en }) => [name, language === "zh" ? zh : en]));
  const counts = changed.data?.counts ?? [];
  return (
    <section className={styles.documents} aria-label={texts.title}>
      <header>
        <h2>{texts.title}</h2>
        {changed.data?.all === false && <small>{texts.partly}</small>}
      </header>
      {changed.error !== null && <ProblemNotice error={changed.error} />}
      {changed.data !== undefined && counts.length === 0 && <p>{texts.none}</p>}
      <ul>
        {counts.slice(0, listed).map(({ who, record, created, changed: edited, removed, last_at }) => (
          <li key={`${who} ${record}`}>
            <Link to={`/records/${record}`}>{names.get(record) ?? record}</Link>
            <span>
              {[
                who,
                created > 0 ? texts.created(created) : "",
                edited > 0 ? texts.changed(edited) : "",
                removed > 0 ? texts.removed(removed) : "",
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </span>
            <time>{localTime(last_at).slice(5)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
