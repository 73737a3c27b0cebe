import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { Suspense } from "react";
import { NavLink, Outlet } from "react-router";
import { ApiProblem, api } from "./api.js";
import { type Appearance, useAppearance } from "./appearance.js";
import { Navigation } from "./components/Navigation.js";
import { Loading } from "./components/PageState.js";
import { ProblemNotice } from "./components/ProblemNotice.js";
import { SearchBox } from "./components/SearchBox.js";
import { useLanguage, useWords } from "./language.js";
import styles from "./Shell.module.css";
import { SignInNeeded } from "./SignIn.js";
import logo from "./shanhai.svg";

/** The frame of every page: where one is, who one is, and the page itself. Without a session it says how to sign in. */
export function Shell() {
  const words = useWords();
  const session = useQuery({ queryKey: ["session"], queryFn: api.session, staleTime: 60_000 });
  if (session.isPending) return <Loading label={words.state.loading} />;
  const signedOut = session.error instanceof ApiProblem && session.error.problem.status === 401;
  if (session.data === undefined)
    return signedOut ? <SignInNeeded /> : <Broken error={session.error} again={() => session.refetch()} />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {words.nav.skip}
      </a>
      <Header name={session.data.name} />
      {signedOut && <ProblemNotice error={session.error} />}
      <div className={styles.below}>
        <Navigation />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Suspense fallback={<Loading label={words.state.loading} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

function Broken({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const words = useWords();
  return (
    <div className="page-state">
      <ProblemNotice error={error} action={<Button onClick={again}>{words.state.again}</Button>} />
    </div>
  );
}

const looks: readonly Appearance[] = ["system", "light", "dark"];

function Header({ name }: { readonly name: string }) {
  const words = useWords();
  const { language, setLanguage } = useLanguage();
  const { appearance, setAppearance } = useAppearance();
  const switchLanguage = () => setLanguage(language === "zh" ? "en" : "zh");
  const leave = () => api.signOut().finally(() => window.location.assign("/"));
  return (
    <header className={`${styles.header} screen-only`}>
      <NavLink to="/workbench" className={styles.brand ?? ""}>
        <img src={logo} alt="" width={26} height={26} />
        <b>{words.product.name}</b>
        <span>{words.product.line}</span>
      </NavLink>
      <SearchBox />
      <div className={styles.side}>
        <Button
          type="text"
          size="small"
          className={styles.language ?? ""}
          title={words.product.otherLanguageHint}
          onClick={switchLanguage}
        >
          {words.product.otherLanguage}
        </Button>
        <Dropdown
          trigger={["click"]}
          menu={{
            selectable: true,
            selectedKeys: [appearance],
            items: [
              {
                type: "group",
                label: words.appearance.title,
                children: looks.map((look) => ({
                  key: look,
                  label: words.appearance[look],
                  onClick: () => setAppearance(look),
                })),
              },
              { type: "divider" },
              { key: "language", label: words.product.otherLanguageHint, onClick: switchLanguage },
              { key: "leave", label: words.nav.signOut, onClick: leave },
            ],
          }}
        >
          <Button type="text" size="small" className={styles.name ?? ""}>
            {name}
          </Button>
        </Dropdown>
      </div>
    </header>
  );
}
