import type { ReturnVisit } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { useSending } from "../use-sending.js";
import styles from "./OpenStatements.module.css";
import { Nothing } from "./PageState.js";
import { SendingNotice } from "./SendingNotice.js";

interface Confirmed {
  readonly promise: ReturnVisit;
  readonly visit: ReturnVisit["visits"][number];
}

/** 回访: promises to come again, with the later visits that may be it. A person says whether one is. */
export function ReturnVisits({ list }: { readonly list: readonly ReturnVisit[] }) {
  const words = useWords();
  const message = useNotices();
  const queries = useQueryClient();
  const confirm = useSending({
    send: ({ promise, visit }: Confirmed, command_id) =>
      api.stepRow(
        { record: "statement", scope_id: promise.scope_id, id: promise.id },
        {
          to: "fulfilled",
          version: promise.version,
          values: {
            fulfilled_by: visit.id,
            ...(visit.scope_id === promise.scope_id ? {} : { fulfilled_in: visit.scope_id }),
          },
          command_id,
          reason: words.followup.reasonReturn,
        },
      ),
    onSuccess: () => message.success(words.followup.fulfilledDone),
    onSettled: () => queries.invalidateQueries({ predicate: changedByWriting }),
  });
  if (list.length === 0)
    return <Nothing title={words.followup.emptyReturns} advice={words.followup.emptyReturnsAdvice} />;
  return (
    <>
      <p className={styles.hint}>{words.followup.returnsHint}</p>
      <SendingNotice of={confirm} />
      <ul className={styles.list}>
        {list.map((promise) => (
          <li key={promise.id}>
            <div>
              <Link to={rowAddress({ record: "statement", ...promise })}>{promise.text}</Link>
              <small>{promise.said_on}</small>
            </div>
            <div>
              {promise.visits.length === 0 && <small>{words.followup.noVisit}</small>}
              {promise.visits.map((visit) => (
                <span key={visit.id} className={styles.acts}>
                  <Link to={rowAddress({ record: "visit", ...visit })}>
                    {visit.title} {visit.start_date}
                  </Link>
                  <Button
                    className="screen-only"
                    size="small"
                    loading={confirm.isPending}
                    onClick={() => confirm.mutate({ promise, visit })}
                  >
                    {words.followup.fulfilled}
                  </Button>
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
