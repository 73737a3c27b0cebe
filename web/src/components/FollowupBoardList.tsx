import type { FollowupLight } from "@shanhai/server";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../api.js";
import { useWords } from "../language.js";
import type { Side } from "../own-side.js";
import styles from "./FollowupBoardList.module.css";
import { FollowupItem } from "./FollowupItem.js";
import { Loading, Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

const lights: readonly FollowupLight[] = ["late", "soon", "on_track", "moving", "done", "dropped"];

interface Props {
  readonly side: Side | undefined;
  readonly units: readonly string[];
}

/** 督办事项 by time limit, narrowed by how they stand, whose they are, and by unit; the address keeps the choice. */
export function FollowupBoardList({ side, units }: Props) {
  const words = useWords();
  const { followup } = words;
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const asked = {
    side,
    lights: search.get("lights") ?? undefined,
    whose: search.get("whose") ?? undefined,
    unit: search.get("unit") ?? undefined,
  };
  const board = useInfiniteQuery({
    queryKey: ["followup", "board", asked],
    queryFn: ({ pageParam }) =>
      api.followup({ ...defined(asked), ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const narrow = (key: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value === undefined || value === "") next.delete(key);
    else next.set(key, value);
    setSearch(next);
  };
  const narrowed = asked.lights !== undefined || asked.whose !== undefined || asked.unit !== undefined;
  const rows = board.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-label={followup.tabs.board}>
      <div className={`${styles.tools} screen-only`}>
        <Select
          allowClear
          aria-label={followup.filterLight}
          placeholder={followup.filterLight}
          value={asked.lights ?? null}
          onChange={(value?: string) => narrow("lights", value)}
          options={lights.map((light) => ({ value: light, label: followup.lights[light] }))}
        />
        {side !== undefined && (
          <Select
            allowClear
            aria-label={followup.filterWhose}
            placeholder={followup.filterWhose}
            value={asked.whose ?? null}
            onChange={(value?: string) => narrow("whose", value)}
            options={[
              { value: "own", label: followup.own },
              { value: "other", label: followup.other },
            ]}
          />
        )}
        {units.length > 0 && (
          <Select
            allowClear
            showSearch
            className={styles.unit ?? ""}
            aria-label={followup.filterUnit}
            placeholder={followup.filterUnit}
            value={asked.unit ?? null}
            onChange={(value?: string) => narrow("unit", value)}
            options={units.map((name) => ({ value: name, label: name }))}
          />
        )}
      </div>
      {board.isPending && <Loading label={words.state.loading} />}
      {board.error !== null && (
        <ProblemNotice
          error={board.error}
          action={<Button onClick={() => board.refetch()}>{words.state.again}</Button>}
        />
      )}
      {board.data !== undefined && rows.length === 0 && (
        <Nothing
          title={narrowed ? followup.emptyMatch : followup.empty}
          advice={narrowed ? followup.emptyMatchAdvice : followup.emptyAdvice}
        >
          {!narrowed && <Button onClick={() => navigate("/records/task")}>{followup.addTask}</Button>}
        </Nothing>
      )}
      {rows.length > 0 && (
        <table className={styles.board}>
          <thead>
            <tr>
              {(["title", "owner", "due", "light", "progress", "act"] as const).map((column) => (
                <th key={column} scope="col">
                  {followup.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <FollowupItem key={`${line.scope_id} ${line.id}`} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {board.hasNextPage && (
        <Button className={styles.more ?? ""} loading={board.isFetchingNextPage} onClick={() => board.fetchNextPage()}>
          {words.state.more}
        </Button>
      )}
    </section>
  );
}

/** Without what is not asked. */
function defined(asked: { readonly [key: string]: string | undefined }): { readonly [key: string]: string } {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
