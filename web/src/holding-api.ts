import type { Acceptance, Accepted, HeldLine, HeldLists, HeldMark, HeldView, Row } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { call, query, type RowPlace } from "./api.js";
import { hasRight, useSession } from "./session.js";

/** What settles a change: the version that was seen, and the command's id, the same for every try. */
interface Settling {
  readonly version: string;
  readonly command_id: string;
}

const at = (id: string) => `/api/held-changes/${id}`;

/** 经办—审核: one function a route. */
export const holdingApi = {
  lists: () => call<HeldLists>("GET", "/api/held-changes"),
  one: (id: string) => call<HeldView>("GET", at(id)),
  accept: (id: string, acceptance: Acceptance & Settling) => call<Accepted>("POST", `${at(id)}/accept`, acceptance),
  sendBack: (id: string, given: Settling & { readonly note: string }) =>
    call<HeldLine>("POST", `${at(id)}/return`, given),
  move: (id: string, given: Settling & { readonly to: "draft" | "waiting" | "dropped" }) =>
    call<HeldLine>("POST", `${at(id)}/move`, given),
  mend: (id: string, given: Settling & { readonly values: Row["values"] }) => call<HeldLine>("PATCH", at(id), given),
  fileAddress: (id: string, file: string) => `${at(id)}/files/${file}`,
  dropFile: (id: string, file: string, given: Settling) =>
    call<HeldLine>("POST", `${at(id)}/files/${file}/remove`, given),
  marks: (record: string, row?: RowPlace) =>
    call<readonly HeldMark[]>("GET", `/api/held-changes/marks${query({ record, scope: row?.scope_id, id: row?.id })}`),
};

/** What waits for a colleague's review, and one's own; nothing for who acts in no office. */
export function useHeldLists() {
  const session = useSession();
  const enabled = session.office !== null && hasRight(session, "read");
  return useQuery({ queryKey: ["held", "lists", session.membership], queryFn: holdingApi.lists, enabled });
}

/** Changes under review of a ledger's rows, or of one row, by `scope/id`; for people of the two offices only. */
export function useHeldMarks(record: string, row?: RowPlace): ReadonlyMap<string, HeldMark> {
  const session = useSession();
  const marks = useQuery({
    queryKey: ["held", "marks", session.membership, record, row?.scope_id ?? null, row?.id ?? null],
    queryFn: () => holdingApi.marks(record, row),
    enabled: session.office !== null && record !== "" && hasRight(session, "read"),
    select: keyed,
  });
  return marks.data ?? NONE;
}

const NONE: ReadonlyMap<string, HeldMark> = new Map();
const keyed = (marks: readonly HeldMark[]): ReadonlyMap<string, HeldMark> =>
  new Map(marks.map((mark) => [`${mark.scope_id}/${mark.row}`, mark]));
