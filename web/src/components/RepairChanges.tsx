import type { RepairEdit } from "@shanhai/engine";
import { Button } from "antd";
import { useState } from "react";
import { useWords } from "../language.js";
import type { RepairChange, RepairKind } from "../repair-groups.js";
import styles from "./RepairList.module.css";

interface Props {
  readonly kind: RepairKind;
  readonly lit: number | null;
  readonly onShow: (edit: RepairEdit) => void;
}

/** Changes shown at first, and with each further press. */
const step = 100;

/** One kind of repair: what it changed into what, how often; pressing goes to the place, pressing again to the next. */
export function RepairChanges({ kind, lit, onShow }: Props) {
  const words = useWords().repairs;
  const [shown, setShown] = useState(step);
  const about = words.kinds[kind.repair];
  const rest = kind.changes.length - shown;
  return (
    <details className={styles.kind} open={kind.changes.length <= 12}>
      <summary>
        <b>{about?.name ?? kind.repair}</b> {words.places(kind.count)}
        <span>{about?.hint}</span>
      </summary>
      {kind.changes.length === 0 && <p className={styles.hint}>{words.withOthers}</p>}
      <ul className={styles.changes}>
        {kind.changes.slice(0, shown).map((change) => (
          <li key={`${change.was}\0${change.now}`}>
            <Change change={change} lit={lit} onShow={onShow} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button type="text" size="small" onClick={() => setShown(shown + step)}>
          {words.more(Math.min(step, rest))}
        </Button>
      )}
    </details>
  );
}

function Change({ change, lit, onShow }: Omit<Props, "kind"> & { readonly change: RepairChange }) {
  const words = useWords().repairs;
  const { was, now, edits } = change;
  const at = edits.findIndex(({ raw }) => raw.start === lit);
  const next = edits[(at + 1) % edits.length];
  return (
    <button
      type="button"
      title={words.go}
      aria-pressed={at >= 0}
      onClick={() => {
        if (next !== undefined) onShow(next);
      }}
    >
      <span className={styles.was}>{was === "" ? words.missing : visible(was)}</span>
      <span aria-hidden="true">→</span>
      <span>{now === "" ? words.nothing : visible(now)}</span>
      {edits.length > 1 && <small>{at >= 0 ? words.place(at + 1, edits.length) : words.places(edits.length)}</small>}
    </button>
  );
}

/** Spaces and line ends made visible; what has no form at all is named by its number. */
function visible(text: string): string {
  return text
    .replace(/\r?\n/g, "↵")
    .replace(/[ \u00a0\u3000]/g, "␣")
    .replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, (char) => `‹${char.codePointAt(0)?.toString(16).toUpperCase()}›`);
}
