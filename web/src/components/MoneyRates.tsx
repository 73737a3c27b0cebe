import { printNumber } from "@shanhai/model";
import type { MoneyBoard } from "@shanhai/server";
import { useText, useWords } from "../language.js";
import styles from "./MoneyTables.module.css";

/** The rates with what they divide by what, and the day; — with the reason where one cannot be told. */
export function MoneyRates({ rates, day }: Pick<MoneyBoard, "rates" | "day">) {
  const { money } = useWords();
  const text = useText();
  return (
    <section aria-label={money.rates} className={styles.rates}>
      {rates.map((one) => (
        <div key={one.code}>
          <h2>{text(one)}</h2>
          <b>{one.rate === null ? "—" : `${one.rate.percent}%`}</b>
          {one.rate !== null && (
            <span>{`${printNumber(one.rate.numerator, "万元")} ÷ ${printNumber(one.rate.denominator, "万元")} ${money.wan}`}</span>
          )}
          <small>{one.rate === null ? text(one.why ?? { zh: "", en: "" }) : money.cutOff(day)}</small>
          {one.rate !== null && one.why !== null && <small>{text(one.why)}</small>}
        </div>
      ))}
    </section>
  );
}
