import { Button } from "antd";
import { useRouteError } from "react-router";
import { ProblemNotice } from "./components/ProblemNotice.js";
import { useWords } from "./language.js";

/** A page that failed to load or to draw: says so, and how to go on. */
export function ErrorPage() {
  const error = useRouteError();
  const words = useWords();
  return (
    <div className="page-state">
      <ProblemNotice
        error={error}
        action={<Button onClick={() => window.location.reload()}>{words.state.again}</Button>}
      />
    </div>
  );
}
