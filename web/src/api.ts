import type { Decision, FieldValue, RecordDefinition } from "@shanhai/model";
import type {
  AttachedProof,
  BreakDown,
  CellBinding,
  CollectionLine,
  CollectionView,
  DocumentLine,
  DocumentSource,
  DocumentView,
  FilledTemplate,
  FollowupBoard,
  FollowupCounts,
  HeldLine,
  HistoryEntry,
  ImportChoices,
  ImportOptions,
  ImportPlan,
  ImportProgress,
  Instruct,
  KnownUnit,
  ListExtent,
  NewCollection,
  OpenedTemplate,
  OpenStatement,
  Page,
  Problem,
  Proof,
  Receipt,
  ReferringRows,
  Registered,
  ReportAnswers,
  ReportName,
  ReportQuery,
  Reread,
  ReturnedFile,
  ReturnVisit,
  Row,
  SearchAnswer,
  SessionView,
  SheetWindow,
  Submission,
  Summary,
  Unanswered,
  UnitRows,
  WritePlan,
} from "@shanhai/server";
import { connection } from "./connection.js";
import { interruption } from "./interruption.js";

/** One answer of `GET …/history`: the row as it was written then; null where it was removed. */
export type HistoryStep = HistoryEntry;

/** Values for one row, over the version that was seen. */
export interface RowChange {
  readonly version: string;
  readonly values: { readonly [field: string]: FieldValue };
  /** The same for every try of one change. */
  readonly command_id: string;
  readonly reason: string;
}

/** A step of the life-cycle, with the values that it asks for. */
export interface RowStep extends RowChange {
  readonly to: string;
}

/** What is said of a file that proves a row. */
export interface NewProof {
  readonly name: string;
  readonly strength: Proof["strength"];
  readonly field?: string;
  readonly formed?: string;
  readonly collected?: string;
  readonly note?: string;
  /** What proves another thing already is asked about before it is kept. */
  readonly ask?: "true";
  readonly command_id: string;
}

export interface RowCreation extends Omit<RowChange, "version"> {
  readonly scope_id: string;
}

/** A refusal of the server, with its texts in both languages; `status` 0: the server did not answer. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** Nothing was written: the office wants a colleague to review what goes into this ledger, and it waits for him now. */
export class HeldForReview extends Error {
  constructor(readonly held: HeldLine) {
    super("held for review");
  }
}

const unreachable: Problem = {
  type: "urn:shanhai:web/unreachable",
  code: "web/unreachable",
  status: 0,
  title: "连接不上本机服务",
  detail: "请确认启动窗口仍开着，再重试；已填写的内容仍在页面上。",
  en: "The server does not answer. Make sure the start window is still open and try again; what you typed is kept.",
};

/**
 * One request's good answer; a refusal is an {@link ApiProblem}. Where the session ended meanwhile it waits until the same
 * person is signed in again: a refused request did nothing, so it is sent as it was.
 */
async function answered(method: string, path: string, body?: unknown): Promise<Response> {
  const bytes = body instanceof Blob;
  const init: RequestInit = { method, credentials: "same-origin" };
  if (body !== undefined) {
    init.headers = { "content-type": bytes ? "application/octet-stream" : "application/json" };
    init.body = bytes ? body : JSON.stringify(body);
  }
  for (;;) {
    const response = await fetch(path, init).catch(() => {
      connection.noted(false);
      throw new ApiProblem(unreachable);
    });
    connection.noted(true);
    if (response.status === 202) throw new HeldForReview(((await response.json()) as { readonly held: HeldLine }).held);
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (!(await interruption.passes(path, problem))) throw new ApiProblem(problem);
  }
}

/** One request and what it says. */
export async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await answered(method, path, body);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** A file of the server, to be saved: its name and its bytes. */
export interface ServedFile {
  readonly name: string;
  readonly bytes: Blob;
  /** Of a form that was filled in: how many cells were, and which were left. */
  readonly filled: number;
  readonly empty: readonly string[];
  /** Rows put in where a list was longer than its places. */
  readonly inserted: number;
  /** Rows of a list for which the form had no place. */
  readonly leftOver: number;
  /** Lists of which it took the first rows only. */
  readonly cut: FilledTemplate["cut"];
}

async function file(method: string, path: string, body?: Blob | object): Promise<ServedFile> {
  const response = await answered(method, path, body);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const empty = decodeURIComponent(response.headers.get("shanhai-empty") ?? "");
  return {
    name: name === undefined ? "download" : decodeURIComponent(name),
    bytes: await response.blob(),
    filled: Number(response.headers.get("shanhai-filled") ?? 0),
    empty: empty === "" ? [] : empty.split(","),
    inserted: Number(response.headers.get("shanhai-inserted") ?? 0),
    cut: JSON.parse(decodeURIComponent(response.headers.get("shanhai-cut") ?? "[]")) as FilledTemplate["cut"],
    leftOver: Number(response.headers.get("shanhai-left-over") ?? 0),
  };
}

async function problemOf(response: Response): Promise<Problem> {
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === "object" && answer !== null && "code" in answer) return answer as Problem;
  return { ...unreachable, status: response.status, code: "web/no-explanation" };
}

/** Values as the tail of an address; empty ones are left out. */
export const query = (values: { readonly [name: string]: string | number | boolean | undefined }): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== "") search.set(name, `${value}`);
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
};

/** What of 任务督办 is looked at. */
export interface FollowupSearch {
  readonly side?: "east" | "west";
  readonly scope?: string;
  readonly whose?: "own" | "other";
  readonly lights?: string;
  readonly unit?: string;
  readonly coordination?: boolean;
  readonly day?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** Which row. */
export type RowPlace = Pick<Row, "record" | "scope_id" | "id">;

const pathOf = ({ record, scope_id, id }: RowPlace) => rowPath(record, scope_id, id);
const rowPath = (record: string, scope: string, id: string) => `/api/records/${record}/${scope}/${id}`;

export interface RowSearch {
  readonly scope?: string;
  /** Several of them, apart by commas. */
  readonly scopes?: string;
  readonly text?: string;
  readonly after?: string;
  /** The last row wanted. */
  readonly until?: string;
  readonly limit?: number;
  readonly as_of?: string;
  readonly parent?: string;
  /** What rows must fulfil, as JSON: `[["due","from","2023-11-01"]]`. */
  readonly conditions?: string;
  /** `state:open,grade:agreed`: fields with closed lists. */
  readonly where?: string;
  /** `due`, or `-due` from the last. */
  readonly sort?: string;
  /** With the titles of what the rows point to. */
  readonly titles?: boolean;
}

/** The API, one function a route. Every failure is an {@link ApiProblem}. */
export const api = {
  session: () => call<SessionView>("GET", "/api/session"),
  signIn: (token: string) => call<SessionView>("POST", "/api/session", { token }),
  signInWithPassword: (name: string, password: string) =>
    call<SessionView>("POST", "/api/session/password", { name, password }),
  signOut: () => call<void>("DELETE", "/api/session"),
  summary: () => call<Summary>("GET", "/api/summary"),

  submit: (name: string, bytes: Blob) => call<Submission>("POST", `/api/documents${query({ name })}`, bytes),
  documents: (search: { readonly after?: string; readonly limit?: number; readonly text?: string }) =>
    call<Page<DocumentLine>>("GET", `/api/documents${query({ ...search })}`),
  document: (id: string) => call<DocumentView>("GET", `/api/documents/${id}`),
  withdraw: (id: string, reason: string, command_id: string) =>
    call<void>("POST", `/api/documents/${id}/withdraw`, { reason, command_id }),
  /** Reads the stored bytes anew with this encoding, or `auto`. */
  reread: (id: string, encoding: string) => call<Reread>("POST", `/api/documents/${id}/reread`, { encoding }),
  plan: (id: string, decisions: readonly Decision[]) =>
    call<WritePlan>("POST", `/api/documents/${id}/plan`, { decisions }),
  decide: (id: string, decisions: readonly Decision[], plan_hash: string, command_id: string) =>
    call<Receipt>("POST", `/api/documents/${id}/decisions`, { decisions, plan_hash, command_id }),
  undo: (id: string, fact: string, command_id: string) =>
    call<Receipt>("POST", `/api/documents/${id}/undo`, { fact, command_id }),

  /** 检索: of each kind the first hits; with a group that kind page by page. */
  search: (search: {
    readonly text: string;
    readonly group?: string;
    readonly after?: string;
    readonly limit?: number;
  }) => call<SearchAnswer>("POST", "/api/search", search),

  /** A report by its name, for a party and its pairs or for all. */
  report: <N extends ReportName>(name: N, asked: ReportQuery) =>
    call<ReportAnswers[N]>("GET", `/api/reports/${name}${query({ ...asked })}`),
  /** How far the same report is, while it is counted from the rows of a past day; `of` 0 where it is not. */
  reportProgress: (name: ReportName, asked: ReportQuery) =>
    call<{ readonly done: number; readonly of: number }>("GET", `/api/reports/${name}/progress${query({ ...asked })}`),

  /** What importing a workbook would write; nothing is written. */
  importPlan: (id: string, options: ImportOptions) =>
    call<ImportPlan>("POST", `/api/workbooks/${id}/plan`, { options }),
  importSheet: (
    id: string,
    accepted: {
      readonly options: ImportOptions;
      readonly choices: ImportChoices;
      readonly hash: string;
      readonly import_id: string;
    },
  ) => call<ImportProgress>("POST", `/api/workbooks/${id}/imports`, accepted),
  /** The sheet around a cell, as it is printed. */
  sheetWindow: (id: string, sheet: string | null, cell: string | null) =>
    call<SheetWindow>(
      "GET",
      `/api/workbooks/${id}/sheet${query({ sheet: sheet ?? undefined, cell: cell ?? undefined })}`,
    ),
  imports: (id: string) => call<readonly ImportProgress[]>("GET", `/api/workbooks/${id}/imports`),
  importState: (id: string) => call<ImportProgress>("GET", `/api/imports/${id}`),
  /** 继续、取消、撤销. */
  importStep: (id: string, step: "resume" | "cancel" | "undo") =>
    call<ImportProgress>("POST", `/api/imports/${id}/${step}`, {}),
  openPair: (
    east: { readonly path: string; readonly adcode: string | null },
    west: { readonly path: string; readonly adcode: string | null },
  ) => call<{ readonly id: string; readonly label: string }>("POST", "/api/pairs", { east, west }),
  /** Makes a row by hand, or changes one that was seen in a version. */
  keepRow: (
    record: string,
    scope: string,
    values: Row["values"],
    command_id: string,
    seen?: { readonly id: string; readonly version: string },
  ) =>
    seen === undefined
      ? call<{ readonly row: Row }>("POST", `/api/records/${record}`, {
          scope_id: scope,
          values,
          command_id,
          reason: "",
        })
      : call<{ readonly row: Row }>("PATCH", rowPath(record, scope, seen.id), {
          version: seen.version,
          values,
          command_id,
          reason: "",
        }),
  /** Words as a .docx of the office. */
  paper: (title: string, text: string) => file("POST", "/api/papers", { title, text }),

  /** Rows of a workbook that want a look, in files to be sent back. */
  doubtfulRows: (id: string, options: ImportOptions) => file("POST", `/api/workbooks/${id}/doubtful`, { options }),
  openTemplate: (name: string, bytes: Blob) =>
    call<OpenedTemplate>("POST", `/api/templates/open${query({ name })}`, bytes),
  bindTemplate: (fingerprint: string, bindings: readonly CellBinding[], name: string, command_id: string) =>
    call<void>("PUT", `/api/templates/${fingerprint}`, { bindings, name, command_id }),
  fillTemplate: (
    of: { readonly name: string; readonly scope: string; readonly year: number; readonly month: number },
    bytes: Blob,
  ) => file("POST", `/api/templates/fill${query({ ...of })}`, bytes),
  collections: () => call<readonly CollectionLine[]>("GET", "/api/collections"),
  /** Units that a column of a ledger names. */
  collectionUnits: (of: { readonly scope: string; readonly record: string; readonly field: string }) =>
    call<readonly UnitRows[]>("GET", `/api/collections/units${query(of)}`),
  knownUnits: (scope: string) => call<readonly KnownUnit[]>("GET", `/api/collections/known-units${query({ scope })}`),
  collection: (scope: string, id: string) => call<CollectionView>("GET", `/api/collections/${scope}/${id}`),
  startCollection: (task: NewCollection) =>
    call<{ readonly scope_id: string; readonly id: string }>("POST", "/api/collections", task),
  /** The forms of all units that have not reported, in one .zip. */
  collectionWorkbooks: (scope: string, id: string) => file("GET", `/api/collections/${scope}/${id}/workbooks.zip`),
  collectionWorkbook: (scope: string, sheet: string) => file("GET", `/api/collected/${scope}/${sheet}/workbook.xlsx`),
  /** A file that came back; it says itself whose it is. */
  takeReturned: (name: string, bytes: Blob) => call<ReturnedFile>("POST", `/api/collected${query({ name })}`, bytes),

  /** 督办: the board by time limit, how it stands, what waits to be broken down or answered. */

  definitions: () => call<readonly RecordDefinition[]>("GET", "/api/records"),
  rows: (record: string, search: RowSearch) => call<Page<Row>>("GET", `/api/records/${record}${query({ ...search })}`),
  /** How long a list is and where its windows begin, from a key on, piece by piece. */
  extent: (record: string, search: RowSearch & { readonly group?: string }) =>
    call<ListExtent>("GET", `/api/records/${record}/extent${query({ ...search })}`),
  /** The rows of a list as a workbook that an office prints. */
  exportSheet: (record: string, search: RowSearch) =>
    file("GET", `/api/records/${record}/export.xlsx${query({ ...search })}`),
  /** The form of a ledger, to be filled in elsewhere and imported. */
  blankSheet: (record: string) => file("GET", `/api/records/${record}/blank.xlsx`),
  /** Every ledger with its columns, words and steps. */
  dictionary: () => file("GET", "/api/dictionary.xlsx"),
  row: (record: string, scope: string, id: string, as_of?: string) =>
    call<Row>("GET", `${rowPath(record, scope, id)}${query({ as_of })}`),
  createRow: (record: string, creation: RowCreation) => call<Registered>("POST", `/api/records/${record}`, creation),
  changeRow: (row: RowPlace, change: RowChange) => call<Registered>("PATCH", pathOf(row), change),
  stepRow: (row: RowPlace, step: RowStep) => call<Registered>("POST", `${pathOf(row)}/step`, step),
  removeRow: (row: RowPlace, removal: Omit<RowChange, "values">) =>
    call<Receipt>("POST", `${pathOf(row)}/remove`, removal),
  followup: (search: FollowupSearch) => call<FollowupBoard>("GET", `/api/followup${query({ ...search })}`),
  followupCounts: (search: Pick<FollowupSearch, "side" | "scope" | "day">) =>
    call<FollowupCounts>("GET", `/api/followup/counts${query({ ...search })}`),
  /** What waits to be broken down, agreed items first. */
  openStatements: (scope?: string) =>
    call<readonly OpenStatement[]>("GET", `/api/followup/open${query({ scope, limit: 300 })}`),
  breakDown: (given: BreakDown) => call<Receipt>("POST", "/api/followup/breakdown", given),
  instruct: (given: Instruct) =>
    call<{ readonly receipt: Receipt; readonly instruction: string }>("POST", "/api/followup/instructions", given),
  unanswered: (search: Pick<FollowupSearch, "side" | "scope">) =>
    call<readonly Unanswered[]>("GET", `/api/followup/unanswered${query({ ...search })}`),
  returnVisits: (scope?: string) =>
    call<readonly ReturnVisit[]>("GET", `/api/followup/return-visits${query({ scope })}`),
  proofs: (row: RowPlace) => call<readonly Proof[]>("GET", `${pathOf(row)}/proofs`),
  attachProof: (row: RowPlace, about: NewProof, bytes: Blob) =>
    call<AttachedProof>("POST", `${pathOf(row)}/proofs${query({ ...about })}`, bytes),
  removeProof: (row: RowPlace, proof: string, removal: Omit<RowChange, "values">) =>
    call<Receipt>("POST", `${pathOf(row)}/proofs/${proof}/remove`, removal),
  /** Where the file of a proof is opened. */
  proofAddress: (row: RowPlace, proof: string) => `${pathOf(row)}/proofs/${proof}/file`,
  /** The first rows that point to a row, by record and field. */
  referring: ({ record, scope_id, id }: Row, as_of?: string) =>
    call<readonly ReferringRows[]>("GET", `${rowPath(record, scope_id, id)}/referring${query({ limit: 20, as_of })}`),
  /** One kind of them, going on after a key. */
  referringPage: (
    { record, scope_id, id }: Row,
    from: string,
    field: string,
    search: { readonly after?: string; readonly as_of?: string },
  ) =>
    call<Page<Row>>(
      "GET",
      `${rowPath(record, scope_id, id)}/referring/${from}/${field}${query({ limit: 50, ...search })}`,
    ),
  history: (record: string, scope: string, id: string) =>
    call<readonly HistoryStep[]>("GET", `${rowPath(record, scope, id)}/history`),
  sources: (record: string, scope: string, id: string) =>
    call<readonly DocumentSource[]>("GET", `${rowPath(record, scope, id)}/sources`),
};
