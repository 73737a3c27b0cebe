import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { localTime } from "../format.js";
import { useText, useWords } from "../language.js";
import { wordingApi } from "../wording-api.js";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 历次变更 of a dictionary, newest first: what, for which years and place, who, when, by which paper. */
export function DictionaryHistory({ dictionary }: { readonly dictionary: string }) {
  const words = useWords();
  const { wording } = words;
  const text = useText();
  const answer = useQuery({
    queryKey: ["dictionary-history", dictionary],
    queryFn: () => wordingApi.history(dictionary),
  });
  const steps = answer.data ?? [];
  return (
    <>
      <h2>{wording.history}</h2>
      {answer.isPending && <Loading label={words.state.loading} />}
      {answer.error !== null && (
        <ProblemNotice
          error={answer.error}
          action={<Button onClick={() => answer.refetch()}>{words.state.again}</Button>}
        />
      )}
      {answer.data !== undefined && steps.length === 0 && <p>{wording.noHistory}</p>}
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={`${step.at} ${step.kind} ${step.title} ${step.place}`}>
              <strong>
                {step.words === null ? wording.wasGone : step.kind === "alias" ? wording.wasAlias : wording.wasSet}
              </strong>{" "}
              {step.words === null ? step.title : text(step.words)}
              {step.words !== null &&
                `${words.signs.open}${wording.span(step.words.from_year, step.words.to_year)}${words.signs.close}`}
              {step.place !== null && ` ${step.place}`} · {step.who}{" "}
              <time dateTime={step.at}>{localTime(step.at)}</time> · {step.reason}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
