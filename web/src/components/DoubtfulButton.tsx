import type { ImportOptions, ImportPlan } from "@shanhai/server";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { saveFile } from "../save-file.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 退回核实: the rows that want a look as files to send back; nothing where there are none. */
export function DoubtfulButton({ plan, options }: { readonly plan: ImportPlan; readonly options: ImportOptions }) {
  const words = useWords();
  const download = useMutation({
    mutationFn: () => api.doubtfulRows(plan.document.id, options),
    onSuccess: saveFile,
  });
  const doubtful = [...plan.findings, ...plan.rows.flatMap(({ findings }) => findings)].some(
    ({ severity, place }) => severity === "warning" && place !== null,
  );
  if (!doubtful) return null;
  return (
    <div>
      <Button loading={download.isPending} title={words.importing.doubtfulHint} onClick={() => download.mutate()}>
        {words.importing.doubtful}
      </Button>
      {download.error !== null && <ProblemNotice error={download.error} />}
    </div>
  );
}
