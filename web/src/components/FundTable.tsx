import { type FieldValue, fieldIn } from "@shanhai/model";
import type { FundLine, MoneyBoard, MoneyState } from "@shanhai/server";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { useDefinitions } from "../definitions.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import { wanText } from "../wan-text.js";
import styles from "./MoneyTables.module.css";
import { RowForm } from "./RowForm.js";
import { ScrollRegion } from "./ScrollRegion.js";

/** A row that is being written down: of which ledger, where, and what is known of it. */
interface Entry {
  readonly record: "fund_source" | "fund_tranche";
  readonly scope: string | undefined;
  readonly given: { readonly [field: string]: FieldValue };
}

const wan = { money: "万元" } as const;
/** Columns of amounts: their heads stand over the numbers. */
const sums: ReadonlySet<string> = new Set(["amount", "pledged", "notified", "sent", "received", "transit", "paid"]);

/**
 * 资金来源 by giver with what became of each, a sum for each kind, and beside it what nobody has split by county. A new source
 * and the next step of one are written down here; of what is under way the next step is its arrival.
 */
export function FundTable({
  board,
  scope,
  readOnly,
}: {
  readonly board: MoneyBoard;
  /** Where a new source is kept; absent on a board of several pairs. */
  readonly scope: string | undefined;
  readonly readOnly: boolean;
}) {
  const { money } = useWords();
  const [entry, setEntry] = useState<Entry | null>(null);
  const text = useText();
  const { definitions } = useDefinitions();
  const label = (field: string, code: string) => {
    const known = definitions.get("fund_source")?.fields.find(({ key }) => key === field);
    const found = known === undefined ? undefined : fieldIn(known, board.year).codes?.find((one) => one.code === code);
    return found === undefined ? code : text(found);
  };
  const kinds = Object.entries(board.fund_sums);
  const definition = entry === null ? undefined : definitions.get(entry.record);
  return (
    <div className={styles.section}>
      <header>
        <h2>{money.funds}</h2>
        <small>{money.unit}</small>
        {!readOnly && (
          <Button
            className="screen-only"
            size="small"
            onClick={() => setEntry({ record: "fund_source", scope, given: { year: String(board.year) } })}
          >
            {money.addFund}
          </Button>
        )}
        <Link className="screen-only" to="/records/fund_tranche">
          {money.allMoves}
        </Link>
      </header>
      {board.funds.length === 0 && <p>{money.noFunds}</p>}
      {board.funds.length > 0 && (
        // A table that is wider than the page scrolls by itself, with the keyboard too.
        <ScrollRegion className={styles.scroll} label={money.funds}>
          <table>
            <thead>
              <tr>
                {Object.entries(money.fundColumns)
                  .filter(([key]) => key !== "act" || !readOnly)
                  .map(([key, column]) => (
                    <th
                      key={key}
                      scope="col"
                      className={key === "act" ? "screen-only" : undefined}
                      data-sum={sums.has(key) || undefined}
                    >
                      {column}
                    </th>
                  ))}
              </tr>
            </thead>
            <tbody>
              {board.funds.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <Link to={rowAddress({ record: "fund_source", scope_id: line.scope_id, id: line.id })}>
                      {line.giver_name}
                    </Link>
                    {line.local_name !== null && <small>{line.local_name}</small>}
                  </th>
                  <td>{label("giver_level", line.giver_level)}</td>
                  <td>{label("kind", line.kind)}</td>
                  <Sum fen={line.amount} approx={line.approx} />
                  <Sum fen={line.sums.pledged} />
                  <Sum fen={line.sums.notified} />
                  <Sum fen={line.sums.sent} />
                  <Sum fen={line.sums.received} />
                  <Sum fen={line.in_transit} />
                  <Sum fen={line.paid} />
                  <td>
                    <States
                      {...line}
                      {...(readOnly
                        ? {}
                        : { write: rowAddress({ record: "fund_source", scope_id: line.scope_id, id: line.id }) })}
                    />
                  </td>
                  {!readOnly && (
                    <td className="screen-only">
                      <Button
                        size="small"
                        aria-label={`${money.addMove} ${line.local_name ?? line.giver_name}`}
                        onClick={() =>
                          setEntry({ record: "fund_tranche", scope: line.scope_id, given: nextStep(line) })
                        }
                      >
                        {money.addMove}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
              {kinds.map(([kind, all]) => (
                <tr key={kind} data-sum="true">
                  <th scope="row" colSpan={4}>
                    {money.sumOf(label("kind", kind))}
                  </th>
                  <Sum fen={all.pledged} />
                  <Sum fen={all.notified} />
                  <Sum fen={all.sent} />
                  <Sum fen={all.received} />
                  <Sum fen={all.in_transit} />
                  <td />
                  <td />
                  {!readOnly && <td className="screen-only" />}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {board.unsplit.length > 0 && (
        <div className={styles.unsplit}>
          <h3>{money.unsplit}</h3>
          <small>{money.unsplitNote}</small>
          <ul>
            {board.unsplit.map((line) => (
              <Unsplit key={line.id} line={line} />
            ))}
          </ul>
        </div>
      )}
      {entry !== null && definition !== undefined && (
        <RowForm
          {...{ definition, definitions }}
          given={entry.given}
          {...(entry.scope === undefined ? {} : { scope: entry.scope })}
          form={wan}
          onClose={() => setEntry(null)}
          onSaved={() => undefined}
        />
      )}
    </div>
  );
}

/** What most likely happens to a source next: what is under way arrives. */
function nextStep({ id, in_transit }: FundLine): Entry["given"] {
  return in_transit === "0" ? { source: id } : { source: id, step: "received", amount: in_transit };
}

function Unsplit({ line }: { readonly line: FundLine }) {
  const { money, records } = useWords();
  return (
    <li>
      <Link to={rowAddress({ record: "fund_source", scope_id: line.scope_id, id: line.id })}>
        {line.local_name ?? line.giver_name}
      </Link>
      <b>
        {line.approx ? money.approx : ""} {wanText(line.amount) ?? money.notFilled}
      </b>
      <small>{line.regions.join(records.and)}</small>
    </li>
  );
}

/** A sum of a table; what is not filled in is said, 0 is left out. */
export function Sum({ fen, approx = false }: { readonly fen: string | null; readonly approx?: boolean }) {
  const { money } = useWords();
  return (
    <td data-sum={fen === null ? undefined : "true"}>
      {fen === null ? (
        <small>{money.notFilled}</small>
      ) : fen === "0" ? (
        ""
      ) : (
        `${approx ? money.approx : ""}${wanText(fen)}`
      )}
    </td>
  );
}

/** What wants a note, with its amount; the notes that were written, or where one is written. */
export function States({
  states,
  notes,
  write,
}: {
  readonly states: readonly MoneyState[];
  readonly notes: readonly string[];
  /** The row that takes a note; absent where nothing is written. */
  readonly write?: string;
}) {
  const text = useText();
  const { money } = useWords();
  return (
    <>
      {states.map((state) => (
        <small key={state.code} className={styles.state}>
          {text(state)} {wanText(state.amount)}
        </small>
      ))}
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
      {write !== undefined && states.length > 0 && notes.length === 0 && (
        <Link className="screen-only" to={write}>
          {money.writeNote}
        </Link>
      )}
    </>
  );
}
