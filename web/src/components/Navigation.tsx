import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { NavLink, useLocation, useNavigate } from "react-router";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { navigation as entries } from "../navigation.js";
import { hasRight, opensPage, useSession } from "../session.js";
import { LazyMenu } from "./LazyMenu.js";
import styles from "./Navigation.module.css";

/** 主导航: beside the page on a desk, a bar below it on a phone, where what has no room stands behind 更多. */
export function Navigation() {
  const words = useWords();
  const session = useSession();
  const reads = hasRight(session, "read");
  const summary = useQuery({ queryKey: ["summary"], queryFn: api.summary, enabled: reads });
  const navigation = entries.filter(({ to }) => opensPage(session, to));
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const behind = navigation.filter(({ onPhone }) => onPhone !== true);
  return (
    <nav aria-label={words.nav.label} className={`${styles.nav} screen-only`}>
      {navigation.map(({ to, label, end, counts, group, onPhone }, at) => {
        const count = counts === "waiting" ? summary.data?.waiting : undefined;
        return (
          <Fragment key={to}>
            {at > 0 && navigation[at - 1]?.group !== group && <hr />}
            <NavLink
              to={to}
              end={end ?? false}
              className={({ isActive }) =>
                [isActive ? styles.here : "", onPhone === true ? "" : styles.desk].filter(Boolean).join(" ")
              }
            >
              {label(words)}
              {count !== undefined && count > 0 && <i>{count}</i>}
            </NavLink>
          </Fragment>
        );
      })}
      {behind.length > 0 && (
        <LazyMenu
          placement="topRight"
          menu={{
            items: behind.map(({ to, label }) => ({ key: to, label: label(words), onClick: () => navigate(to) })),
          }}
          button={(props) => (
            <button
              {...props}
              type="button"
              className={`${styles.more} ${behind.some(({ to }) => pathname.startsWith(to)) ? styles.here : ""}`}
            >
              {words.nav.more}
            </button>
          )}
        />
      )}
    </nav>
  );
}
