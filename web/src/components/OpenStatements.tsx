import type { OpenStatement } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { useMayWrite } from "../session.js";
import { useSending } from "../use-sending.js";
import { BreakDownDialog } from "./BreakDownDialog.js";
import { Label } from "./Label.js";
import styles from "./OpenStatements.module.css";
import { Nothing } from "./PageState.js";
import { SendingNotice } from "./SendingNotice.js";

/** 待分解: what was agreed or said and has no task yet. Nothing here is ever late. */
export function OpenStatements({ list }: { readonly list: readonly OpenStatement[] }) {
  const words = useWords();
  const message = useNotices();
  const mayWrite = useMayWrite("task");
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [breaking, setBreaking] = useState<readonly OpenStatement[] | null>(null);
  const keep = useSending({
    send: ({ scope_id, id, version }: OpenStatement, command_id) =>
      api.stepRow(
        { record: "statement", scope_id, id },
        { to: "kept", version, values: {}, command_id, reason: words.followup.reasonKeep },
      ),
    onSuccess: () => message.success(words.followup.kept),
    onSettled: () => queries.invalidateQueries({ predicate: changedByWriting }),
  });
  if (list.length === 0) return <Nothing title={words.followup.emptyOpen} advice={words.followup.emptyOpenAdvice} />;
  const picked = list.filter(({ id }) => chosen.has(id));
  const oneScope = new Set(picked.map(({ scope_id }) => scope_id)).size === 1;
  return (
    <>
      <p className={styles.hint}>
        {words.followup.openHint}{" "}
        {picked.length > 0 && (
          <Button
            type="primary"
            size="small"
            disabled={!oneScope}
            title={oneScope ? undefined : words.followup.breakOneScope}
            onClick={() => setBreaking(picked)}
          >
            {words.followup.breakDownChosen(picked.length)}
          </Button>
        )}
      </p>
      <SendingNotice of={keep} />
      <ul className={styles.list}>
        {list.map((one) => (
          <li key={one.id}>
            <Checkbox
              disabled={!mayWrite}
              aria-label={`${words.followup.breakDown} ${one.text}`}
              checked={chosen.has(one.id)}
              onChange={(event) =>
                setChosen((held) =>
                  event.target.checked ? new Set([...held, one.id]) : new Set([...held].filter((id) => id !== one.id)),
                )
              }
            />
            <Label tone={one.grade === "agreed" ? "mountain" : "plain"}>
              {one.grade === "agreed" || one.grade === "discussed" || one.grade === "statement"
                ? words.followup.grades[one.grade]
                : one.grade}
            </Label>
            <div>
              <Link to={rowAddress({ record: "statement", ...one })}>{one.text}</Link>
              <small>{one.said_on}</small>
            </div>
            {mayWrite && (
              <span className={`${styles.acts} screen-only`}>
                <Button size="small" onClick={() => setBreaking([one])}>
                  {words.followup.breakDown}
                </Button>
                <Button size="small" type="text" loading={keep.isPending} onClick={() => keep.mutate(one)}>
                  {words.followup.keep}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {breaking !== null && (
        <BreakDownDialog
          statements={breaking}
          onClose={(done) => {
            setBreaking(null);
            if (done) setChosen(new Set());
          }}
        />
      )}
    </>
  );
}
