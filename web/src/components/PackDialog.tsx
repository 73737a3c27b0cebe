import { indicators } from "@shanhai/model";
import type { PackState } from "@shanhai/server";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Progress } from "antd";
import { useState } from "react";
import { fileSize } from "../format.js";
import { type BoardAsked, indicatorApi } from "../indicator-api.js";
import { useText, useWords } from "../language.js";
import { fetchPack, packApi } from "../pack-api.js";
import { hasRight, useSession } from "../session.js";
import { Dialog } from "./Dialog.js";
import styles from "./PackDialog.module.css";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 佐证材料包: which numbers, what it will hold, then fetching it with its progress. */
export function PackDialog({ asked, onClose }: { readonly asked: BoardAsked; readonly onClose: () => void }) {
  const { packing: words } = useWords();
  const [pack, setPack] = useState<PackState | null>(null);
  return (
    <Dialog title={words.title} footer={null} width={680} onCancel={onClose} destroyOnHidden>
      {pack === null ? (
        <Choice asked={asked} onPrepared={setPack} />
      ) : (
        <Prepared pack={pack} onAgain={() => setPack(null)} />
      )}
    </Dialog>
  );
}

function Choice({ asked, onPrepared }: { readonly asked: BoardAsked; readonly onPrepared: (pack: PackState) => void }) {
  const { packing: words, state } = useWords();
  const text = useText();
  const mayNumbers = hasRight(useSession(), "numbers");
  const board = useQuery({ queryKey: ["board", asked], queryFn: () => indicatorApi.board(asked) });
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [plain, setPlain] = useState(false);
  const prepare = useMutation({
    mutationFn: (codes: readonly string[]) => packApi.prepare(asked, codes, plain),
    onSuccess: onPrepared,
  });
  if (board.isPending) return <Loading label={state.loading} />;
  if (board.data === undefined) return <ProblemNotice error={board.error} />;
  const offered = board.data.lines.filter(({ counted, toDate }) => counted || toDate !== null);
  if (offered.length === 0) return <Nothing title={words.none} advice={words.noneAdvice} />;
  const told = offered.filter(({ toDate }) => toDate !== null).map(({ code }) => code);
  const codes = chosen ?? told;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        prepare.mutate(codes);
      }}
    >
      <p>{words.about}</p>
      <p>
        <Checkbox
          indeterminate={codes.length > 0 && codes.length < offered.length}
          checked={codes.length === offered.length}
          onChange={({ target }) => setChosen(target.checked ? offered.map(({ code }) => code) : [])}
        >
          {words.all(codes.length, offered.length)}
        </Checkbox>
      </p>
      <Checkbox.Group
        aria-label={words.indicators}
        className={styles.codes ?? ""}
        value={[...codes]}
        onChange={(values) => setChosen(values)}
        options={offered.map(({ code }) => {
          const definition = indicators.find((one) => one.code === code);
          return { value: code, label: `${code} ${definition === undefined ? "" : text(definition)}` };
        })}
      />
      {mayNumbers && (
        <p>
          <Checkbox checked={plain} onChange={({ target }) => setPlain(target.checked)}>
            {words.plain}
          </Checkbox>
        </p>
      )}
      {prepare.error !== null && <ProblemNotice error={prepare.error} />}
      <p>
        <Button type="primary" htmlType="submit" disabled={codes.length === 0} loading={prepare.isPending}>
          {words.prepare}
        </Button>
      </p>
    </form>
  );
}

function Prepared({ pack, onAgain }: { readonly pack: PackState; readonly onAgain: () => void }) {
  const { packing: words } = useWords();
  const text = useText();
  const [fetching, setFetching] = useState(false);
  const state = useQuery({
    queryKey: ["pack", pack.id],
    queryFn: () => packApi.state(pack.id),
    initialData: pack,
    enabled: fetching,
    refetchInterval: ({ state: { data } }) => (data?.state === "ready" || data?.state === "running" ? 700 : false),
    gcTime: 0,
  });
  const cancel = useMutation({ mutationFn: () => packApi.cancel(pack.id), onSuccess: () => state.refetch() });
  const now = state.data;
  const rows = pack.indicators.reduce((sum, one) => sum + (one.rows ?? 0), 0);
  return (
    <div className={styles.form}>
      <p>{words.holds(pack.indicators.length, rows, pack.proofs, fileSize(pack.bytes))}</p>
      {pack.namesCut && <p>{words.namesCut}</p>}
      {pack.leftOut.length > 0 && (
        <details open>
          <summary>{words.leftOut(pack.leftOut.length)}</summary>
          <ul>
            {pack.leftOut.map(({ code, name, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list; a secret file has no name to tell it by
              <li key={at}>
                {code} {name ?? words.unnamed}
                <small> {words.reasons[reason]}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {now.state === "running" && (
        <>
          <Progress percent={Math.floor((now.written / Math.max(1, now.proofs)) * 100)} />
          <p role="status">{words.progress(now.written, now.proofs)}</p>
        </>
      )}
      {now.state === "done" && (
        <div role="status">
          <p>{words.done(now.files ?? 0)}</p>
          <p className={styles.seal}>{words.fingerprint(now.fingerprint ?? "")}</p>
          <p>{words.check}</p>
        </div>
      )}
      {now.state === "cancelled" && <p role="status">{words.cancelled}</p>}
      {now.state === "failed" && <p role="alert">{now.problem === null ? words.failed : text(now.problem)}</p>}
      {state.error !== null && <ProblemNotice error={state.error} />}
      <p className={styles.actions}>
        {!fetching && now.state === "ready" && (
          <Button
            type="primary"
            onClick={() => {
              fetchPack(pack);
              setFetching(true);
            }}
          >
            {words.fetch}
          </Button>
        )}
        {now.state === "running" && (
          <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {words.cancel}
          </Button>
        )}
        {(now.state !== "running" || state.error !== null) && <Button onClick={onAgain}>{words.again}</Button>}
      </p>
    </div>
  );
}
