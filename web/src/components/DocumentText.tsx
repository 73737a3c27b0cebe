import { Fragment, type MouseEvent, memo, useEffect, useMemo, useRef } from "react";
import { addressOwner } from "../check-state.js";
import { useWords } from "../language.js";
import type { Piece } from "../text-layout.js";
import type { Words } from "../words/index.js";
import styles from "./DocumentText.module.css";

export interface OwnerState {
  readonly state: "open" | "staged" | "done" | "declined";
  readonly doubtful: boolean;
}

interface Props {
  readonly lines: readonly (readonly Piece[])[];
  /** How each owner's quotes look. */
  readonly owners: ReadonlyMap<string, OwnerState>;
  /** Whose quotes are marked strongly. */
  readonly selected: string | null;
  /** Whose quotes are pointed at in the list beside. */
  readonly hovered: string | null;
  /** The place to bring into view; a new object scrolls again. */
  readonly target: { readonly owner: string; readonly start: number } | null;
  readonly repaired: boolean;
  /** Where the repair begins (raw) that is looked at in the list beside. */
  readonly lit: number | null;
  readonly onSelect: (owner: string) => void;
}

/** Owner, as a target, of the place of a repair. */
export const repairOwner = "repair";

/** The text with every quote highlighted. Clicking a highlight selects its item; clicking again goes to the next one there. */
export function DocumentText({ lines, owners, selected, hovered, target, repaired, lit, onSelect }: Props) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (target === null || box.current === null) return;
    const place = target.owner === repairOwner ? `[data-repair="${target.start}"]` : `[data-owners~="${target.owner}"]`;
    const pieces = [...box.current.querySelectorAll<HTMLElement>(place)];
    const piece = pieces.find((one) => Number(one.dataset.end) > target.start) ?? pieces[0];
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    piece?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }, [target]);

  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
    const held = event.target.closest<HTMLElement>("[data-owners]")?.dataset.owners?.split(" ") ?? [];
    const items = held.filter((owner) => owner !== addressOwner);
    const next = items[(items.indexOf(selected ?? "") + 1) % items.length];
    if (next !== undefined) onSelect(next);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every highlight is reached by keyboard through its item in the list beside
    // biome-ignore lint/a11y/noStaticElementInteractions: the same; a thousand tab stops would help nobody
    <div ref={box} className={styles.text} onClick={onClick} data-repaired={repaired} lang="zh">
      {lines.map((line, index) => {
        const holds = (owner: string | null) => owner !== null && line.some((piece) => piece.owners.includes(owner));
        return (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
            key={index}
            line={line}
            owners={owners}
            selected={holds(selected) ? selected : null}
            hovered={holds(hovered) ? hovered : null}
            repaired={repaired}
            lit={line.some(({ repair }) => repair?.raw.start === lit) ? lit : null}
            words={words}
          />
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly line: readonly Piece[];
  readonly owners: ReadonlyMap<string, OwnerState>;
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly repaired: boolean;
  readonly lit: number | null;
  readonly words: Words;
}

const Line = memo(function Line({ line, ...rest }: LineProps) {
  const blank = line.every(({ text }) => text.trim() === "");
  return (
    <p className={blank ? styles.blank : styles.line}>
      {line.map((piece) => (
        <Run key={`${piece.start}-${piece.end}-${piece.repair?.repair ?? ""}`} piece={piece} {...rest} />
      ))}
    </p>
  );
});

type RunProps = Omit<LineProps, "line"> & { readonly piece: Piece };

function Run({ piece, owners, selected, hovered, repaired, lit, words }: RunProps) {
  const look = useMemo(
    () => lookOf({ piece, owners, selected, hovered, repaired, lit }),
    [piece, owners, selected, hovered, repaired, lit],
  );
  const { repair } = piece;
  if (piece.owners.length === 0 && repair === null && !piece.furniture) return piece.text;
  return (
    <span
      className={look}
      data-owners={piece.owners.length === 0 ? undefined : piece.owners.join(" ")}
      data-end={piece.end}
      data-repair={repair?.raw.start}
      title={titleOf(piece, repaired, words)}
    >
      <Guessed piece={piece} word={words.check.guess} />
      {repair !== null && piece.text === "" && <i className={styles.gone} />}
    </span>
  );
}

/** The words of a piece; each guessed stretch is underlined and says so in a small word, not by its colour alone. */
function Guessed({ piece: { text, guesses }, word }: { readonly piece: Piece; readonly word: string }) {
  if (guesses.length === 0) return text;
  let from = 0;
  const runs = joined(guesses).map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return (
      <Fragment key={start}>
        {before}
        <mark className={styles.guessed} data-word={word}>
          {text.slice(start, end)}
        </mark>
      </Fragment>
    );
  });
  return [...runs, text.slice(from)];
}

/** Stretches that touch are one: the word stands behind it once. */
function joined(stretches: Piece["guesses"]): Piece["guesses"] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of stretches) {
    const last = out.at(-1);
    if (last !== undefined && last.end >= start) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

function lookOf({ piece, owners, selected, hovered, repaired, lit }: Omit<RunProps, "words">): string {
  const { owners: held, furniture, repair } = piece;
  const states = held.flatMap((owner) => owners.get(owner) ?? []);
  const looks = [
    furniture && styles.furniture,
    states.length > 0 && styles.quote,
    states.length > 1 && styles.several,
    states.some(({ doubtful, state }) => doubtful && state === "open") && styles.doubtful,
    states.length > 0 && states.every(({ state }) => state === "done") && styles.done,
    states.length > 0 && states.every(({ state }) => state === "declined") && styles.declined,
    (held.includes(addressOwner) || (lit !== null && repair?.raw.start === lit)) && styles.address,
    hovered !== null && held.includes(hovered) && styles.hovered,
    selected !== null && held.includes(selected) && styles.selected,
    repair !== null && (repaired ? styles.repaired : styles.damaged),
  ];
  return looks.filter(Boolean).join(" ");
}

function titleOf({ furniture, repair }: Piece, repaired: boolean, words: Words): string | undefined {
  if (repair !== null && !repaired) return words.check.became(repair.now);
  if (repair !== null) {
    const what =
      repair.now === ""
        ? words.check.removed(repair.was)
        : repair.was === ""
          ? words.check.inserted
          : words.check.was(repair.was);
    return repair.certainty === "guessed" ? `${what} · ${words.check.guessed}` : what;
  }
  return furniture ? words.check.furniture : undefined;
}
