import { columnName } from "@shanhai/model";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { ApiProblem, api } from "../api.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { ScrollRegion } from "../components/ScrollRegion.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import styles from "./SheetPage.module.css";

/** 原表: a sheet of a stored workbook as it is printed, with the cell that a value came from in view. */
export function SheetPage() {
  const { id = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const words = useWords();
  const navigate = useNavigate();
  const [sheet, cell] = [search.get("sheet"), search.get("cell")];
  const answer = useQuery({
    queryKey: ["sheet", id, sheet, cell],
    queryFn: () => api.sheetWindow(id, sheet, cell),
    staleTime: 60_000,
  });
  const here = useRef<HTMLTableCellElement>(null);
  const shown = answer.data;
  usePageTitle(
    shown === undefined ? words.importing.original : `${shown.sheet}${cell === null ? "" : `!${cell}`} · ${shown.name}`,
  );
  useEffect(() => {
    if (shown !== undefined) here.current?.scrollIntoView({ block: "center", inline: "center" });
  }, [shown]);
  if (shown === undefined) {
    if (answer.isPending) return <Loading label={words.importing.opening} />;
    const back = <Button onClick={() => navigate("/documents")}>{words.importing.back}</Button>;
    const gone = answer.error instanceof ApiProblem && [400, 404].includes(answer.error.problem.status);
    return gone ? (
      <Nothing title={words.importing.noSheet} advice={words.importing.missingAdvice}>
        {back}
      </Nothing>
    ) : (
      <div className="page-state">
        <ProblemNotice
          error={answer.error}
          action={<Button onClick={() => answer.refetch()}>{words.state.again}</Button>}
        />
        {back}
      </div>
    );
  }
  const columns = Array.from({ length: shown.right - shown.left }, (_, at) => shown.left + at);
  return (
    <div className={styles.page}>
      <nav className={styles.path}>
        <Link to="/documents">{words.nav.documents}</Link> /{" "}
        <Link to={`/documents/${id}/import`}>{words.importing.toPlan}</Link>
      </nav>
      <h1>
        {shown.name}{" "}
        <small>
          {shown.sheet}
          {cell === null ? "" : `!${cell}`}
        </small>
      </h1>
      <nav className={styles.tabs} aria-label={words.importing.sheets}>
        {shown.sheets.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === shown.sheet}
            onClick={() => setSearch({ sheet: name })}
          >
            {name}
          </button>
        ))}
      </nav>
      <ScrollRegion className={styles.scroll} label={`${words.importing.original} ${shown.sheet}`}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {columnName(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map(({ row, cells }, at) => (
              <tr key={row} data-gap={at > 0 && row !== (shown.rows[at - 1]?.row ?? 0) + 1}>
                <th scope="row">{row + 1}</th>
                {cells.map((one) => (
                  <td
                    key={one.column}
                    ref={one.here ? here : undefined}
                    colSpan={one.right}
                    rowSpan={one.down}
                    data-number={one.number}
                    aria-current={one.here ? "location" : undefined}
                    title={one.comment ?? undefined}
                  >
                    {one.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
