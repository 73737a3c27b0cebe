import type { Unanswered } from "@shanhai/server";
import { Link } from "react-router";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import { Label } from "./Label.js";
import styles from "./OpenStatements.module.css";
import { Nothing } from "./PageState.js";

/** 未回应的需求 of the own side, for the own preparation of a meeting. */
export function UnansweredAsks({ list }: { readonly list: readonly Unanswered[] }) {
  const words = useWords();
  const text = useText();
  const { definitions } = useDefinitions();
  if (list.length === 0)
    return <Nothing title={words.followup.emptyUnanswered} advice={words.followup.emptyUnansweredAdvice} />;
  const codes = definitions.get("statement")?.fields.find(({ key }) => key === "fields")?.codes ?? [];
  return (
    <>
      <p className={styles.hint}>{words.followup.unansweredHint}</p>
      <ul className={styles.list}>
        {list.map((ask) => (
          <li key={ask.id}>
            {ask.fields.map((field) => {
              const code = codes.find((one) => one.code === field);
              return (
                <Label key={field} tone="sea">
                  {code === undefined ? field : text(code)}
                </Label>
              );
            })}
            <div>
              <Link to={rowAddress(ask)}>{ask.text}</Link>
              <small>{ask.raised_on}</small>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
