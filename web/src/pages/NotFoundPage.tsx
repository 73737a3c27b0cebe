import { Button } from "antd";
import { useNavigate } from "react-router";
import { Nothing } from "../components/PageState.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const words = useWords();
  usePageTitle(words.notFound.title);
  const navigate = useNavigate();
  return (
    <Nothing title={words.notFound.title} advice={words.notFound.advice}>
      <Button onClick={() => navigate("/workbench")}>{words.nav.workbench}</Button>
    </Nothing>
  );
}
