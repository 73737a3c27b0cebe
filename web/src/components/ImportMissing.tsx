import type { ImportPlan, MissingChoice } from "@shanhai/server";
import { Radio, Select } from "antd";
import { Link } from "react-router";
import { useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import styles from "./ImportPart.module.css";

type Chosen = { readonly [key: string]: MissingChoice };

/** 本次缺失: rows of the ledger that the file does not name, each with a choice. Nothing is assumed for them. */
export function ImportMissing({
  plan,
  chosen,
  onChange,
}: {
  readonly plan: ImportPlan;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}) {
  const words = useWords();
  const { missing } = plan;
  if (missing.length === 0) return null;
  const common = missing[0]?.choices ?? [];
  return (
    <section className={styles.part} data-tone="doubt" aria-label={words.importing.gone}>
      <h2>{words.importing.missingTitle(missing.length)}</h2>
      <div className={styles.line}>
        <p className={styles.hint}>{words.importing.missingHint}</p>
        {missing.length > 1 && (
          <Select
            aria-label={words.importing.missingAll}
            placeholder={words.importing.missingAll}
            style={{ minWidth: 200 }}
            options={common.map((choice) => ({ value: choice, label: words.importing.choices[choice] }))}
            onChange={(choice: MissingChoice) => onChange(Object.fromEntries(missing.map(({ key }) => [key, choice])))}
          />
        )}
      </div>
      <ul className={styles.list}>
        {missing.map((row) => (
          <li key={row.key} className={styles.line}>
            <Link to={rowAddress(row)}>{row.title}</Link>
            <Radio.Group
              size="small"
              optionType="button"
              aria-label={row.title}
              value={chosen[row.key]}
              options={row.choices.map((choice) => ({ value: choice, label: words.importing.choices[choice] }))}
              onChange={(event) => onChange({ ...chosen, [row.key]: event.target.value as MissingChoice })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
