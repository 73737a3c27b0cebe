import type { HeldLine } from "@shanhai/server";
import { Tabs } from "antd";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { HeldDetail } from "../components/HeldDetail.js";
import { Label } from "../components/Label.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useDefinitions } from "../definitions.js";
import { localTime } from "../format.js";
import { heldTones } from "../held-tones.js";
import { useHeldLists } from "../holding-api.js";
import { useKeys } from "../keys.js";
import { useText, useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { useSession } from "../session.js";
import styles from "./ReviewPage.module.css";

/** 审核: what colleagues laid before me, the oldest first, and what I made that is not settled; by keyboard one after another. */
export function ReviewPage() {
  const { id } = useParams();
  const [search, setSearch] = useSearchParams();
  const words = useWords();
  const navigate = useNavigate();
  const { office } = useSession();
  const { definitions, isPending } = useDefinitions();
  const lists = useHeldLists();
  usePageTitle(words.holding.title);
  const check = lists.data?.to_check ?? [];
  const own = lists.data?.own ?? [];
  const named = id !== undefined && own.some((one) => one.id === id) && !check.some((one) => one.id === id);
  const tab = search.get("tab") ?? (named || (check.length === 0 && own.length > 0) ? "own" : "check");
  const lines = tab === "own" ? own : check;
  const here = id ?? lines[0]?.id;
  const at = lines.findIndex((one) => one.id === here);
  const open = (line: HeldLine | undefined) =>
    line !== undefined && navigate(`/review/${line.id}${tab === "own" ? "?tab=own" : ""}`);
  useKeys([
    ["j ArrowDown", () => open(lines[at + 1])],
    ["k ArrowUp", () => open(lines[at - 1])],
  ]);
  if (lists.error !== null) return <ProblemNotice error={lists.error} />;
  if (isPending || (office !== null && lists.isLoading)) return <Loading label={words.state.loading} />;
  const tabs = [
    { key: "check", label: `${words.holding.tabs.check} ${check.length}` },
    { key: "own", label: `${words.holding.tabs.own} ${own.length}` },
  ];
  return (
    <div className={styles.page}>
      <h1>{words.holding.title}</h1>
      {lists.data?.one_person === true && <p className={styles.facts}>{words.holding.onePerson}</p>}
      <Tabs
        size="small"
        activeKey={tab}
        items={tabs}
        onChange={(next) => (id === undefined ? setSearch({ tab: next }) : navigate(`/review?tab=${next}`))}
      />
      {lines.length === 0 && id === undefined ? (
        <Nothing
          title={tab === "own" ? words.holding.noneOwn : words.holding.noneToCheck}
          advice={tab === "own" ? words.holding.noneOwnAdvice : words.holding.noneToCheckAdvice}
        />
      ) : (
        <div className={styles.columns}>
          {lines.length > 0 && (
            <ul className={styles.list} aria-label={tab === "own" ? words.holding.tabs.own : words.holding.tabs.check}>
              {lines.map((line) => (
                <li key={line.id}>
                  <Link
                    to={`/review/${line.id}${tab === "own" ? "?tab=own" : ""}`}
                    aria-current={line.id === here ? "true" : undefined}
                  >
                    <Line line={line} />
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {here !== undefined && (
            <HeldDetail
              key={here}
              id={here}
              definitions={definitions}
              onSettled={() => {
                const next = lines[at + 1] ?? lines[at - 1];
                navigate(next === undefined || next.id === here ? "/review" : `/review/${next.id}`);
              }}
            />
          )}
        </div>
      )}
      {lines.length > 0 && tab === "check" && <p className={styles.keys}>{words.holding.keys}</p>}
    </div>
  );
}

function Line({ line }: { readonly line: HeldLine }) {
  const words = useWords();
  const text = useText();
  const { definitions } = useDefinitions();
  const ledgers = line.records.map((name) => text(definitions.get(name) ?? { zh: "", en: "" }));
  return (
    <>
      {line.title || words.holding.kinds[line.kind]}{" "}
      {line.state !== "waiting" && <Label tone={heldTones[line.state]}>{words.holding.states[line.state]}</Label>}
      <small>
        {[words.holding.kinds[line.kind], ledgers.join(words.signs.comma), line.maker, localTime(line.made_at)].join(
          " · ",
        )}
      </small>
    </>
  );
}
