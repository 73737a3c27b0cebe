import { printNumber } from "@shanhai/model";
import type { ComparedLine, Comparison, ReturnedSheet } from "@shanhai/server";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Upload } from "antd";
import { useNavigate } from "react-router";
import { useBoardAddress } from "../board-address.js";
import { BoardTools } from "../components/BoardTools.js";
import { ComparisonTable } from "../components/ComparisonTable.js";
import { Dialog } from "../components/Dialog.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { SendingNotice } from "../components/SendingNotice.js";
import { indicatorApi, type MonthAsked } from "../indicator-api.js";
import { useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { usePageTitle } from "../page-title.js";
import { changedByWriting } from "../queries.js";
import { useMay, useMayWrite } from "../session.js";
import { useSending } from "../use-sending.js";
import styles from "./IndicatorsPage.module.css";

/** 数据核对: our numbers beside theirs, the causes of each difference, and the sheet that goes out and comes back. */
export function ComparisonPage() {
  const all = useWords();
  const words = all.indicators;
  usePageTitle(words.comparison);
  const navigate = useNavigate();
  const address = useBoardAddress("pair");
  const { query, choices } = address;
  const of: MonthAsked | null =
    query?.scope === undefined ? null : { scope: query.scope, year: query.year, month: query.month, line: query.line };
  const comparison = useQuery({
    queryKey: ["comparison", of],
    queryFn: () => (of === null ? Promise.reject(new Error("no month is asked for")) : indicatorApi.comparison(of)),
    enabled: of !== null,
  });
  if (choices.isPending) return <Loading label={all.state.loading} />;
  if (choices.error !== null) return <ProblemNotice error={choices.error} />;
  return (
    <div className={styles.page}>
      <BoardTools address={address} title={words.comparison} />
      {of === null && <Nothing title={words.emptyTitle} advice={words.emptyAdvice} />}
      {of !== null && comparison.isPending && <Loading label={all.state.loading} />}
      {comparison.error !== null && comparison.data === undefined && of !== null && (
        <ProblemNotice
          error={comparison.error}
          action={<Button onClick={() => comparison.refetch()}>{all.state.again}</Button>}
        />
      )}
      {of !== null && comparison.data !== undefined && (
        <Compared
          of={of}
          comparison={comparison.data}
          onGo={(sheet) =>
            address.set({
              scope: sheet.scope,
              year: String(sheet.year),
              month: String(sheet.month),
              line: sheet.line,
            })
          }
          onFill={() => navigate(`/indicators?scope=${of.scope}&year=${of.year}&month=${of.month}&line=${of.line}`)}
        />
      )}
    </div>
  );
}

function Compared({
  of,
  comparison,
  onGo,
  onFill,
}: {
  readonly of: MonthAsked;
  readonly comparison: Comparison;
  readonly onGo: (sheet: ReturnedSheet) => void;
  readonly onFill: () => void;
}) {
  const { indicators: words } = useWords();
  const [mayWrite, mayConfirm] = [useMayWrite("indicator_value"), useMay("confirm")];
  const { lines, equal, different, waiting, confirmed } = comparison;
  if (lines.length === 0)
    return (
      <Nothing title={words.noLinesToCompare} advice={words.noLinesToCompareAdvice}>
        <Button type="primary" onClick={onFill}>
          {words.goIndicators}
        </Button>
      </Nothing>
    );
  const open = lines.filter(({ settled, difference }) => settled === null && difference === "0");
  return (
    <>
      <div className={styles.strip}>
        <span>{words.summary(equal, different, waiting)}</span>
        <span>{words.confirmed(confirmed, lines.length)}</span>
        <span>{words.cutOff(comparison.day)}</span>
        <span className={`${styles.actions} screen-only`}>
          <Button href={indicatorApi.sheetAddress(of)} download>
            {words.sheet}
          </Button>
          <Button href={indicatorApi.letterAddress(of)} download>
            {words.letter}
          </Button>
          {mayWrite && <Returned of={of} onGo={onGo} />}
          {mayConfirm && <SettleEqual of={of} open={open} />}
        </span>
      </div>
      {mayWrite && waiting === lines.length && <Alert type="info" showIcon title={words.askTheirs} />}
      <ComparisonTable of={of} lines={lines} />
    </>
  );
}

function SettleEqual({ of, open }: { readonly of: MonthAsked; readonly open: readonly ComparedLine[] }) {
  const { indicators: words } = useWords();
  const cache = useQueryClient();
  const settle = useSending({
    send: (_, command) =>
      indicatorApi.settle(
        of,
        open.map(({ code }) => ({ indicator: code, how: "equal" })),
        command,
      ),
    onSuccess: () => cache.invalidateQueries({ predicate: changedByWriting }),
  });
  return (
    <>
      <Button type="primary" disabled={open.length === 0} loading={settle.isPending} onClick={() => settle.mutate()}>
        {words.equalAll(open.length)}
      </Button>
      <SendingNotice of={settle} />
    </>
  );
}

/** A returned sheet is read and shown first; nothing is written before it is confirmed. */
function Returned({ of, onGo }: { readonly of: MonthAsked; readonly onGo: (sheet: ReturnedSheet) => void }) {
  const { indicators: words } = useWords();
  const text = useText();
  const cache = useQueryClient();
  const message = useNotices();
  const read = useMutation({ mutationFn: (file: File) => indicatorApi.returned(file.name, file) });
  const sheet = read.data;
  const same =
    sheet !== undefined &&
    sheet.scope === of.scope &&
    sheet.year === of.year &&
    sheet.month === of.month &&
    sheet.line === of.line;
  const fill = useSending({
    send: (numbers: ReturnedSheet["numbers"], command) =>
      indicatorApi.fill(
        of,
        "other_side",
        numbers.map(({ indicator, this_month, to_date, note }) => ({
          indicator,
          this_month,
          to_date,
          ...(note ? { note } : {}),
        })),
        command,
      ),
    onSuccess: ({ receipt }) => {
      message.success(receipt === null ? words.unchanged : words.saved);
      read.reset();
      cache.invalidateQueries({ predicate: changedByWriting });
    },
  });
  return (
    <>
      <Upload
        accept=".xlsx,.xls,.et"
        showUploadList={false}
        beforeUpload={(file) => {
          read.mutate(file, {
            onSuccess: (found) => {
              const here =
                found.scope === of.scope &&
                found.year === of.year &&
                found.month === of.month &&
                found.line === of.line;
              if (here) return;
              message.info(words.returnedOther);
              onGo(found);
              read.reset();
            },
          });
          return false;
        }}
      >
        <Button loading={read.isPending}>{words.bring}</Button>
      </Upload>
      {read.error !== null && <ProblemNotice error={read.error} />}
      <Dialog
        open={same}
        title={words.returnedTitle}
        okText={words.returnedFill(sheet?.numbers.length ?? 0)}
        okButtonProps={{ disabled: (sheet?.numbers.length ?? 0) === 0, loading: fill.isPending }}
        onOk={() => sheet !== undefined && fill.mutate(sheet.numbers)}
        onCancel={() => read.reset()}
      >
        {sheet !== undefined && (
          <>
            <SendingNotice of={fill} />
            <ul>
              {sheet.numbers.map(({ indicator, to_date, note }) => (
                <li key={indicator}>
                  {`${indicator} ${printNumber(to_date)}`}
                  {note ? `（${note}）` : ""}
                </li>
              ))}
              {sheet.problems.map((problem) => (
                <li key={problem.cell}>
                  <strong>{text(problem)}</strong>
                </li>
              ))}
            </ul>
            {sheet.empty.length > 0 && <p>{words.returnedEmpty(sheet.empty.length)}</p>}
          </>
        )}
      </Dialog>
    </>
  );
}
