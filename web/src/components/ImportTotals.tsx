import type { ImportPlan } from "@shanhai/server";
import { useText, useWords } from "../language.js";
import styles from "./ImportPart.module.css";
import { ScrollRegion } from "./ScrollRegion.js";

/** Typed totals held against their rows, those that differ with the difference; and what the sheet comes to. */
export function ImportTotals({ plan }: { readonly plan: ImportPlan }) {
  const words = useWords();
  const text = useText();
  const differing = plan.totals.filter(({ difference }) => difference !== null);
  const agreeing = plan.totals.length - differing.length;
  return (
    <>
      {plan.counts.length > 0 && (
        <section className={styles.part} aria-label={words.importing.counts}>
          <h2>{words.importing.counts}</h2>
          <ul className={styles.changes}>
            {plan.counts.map((count) => (
              <li key={`${count.form} ${count.key}`}>{text(count)}</li>
            ))}
          </ul>
        </section>
      )}
      {plan.totals.length > 0 && (
        <section
          className={styles.part}
          data-tone={differing.length > 0 ? "doubt" : undefined}
          aria-label={words.importing.totals}
        >
          <h2>{words.importing.totals}</h2>
          {differing.length > 0 && (
            <ScrollRegion className={styles.scroll} label={words.importing.difference}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th>{words.importing.item}</th>
                    <th>{words.importing.totalPrinted}</th>
                    <th>{words.importing.totalComputed}</th>
                    <th>{words.importing.difference}</th>
                    <th>{words.importing.place}</th>
                  </tr>
                </thead>
                <tbody>
                  {differing.map((check) => (
                    <tr key={`${check.sheet} ${check.cell}`}>
                      <td>
                        {check.label} · {check.column}
                      </td>
                      <td data-number="">{check.printed}</td>
                      <td data-number="">{check.computed}</td>
                      <td data-number="">
                        <strong>{check.difference}</strong>
                      </td>
                      <td className={styles.cell}>
                        {check.sheet}!{check.cell}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )}
          {agreeing > 0 && <p className={styles.hint}>{words.importing.agreeing(agreeing)}</p>}
        </section>
      )}
    </>
  );
}
