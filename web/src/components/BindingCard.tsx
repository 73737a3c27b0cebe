import type { CellBinding, IndicatorBinding, LedgerBinding, TemplateSheet } from "@shanhai/server";
import { Card, Segmented } from "antd";
import { useState } from "react";
import { useWords } from "../language.js";
import { placeName } from "../template-place.js";
import { IndicatorChoice } from "./IndicatorChoice.js";
import { LedgerChoice } from "./LedgerChoice.js";
import styles from "./TemplateDesk.module.css";

/** What comes into one place of a form. */
export function BindingCard({
  sheet,
  place,
  bound,
  guess,
  last,
  inDocument,
  onBind,
}: {
  readonly sheet: TemplateSheet;
  readonly place: string;
  readonly bound: CellBinding | undefined;
  /** What its line and column say it is. */
  readonly guess: IndicatorBinding | undefined;
  /** What was bound before it: the next column of a list is of the same ledger. */
  readonly last: CellBinding | undefined;
  readonly inDocument: boolean;
  readonly onBind: (binding: CellBinding) => void;
}) {
  const words = useWords();
  const before = bound ?? last;
  const [kind, setKind] = useState<"indicator" | "ledger">(
    before !== undefined && "record" in before && guess === undefined ? "ledger" : "indicator",
  );
  const at = { sheet: sheet.name, cell: place };
  const indicator = bound !== undefined && "indicator" in bound ? bound : undefined;
  const ledger = before !== undefined && "record" in before ? before : undefined;
  return (
    <Card size="small" title={placeName(words.template, place)}>
      <div className={styles.side}>
        <Segmented<"indicator" | "ledger">
          block
          aria-label={words.template.kind}
          value={kind}
          onChange={setKind}
          options={(["indicator", "ledger"] as const).map((value) => ({ value, label: words.template.kinds[value] }))}
        />
        {kind === "indicator" ? (
          <IndicatorChoice
            bound={indicator ?? guess}
            onBind={(chosen: Omit<IndicatorBinding, "sheet" | "cell">) => onBind({ ...at, ...chosen })}
          />
        ) : (
          <LedgerChoice
            sheet={sheet}
            place={place}
            bound={ledger}
            inDocument={inDocument}
            onBind={(chosen: Omit<LedgerBinding, "sheet" | "cell">) => onBind({ ...at, ...chosen })}
          />
        )}
      </div>
    </Card>
  );
}
