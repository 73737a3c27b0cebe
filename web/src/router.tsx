import { createBrowserRouter, Navigate } from "react-router";
import { ErrorPage } from "./ErrorPage.js";
import { pages } from "./pages/index.js";
import { Shell } from "./Shell.js";
import { SignIn } from "./SignIn.js";

/** Addresses of the pages. Sign-in stands outside the shell; all else asks for a session. */
export const router = createBrowserRouter([
  { path: "/sign-in", Component: SignIn },
  {
    path: "/",
    Component: Shell,
    ErrorBoundary: ErrorPage,
    children: [
      { index: true, element: <Navigate to="/documents" replace /> },
      ...pages.map(({ path, load }) => ({
        path,
        lazy: async () => ({ Component: await load() }),
        ErrorBoundary: ErrorPage,
      })),
    ],
  },
]);
