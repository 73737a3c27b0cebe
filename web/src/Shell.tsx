import type { SessionView } from "@shanhai/server";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Activity, lazy, Suspense, useCallback, useEffect, useSyncExternalStore } from "react";
import { Navigate, NavLink, Outlet, useLocation, useNavigate } from "react-router";
import { accountsApi } from "./accounts-api.js";
import { ApiProblem, api } from "./api.js";
import { type Appearance, useAppearance } from "./appearance.js";
import { ConnectionNotice } from "./components/ConnectionNotice.js";
import { LazyMenu } from "./components/LazyMenu.js";
import { Navigation } from "./components/Navigation.js";
import { Loading } from "./components/PageState.js";
import { ProblemNotice } from "./components/ProblemNotice.js";
import { SearchBox } from "./components/SearchBox.js";
import { useIdleLock } from "./idle-lock.js";
import { interruption } from "./interruption.js";
import { useLanguage, useWords } from "./language.js";
import { queries } from "./queries.js";
import styles from "./Shell.module.css";
import { SignInNeeded } from "./SignIn.js";
import { hasRight, opensPage, postName } from "./session.js";
import logo from "./shanhai.svg";
import { useSwitchPost } from "./switch-post.js";

const LockScreen = lazy(async () => ({ default: (await import("./components/LockScreen.js")).LockScreen }));
const FirstPassword = lazy(async () => ({ default: (await import("./components/FirstPassword.js")).FirstPassword }));
const EndedSession = lazy(async () => ({ default: (await import("./components/EndedSession.js")).EndedSession }));
const WaitingFiles = lazy(async () => ({ default: (await import("./components/WaitingFiles.js")).WaitingFiles }));
const NoPermission = lazy(async () => ({ default: (await import("./components/NoPermission.js")).NoPermission }));

/** The frame of every page: where one is, who one is, and the page itself. Without a session it says how to sign in. */
export function Shell() {
  const words = useWords();
  const { pathname } = useLocation();
  const session = useQuery({ queryKey: ["session"], queryFn: api.session, staleTime: 60_000 });
  useGoingOn(session);
  if (session.isPending) return <Loading label={words.state.loading} />;
  const signedOut = session.error instanceof ApiProblem && session.error.problem.status === 401;
  if (session.data === undefined)
    return signedOut ? <SignInNeeded /> : <Broken error={session.error} again={() => session.refetch()} />;
  if (session.data.must_set_password)
    return (
      <Suspense fallback={<Loading label={words.state.loading} />}>
        <FirstPassword />
      </Suspense>
    );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {words.nav.skip}
      </a>
      <IdleLock session={session.data} />
      <Header session={session.data} />
      <ConnectionNotice />
      {signedOut && (
        <Suspense fallback={<ProblemNotice error={session.error} />}>
          <EndedSession session={session.data} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <WaitingFiles />
      </Suspense>
      <div className={styles.below}>
        <Navigation />
        {/* Says whose page it shows: the one before stays until the next one's code is there. */}
        <main id="main" className={styles.main} tabIndex={-1} data-at={pathname}>
          <Suspense fallback={<Loading label={words.state.loading} />}>
            <Permitted session={session.data} />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

/** The page, where the post acted in opens it; else what to do. */
function Permitted({ session }: { readonly session: SessionView }) {
  const { pathname } = useLocation();
  // The administrators have no workbench: their day begins in 设置.
  if (pathname === "/workbench" && !hasRight(session, "read") && session.rights.length > 0)
    return <Navigate to="/settings" replace />;
  const opens = opensPage(session, pathname);
  // Another post may not open the page: it rests, with what was typed, until one is back in the post that does.
  return (
    <>
      <Activity mode={opens ? "visible" : "hidden"}>
        <Outlet />
      </Activity>
      {!opens && <NoPermission session={session} />}
    </>
  );
}

/** What was held back while the session was ended or locked goes on as soon as its person is back. */
function useGoingOn({ data, error, dataUpdatedAt }: UseQueryResult<SessionView>) {
  const since = useSyncExternalStore(interruption.subscribe, interruption.since);
  useEffect(() => {
    if (since !== null) queries.invalidateQueries({ queryKey: ["session"] });
  }, [since]);
  useEffect(() => {
    if (data === undefined || error !== null || data.locked) return;
    if (since === null) return interruption.worksHere(data);
    if (dataUpdatedAt < since) return;
    // Somebody else came in by another window: nothing of this page is his.
    if (interruption.worker()?.name !== data.name) return window.location.assign("/");
    interruption.over(data);
    queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  }, [data, error, dataUpdatedAt, since]);
}

/** Locks after a while without a click, and covers the page while it is locked; what is typed stays below. */
function IdleLock({ session }: { readonly session: SessionView }) {
  const { locked, has_password, lock_minutes } = session;
  const lock = useCallback(() => {
    accountsApi
      .lock()
      .then((now) => queries.setQueryData(["session"], now))
      .catch(() => queries.invalidateQueries({ queryKey: ["session"] }));
  }, []);
  useIdleLock(has_password && !locked ? lock_minutes : null, lock);
  if (!locked) return null;
  return (
    <Suspense fallback={null}>
      <LockScreen session={session} />
    </Suspense>
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

function Header({ session }: { readonly session: SessionView }) {
  const words = useWords();
  const navigate = useNavigate();
  const switchPost = useSwitchPost();
  const { name, posts, membership, has_password } = session;
  const lock = () => accountsApi.lock().then((now) => queries.setQueryData(["session"], now));
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
      {hasRight(session, "read") && <SearchBox />}
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
        <LazyMenu
          menu={{
            selectable: true,
            selectedKeys: [appearance, `post:${membership ?? ""}`],
            items: [
              {
                type: "group",
                label: words.settings.post.title,
                children: posts.map((post) => ({
                  key: `post:${post.membership ?? ""}`,
                  label: postName(words, post),
                  onClick: () => {
                    if (post.membership !== membership) switchPost(post.membership);
                  },
                })),
              },
              { type: "divider" },
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
              { key: "settings", label: words.settings.post.settings, onClick: () => navigate("/settings") },
              ...(has_password ? [{ key: "lock", label: words.settings.post.lock, onClick: lock }] : []),
              { key: "leave", label: words.nav.signOut, onClick: leave },
            ],
          }}
          button={(props) => (
            <Button {...props} type="text" size="small" className={styles.name ?? ""}>
              {name}
              {session.office !== null && <span className={styles.office}> · {session.office}</span>}
            </Button>
          )}
        />
      </div>
    </header>
  );
}
