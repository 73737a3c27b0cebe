import type { RepairEdit } from "@shanhai/engine";
import type { DocumentView } from "@shanhai/model";
import { Button } from "antd";
import { useMemo } from "react";
import { useWords } from "../language.js";
import { guessCount, guessesOf, repairCount, repairKinds } from "../repair-groups.js";
import { EncodingChoice } from "./EncodingChoice.js";
import { Nothing } from "./PageState.js";
import { RepairChanges } from "./RepairChanges.js";
import styles from "./RepairList.module.css";
import { ScrollRegion } from "./ScrollRegion.js";

interface Props {
  readonly view: DocumentView;
  readonly locked: boolean;
  /** Where the repair begins (raw) that is lit in the text. */
  readonly lit: number | null;
  readonly onShow: (edit: RepairEdit) => void;
  readonly onRead: () => void;
  readonly onClose: () => void;
}

/** Characters of the repaired text shown around a guess. */
const around = 10;

/** 修复情况: the encoding, what was guessed, and every repair by kind; each leads to its places in the text. */
export function RepairList({ view, locked, lit, onShow, onRead, onClose }: Props) {
  const words = useWords().repairs;
  const { edits, extraction } = view;
  const kinds = useMemo(() => repairKinds(edits, extraction.damage), [edits, extraction.damage]);
  const guessed = useMemo(() => edits.filter((edit) => guessesOf(edit).length > 0), [edits]);
  const decided = view.items.some(({ state }) => state !== "open");
  const sum = repairCount(extraction.damage);
  return (
    <div className={styles.list}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <Button size="small" onClick={onClose}>
          {words.back} <kbd>r</kbd>
        </Button>
      </header>
      <ScrollRegion className={styles.scroll} label={words.title}>
        <EncodingChoice view={view} locked={locked || decided} onRead={onRead} />
        {edits.length === 0 && <Nothing title={words.none} advice={words.noneAdvice} />}
        {edits.length > 0 && (
          <p className={styles.sum}>
            <b>{words.sum(sum)}</b> {sum !== edits.length && words.merged(edits.length)}
          </p>
        )}
        {guessed.length > 0 && (
          <section className={styles.kind}>
            <h3>
              {words.guessed(guessCount(edits))}
              <span>{words.guessedHint}</span>
            </h3>
            <ul>
              {guessed.map((edit) => (
                <li key={edit.raw.start}>
                  <button type="button" aria-pressed={lit === edit.raw.start} onClick={() => onShow(edit)}>
                    {view.repaired.slice(Math.max(0, edit.repaired.start - around), edit.repaired.start)}
                    <Guess edit={edit} />
                    {view.repaired.slice(edit.repaired.end, edit.repaired.end + around)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        {kinds.map((kind) => (
          <RepairChanges key={kind.repair} kind={kind} lit={lit} onShow={onShow} />
        ))}
      </ScrollRegion>
    </div>
  );
}

/** The new text of an edit with its guessed characters marked. */
function Guess({ edit }: { readonly edit: RepairEdit }) {
  const guessed = new Set(
    guessesOf(edit).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, step) => start + step)),
  );
  return [...edit.now].map((char, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a character is its place
    guessed.has(at) ? <mark key={at}>{char}</mark> : <span key={at}>{char}</span>,
  );
}
