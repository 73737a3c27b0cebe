import { Segmented } from "antd";
import type { EChartsCoreOption } from "echarts/core";
import { useState } from "react";
import { Link } from "react-router";
import { useWords } from "../language.js";
import { Chart } from "./Chart.js";
import styles from "./OverviewCard.module.css";

/** A cell of the table beside a picture: words, or a number that opens its rows. */
export interface CardCell {
  readonly text: string;
  readonly to?: string;
}

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly wide?: boolean;
  readonly option: EChartsCoreOption;
  readonly height?: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CardCell[])[];
  /** What to do where there is nothing yet. */
  readonly advice: string;
}

/** One picture of 总览 with its table; either can be looked at, every number of the table opens its rows. */
export function OverviewCard({ title, note, wide = false, option, height = 260, head, rows, advice }: Props) {
  const { leader } = useWords();
  // A picture over the whole width of a wall has its words over each other on a phone.
  const narrow = wide && window.matchMedia("(max-width: 640px)").matches;
  const [look, setLook] = useState<"chart" | "table">(narrow ? "table" : "chart");
  return (
    <section className={styles.card} data-wide={wide} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {note !== undefined && <small>{note}</small>}
        {rows.length > 0 && (
          <Segmented<"chart" | "table">
            className="screen-only"
            size="small"
            aria-label={`${title} ${leader.view}`}
            value={look}
            onChange={setLook}
            options={[
              { value: "chart", label: leader.asChart },
              { value: "table", label: leader.asTable },
            ]}
          />
        )}
      </header>
      {rows.length === 0 && (
        <p className={styles.none}>
          <b>{leader.overview.none}</b>
          {advice}
        </p>
      )}
      {rows.length > 0 && look === "chart" && <Chart label={title} option={option} height={height} />}
      {rows.length > 0 && look === "table" && (
        <div className={styles.table}>
          <table>
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr key={cells.map(({ text }) => text).join(" ")}>
                  {cells.map(({ text, to }, at) => (
                    <td key={head[at]}>{to === undefined ? text : <Link to={to}>{text}</Link>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
