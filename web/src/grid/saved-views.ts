import type { RecordDefinition } from "@shanhai/model";
import type { SavedView } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { call } from "../api.js";
import { queries } from "../queries.js";
import { useSending } from "../use-sending.js";
import { type ListView, readView, writeView } from "./list-view.js";

const pathOf = (record: string) => `/api/views/${record}`;

/** Views of one kind of record under names of one's own, kept for the person and where he wishes for his office. */
export function useSavedViews(definition: RecordDefinition, onSaved: () => void) {
  const { name: record } = definition;
  const queryKey = ["views", record];
  const known = useQuery({ queryKey, queryFn: () => call<readonly SavedView[]>("GET", pathOf(record)) });
  const keep = { onSuccess: (views: readonly SavedView[]) => queries.setQueryData(queryKey, views) };
  const save = useSending({
    onSuccess: (views: readonly SavedView[]) => {
      keep.onSuccess(views);
      onSaved();
    },
    // A view of this name is replaced, however often it is sent.
    send: ({ view, ...given }: { readonly name: string; readonly view: ListView; readonly shared: boolean }) =>
      call<readonly SavedView[]>("POST", pathOf(record), {
        ...given,
        address: writeView(new URLSearchParams(), view, definition).toString(),
      }),
  });
  const remove = useSending({
    ...keep,
    send: (id: string) => call<readonly SavedView[]>("DELETE", `${pathOf(record)}/${id}`),
  });
  return {
    known,
    save,
    remove,
    viewOf: ({ address }: SavedView) => readView(new URLSearchParams(address), definition),
  };
}
