import { indicators, isLagging, paceOfMonth } from "@shanhai/model";
import type { Board, BoardLine, HandedOn } from "@shanhai/server";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Segmented } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { type BoardAddress, useBoardAddress } from "../board-address.js";
import { BoardTable } from "../components/BoardTable.js";
import { BoardTools } from "../components/BoardTools.js";
import { Busy } from "../components/Busy.js";
import { CloseDialog, ClosingPanel } from "../components/ClosingPanel.js";
import { CountingState } from "../components/CountingState.js";
import { IndicatorDrawer } from "../components/IndicatorDrawer.js";
import { NumbersDrawer } from "../components/NumbersDrawer.js";
import { PackButton } from "../components/PackButton.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { SendingNotice } from "../components/SendingNotice.js";
import { type BoardAsked, indicatorApi, type MonthAsked } from "../indicator-api.js";
import { useWords } from "../language.js";
import { useLyingPaper } from "../lying-paper.js";
import { useNotices } from "../notices.js";
import { usePageTitle } from "../page-title.js";
import { changedByWriting } from "../queries.js";
import { useMay, useMayWrite, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import styles from "./IndicatorsPage.module.css";

type Show = "asked" | "lagging" | "all";

const shownBy: { readonly [show in Show]: (line: BoardLine) => boolean } = {
  asked: ({ target, toDate, otherSide, said }) =>
    target !== null || toDate !== null || otherSide !== null || said.length > 0,
  lagging: ({ pace }) => isLagging(pace),
  all: () => true,
};

/** 指标: the year's board of a pair, a county, a city or a province; from each number to its rows. */
export function IndicatorsPage() {
  const all = useWords();
  const words = all.indicators;
  usePageTitle(words.title);
  useLyingPaper();
  const navigate = useNavigate();
  const address = useBoardAddress();
  const { query, choices } = address;
  const [show, setShow] = useState<Show>("asked");
  const board = useQuery({
    queryKey: ["board", query],
    queryFn: () => (query === null ? Promise.reject(new Error("no board is asked for")) : indicatorApi.board(query)),
    enabled: query !== null,
  });
  if (choices.isPending) return <Loading label={all.state.loading} />;
  if (choices.error !== null) return <ProblemNotice error={choices.error} />;
  return (
    <div className={styles.page}>
      <BoardTools address={address} title={words.title} past>
        <PackButton asked={query} />
      </BoardTools>
      {query === null && (
        <Nothing title={words.emptyTitle} advice={words.emptyAdvice}>
          <Button type="primary" onClick={() => navigate("/documents")}>
            {all.workbench.bringIn}
          </Button>
        </Nothing>
      )}
      {query !== null && board.isPending && (
        <CountingState
          of={["board", query]}
          counted={query.as_of !== undefined || query.exact !== undefined}
          ask={() => indicatorApi.progress(query)}
        />
      )}
      {board.error !== null && board.data === undefined && query !== null && (
        <ProblemNotice
          error={board.error}
          action={<Button onClick={() => board.refetch()}>{all.state.again}</Button>}
        />
      )}
      {query !== null && board.data !== undefined && (
        <BoardOf query={query} board={board.data} show={show} onShow={setShow} address={address} />
      )}
    </div>
  );
}

function BoardOf({
  query,
  board,
  show,
  onShow,
  address,
}: {
  readonly query: BoardAsked;
  readonly board: Board;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
  readonly address: BoardAddress;
}) {
  const all = useWords();
  const words = all.indicators;
  const [opened, setOpened] = useState(address.open);
  // The choice shows at once; the long table follows.
  const drawn = useDeferredValue(show);
  const lagging = board.lines.filter(({ pace }) => isLagging(pace));
  const warned = board.lines.filter(({ warnings }) => warnings.length > 0);
  const lines = useMemo(() => board.lines.filter(shownBy[drawn]), [board.lines, drawn]);
  const month: MonthAsked | null =
    query.scope === undefined || query.as_of !== undefined
      ? null
      : { scope: query.scope, year: query.year, month: query.month, line: query.line };
  return (
    <>
      <p className={`${styles.printed} print-only`}>
        {words.printTitle(board.title, board.year, board.month, board.line)}
      </p>
      <div className={styles.strip}>
        <span>{words.pace(paceOfMonth(board.month))}</span>
        <span data-bad={lagging.length > 0}>{words.lagging(lagging.length)}</span>
        {warned.length > 0 && <span data-doubt>{words.warnings(warned.length)}</span>}
        <span>{words.cutOff(board.day)}</span>
        <Segmented<Show>
          className="screen-only"
          aria-label={words.show}
          value={show}
          onChange={onShow}
          options={(["asked", "lagging", "all"] as const).map((value) => ({ value, label: words.shows[value] }))}
        />
        {month !== null && <MonthActions of={month} board={board} />}
      </div>
      {drawn !== show && <Busy />}
      {board.asOf !== null && (
        <Alert
          type="info"
          showIcon
          title={all.records.asOfNotice(board.asOf)}
          description={board.edition === null ? undefined : editionWords(board.asOf, board.edition, words)}
        />
      )}
      {lines.length === 0 ? (
        <Nothing title={words.noLines} advice={words.noLinesAdvice} />
      ) : (
        <BoardTable board={board} lines={lines} onOpen={setOpened} />
      )}
      {month !== null && <ClosingPanel of={month} />}
      <IndicatorDrawer
        asked={query}
        code={opened}
        lines={board.lines}
        onOpen={setOpened}
        onClose={() => {
          setOpened(null);
          if (address.open !== null) address.set({ open: null });
        }}
      />
    </>
  );
}

function MonthActions({ of, board }: { readonly of: MonthAsked; readonly board: Board }) {
  const { indicators: words } = useWords();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const message = useNotices();
  const [open, setOpen] = useState<"fill" | "close" | null>(null);
  const [mayWrite, mayClose] = [useMayWrite("indicator_value"), useMay("close")];
  // Only who speaks for the side reports in its name.
  const speaks = useSession().confirms.includes(of.line);
  const handOn = useSending({
    send: (to: HandedOn, command) => indicatorApi.handOn(of, to, command),
    onSuccess: (_, to) => {
      message.success(words.handedOn[to]);
      cache.invalidateQueries({ predicate: changedByWriting });
    },
  });
  const at = (...states: string[]) => board.lines.some(({ reported }) => states.includes(reported?.state ?? ""));
  const steps: readonly (readonly [to: HandedOn, offered: boolean])[] = [
    ["office", at("draft")],
    ["submitted", at("draft", "office")],
    ["reported", speaks && at("office", "submitted", "confirmed")],
  ];
  return (
    <span className={`${styles.actions} screen-only`}>
      {mayWrite && (
        <Button type="primary" onClick={() => setOpen("fill")}>
          {words.fill}
        </Button>
      )}
      {mayWrite &&
        steps
          .filter(([, offered]) => offered)
          .map(([to]) => (
            <Button
              key={to}
              title={words.handOnHint[to]}
              loading={handOn.isPending && handOn.given === to}
              onClick={() => handOn.mutate(to)}
            >
              {words.handOn[to]}
            </Button>
          ))}
      <Button onClick={() => navigate(`/records/indicator_target?scope=${of.scope}`)}>{words.targets}</Button>
      {mayClose && <Button onClick={() => setOpen("close")}>{words.close}</Button>}
      <SendingNotice of={handOn} />
      <NumbersDrawer of={of} lines={fillable(board.lines)} open={open === "fill"} onClose={() => setOpen(null)} />
      <CloseDialog of={of} lines={board.lines} open={open === "close"} onClose={() => setOpen(null)} />
    </span>
  );
}

/** What a month's form asks: indicators with a target or a number first, then the others. */
function fillable(lines: readonly BoardLine[]): readonly BoardLine[] {
  const asked = (line: BoardLine) => line.target !== null || line.reported !== null;
  const counts = lines.filter(({ code }) => indicators.find((one) => one.code === code)?.kind !== "rate");
  return [...counts.filter(asked), ...counts.filter((line) => !asked(line))];
}

/** By which definitions the board of a past day is counted, in one line. */
function editionWords(
  day: string,
  { set_at, set_by, differs, pace_differs }: NonNullable<Board["edition"]>,
  words: ReturnType<typeof useWords>["indicators"],
): string {
  const { edition } = words;
  return [
    set_at === null ? edition.delivered(day) : edition.set(day, set_at, set_by ?? ""),
    differs.length === 0 && !pace_differs ? edition.same : "",
    differs.length === 0 ? "" : edition.differs(differs.join(" ")),
    pace_differs ? edition.pace : "",
  ].join("");
}
