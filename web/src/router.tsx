import { createBrowserRouter, Navigate } from "react-router";
import { ErrorPage } from "./ErrorPage.js";
import { pages } from "./pages/index.js";
import { Shell } from "./Shell.js";
import { SignIn } from "./SignIn.js";

/** While the first page's code is on its way. */
function Blank() {
  return null;
}

/** Addresses of the pages. Sign-in stands outside the shell; all else asks for a session. */
export const router = createBrowserRouter([
  { path: "/sign-in", Component: SignIn, HydrateFallback: Blank },
  {
    path: "/",
    Component: Shell,
    HydrateFallback: Blank,
    ErrorBoundary: ErrorPage,
    children: [
      { index: true, element: <Navigate to="/workbench" replace /> },
      ...pages.map(({ path, load }) => ({
        path,
        lazy: async () => ({ Component: await load() }),
        ErrorBoundary: ErrorPage,
      })),
    ],
  },
]);
