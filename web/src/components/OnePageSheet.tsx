import type { OnePageText } from "@shanhai/server";
import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { Fragment, useState } from "react";
import { Link } from "react-router";
import { api } from "../api.js";
import { useLanguage, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { countCharacters, piecesOfSaved, plainText, type ShownPiece } from "../one-page-text.js";
import { rowAddress } from "../row-address.js";
import { figureAddress, rowsAddress } from "../rows-address.js";
import { saveFile } from "../save-file.js";
import { useMayWrite } from "../session.js";
import { useSending } from "../use-sending.js";
import styles from "./OnePageSheet.module.css";
import { ProblemNotice } from "./ProblemNotice.js";
import { SendingNotice } from "./SendingNotice.js";

const most = 600;

/** The sheet of 一页纸: as the data make it or as the office saved it; edited in place, printed on one A4, taken out as Word. */
export function OnePageSheet({ page, again }: { readonly page: OnePageText; readonly again: () => void }) {
  const words = useWords();
  const { language } = useLanguage();
  const message = useNotices();
  // What stood on a past day is looked at: its wording is kept as of today only.
  const mayWrite = useMayWrite("briefing") && page.as_of === null;
  const made = { title: page.title, text: plainText(page) };
  const [shown, setShown] = useState({ title: page.kept?.title ?? made.title, text: page.kept?.text ?? made.text });
  const [editing, setEditing] = useState(false);
  const isMade = shown.text === made.text && shown.title === made.title;
  const keep = useSending({
    send: (_, command) =>
      api.keepRow(
        "briefing",
        page.party,
        { title: shown.title, cut_off: page.day, text: shown.text },
        command,
        page.kept ?? undefined,
      ),
    onSuccess: () => {
      setEditing(false);
      message.success(words.leader.page.keptNow);
      again();
    },
  });
  const word = useMutation({ mutationFn: () => api.paper(shown.title, shown.text), onSuccess: saveFile });
  const count = countCharacters(shown.title + shown.text);
  return (
    <>
      <div className={`${styles.tools} screen-only`}>
        {editing ? (
          <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate()}>
            {words.leader.page.keep}
          </Button>
        ) : (
          mayWrite && <Button onClick={() => setEditing(true)}>{words.leader.page.edit}</Button>
        )}
        {!isMade && <Button onClick={() => setShown(made)}>{words.leader.page.again}</Button>}
        <Button onClick={() => window.print()}>{words.leader.page.print}</Button>
        <Button loading={word.isPending} onClick={() => word.mutate()}>
          {words.leader.page.word}
        </Button>
        <span data-long={count > most}>
          {words.leader.page.length(count)}
          {count > most && ` · ${words.leader.page.tooLong}`}
        </span>
        {page.kept !== null && (
          <Link to={rowAddress({ record: "briefing", scope_id: page.party, id: page.kept.id })}>
            {words.leader.page.versions}
          </Link>
        )}
      </div>
      <SendingNotice of={keep} />
      {word.error !== null && <ProblemNotice error={word.error} />}
      <p className={`${styles.note} screen-only`}>{isMade ? words.leader.page.fresh : words.leader.page.keptNote}</p>
      {editing ? (
        <div className={styles.edit}>
          <Input
            aria-label={words.leader.page.titleLabel}
            value={shown.title}
            maxLength={60}
            onChange={({ target }) => setShown({ ...shown, title: target.value })}
          />
          <Input.TextArea
            aria-label={words.leader.page.textLabel}
            value={shown.text}
            rows={20}
            onChange={({ target }) => setShown({ ...shown, text: target.value })}
          />
        </div>
      ) : (
        <Sheet page={page} title={shown.title} text={shown.text} english={isMade && language === "en"} />
      )}
    </>
  );
}

interface SheetProps {
  readonly page: OnePageText;
  readonly title: string;
  readonly text: string;
  /** As the data make it, for who reads English: what the office words itself is Chinese. */
  readonly english: boolean;
}

function Sheet({ page, title, text, english }: SheetProps) {
  if (english) return <EnglishSheet page={page} />;
  const pieces = page.sections.flatMap(({ lines }) => lines.flat());
  return (
    <article className={styles.sheet} lang="zh">
      <h2>{title}</h2>
      {text.split("\n").map((line, at) =>
        /^[一二三四五六七八九十]+、/u.test(line) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
          <h3 key={at}>{line}</h3>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same
          <p key={at}>
            <Line pieces={piecesOfSaved(line, pieces)} asOf={page.as_of} />
          </p>
        ),
      )}
    </article>
  );
}

function EnglishSheet({ page }: { readonly page: OnePageText }) {
  return (
    <article className={styles.sheet} lang="en">
      <h2>{page.title_en}</h2>
      {page.sections.map(({ heading, heading_en, lines }) => (
        <section key={heading}>
          <h3>{heading_en}</h3>
          {lines.map((line) => (
            <p key={line.map(({ text }) => text).join("")}>
              <Line pieces={line.map((piece) => ({ ...piece, text: piece.en }))} asOf={page.as_of} />
            </p>
          ))}
        </section>
      ))}
    </article>
  );
}

function Line({ pieces, asOf }: { readonly pieces: readonly ShownPiece[]; readonly asOf: string | null }) {
  return pieces.map((piece, at) => {
    const to = addressOf(piece, asOf);
    const key = `${at} ${piece.text}`;
    if (to !== undefined) {
      // What ends a clause is not part of what is opened: figures beside each other stay apart.
      const [, text = "", end = ""] = /^(.*?)([，；。、,;.\s]*)$/su.exec(piece.text) ?? [];
      return (
        <Fragment key={key}>
          <Link to={to}>{text}</Link>
          {end}
        </Fragment>
      );
    }
    return piece.late === true ? <em key={key}>{piece.text}</em> : <span key={key}>{piece.text}</span>;
  });
}

/** What a piece opens: a row, the rows it counts, or its number on the board. */
function addressOf({ row, rows, figure }: ShownPiece, asOf: string | null): string | undefined {
  if (row !== undefined) return rowAddress(row, asOf ?? undefined);
  return figure === undefined ? rows && rowsAddress(rows) : figureAddress(figure, asOf);
}
