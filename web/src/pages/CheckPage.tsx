import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate, useParams } from "react-router";
import { ApiProblem, api } from "../api.js";
import { CheckDesk } from "../components/CheckDesk.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useDefinitions } from "../definitions.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";

/** 核对 one document: its text with every quote beside the items found in it. */
export function CheckPage() {
  const { id = "" } = useParams();
  const words = useWords();
  const navigate = useNavigate();
  const document = useQuery({ queryKey: ["document", id], queryFn: () => api.document(id) });
  const { definitions } = useDefinitions();
  usePageTitle(document.data === undefined ? null : (document.data.extraction.title ?? document.data.name));
  if (document.data !== undefined) {
    const { encoding, sha256 } = document.data.extraction.raw;
    // Read anew with another encoding, it is another text: nothing on the page points into it any more.
    return <CheckDesk key={`${sha256} ${encoding}`} view={document.data} definitions={definitions} />;
  }
  if (document.isPending) return <Loading label={words.check.opening} />;
  const back = <Button onClick={() => navigate("/documents")}>{words.check.backToList}</Button>;
  const missing = document.error instanceof ApiProblem && [400, 404].includes(document.error.problem.status);
  return missing ? (
    <Nothing title={words.check.missing} advice={words.check.missingAdvice}>
      {back}
    </Nothing>
  ) : (
    <div className="page-state">
      <ProblemNotice
        error={document.error}
        action={<Button onClick={() => document.refetch()}>{words.state.again}</Button>}
      />
      {back}
    </div>
  );
}
