import type { DocumentLine } from "@shanhai/server";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { documentAddress, documentState } from "../document-state.js";
import { broughtSince, waits } from "../documents-overview.js";
import { localTime } from "../format.js";
import { useWords } from "../language.js";
import styles from "./DocumentTable.module.css";
import { Label } from "./Label.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

interface Props {
  readonly waitingOnly?: boolean;
  /** Only what was brought in on this day or later. */
  readonly since: string | undefined;
  /** Shows the others too. */
  readonly onAll: () => void;
  readonly empty?: ReactNode;
}

/** All documents, newest first, or only those with something to check, or of late. */
export function DocumentTable({ waitingOnly = false, since, onAll, empty }: Props) {
  const words = useWords();
  const [text, setText] = useState("");
  const pages = useInfiniteQuery({
    queryKey: ["documents", text],
    queryFn: ({ pageParam }) => api.documents({ limit: 50, text, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const lines = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const found = lines.filter(
    (line) => (!waitingOnly || waits(line)) && (since === undefined || broughtSince(line, since)),
  );
  const last = lines.at(-1);
  const passed = since !== undefined && last !== undefined && !broughtSince(last, since);
  const { isFetching, fetchNextPage } = pages;
  const hasNextPage = pages.hasNextPage && !passed;
  // Pages of checked documents are turned until some are found that wait.
  const turn = waitingOnly && found.length < 10 && hasNextPage && !isFetching;
  useEffect(() => {
    if (turn) fetchNextPage();
  }, [turn, fetchNextPage]);
  if (pages.isPending) return <Loading label={words.state.loading} />;
  if (pages.data === undefined)
    return (
      <ProblemNotice
        error={pages.error}
        action={<Button onClick={() => pages.refetch()}>{words.state.again}</Button>}
      />
    );
  const bare = found.length === 0 && text === "" && !hasNextPage;
  const narrowed = since !== undefined && (
    <Alert
      type="info"
      showIcon
      title={waitingOnly ? words.documents.sinceWaiting(since) : words.documents.since(since)}
      className={styles.narrowed ?? ""}
      action={
        <Button size="small" onClick={onAll}>
          {words.documents.ofAll}
        </Button>
      }
    />
  );
  if (bare)
    return (
      <>
        {narrowed}
        {empty ?? <Nothing title={words.documents.emptyTitle} advice={words.documents.emptyAdvice} />}
      </>
    );
  return (
    <section className={styles.section}>
      <header className={styles.tools}>
        <h2>{waitingOnly ? words.documents.waitingTitle : words.documents.listTitle}</h2>
        <Input.Search
          allowClear
          className={styles.search ?? ""}
          placeholder={words.documents.search}
          aria-label={words.documents.search}
          onSearch={(value) => setText(value.trim())}
        />
      </header>
      {narrowed}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.documents.columnName}</th>
            <th scope="col">{words.documents.columnState}</th>
            <th scope="col" className={styles.number}>
              {words.documents.columnOpen}
            </th>
            <th scope="col" className={`${styles.number} ${styles.wide}`}>
              {words.documents.columnFacts}
            </th>
            <th scope="col" className={`${styles.number} ${styles.wide}`} title={words.documents.repairsHint}>
              {words.documents.columnRepairs}
            </th>
            <th scope="col" className={styles.widest}>
              {words.documents.columnWhen}
            </th>
            <th scope="col" className={styles.widest}>
              {words.documents.columnWho}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((line) => (
            <Line key={line.id} line={line} />
          ))}
          {found.length === 0 && (
            <tr className={styles.none}>
              <td colSpan={7}>{words.documents.noMatch}</td>
            </tr>
          )}
        </tbody>
      </table>
      {hasNextPage && (
        <Button block type="text" loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {words.state.more}
        </Button>
      )}
    </section>
  );
}

/** One document; its link takes the whole line. */
function Line({ line }: { readonly line: DocumentLine }) {
  const words = useWords();
  const { tone, word } = documentState(line, words);
  return (
    <tr data-gone={line.state === "withdrawn" || line.state === "erased" || undefined}>
      <td>
        <div className={styles.title}>
          <Link to={documentAddress(line)}>{line.title ?? line.name}</Link>
          <span>
            {[line.source, line.published, line.title === null ? null : line.name].filter(Boolean).join(" · ")}
          </span>
          {line.mark !== null && <Label tone="doubt">{line.mark}</Label>}
        </div>
      </td>
      <td>
        <Label tone={tone}>{word}</Label>
      </td>
      <td className={styles.number}>{line.open > 0 ? <b className={styles.open}>{line.open}</b> : "—"}</td>
      <td className={`${styles.number} ${styles.wide}`}>{line.workbook ? "—" : line.facts}</td>
      <td className={`${styles.number} ${styles.wide}`}>{line.repairs > 0 ? line.repairs : "—"}</td>
      <td className={styles.widest}>{localTime(line.submitted_at)}</td>
      <td className={`${styles.widest} ${styles.who}`} title={line.submitted_by ?? undefined}>
        {line.submitted_by}
      </td>
    </tr>
  );
}
