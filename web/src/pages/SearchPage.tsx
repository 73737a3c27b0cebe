import type { SearchGroup, SearchHit } from "@shanhai/server";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import { api } from "../api.js";
import { Marked } from "../components/Marked.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { hitAddress, searchedAt, searchFor, sentenceAddress } from "../search.js";
import styles from "./SearchPage.module.css";

/** 检索: what holds the words, by kind; each hit opens its record, each sentence the original at its place. */
export function SearchPage() {
  const words = useWords();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const text = searchedAt(useLocation().state, address);
  const group = address.get("group");
  usePageTitle(text === "" ? words.search.title : `${text} · ${words.search.title}`);
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const look = (event: React.FormEvent) => {
    event.preventDefault();
    navigate("/search", { state: searchFor(typed) });
  };
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.search.title}</h1>
      <form className={styles.form} onSubmit={look}>
        <input
          type="search"
          aria-label={words.search.hint}
          placeholder={words.search.hint}
          maxLength={100}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="primary" htmlType="submit" size="large">
          {words.search.title}
        </Button>
      </form>
      {text === "" && <p className={styles.note}>{words.search.example}</p>}
      {text !== "" && group === null && <AllKinds text={text} />}
      {text !== "" && group !== null && <OneKind text={text} group={group} />}
    </div>
  );
}

function AllKinds({ text }: { readonly text: string }) {
  const words = useWords();
  const answer = useQuery({ queryKey: ["search", text], queryFn: () => api.search({ text }) });
  if (answer.isPending) return <Loading label={words.search.searching} />;
  if (answer.data === undefined) return <Failed error={answer.error} again={() => answer.refetch()} />;
  const { groups, also, filling } = answer.data;
  return (
    <>
      <Notes also={also} filling={filling} />
      {groups.length === 0 && <Nothing title={words.search.none(text)} advice={words.search.noneAdvice} />}
      {groups.map((found) => (
        <Kind key={found.group} text={text} found={found} />
      ))}
    </>
  );
}

function Kind({ text, found: { group, hits, next, some } }: { readonly text: string; readonly found: SearchGroup }) {
  const words = useWords();
  const kind = useKind(group);
  return (
    <section className={styles.kind} aria-label={kind}>
      <header>
        <h2>{kind}</h2>
        {next !== null && (
          <Link to={`/search?group=${group}`} state={searchFor(text)}>
            {words.search.allOf(kind)}
          </Link>
        )}
      </header>
      {some && <p className={styles.note}>{words.search.some(hits.length)}</p>}
      <Hits group={group} hits={hits} />
    </section>
  );
}

function OneKind({ text, group }: { readonly text: string; readonly group: string }) {
  const words = useWords();
  const kind = useKind(group);
  const pages = useInfiniteQuery({
    queryKey: ["search", text, group],
    queryFn: ({ pageParam }) => api.search({ text, group, ...(pageParam === "" ? {} : { after: pageParam }) }),
    initialPageParam: "",
    getNextPageParam: (last) => last.groups[0]?.next ?? undefined,
  });
  if (pages.isPending) return <Loading label={words.search.searching} />;
  if (pages.data === undefined) return <Failed error={pages.error} again={() => pages.refetch()} />;
  const hits = pages.data.pages.flatMap(({ groups }) => groups[0]?.hits ?? []);
  const first = pages.data.pages[0];
  return (
    <>
      <Notes also={first?.also ?? []} filling={first?.filling ?? false} />
      <section className={styles.kind} aria-label={kind}>
        <header>
          <h2>{kind}</h2>
          <Link to="/search" state={searchFor(text)}>
            {words.search.ofAll}
          </Link>
        </header>
        {hits.length === 0 && <Nothing title={words.search.none(text)} advice={words.search.noneAdvice} />}
        <Hits group={group} hits={hits} />
        {pages.hasNextPage && (
          <Button onClick={() => pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
            {words.state.more}
          </Button>
        )}
      </section>
    </>
  );
}

function Hits({ group, hits }: { readonly group: string; readonly hits: readonly SearchHit[] }) {
  const { search } = useWords();
  return (
    <ul>
      {hits.map((hit) => (
        <li key={`${hit.scope_id} ${hit.id}`}>
          <Link to={hitAddress(group, hit)} className={styles.title ?? ""}>
            <Marked text={hit.title} marks={hit.marks} />
          </Link>
          {hit.former !== null && <small>{search.former(hit.former)}</small>}
          {hit.sentence !== null && <Sentence group={group} sentence={hit.sentence} />}
        </li>
      ))}
    </ul>
  );
}

function Sentence(props: { readonly group: string; readonly sentence: NonNullable<SearchHit["sentence"]> }) {
  const { group, sentence } = props;
  const { search, signs } = useWords();
  const say = useText();
  const { definitions } = useDefinitions();
  const address = sentenceAddress(sentence);
  const field = definitions.get(group)?.fields.find(({ key }) => key === sentence.field);
  const marked = <Marked text={sentence.text} marks={sentence.marks} />;
  const cell = sentence.cell === null || field === undefined ? "" : ` · ${sentence.cell.sheet}!${sentence.cell.cell}`;
  const said =
    field === undefined ? (
      <>「{marked}」</>
    ) : (
      <>
        {say(field)}
        {signs.colon}
        {marked}
        {cell}
      </>
    );
  if (address === null) return <span className={styles.sentence}>{said}</span>;
  return (
    <Link to={address} className={styles.sentence ?? ""} title={search.openSentence}>
      {said}
    </Link>
  );
}

function Notes({ also, filling }: { readonly also: readonly string[]; readonly filling: boolean }) {
  const { search, records } = useWords();
  return (
    <>
      {also.length > 0 && <p className={styles.note}>{search.also(also.join(records.and))}</p>}
      {filling && <p className={styles.note}>{search.filling}</p>}
    </>
  );
}

function Failed({ error, again }: { readonly error: unknown; readonly again: () => void }) {
  const words = useWords();
  return <ProblemNotice error={error} action={<Button onClick={again}>{words.state.again}</Button>} />;
}

/** What a group is called: its record, or documents. */
function useKind(group: string): string {
  const say = useText();
  const { search } = useWords();
  const { definitions } = useDefinitions();
  const definition = definitions.get(group);
  return definition === undefined ? search.document : say(definition);
}
