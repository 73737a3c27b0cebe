import { parsePartialDate } from "@shanhai/model";
import type { OpenStatement, TaskDraft } from "@shanhai/server";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { api } from "../api.js";
import { useLanguage, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { useSending } from "../use-sending.js";
import styles from "./BreakDownDialog.module.css";
import { SendingModal } from "./SendingModal.js";

interface Props {
  /** Of one scope. */
  readonly statements: readonly OpenStatement[];
  readonly onClose: (done: boolean) => void;
}

/** A task as it is typed: the time limit as text, until it is read. */
type Typed = Omit<TaskDraft, "due"> & { readonly due: string };

const typedOf = (draft: TaskDraft): Typed => ({ ...draft, due: draft.due ?? "" });

/** 分解: what was agreed becomes tasks with units and time limits; what its own words say stands there already. */
export function BreakDownDialog({ statements, onClose }: Props) {
  const words = useWords();
  const { language } = useLanguage();
  const message = useNotices();
  const queries = useQueryClient();
  const [tasks, setTasks] = useState<ReadonlyMap<string, readonly Typed[]>>(
    () => new Map(statements.map(({ id, drafts }) => [id, drafts.map(typedOf)])),
  );
  const put = (id: string, list: readonly Typed[]) => setTasks((now) => new Map(now).set(id, list));
  const all = [...tasks.values()].flat();
  const dueProblem = (due: string) => {
    const read = due.trim() === "" ? null : parsePartialDate(due);
    return read === null || read.ok ? undefined : read.problem[language];
  };
  const isNumber = (text: string | null) => /^(?:-?\d{1,30}(?:\.\d{1,20})?)?$/.test((text ?? "").trim());
  const ready =
    all.length > 0 &&
    all.every(({ title, due, quantity }) => title.trim() !== "" && dueProblem(due) === undefined && isNumber(quantity));
  const save = useSending({
    send: (_, command) =>
      api.breakDown({
        scope_id: statements[0]?.scope_id ?? "",
        command_id: command,
        reason: words.followup.reasonBreak,
        statements: statements.map(({ id, version }) => ({
          id,
          version,
          tasks: (tasks.get(id) ?? []).map((task) => {
            const due = parsePartialDate(task.due);
            return {
              ...task,
              title: task.title.trim(),
              owner_name: task.owners.length === 0 ? null : task.owners.join("、"),
              due: due.ok ? due.value : null,
              quantity: task.quantity === null || task.quantity.trim() === "" ? null : task.quantity.trim(),
              unit: task.unit === null || task.unit.trim() === "" ? null : task.unit.trim(),
            };
          }),
        })),
      }),
    onSuccess: () => {
      message.success(words.followup.breakDone(all.length));
      queries.invalidateQueries({ predicate: changedByWriting });
      onClose(true);
    },
  });
  return (
    <SendingModal
      of={save}
      open
      width={860}
      title={words.followup.breakTitle}
      okText={words.followup.breakSave}
      cancelText={words.state.cancel}
      okButtonProps={{ disabled: !ready }}
      onOk={() => save.mutate()}
      onCancel={() => onClose(false)}
    >
      <p className={styles.hint}>{words.followup.breakHint}</p>
      {statements.map((statement) => {
        const list = tasks.get(statement.id) ?? [];
        return (
          <section key={statement.id} className={styles.statement} aria-label={statement.text}>
            <blockquote>{statement.text}</blockquote>
            {list.map((task, at) => {
              const set = (part: Partial<Typed>) =>
                put(
                  statement.id,
                  list.map((one, index) => (index === at ? { ...one, ...part } : one)),
                );
              const wrong = dueProblem(task.due);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a task that is being typed has no other name than its place
                <div key={at} className={styles.task}>
                  <Input
                    className={styles.title ?? ""}
                    aria-label={`${words.followup.taskTitle} ${at + 1}`}
                    placeholder={words.followup.needsTitle}
                    {...(task.title.trim() === "" ? { status: "error" as const } : {})}
                    value={task.title}
                    onChange={(event) => set({ title: event.target.value })}
                  />
                  <Select
                    mode="tags"
                    open={false}
                    suffixIcon={null}
                    tokenSeparators={["、", "，", ",", "；"]}
                    className={styles.units ?? ""}
                    aria-label={`${words.followup.taskUnits} ${at + 1}`}
                    placeholder={words.followup.taskUnitsHint}
                    value={[...task.owners]}
                    onChange={(owners: string[]) => set({ owners })}
                  />
                  <span className={styles.due}>
                    <Input
                      aria-label={`${words.followup.taskDue} ${at + 1}`}
                      placeholder={`${words.followup.taskDue} 2023-12-15`}
                      {...(wrong === undefined ? {} : { status: "error" as const })}
                      value={task.due}
                      onChange={(event) => set({ due: event.target.value })}
                    />
                    {wrong !== undefined && <small role="alert">{wrong}</small>}
                  </span>
                  <Input
                    className={styles.number ?? ""}
                    aria-label={`${words.followup.taskQuantity} ${at + 1}`}
                    placeholder={words.followup.taskQuantity}
                    {...(isNumber(task.quantity) ? {} : { status: "error" as const })}
                    value={task.quantity ?? ""}
                    onChange={(event) => set({ quantity: event.target.value })}
                  />
                  <Input
                    className={styles.number ?? ""}
                    aria-label={`${words.followup.taskUnit} ${at + 1}`}
                    placeholder={words.followup.taskUnit}
                    value={task.unit ?? ""}
                    onChange={(event) => set({ unit: event.target.value })}
                  />
                  <Select
                    aria-label={`${words.followup.taskSide} ${at + 1}`}
                    popupMatchSelectWidth={false}
                    value={task.side}
                    options={(["east", "west"] as const).map((side) => ({
                      value: side,
                      label: words.followup.sides[side],
                    }))}
                    onChange={(side) => set({ side })}
                  />
                  {list.length > 1 && (
                    <Button
                      type="text"
                      aria-label={`${words.followup.removeTask} ${at + 1}`}
                      onClick={() =>
                        put(
                          statement.id,
                          list.filter((_, index) => index !== at),
                        )
                      }
                    >
                      ×
                    </Button>
                  )}
                </div>
              );
            })}
            <Button
              type="dashed"
              size="small"
              onClick={() => {
                const [first] = statement.drafts;
                const side = first?.side ?? "west";
                const blank = { title: "", side, owner_name: null, owners: [], due: "", quantity: null, unit: null };
                put(statement.id, [...list, blank]);
              }}
            >
              {words.followup.addTask}
            </Button>
          </section>
        );
      })}
    </SendingModal>
  );
}
