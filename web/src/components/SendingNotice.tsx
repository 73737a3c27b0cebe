import { Alert, Button, ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { ApiProblem, HeldForReview } from "../api.js";
import { useWords } from "../language.js";
import type { Sending } from "../use-sending.js";
import { ProblemNotice } from "./ProblemNotice.js";

type Shown = Pick<Sending<never>, "waits" | "error" | "again">;

/** What became of something that was sent, where it is not simply done: not connected, not known, or refused. */
export function SendingNotice({ of }: { readonly of: Shown }) {
  const words = useWords();
  const again = (
    <Button size="small" onClick={of.again}>
      {words.state.again}
    </Button>
  );
  if (of.waits) return <Alert role="alert" type="warning" showIcon title={words.sending.waits} action={again} />;
  if (of.error === null) return null;
  const broke = of.error instanceof ApiProblem ? of.error.problem.status >= 500 : !(of.error instanceof HeldForReview);
  return <ProblemNotice error={of.error} action={broke ? again : undefined} />;
}

/** The fields of a form and what became of it: while it waits nothing is typed over what is on its way. */
export function SendingForm({ of, children }: { readonly of: Shown; readonly children: ReactNode }) {
  return (
    <>
      <SendingNotice of={of} />
      <ConfigProvider componentDisabled={of.waits}>{children}</ConfigProvider>
    </>
  );
}
