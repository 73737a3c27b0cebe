import type { ReturnVisit } from "@shanhai/server";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Link } from "react-router";
import { api } from "../api.js";
import { useWords } from "../language.js";
import type { Side } from "../own-side.js";
import { changedByWriting } from "../queries.js";
import { rowAddress } from "../row-address.js";
import { freshCommandId } from "../undo.js";
import styles from "./FollowupAsks.module.css";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 需求与回访: asks of the own side that nobody answered, and promises to come again with the visits that may be it. */
export function FollowupAsks({ side }: { readonly side: Side | undefined }) {
  const words = useWords();
  const { followup } = words;
  const asks = useQuery({ queryKey: ["followup", "unanswered", side], queryFn: () => api.unanswered(side) });
  const visits = useQuery({ queryKey: ["followup", "return-visits"], queryFn: api.returnVisits });
  if (asks.isPending || visits.isPending) return <Loading label={words.state.loading} />;
  if (asks.data === undefined) return <ProblemNotice error={asks.error} />;
  if (visits.data === undefined) return <ProblemNotice error={visits.error} />;
  return (
    <div className={styles.asks}>
      <section aria-label={followup.asksTitle}>
        <h2>{followup.asksTitle}</h2>
        <small>{followup.asksNote}</small>
        {asks.data.length === 0 && <p>{followup.asksEmpty}</p>}
        <ul>
          {asks.data.map(({ record, scope_id, id, text, raised_on }) => (
            <li key={id}>
              <Link to={rowAddress({ record, scope_id, id })}>{text}</Link>
              {raised_on !== null && <small>{raised_on}</small>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={followup.visitsTitle}>
        <h2>{followup.visitsTitle}</h2>
        <small>{followup.visitsNote}</small>
        {visits.data.length === 0 && <p>{followup.visitsEmpty}</p>}
        <ul>
          {visits.data.map((promise) => (
            <Promised key={promise.id} promise={promise} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Promised({ promise }: { readonly promise: ReturnVisit }) {
  const { followup } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const place = { record: "statement", scope_id: promise.scope_id, id: promise.id };
  const accept = useMutation({
    mutationFn: (visit: string) =>
      api.stepRow(place, {
        to: "fulfilled",
        version: promise.version,
        values: { fulfilled_by: visit },
        command_id: freshCommandId(),
        reason: followup.fulfilled,
      }),
    onSuccess: () => {
      message.success(followup.fulfilled);
      queries.invalidateQueries({ predicate: changedByWriting });
    },
  });
  return (
    <li>
      <Link to={rowAddress(place)}>{promise.text}</Link>
      {promise.said_on !== null && <small>{promise.said_on}</small>}
      {promise.visits.length === 0 && <small>{followup.noVisitYet}</small>}
      {promise.visits.map(({ id, title, start_date }) => (
        <Button
          key={id}
          size="small"
          className="screen-only"
          loading={accept.isPending}
          onClick={() => accept.mutate(id)}
        >
          {followup.isIt(title, start_date)}
        </Button>
      ))}
      {accept.error !== null && <ProblemNotice error={accept.error} />}
    </li>
  );
}
