import type { Overview } from "@shanhai/server";
import { Link } from "react-router";
import { useLanguage } from "../language.js";
import { rate, sumOf, wan } from "../money-figures.js";
import { rowsAddress } from "../rows-address.js";
import styles from "./OverviewFigures.module.css";

/** The year in a line: what has arrived and is on its way, what is paid with its numerator and denominator, who and what. */
export function OverviewFigures({ report }: { readonly report: Overview }) {
  const {
    language,
    words: { leader },
  } = useLanguage();
  const words = leader.overview;
  const { money } = report;
  const paid = sumOf(money.kinds.map((kind) => kind.paid));
  const total = sumOf(money.kinds.map((kind) => kind.total));
  const transit = BigInt(money.sent ?? "0") - BigInt(money.received ?? "0");
  const sales = sumOf(report.sales.flatMap(({ purchase, assisted }) => [purchase, assisted]));
  const planned = rowsAddress(report.rows.projects);
  const people = report.talent.reduce((sum, line) => sum + line.people, 0);
  const jobs = report.jobs.reduce((sum, month) => sum + month.people, 0);
  // What nobody has entered is not 0.
  return (
    <ul className={styles.figures}>
      <Figure
        label={words.received}
        value={money.received === null ? "—" : wan(BigInt(money.received), language)}
        to={rowsAddress(money.received_rows)}
      />
      <Figure
        label={words.inTransit}
        value={money.sent === null ? "—" : wan(transit > 0n ? transit : 0n, language)}
        note={words.inTransitNote}
        to={rowsAddress(money.sent_rows)}
      />
      <Figure
        label={words.paidAll}
        value={rate(paid, total) ?? "—"}
        note={total === 0n ? words.noTotal : `${wan(paid, language)} ÷ ${wan(total, language)}`}
        to={planned}
      />
      <Figure
        label={words.paidAid}
        value={
          money.paid_by_source === null
            ? "—"
            : (rate(BigInt(money.paid_by_source), BigInt(money.received ?? "0")) ?? "—")
        }
        note={
          money.paid_by_source === null
            ? words.notBySource
            : `${wan(BigInt(money.paid_by_source), language)} ÷ ${wan(BigInt(money.received ?? "0"), language)}`
        }
        to={rowsAddress(report.rows.payments)}
      />
      <Figure
        label={words.projects}
        value={String(money.kinds.reduce((sum, kind) => sum + kind.projects, 0))}
        note={words.projectsUnit}
        to={planned}
      />
      <Figure
        label={words.people}
        value={report.talent.length === 0 ? "—" : String(people)}
        note={report.talent.length === 0 ? words.notEntered : words.persons}
        to={rowsAddress(report.rows.people)}
      />
      <Figure
        label={words.jobs}
        value={report.jobs.length === 0 ? "—" : String(jobs)}
        note={report.jobs.length === 0 ? words.notEntered : words.personsCounted}
        to={rowsAddress(report.rows.jobs)}
      />
      <Figure
        label={words.sales}
        value={report.sales.length === 0 ? "—" : wan(sales, language)}
        note={report.sales.length === 0 ? words.notEntered : words.salesNote}
        to={rowsAddress(report.rows.sales)}
      />
    </ul>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly to: string;
}

function Figure({ label, value, note, to }: FigureProps) {
  return (
    <li>
      <Link to={to}>
        <span>{label}</span>
        <b>{value}</b>
        <small>{note}</small>
      </Link>
    </li>
  );
}
