import type { RecordDefinition } from "@shanhai/model";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { api } from "../api.js";
import { useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { changedByWriting } from "../queries.js";
import { useSession } from "../session.js";
import { RowEdits } from "./row-edits.js";
import type { RowList } from "./row-list.js";

/** How often what waits is tried again, in milliseconds. */
const pause = 5000;

/** What is typed into the rows of one record, saved as it is left; goes on after a lost connection or a new sign-in. */
export function useRowEdits(definition: RecordDefinition, list: RowList) {
  const { name } = useSession();
  const queries = useQueryClient();
  const words = useWords();
  const shown = useRef(list);
  const said = useNotices().success;
  const speech = useRef({ words, definition, said });
  useEffect(() => {
    shown.current = list;
    speech.current = { words, definition, said };
  });
  const edits = useMemo(
    () =>
      new RowEdits(
        {
          change: async (row, change) => (await api.changeRow(row, change)).row,
          written: (row) => {
            shown.current.replace(row);
            queries.invalidateQueries({ predicate: changedByWriting });
          },
          held: () => {
            queries.invalidateQueries({ queryKey: ["held"] });
            speech.current.said(speech.current.words.holding.submitted);
          },
        },
        `shanhai.edits.${name}.${definition.name}`,
        definition.fields.some(({ personal }) => personal === true),
        (keys) => {
          const { fields } = speech.current.definition;
          const names = fields.filter(({ key }) => keys.includes(key)).map(({ zh }) => zh);
          return speech.current.words.ledger.reasonCells(names.join("、"));
        },
      ),
    [name, definition, queries],
  );
  const state = useSyncExternalStore(edits.subscribe, edits.state);
  const found = [...state.values()].some((edit) => edit.state === "found");
  const listed = useSyncExternalStore(list.subscribe, list.state);
  useEffect(() => {
    if (found && listed.length > 0) edits.seen([...list.readRows()]);
  }, [found, listed, list, edits]);
  const waits = [...state.values()].some((edit) => edit.state === "waiting");
  useEffect(() => {
    if (!waits) return;
    // The session is asked for first: while nobody is signed in nothing is sent.
    const again = () =>
      api.session().then(
        () => {
          queries.invalidateQueries({ queryKey: ["session"] });
          edits.retry();
        },
        () => undefined,
      );
    const timer = setInterval(again, pause);
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
    };
  }, [waits, edits, queries]);
  return { edits, state };
}
