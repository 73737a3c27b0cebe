import type { ReturnedFile } from "@shanhai/server";
import { Alert, Upload } from "antd";
import { useState } from "react";
import { ApiProblem, api } from "../api.js";
import { useLanguage, useWords } from "../language.js";

/** What became of one dropped file. */
type Outcome =
  | { readonly file: string; readonly taken: ReturnedFile }
  | { readonly file: string; readonly refused: string };

/** Where returned forms are dropped, several at once; each is taken or refused for itself. */
export function ReturnedFiles({ onTaken }: { readonly onTaken: () => void }) {
  const words = useWords();
  const { language } = useLanguage();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const { task } = words.collect;
  const take = async (file: File) => {
    const outcome = await api.takeReturned(file.name, file).then(
      (taken): Outcome => ({ file: file.name, taken }),
      (error: unknown): Outcome => ({
        file: file.name,
        refused:
          error instanceof ApiProblem
            ? language === "zh"
              ? `${error.problem.title}${error.problem.detail}`
              : error.problem.en
            : task.failed,
      }),
    );
    setOutcomes((before) => [...before, outcome]);
    onTaken();
  };
  return (
    <>
      <Upload.Dragger
        multiple
        accept=".xlsx,.xls,.et"
        showUploadList={false}
        beforeUpload={(file) => {
          void take(file);
          return false;
        }}
      >
        <p>{task.drop}</p>
        <p>
          <small>{task.dropHint}</small>
        </p>
      </Upload.Dragger>
      <div aria-live="polite">
        {outcomes.map((outcome, at) =>
          "taken" in outcome ? (
            <Alert
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be dropped twice; outcomes are only added
              key={at}
              showIcon
              type={outcome.taken.status === "sent_back" ? "warning" : "success"}
              title={
                outcome.taken.repeated
                  ? task.repeated(outcome.taken.unit)
                  : outcome.taken.status === "returned"
                    ? task.waits(outcome.taken.unit)
                    : outcome.taken.status === "accepted"
                      ? task.taken(outcome.taken.unit)
                      : task.sentBack(outcome.taken.unit, outcome.taken.faults.length)
              }
              description={outcome.taken.status === "sent_back" && outcome.taken.remade ? task.remade : undefined}
            />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be dropped twice; outcomes are only added
            <Alert key={at} showIcon type="error" title={`${outcome.file}：${outcome.refused}`} />
          ),
        )}
      </div>
    </>
  );
}
