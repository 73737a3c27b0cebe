import { isPartialDate, parsePartialDate } from "@shanhai/model";
import { App, Button, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useDefinitions } from "../definitions.js";
import { fileSize } from "../format.js";
import { useText, useWords } from "../language.js";
import { keepProof } from "../proof-queue.js";
import { changeInTray, type TrayFile, takeFromTray, useTray } from "../proof-tray.js";
import { useQuickSearch } from "../search.js";
import styles from "./ProofTray.module.css";

/** 待归档佐证: photos, videos and archives that were brought in, each with its folder and day, until somebody says what it proves. */
export function ProofTray() {
  const words = useWords();
  const { modal } = App.useApp();
  const files = useTray();
  const [filing, setFiling] = useState(false);
  if (files.length === 0) return null;
  const ready = files.filter(({ row, day }) => row !== null && dayOf(day) !== null);
  const file = async () => {
    setFiling(true);
    try {
      for (const one of ready) await fileOne(one, words.ledger.proofs.taken);
    } finally {
      setFiling(false);
    }
  };
  const clear = () =>
    modal.confirm({
      title: words.documents.tray.forgetAll(files.length),
      okText: words.state.ok,
      cancelText: words.state.cancel,
      onOk: async () => {
        for (const one of files) await takeFromTray(one);
      },
    });
  return (
    <section className={styles.tray} aria-label={words.documents.tray.title}>
      <header>
        <h2>
          {words.documents.tray.title} <span>{files.length}</span>
        </h2>
        <small className={styles.hint}>{words.documents.tray.hint}</small>
        <Button size="small" type="text" onClick={clear}>
          {words.documents.tray.clear}
        </Button>
        <Button size="small" type="primary" disabled={ready.length === 0} loading={filing} onClick={file}>
          {words.documents.tray.file(ready.length)}
        </Button>
      </header>
      <ul>
        {files.map((one) => (
          <TrayLine key={one.id} file={one} />
        ))}
      </ul>
    </section>
  );
}

/** The day in ISO form; "" where none is told, null where it is no day. */
function dayOf(typed: string): string | null {
  if (typed.trim() === "") return "";
  const parsed = parsePartialDate(typed);
  return parsed.ok && isPartialDate(parsed.value) ? parsed.value : null;
}

/** Hands a file to the queue, which sends it as soon as there is a connection, once. */
async function fileOne(file: TrayFile, taken: (place: string) => string): Promise<void> {
  const day = dayOf(file.day);
  if (file.row === null || day === null) return;
  const { record, scope_id, id } = file.row;
  const note = [file.path, file.place === null ? "" : taken(file.place)].filter(Boolean).join(" ");
  await keepProof({
    row: { record, scope_id, id },
    about: {
      name: file.path.split("/").at(-1) ?? file.path,
      strength: "B",
      command_id: file.id,
      note,
      ...(day === "" ? {} : { formed: day }),
    },
    file: file.file,
  });
  await takeFromTray(file);
}

function TrayLine({ file }: { readonly file: TrayFile }) {
  const words = useWords();
  const name = file.path.split("/").at(-1) ?? file.path;
  const picture = usePicture(file);
  return (
    <li>
      {picture === null ? <i className={styles.bare} /> : <img src={picture} alt="" />}
      <div className={styles.name}>
        <b>{name}</b>
        <small>
          {file.path.slice(0, -name.length)} {fileSize(file.file.size)}
          {file.place !== null && ` · ${words.ledger.proofs.taken(file.place)}`}
        </small>
      </div>
      <Input
        size="small"
        className={styles.day ?? ""}
        aria-label={`${words.ledger.proofs.formed} ${name}`}
        placeholder={words.ledger.proofs.formed}
        {...(dayOf(file.day) === null ? { status: "error" as const } : {})}
        value={file.day}
        onChange={(event) => changeInTray({ ...file, day: event.target.value })}
      />
      <RowChoice file={file} name={name} />
      <Button
        size="small"
        type="text"
        aria-label={`${words.ledger.proofs.forget} ${name}`}
        onClick={() => takeFromTray(file)}
      >
        ×
      </Button>
    </li>
  );
}

/** The row that a file proves, found as 检索 finds it; what the file's name says is offered first. */
function RowChoice({ file, name }: { readonly file: TrayFile; readonly name: string }) {
  const words = useWords();
  const text = useText();
  const { definitions } = useDefinitions();
  const [typed, setTyped] = useState(file.words);
  const { answer } = useQuickSearch(typed);
  const found = (answer.data?.groups ?? []).filter(({ group }) => group !== "document");
  const key = (row: { readonly record: string; readonly scope_id: string; readonly id: string }) =>
    `${row.record} ${row.scope_id} ${row.id}`;
  const options = found.flatMap(({ group, hits }) => {
    const definition = definitions.get(group);
    return definition === undefined
      ? []
      : [
          {
            label: text(definition),
            options: hits.map(({ scope_id, id, title }) => ({
              value: key({ record: group, scope_id, id }),
              label: title,
            })),
          },
        ];
  });
  return (
    <Select
      size="small"
      className={styles.row ?? ""}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      aria-label={`${words.documents.tray.proves} ${name}`}
      placeholder={words.documents.tray.proves}
      notFoundContent={words.documents.tray.type}
      value={file.row === null ? null : { value: key(file.row), label: file.row.title }}
      labelInValue
      options={options}
      onChange={(chosen: { readonly value: string; readonly label?: unknown } | null | undefined) => {
        const [record = "", scope_id = "", id = ""] = (chosen?.value ?? "").split(" ");
        const row = chosen == null ? null : { record, scope_id, id, title: String(chosen.label ?? "") };
        changeInTray({ ...file, row });
      }}
    />
  );
}

/** The picture itself, small; null for what is none. */
function usePicture({ id, file, path }: TrayFile): string | null {
  const [address, setAddress] = useState<string | null>(null);
  const shown = /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(path) ? id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same bytes stand under the same id
  useEffect(() => {
    if (shown === null) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [shown]);
  return address;
}
