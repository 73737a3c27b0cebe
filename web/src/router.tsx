import { lazy } from "react";
import { BrowserRouter, matchPath, Navigate, Route, Routes } from "react-router";
import { ErrorBoundary } from "./ErrorPage.js";
import { pages } from "./pages/index.js";
import { Shell } from "./Shell.js";
import { SignIn } from "./SignIn.js";

const addresses = pages.map(({ path, load }) => ({ path, Page: lazy(async () => ({ default: await load() })) }));

/** Addresses of the pages. Sign-in stands outside the shell; all else asks for a session. */
export function Router() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/sign-in" element={<SignIn />} />
        <Route
          path="/"
          element={
            <ErrorBoundary>
              <Shell />
            </ErrorBoundary>
          }
        >
          <Route index element={<Navigate to="/workbench" replace />} />
          {addresses.map(({ path, Page }) => (
            <Route
              key={path}
              path={path}
              element={
                <ErrorBoundary>
                  <Page />
                </ErrorBoundary>
              }
            />
          ))}
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

/** Asks for the code of the page at an address at once, beside what is asked before it can be drawn. */
export function expectPage(address: string): void {
  const wanted = address === "/" ? "/workbench" : address;
  // A failure is told where the page is drawn.
  pages
    .find(({ path }) => matchPath(`/${path}`, wanted) !== null)
    ?.load()
    .catch(() => undefined);
}
