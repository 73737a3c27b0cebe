import type { ImportPlan } from "@shanhai/server";
import { Input } from "antd";
import { useText, useWords } from "../language.js";
import styles from "./ImportPart.module.css";

/** What only the clerk knows: a colour, hidden rows, pictures. Each asked once; nothing waits for the answer. */
export function ImportQuestions({
  plan,
  answers,
  onAnswer,
}: {
  readonly plan: ImportPlan;
  readonly answers: { readonly [question: string]: string };
  readonly onAnswer: (key: string, text: string) => void;
}) {
  const words = useWords();
  const text = useText();
  const asked = plan.questions.filter(({ key }) => key !== "year");
  if (asked.length === 0) return null;
  return (
    <section className={styles.part} aria-label={words.importing.questions}>
      <h2>{words.importing.questions}</h2>
      <ul className={styles.list}>
        {asked.map((question) => (
          <li key={question.key} className={styles.line}>
            <span>{text(question)}</span>
            <Input
              style={{ maxWidth: 280 }}
              defaultValue={answers[question.key] ?? question.answer ?? ""}
              placeholder={words.importing.answer}
              aria-label={`${words.importing.answer}：${text(question)}`}
              onBlur={(event) => {
                const said = event.target.value.trim();
                if (said !== (answers[question.key] ?? question.answer ?? "")) onAnswer(question.key, said);
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
