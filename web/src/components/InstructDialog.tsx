import { parsePartialDate, type RecordDefinition } from "@shanhai/model";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { api } from "../api.js";
import { today } from "../format.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./BreakDownDialog.module.css";
import { ReferenceSelect } from "./ReferenceSelect.js";
import form from "./RowForm.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  readonly scope: string | undefined;
  readonly side: "east" | "west";
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
  readonly onClose: () => void;
}

interface Line {
  readonly title: string;
  readonly owner_name: string;
  readonly due: string;
}

const blank: Line = { title: "", owner_name: "", due: "" };

/** 领导批示: what a leader wrote on a paper, and the tasks that follow, each with its unit and time limit. */
export function InstructDialog({ scope, side, definitions, onClose }: Props) {
  const words = useWords();
  const message = useNotices();
  const queries = useQueryClient();
  const ids = useId();
  const [text, setText] = useState("");
  const [leader, setLeader] = useState("");
  const [on, setOn] = useState(today());
  const [paper, setPaper] = useState("");
  const [where, setWhere] = useState<string | null>(scope ?? null);
  const [lines, setLines] = useState<readonly Line[]>([blank]);
  const dueOf = (due: string) => {
    const read = parsePartialDate(due);
    return read.ok && !read.value.startsWith("--") ? read.value : null;
  };
  const ready =
    text.trim() !== "" &&
    leader.trim() !== "" &&
    where !== null &&
    lines.every(({ title, owner_name, due }) => title.trim() !== "" && owner_name.trim() !== "" && dueOf(due) !== null);
  const save = useSending({
    send: (_, command) =>
      api.instruct({
        scope_id: where ?? "",
        text: text.trim(),
        leader_name: leader.trim(),
        side,
        command_id: command,
        ...(on === "" ? {} : { on }),
        ...(paper.trim() === "" ? {} : { document: paper.trim() }),
        tasks: lines.map(({ title, owner_name, due }) => ({
          title: title.trim(),
          owner_name: owner_name.trim(),
          due: dueOf(due) ?? "",
        })),
      }),
    onSuccess: () => {
      message.success(words.followup.instructDone);
      queries.invalidateQueries({ predicate: changedByWriting });
      onClose();
    },
  });
  const set = (at: number, part: Partial<Line>) =>
    setLines((now) => now.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <SendingModal
      of={save}
      open
      width={720}
      title={words.followup.instructTitle}
      okText={words.followup.instructSave}
      cancelText={words.state.cancel}
      okButtonProps={{ disabled: !ready }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <p className={styles.hint}>{words.followup.instructNeeds}</p>
      <div className={form.form}>
        <div className={form.field} data-wide="true">
          <label htmlFor={`${ids}-text`}>{words.followup.instructText}</label>
          <Input.TextArea id={`${ids}-text`} rows={2} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <div className={form.field}>
          <label htmlFor={`${ids}-leader`}>{words.followup.instructLeader}</label>
          <Input id={`${ids}-leader`} value={leader} onChange={(event) => setLeader(event.target.value)} />
        </div>
        <div className={form.field}>
          <label htmlFor={`${ids}-on`}>{words.followup.instructOn}</label>
          <Input id={`${ids}-on`} type="date" value={on} onChange={(event) => setOn(event.target.value)} />
        </div>
        <div className={form.field}>
          <label htmlFor={`${ids}-paper`}>{words.followup.instructDocument}</label>
          <Input id={`${ids}-paper`} value={paper} onChange={(event) => setPaper(event.target.value)} />
        </div>
        <div className={form.field}>
          <label htmlFor={`${ids}-scope`}>{words.followup.instructScope}</label>
          <ReferenceSelect
            id={`${ids}-scope`}
            field={{ type: "reference", record: "pair" }}
            value={where}
            scope={undefined}
            definitions={definitions}
            label={words.followup.instructScope}
            onChange={(next) => setWhere(typeof next === "string" ? next : null)}
          />
        </div>
      </div>
      <div className={styles.tasks}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task that is being typed has no other name than its place
          <div key={at} className={styles.task}>
            <Input
              className={styles.title ?? ""}
              aria-label={`${words.followup.taskTitle} ${at + 1}`}
              placeholder={words.followup.needsTitle}
              value={line.title}
              onChange={(event) => set(at, { title: event.target.value })}
            />
            <Input
              className={styles.units ?? ""}
              aria-label={`${words.followup.columnUnit} ${at + 1}`}
              placeholder={words.followup.columnUnit}
              value={line.owner_name}
              onChange={(event) => set(at, { owner_name: event.target.value })}
            />
            <Input
              className={styles.due ?? ""}
              aria-label={`${words.followup.taskDue} ${at + 1}`}
              placeholder={`${words.followup.taskDue} 2023-12-15`}
              {...(line.due !== "" && dueOf(line.due) === null ? { status: "error" as const } : {})}
              value={line.due}
              onChange={(event) => set(at, { due: event.target.value })}
            />
            {lines.length > 1 && (
              <Button
                type="text"
                aria-label={`${words.followup.removeTask} ${at + 1}`}
                onClick={() => setLines((now) => now.filter((_, index) => index !== at))}
              >
                ×
              </Button>
            )}
          </div>
        ))}
        <Button type="dashed" size="small" onClick={() => setLines((now) => [...now, blank])}>
          {words.followup.addTask}
        </Button>
      </div>
    </SendingModal>
  );
}
