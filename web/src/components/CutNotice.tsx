import type { FilledTemplate } from "@shanhai/server";
import { Link } from "react-router";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";

interface Props {
  readonly list: FilledTemplate["cut"][number];
  readonly scope: string;
}

/** A list of which a form takes the first rows only: how many there are, and where all of them are. */
export function CutNotice({ list, scope }: Props) {
  const { template: words } = useWords();
  const text = useText();
  const { definitions } = useDefinitions();
  const definition = definitions.get(list.record);
  const rows = list.more ? words.cutMore(String(list.rows)) : String(list.rows);
  return (
    <div>
      {words.cut(definition === undefined ? "" : text(definition), rows, list.taken)}
      <Link to={`/records/${list.record}?scope=${scope}`}>{words.toLedger}</Link>
    </div>
  );
}
