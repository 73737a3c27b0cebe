import type { DocumentLine, MonthOfBoard, Waiting } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useNavigate } from "react-router";
import { api } from "../api.js";
import { ChangedThisWeek } from "../components/ChangedThisWeek.js";
import { Label } from "../components/Label.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { documentAddress, documentState } from "../document-state.js";
import { useDocumentsOverview, waits } from "../documents-overview.js";
import { localTime, weekStart } from "../format.js";
import { useHeldLists } from "../holding-api.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { rowsAddress } from "../rows-address.js";
import { useMay, useSession } from "../session.js";
import styles from "./WorkbenchPage.module.css";

/** Documents listed here of each sort; the rest is behind the number. */
const listed = 8;
const openStatements = "/records/statement?where=state:open";
const openAgreed = `${openStatements},grade:agreed`;

/** 工作台: what waits for me and what changed this week; every number opens its list. */
export function WorkbenchPage() {
  const words = useWords();
  usePageTitle(words.nav.workbench);
  const navigate = useNavigate();
  const mayWrite = useMay("write");
  const since = weekStart();
  const summary = useQuery({ queryKey: ["summary"], queryFn: api.summary });
  const office = useQuery({ queryKey: ["report", "waiting"], queryFn: () => api.report("waiting", {}) });
  const documents = useDocumentsOverview(since, summary.data?.waiting ?? 0);
  const error = summary.error ?? documents.error;
  if (error !== null) {
    const again = () => {
      summary.refetch();
      documents.again();
    };
    return (
      <div className="page-state">
        <ProblemNotice error={error} action={<Button onClick={again}>{words.state.again}</Button>} />
      </div>
    );
  }
  if (summary.data === undefined || documents.isPending) return <Loading label={words.state.loading} />;
  const heading = <h1 className="visually-hidden">{words.nav.workbench}</h1>;
  const rows = Object.values(summary.data.records).reduce((sum, count) => sum + count, 0);
  if (summary.data.documents === 0 && rows === 0)
    return (
      <>
        {heading}
        <Nothing title={words.documents.emptyTitle} advice={words.workbench.emptyAdvice}>
          <Button type="primary" onClick={() => navigate("/documents")}>
            {words.workbench.bringIn}
          </Button>
        </Nothing>
      </>
    );
  const { waiting, brought } = documents;
  const stillOpen = brought.filter(waits).length;
  return (
    <div className={styles.page}>
      {heading}
      {/* Who only reads has nothing to do about it. */}
      <Group title={mayWrite ? words.workbench.waiting : words.workbench.glance}>
        <Figure
          to="/check"
          label={words.workbench.toCheck}
          number={summary.data.waiting}
          note={words.workbench.inDocuments(waiting.length)}
        />
        {/* A bureau of another branch has no statements to break down. */}
        {"statement" in summary.data.records && (
          <>
            <Figure
              to={openAgreed}
              label={words.workbench.agreed}
              number={summary.data.statements_agreed}
              note={words.workbench.agreedNote}
            />
            <Figure
              to={openStatements}
              label={words.workbench.statements}
              number={summary.data.statements_open}
              note={words.workbench.statementsNote}
            />
          </>
        )}
        <HeldFigures />
        {office.data !== undefined && <OfficeFigures waiting={office.data} />}
      </Group>
      <Group title={words.workbench.week(since)}>
        <Figure
          to={`/documents?since=${since}`}
          label={words.workbench.brought}
          number={brought.length}
          note={words.workbench.broughtNote}
        />
        <Figure
          to={`/check?since=${since}`}
          label={words.workbench.stillOpen}
          number={stillOpen}
          note={words.workbench.checkedNote(brought.length - stillOpen)}
        />
        <Figure to="/records" label={words.workbench.rows} number={rows} note={words.workbench.rowsNote} />
      </Group>
      <div className={styles.lists}>
        <Documents
          title={words.documents.waitingTitle}
          lines={waiting}
          none={words.documents.allChecked}
          all="/check"
        />
        <Documents
          title={words.workbench.broughtTitle}
          lines={brought}
          none={words.workbench.noneBrought}
          all={`/documents?since=${since}`}
        />
        <ChangedThisWeek since={since} />
      </div>
    </div>
  );
}

/** 经办—审核, where the office has it: what colleagues laid before me, what came back, what of mine waits. */
function HeldFigures() {
  const { workbench: texts } = useWords().holding;
  const { reviewed } = useSession();
  const lists = useHeldLists();
  if (lists.data === undefined) return null;
  const { to_check, own } = lists.data;
  if (reviewed.length + to_check.length + own.length === 0) return null;
  const of = (state: string) => own.filter((one) => one.state === state).length;
  return (
    <>
      <Figure to="/review?tab=check" label={texts.toCheck} number={to_check.length} note={texts.toCheckNote} />
      <Figure to="/review?tab=own" label={texts.returned} number={of("returned")} note={texts.returnedNote} />
      <Figure to="/review?tab=own" label={texts.own} number={of("waiting")} note={texts.ownNote} />
    </>
  );
}

/** What the office's month asks for; only what its ledgers hold has a number. */
function OfficeFigures({ waiting: { tasks, sheets, differences, lagging } }: { readonly waiting: Waiting }) {
  const { workbench } = useWords();
  return (
    <>
      {tasks !== null && (
        <Figure
          to={rowsAddress(tasks.rows)}
          label={tasks.own ? workbench.tasksDue : workbench.tasksOpen}
          number={tasks.count}
          note={tasks.own ? workbench.tasksDueNote : workbench.tasksOpenNote}
        />
      )}
      {sheets !== null && (
        <>
          <Figure
            to="/collections"
            label={workbench.sheetsOut}
            number={sheets.waiting}
            note={workbench.sheetsOutNote}
          />
          <Figure
            to="/collections"
            label={workbench.sheetsIn}
            number={sheets.returned}
            note={workbench.sheetsBack(sheets.sent_back)}
          />
        </>
      )}
      {differences !== null && (
        <Figure
          to={boardAddress("/comparison", differences.at)}
          label={workbench.differences}
          number={differences.count}
          note={
            differences.compared ? workbench.differencesNote(differences.at) : workbench.notCompared(differences.at)
          }
        />
      )}
      {lagging !== null && (
        <Figure
          to={boardAddress("/indicators", lagging.at)}
          label={workbench.lagging}
          number={lagging.count}
          note={workbench.laggingNote(lagging.at)}
        />
      )}
    </>
  );
}

/** The board or the comparison of a month, as those pages read it from their address. */
function boardAddress(page: string, at: MonthOfBoard): string {
  const search = new URLSearchParams(Object.entries(at).map(([name, value]) => [name, String(value)]));
  return `${page}?${search}`;
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface FigureProps {
  readonly to: string;
  readonly label: string;
  readonly number: number;
  readonly note: string;
}

/** A number that opens its list. */
function Figure({ to, label, number, note }: FigureProps) {
  return (
    <li data-none={number === 0}>
      <Link to={to}>
        <span>{label}</span>
        <b>{number}</b>
        <small>{note}</small>
      </Link>
    </li>
  );
}

interface DocumentsProps {
  readonly title: string;
  readonly lines: readonly DocumentLine[];
  readonly none: string;
  readonly all: string;
}

function Documents({ title, lines, none, all }: DocumentsProps) {
  const words = useWords();
  return (
    <section className={styles.documents} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {lines.length > listed && <Link to={all}>{words.workbench.all(lines.length)}</Link>}
      </header>
      {lines.length === 0 && <p>{none}</p>}
      <ul>
        {lines.slice(0, listed).map((line) => {
          const { tone, word } = documentState(line, words);
          return (
            <li key={line.id}>
              <Link to={documentAddress(line)}>{line.title ?? line.name}</Link>
              <Label tone={tone}>{waits(line) ? words.workbench.open(line.open) : word}</Label>
              <time>{localTime(line.submitted_at).slice(5)}</time>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
