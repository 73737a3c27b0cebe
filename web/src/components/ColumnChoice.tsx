import type { RecordDefinition } from "@shanhai/model";
import { Button, Checkbox } from "antd";
import { useDeferredValue } from "react";
import { useText, useWords } from "../language.js";
import styles from "./ListTools.module.css";
import { Loading } from "./PageState.js";

interface Props {
  readonly definition: RecordDefinition;
  readonly columns: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
  /** Makes a column that is shown wider (1) or narrower (−1). */
  readonly onWiden: (key: string, by: 1 | -1) => void;
}

/** Which columns a list shows and in what order: those that are shown first, then the others. */
export function ColumnChoice({ definition, columns, onChange, onWiden }: Props) {
  const words = useWords();
  const text = useText();
  const fields = definition.fields.filter(({ type, inner }) => type !== "identifier" && inner !== true);
  // Some forty boxes: that they are coming is shown first.
  const drawn = useDeferredValue(true, false);
  const shown = columns.flatMap((key) => fields.filter((field) => field.key === key));
  const hidden = fields.filter(({ key }) => !columns.includes(key));
  const forward = (key: string) => {
    const at = columns.indexOf(key);
    const next = columns.filter((one) => one !== key);
    next.splice(Math.max(0, at - 1), 0, key);
    onChange(next);
  };
  if (!drawn) return <Loading label={words.state.loading} />;
  return (
    <div className={styles.choice}>
      <ul aria-label={words.ledger.columnsHint}>
        {[...shown, ...hidden].map((field) => {
          const at = columns.indexOf(field.key);
          return (
            <li key={field.key}>
              <Checkbox
                checked={at >= 0}
                disabled={at >= 0 && columns.length === 1}
                onChange={(event) =>
                  onChange(event.target.checked ? [...columns, field.key] : columns.filter((key) => key !== field.key))
                }
              >
                {text(field)}
              </Checkbox>
              {at >= 0 &&
                ([-1, 1] as const).map((by) => {
                  const what = by > 0 ? words.ledger.columnWider : words.ledger.columnNarrower;
                  return (
                    <Button
                      key={by}
                      type="text"
                      size="small"
                      aria-label={`${text(field)} ${what}`}
                      title={what}
                      onClick={() => onWiden(field.key, by)}
                    >
                      {by > 0 ? "＋" : "－"}
                    </Button>
                  );
                })}
              {at > 0 && (
                <Button
                  type="text"
                  size="small"
                  aria-label={`${text(field)} ${words.ledger.columnFirst}`}
                  title={words.ledger.columnFirst}
                  onClick={() => forward(field.key)}
                >
                  ↑
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <Button size="small" onClick={() => onChange(definition.columns)}>
        {words.ledger.columnsPlain}
      </Button>
    </div>
  );
}
