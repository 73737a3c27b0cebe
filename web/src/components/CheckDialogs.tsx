import type { RecordDefinition } from "@shanhai/model";
import { useQueryClient } from "@tanstack/react-query";
import type { CheckState } from "../check-state.js";
import { valuesOf } from "../fact-fields.js";
import { factTitle } from "../fact-print.js";
import { useLanguage } from "../language.js";
import { changedByWriting } from "../queries.js";
import { CorrectForm } from "./CorrectForm.js";
import { KeyHelp } from "./KeyHelp.js";
import { MergeDialog } from "./MergeDialog.js";
import { PlanPanel } from "./PlanPanel.js";

interface Props {
  readonly documentId: string;
  readonly desk: CheckState;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}

/** The dialogs of the checking page: correct, merge, preview, keys; one at a time. */
export function CheckDialogs({ documentId, desk, definitions }: Props) {
  const speech = useLanguage();
  const queries = useQueryClient();
  const { dialog, staged, byFact, decisions } = desk;
  const close = () => desk.setDialog(null);
  switch (dialog?.kind) {
    case "keys":
      return <KeyHelp title={speech.words.check.keysTitle} keys={speech.words.check.keys} onClose={close} />;
    case "correct":
      return (
        <CorrectForm
          item={dialog.item}
          earlier={staged.get(dialog.item.fact.id)?.values}
          onClose={close}
          onCorrect={(values) => {
            desk.stage([{ fact: dialog.item.fact.id, verdict: "correct", values }]);
            close();
          }}
        />
      );
    case "merge":
      return (
        <MergeDialog
          item={dialog.item}
          definitions={definitions}
          onClose={close}
          onMerge={(into) => {
            desk.stage([{ fact: dialog.item.fact.id, verdict: "merge", into }]);
            close();
          }}
        />
      );
    case "plan":
      return (
        <PlanPanel
          documentId={documentId}
          decisions={decisions}
          definitions={definitions}
          nameOf={(fact) => {
            const item = byFact.get(fact);
            return item === undefined
              ? ""
              : factTitle(item.fact.kind, valuesOf(item.fact, staged.get(fact)?.values), speech);
          }}
          onClose={close}
          onWritten={(done) => {
            desk.finish(done);
            queries.invalidateQueries({ predicate: changedByWriting });
          }}
        />
      );
    default:
      return null;
  }
}
