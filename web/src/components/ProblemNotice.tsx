import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ApiProblem, HeldForReview } from "../api.js";
import { useLanguage, useWords } from "../language.js";

/**
 * What happened and what to do, from a refusal of the server; anything else is named a fault of the program. What was
 * only asked and could not be answered can be asked again here, where the page brings no way of its own.
 */
export function ProblemNotice({ error, action }: { readonly error: unknown; readonly action?: ReactNode }) {
  const { language } = useLanguage();
  const words = useWords();
  const client = useQueryClient();
  if (error instanceof HeldForReview)
    return (
      <Alert
        role="status"
        type="success"
        showIcon
        title={words.holding.submitted}
        description={<Link to={`/review/${error.held.id}`}>{words.holding.open}</Link>}
        action={action}
      />
    );
  const problem = error instanceof ApiProblem ? error.problem : null;
  if (problem === null)
    return (
      <Alert
        type="error"
        showIcon
        title={words.problem.fault}
        description={words.problem.faultAdvice}
        action={action}
      />
    );
  const failed = client.getQueryCache().findAll({ predicate: ({ state }) => state.error === error });
  const again =
    failed.length > 0 && (problem.status === 0 || problem.status >= 500) ? (
      <Button onClick={() => client.refetchQueries({ predicate: ({ state }) => state.status === "error" })}>
        {words.state.again}
      </Button>
    ) : undefined;
  const title = language === "zh" ? problem.title : problem.en;
  const description = language === "zh" ? problem.detail : undefined;
  return (
    <Alert
      role="alert"
      type={problem.status >= 500 ? "error" : "warning"}
      showIcon
      title={title}
      description={description}
      action={action ?? again}
    />
  );
}
