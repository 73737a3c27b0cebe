import { useMutation } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { api, type RowSearch } from "../api.js";
import { useWords } from "../language.js";
import { saveFile } from "../save-file.js";
import { ProblemNotice } from "./ProblemNotice.js";

/** 导出表格: all rows of the list as it is narrowed now, as a workbook to print and send. */
export function ExportButton({ record, search }: { readonly record: string; readonly search: RowSearch }) {
  const words = useWords();
  const [modal, dialogs] = Modal.useModal();
  const work = useMutation({
    mutationFn: () => api.exportSheet(record, search),
    onSuccess: saveFile,
    onError: (error) => modal.warning({ title: words.sheets.exportFailed, content: <ProblemNotice error={error} /> }),
  });
  return (
    <>
      {dialogs}
      <Button loading={work.isPending} title={words.sheets.exportHint} onClick={() => work.mutate()}>
        {words.sheets.export}
      </Button>
    </>
  );
}
