import type { MoneyBoard, ProjectMoney } from "@shanhai/server";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useWords } from "../language.js";
import { rate } from "../money-figures.js";
import { rowAddress } from "../row-address.js";
import { States, Sum } from "./FundTable.js";
import styles from "./MoneyTables.module.css";
import { PaymentDialog } from "./PaymentDialog.js";
import { ScrollRegion } from "./ScrollRegion.js";

const columns = [
  "total",
  "coop_province",
  "coop_county",
  "coop_township",
  "bridging",
  "other_money",
  "disbursed",
  "paid",
] as const;

/** The year's projects with their money, as the printed ledger lists it; a payment is registered beside its project. */
export function ProjectMoneyTable({ board, readOnly }: { readonly board: MoneyBoard; readonly readOnly: boolean }) {
  const { money } = useWords();
  const [paying, setPaying] = useState<ProjectMoney | null>(null);
  const { project_sums: sums } = board;
  const rateOf = (paid: string | null, total: string | null) =>
    paid === null || total === null ? "" : (rate(BigInt(paid), BigInt(total)) ?? "");
  return (
    <div className={styles.section}>
      <header>
        <h2>{money.projects}</h2>
        <small>{money.unit}</small>
        {sums.paid_missing > 0 && <small data-doubt="true">{money.missing(sums.paid_missing)}</small>}
      </header>
      {board.projects.length === 0 && <p>{money.noProjects}</p>}
      {board.projects.length > 0 && (
        <ScrollRegion className={styles.scroll} label={money.projects}>
          <table>
            <thead>
              <tr>
                {Object.entries(money.projectColumns).map(([key, column]) => (
                  <th
                    key={key}
                    scope="col"
                    className={key === "act" ? "screen-only" : undefined}
                    data-sum={!["no", "name", "states", "act"].includes(key) || undefined}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {board.projects.map((line) => (
                <tr key={line.id}>
                  <td>{line.project_no}</td>
                  <th scope="row">
                    <Link to={rowAddress({ record: "project", scope_id: line.scope_id, id: line.id })}>
                      {line.name}
                    </Link>
                  </th>
                  {columns.map((column) => (
                    <Sum key={column} fen={line[column]} />
                  ))}
                  <td data-sum="true">{rateOf(line.paid, line.total)}</td>
                  <td>
                    <States states={line.states} notes={line.notes} />
                  </td>
                  <td className="screen-only">
                    {!readOnly && (
                      <Button size="small" aria-label={money.payOf(line.name)} onClick={() => setPaying(line)}>
                        {money.pay}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
              <tr data-sum="true">
                <td />
                <th scope="row">{money.sum}</th>
                {columns.map((column) => (
                  <Sum key={column} fen={sums[column]} />
                ))}
                <td data-sum="true">{rateOf(sums.paid, sums.total)}</td>
                <td />
                <td className="screen-only" />
              </tr>
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {paying !== null && (
        <PaymentDialog
          project={paying}
          funds={board.funds.filter(({ scope_id }) => scope_id === paying.scope_id)}
          onClose={() => setPaying(null)}
        />
      )}
    </div>
  );
}
