import { codeLists } from "@shanhai/model";
import type { NetworkNode, PairingKind, RosterPart, RosterTold, TypeCount } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { useText, useWords } from "../language.js";
import { useLeaderDay } from "../leader-day.js";
import { rowAddress } from "../row-address.js";
import { rowsAddress } from "../rows-address.js";
import styles from "./NetworkTree.module.css";

/** Rows of a roster shown in place; the rest is behind the link. */
const shown = 50;

/** The network: east on the left, west on the right, what joins them between; every level opens the next. */
export function NetworkTree({ roots }: { readonly roots: readonly NetworkNode[] }) {
  const { network } = useWords().leader;
  return (
    <section className={styles.tree} aria-label={network.columnLinks}>
      <header>
        <b>{network.east}</b>
        <b>{network.west}</b>
      </header>
      <Level nodes={roots} />
    </section>
  );
}

function Level({ nodes }: { readonly nodes: readonly NetworkNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <Branch key={node.key} node={node} alone={nodes.length === 1} />
      ))}
    </ul>
  );
}

function Branch({ node, alone }: { readonly node: NetworkNode; readonly alone: boolean }) {
  const { network } = useWords().leader;
  const [open, setOpen] = useState(node.level === "province" || alone);
  const name = `${node.east_name}—${node.west_name}`;
  return (
    <li data-level={node.level}>
      <div className={styles.row}>
        <span className={styles.east}>
          <button
            type="button"
            aria-expanded={open}
            aria-label={open ? network.shut(name) : network.open(name)}
            onClick={() => setOpen(!open)}
          >
            {open ? "▾" : "▸"}
          </button>
          <b>{node.east_name}</b>
          <Counts counts={node.east} side="east" scopes={node.scopes} />
        </span>
        <Join node={node} />
        <span className={styles.west}>
          <b>{node.west_name}</b>
          <Counts counts={node.west} side="west" scopes={node.scopes} />
        </span>
      </div>
      {open && node.level !== "pair" && <Level nodes={node.children} />}
      {open && node.pair !== null && <PairDetails node={node} pair={node.pair} />}
    </li>
  );
}

/** What joins the two sides: how many pairs, or of a pair its pairings, which open their rows. */
function Join({ node: { level, pairs, links, pair, rows, scopes, began } }: { readonly node: NetworkNode }) {
  const day = useLeaderDay();
  const { network } = useWords().leader;
  return (
    <span className={styles.join}>
      {level === "pair" && pair !== null ? (
        <>
          {links > 0 && (
            <Link to={rowsAddress({ record: "pairing", scope: pair, ...day })}>{network.links(links)}</Link>
          )}
          {began !== null && <small>{network.began(began)}</small>}
        </>
      ) : (
        <span>
          {rows === null ? network.pairs(pairs) : <Link to={rowsAddress(rows)}>{network.pairs(pairs)}</Link>}
          {links > 0 && (
            <>
              {" · "}
              <Link to={rowsAddress({ record: "pairing", scopes, ...day })}>{network.links(links)}</Link>
            </>
          )}
        </span>
      )}
    </span>
  );
}

interface CountsProps {
  readonly counts: readonly TypeCount[];
  readonly side: "east" | "west";
  readonly scopes: readonly string[];
}

/** Distinct units of one side by type; each number opens the pairings that they are in. */
function Counts({ counts, side, scopes }: CountsProps) {
  const day = useLeaderDay();
  const nameOf = useTypeName();
  const { network } = useWords().leader;
  return (
    <small className={styles.counts}>
      {counts.map(({ type, count }) => (
        <span key={type ?? ""}>
          {nameOf(type)}{" "}
          <Link
            title={network.openRows}
            to={rowsAddress({ record: "pairing", scopes, ...day, conditions: [[`${side}_type`, ...asked(type)]] })}
          >
            {count}
          </Link>
        </span>
      ))}
    </small>
  );
}

function PairDetails({ node, pair }: { readonly node: NetworkNode; readonly pair: string }) {
  const { network } = useWords().leader;
  return (
    <div className={styles.details}>
      {node.kinds.length === 0 && node.rosters.length === 0 && <p>{network.none}</p>}
      {node.kinds.length > 0 && (
        <ul>
          {node.kinds.map((kind) => (
            <Kind key={`${kind.east_type} ${kind.west_type}`} kind={kind} pair={pair} />
          ))}
        </ul>
      )}
      {node.rosters.map((roster) => (
        <RosterLine key={roster.id} roster={roster} />
      ))}
    </div>
  );
}

/** Pairings of one type with another: how many parties on each side, and who they are. */
function Kind({ kind, pair }: { readonly kind: PairingKind; readonly pair: string }) {
  const words = useWords();
  const { network } = words.leader;
  const nameOf = useTypeName();
  const [open, setOpen] = useState(false);
  const conditions = [
    ["east_type", ...asked(kind.east_type)],
    ["west_type", ...asked(kind.west_type)],
  ] as const;
  const day = useLeaderDay();
  const list = rowsAddress({ record: "pairing", scope: pair, ...day, conditions });
  const name = `${nameOf(kind.east_type)}—${nameOf(kind.west_type)}`;
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.east}>
          <button
            type="button"
            aria-expanded={open}
            aria-label={open ? network.shut(name) : network.open(name)}
            onClick={() => setOpen(!open)}
          >
            {open ? "▾" : "▸"}
          </button>
          {nameOf(kind.east_type)} <Link to={list}>{kind.east}</Link>
        </span>
        <span className={styles.join}>
          <Link to={list} title={network.openRows}>
            {network.links(kind.links)}
          </Link>
        </span>
        <span className={styles.west}>
          {nameOf(kind.west_type)} <Link to={list}>{kind.west}</Link>
        </span>
      </div>
      {open && <Rows pair={pair} conditions={conditions} list={list} more={kind.links > shown} />}
    </li>
  );
}

function asked(type: string | null): readonly [string, ...string[]] {
  return type === null ? ["empty"] : ["one_of", type];
}

interface RowsProps {
  readonly pair: string;
  readonly conditions: readonly (readonly [string, string, ...string[]])[];
  readonly list: string;
  readonly more: boolean;
}

function Rows({ pair, conditions, list, more }: RowsProps) {
  const words = useWords();
  const day = useLeaderDay();
  const rows = useQuery({
    queryKey: ["rows", "pairing", pair, conditions, day],
    queryFn: () => api.rows("pairing", { scope: pair, ...day, conditions: JSON.stringify(conditions), limit: shown }),
  });
  return (
    <ol className={styles.rows}>
      {rows.data?.rows.map((row) => (
        <li key={row.id}>
          <Link to={rowAddress(row, day.as_of)}>{row.title}</Link>
        </li>
      ))}
      {more && (
        <li>
          <Link to={list}>{words.leader.network.more}</Link>
        </li>
      )}
    </ol>
  );
}

/** A roster as a document tells it: two counts, and the row that it is. */
export function RosterLine({ roster }: { readonly roster: RosterTold }) {
  const { network } = useWords().leader;
  const { as_of } = useLeaderDay();
  const nameOf = useTypeName();
  const side = (parts: readonly RosterPart[]) =>
    parts
      // What the paper does not count is not told.
      .filter(({ count }) => count != null)
      .map(({ type, count, unit }) => `${count}${unit ?? ""}${nameOf(type ?? null)}`)
      .join("、");
  return (
    <p className={styles.told}>
      <small>{network.told}</small>
      <Link to={rowAddress({ record: "roster_count", scope_id: roster.scope_id, id: roster.id }, as_of)}>
        {network.east} {side(roster.east)} — {network.west} {side(roster.west)}
      </Link>
      {roster.as_of !== null && <small>{network.asOf(roster.as_of)}</small>}
    </p>
  );
}

/** What a type of party is called. */
export function useTypeName(): (type: string | null) => string {
  const say = useText();
  const { network } = useWords().leader;
  return (type) => {
    const known = codeLists.partyType.find(({ code }) => code === type);
    return known === undefined ? (type ?? network.untyped) : say(known);
  };
}
