import { Alert, Button } from "antd";
import { ApiProblem } from "../api.js";
import type { RowEdit, RowEdits } from "../grid/row-edits.js";
import { useLanguage, useWords } from "../language.js";

interface Props {
  readonly edits: RowEdits;
  readonly state: ReadonlyMap<string, RowEdit>;
  /** Opens the choice between what two people wrote. */
  readonly onCompare: (key: string) => void;
}

/** What became of changes that are not written: waiting for the server, refused with a reason, overtaken by somebody else. */
export function EditNotices({ edits, state, onCompare }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const all = [...state];
  const count = (which: RowEdit["state"]) => all.filter(([, edit]) => edit.state === which).length;
  const drop = () => {
    for (const [key, edit] of all) if (edit.state === "found") edits.drop(key);
  };
  const [waiting, found] = [count("waiting"), count("found")];
  return (
    <>
      {waiting > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={words.ledger.waitingEdits(waiting)}
          action={
            <Button size="small" onClick={() => edits.retry()}>
              {words.ledger.retry}
            </Button>
          }
        />
      )}
      {found > 0 && (
        <Alert
          type="info"
          showIcon
          title={words.ledger.foundEdits(found)}
          action={
            <>
              <Button size="small" type="primary" onClick={() => edits.retry(true)}>
                {words.ledger.saveFound}
              </Button>{" "}
              <Button size="small" onClick={drop}>
                {words.ledger.dropFound}
              </Button>
            </>
          }
        />
      )}
      {all.map(([key, { state: which, row, error }]) => {
        if (which === "stale")
          return (
            <Alert
              key={key}
              type="warning"
              showIcon
              role="alert"
              title={words.ledger.staleEdit(row.title)}
              action={
                <Button size="small" type="primary" onClick={() => onCompare(key)}>
                  {words.ledger.staleOpen}
                </Button>
              }
            />
          );
        if (which !== "refused") return null;
        const problem = error instanceof ApiProblem ? error.problem : null;
        const why =
          problem === null
            ? words.problem.fault
            : language === "zh"
              ? `${problem.title} ${problem.detail}`
              : problem.en;
        return (
          <Alert
            key={key}
            type="warning"
            showIcon
            role="alert"
            title={words.ledger.refusedEdit(row.title)}
            description={why}
            action={
              <Button size="small" onClick={() => edits.drop(key)}>
                {words.ledger.dropTyped}
              </Button>
            }
          />
        );
      })}
    </>
  );
}
