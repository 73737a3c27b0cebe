import { useMutation } from "@tanstack/react-query";
import { Button, Dropdown, Modal, Space } from "antd";
import { api, type RowSearch } from "../api.js";
import { useWords } from "../language.js";
import { saveFile } from "../save-file.js";
import { ProblemNotice } from "./ProblemNotice.js";

interface Props {
  readonly record: string;
  readonly search: RowSearch;
  readonly onPrint: () => void;
}

/** 导出表格: all rows of the list as it is narrowed now, as a workbook to send; beside it paper and the ledger's blank form. */
export function ExportButton({ record, search, onPrint }: Props) {
  const words = useWords();
  const [modal, dialogs] = Modal.useModal();
  const work = useMutation({
    mutationFn: (what: "rows" | "blank") =>
      what === "rows" ? api.exportSheet(record, search) : api.blankSheet(record),
    onSuccess: saveFile,
    onError: (error) => modal.warning({ title: words.sheets.exportFailed, content: <ProblemNotice error={error} /> }),
  });
  return (
    <>
      {dialogs}
      <Space.Compact>
        <Button loading={work.isPending} title={words.sheets.exportHint} onClick={() => work.mutate("rows")}>
          {words.sheets.export}
        </Button>
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "print", label: words.ledger.print },
              { key: "blank", label: words.sheets.blank, title: words.sheets.blankHint },
            ],
            onClick: ({ key }) => (key === "print" ? onPrint() : work.mutate("blank")),
          }}
        >
          <Button aria-label={words.sheets.exportMore} disabled={work.isPending}>
            ▾
          </Button>
        </Dropdown>
      </Space.Compact>
    </>
  );
}
