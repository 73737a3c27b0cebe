import type { CellForm, FieldDefinition, FieldValue, MoneyUnit, RecordDefinition } from "@shanhai/model";
import type { Row } from "@shanhai/server";
import { Alert, Button } from "antd";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { api } from "../api.js";
import { useAppearance } from "../appearance.js";
import { connection } from "../connection.js";
import { gridColumns } from "../grid/grid-columns.js";
import { type GridLines, gridLines, placesIn } from "../grid/grid-lines.js";
import type { Range } from "../grid/grid-range.js";
import {
  canSort,
  conditionsText,
  groupFields,
  type ListView,
  meetingColumns,
  readView,
  writeView,
} from "../grid/list-view.js";
import { namesIn, type PastePlan, planPaste } from "../grid/paste-plan.js";
import { RowList, rowKey, unanswered } from "../grid/row-list.js";
import { rowsByName } from "../grid/rows-by-name.js";
import { readCells } from "../grid/tsv.js";
import { useListPrint } from "../grid/use-list-print.js";
import { useRowEdits } from "../grid/use-row-edits.js";
import { useHeldMarks } from "../holding-api.js";
import { useLanguage, useText, useWords } from "../language.js";
import { useNotices } from "../notices.js";
import { rowAddress } from "../row-address.js";
import { useScopeName } from "../scope-name.js";
import { useScopePlaces } from "../scope-places.js";
import { useMayWrite, useSession } from "../session.js";
import { Busy } from "./Busy.js";
import { EditNotices } from "./EditNotices.js";
import { GridStatus } from "./GridStatus.js";
import { KeyHelp } from "./KeyHelp.js";
import { LedgerGrid } from "./LedgerGrid.js";
import { ListTools } from "./ListTools.js";
import { Loading, Nothing } from "./PageState.js";
import { PaperTable } from "./PaperTable.js";
import { PasteDialog } from "./PasteDialog.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { RowForm } from "./RowForm.js";
import { RowHistory } from "./RowHistory.js";
import { SideSheet } from "./SideSheet.js";
import { StaleDialog } from "./StaleDialog.js";
import styles from "./TableSheet.module.css";

interface Props {
  readonly definition: RecordDefinition;
  readonly definitions: ReadonlyMap<string, RecordDefinition>;
}

/** Rows whose cells are chosen at once at most, to be copied, added up or filled. */
const MOST_CHOSEN = 20_000;

interface Undo {
  readonly row: Row;
  readonly values: { readonly [field: string]: FieldValue };
}

/** 台账 of one kind: its table with all that can be done in it. What is looked at stands in the address. */
export function TableSheet({ definition, definitions }: Props) {
  const words = useWords();
  const text = useText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const message = useNotices();
  const { paper } = useAppearance();
  const mayWrite = useMayWrite(definition.name);
  const [search, setSearch] = useSearchParams();
  const find = search.get("text") ?? "";
  const asOf = search.get("as_of") ?? "";
  const scope = search.get("scope") ?? "";
  const scopes = search.get("scopes") ?? "";
  const meeting = search.get("mode") === "meeting";
  // A meeting looks at how far things are and why not further, unless it chose its columns.
  const view = useMemo(() => {
    const own = readView(search, definition);
    return meeting && !search.has("columns") ? { ...own, columns: meetingColumns(definition) } : own;
  }, [search, definition, meeting]);
  const whose = useScopeName(scope);
  const group = groupFields(definition).find(({ key }) => key === view.group);
  const sort = group === undefined ? view.sort : view.group;
  const conditions = conditionsText(view.conditions);
  const { membership } = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another post sees other rows
  const list = useMemo(
    () =>
      new RowList(
        definition.name,
        { text: find, as_of: asOf, scope, scopes, conditions, sort },
        group === undefined ? null : { key: group.key, amounts: amountsOf(definition) },
      ),
    [definition, group, find, asOf, scope, scopes, conditions, sort, membership],
  );
  const asked = useSyncExternalStore(list.subscribe, list.state);
  // Until a list in another order or narrowed otherwise is there the one before stays, with the focus and the place in it.
  const [last, setLast] = useState({ list, membership });
  const arrived = asked.length > 0 || asked.counted || asked.error !== null;
  if (arrived && last.list !== list) setLast({ list, membership });
  const stays = !arrived && last.list.record === list.record && last.membership === membership;
  const shown = stays ? last.list : list;
  const listed = shown.state();
  const { length, counted, loading, error } = listed;
  useEffect(() => {
    list.read();
    // What could not be read goes on by itself once the server answers again.
    return connection.subscribe(() => {
      if (!connection.isLost() && unanswered(list.state().error)) list.read();
    });
  }, [list]);
  const { edits, state } = useRowEdits(definition, list);
  const held = useHeldMarks(definition.name);
  const unitKey = `shanhai.unit.${definition.name}`;
  const [money, setMoney] = useState<MoneyUnit>(() => keptUnit(unitKey) ?? (definition.bulk === true ? "元" : "万元"));
  const placesOf = useScopePlaces(definition);
  const form = useMemo<CellForm>(
    () => ({ money, titles: shown.titles, yearBy: definition.year, placesOf }),
    [money, shown, definition, placesOf],
  );
  const narrow = window.matchMedia("(max-width: 640px)").matches;
  const columns = useMemo(
    () => gridColumns(definition, view.columns, { large: meeting, narrow, language }, view.widths),
    [definition, view.columns, view.widths, meeting, narrow, language],
  );
  // Not the group that is chosen: the list before stands together by its own.
  const shownGroup = groupFields(definition).find(({ key }) => key === shown.grouping?.key);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(
    () => gridLines({ ...listed, more: !listed.counted, rowAt: (place) => shown.rowAt(place) }, shownGroup, folded),
    [listed, shown, shownGroup, folded],
  );
  const print = useListPrint(shown, lines);
  const [range, setRange] = useState<Range | null>(null);
  const [comparing, setComparing] = useState<string | null>(null);
  const [past, setPast] = useState<Row | null>(null);
  const [adding, setAdding] = useState(false);
  const [help, setHelp] = useState(false);
  const [paste, setPaste] = useState<{ readonly plan: PastePlan; readonly clearing: boolean } | null>(null);
  const undo = useRef<Undo[]>([]);

  const put = (name: string, value: string) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const setView = (next: ListView) => setSearch((now) => writeView(now, next, definition), { replace: true });
  const setWidth = (key: string, width: number | null) => {
    const { [key]: _, ...others } = view.widths;
    setView({ ...view, widths: width === null ? others : { ...others, [key]: width } });
  };
  const sortBy = (key: string) => {
    const next = view.sort === key ? `-${key}` : view.sort === `-${key}` ? "" : key;
    setView({ ...view, sort: next, group: "" });
  };

  const write = (begun: Row, values: Undo["values"]) => {
    // While one typed, the cell before may have been written: the row as it is now is changed, not the one begun with.
    const row = shown.find(rowKey(begun)) ?? begun;
    const now = state.get(rowKey(row))?.values ?? {};
    const before = Object.keys(values).map((key) => [key, key in now ? (now[key] ?? null) : (row.values[key] ?? null)]);
    undo.current.push({ row, values: Object.fromEntries(before) });
    return edits.edit(row, values);
  };
  const takeBack = () => {
    const last = undo.current.pop();
    if (last === undefined) return message.info(words.ledger.undoNothing);
    const row = shown.find(rowKey(last.row)) ?? last.row;
    edits.edit(row, last.values);
    message.info(words.ledger.undone);
  };
  const plan = async (cells: readonly (readonly string[])[], at: Range, clearing: boolean) => {
    const end = Math.max(at.to.line, at.from.line + cells.length - 1);
    if (end - at.from.line >= MOST_CHOSEN) return message.info(words.ledger.tooMany(MOST_CHOSEN));
    await shown.hold(placesIn(lines, at.from.line, end));
    const within = scope === "" ? shown.rowAt(0)?.scope_id : scope;
    const names = await rowsByName(namesIn(cells, at, columns), within, definitions);
    const planned = planPaste(cells, at, lines, columns, { ...form, rows: names }, language, required, scope);
    setPaste({ plan: planned, clearing });
  };
  const required = definition.fields.filter(
    (field) => field.required === true && field.type !== "identifier" && field.key !== definition.lifecycle?.field,
  );
  const planned = (cells: readonly (readonly string[])[], at: Range, clearing: boolean) => {
    plan(cells, at, clearing).catch((problem: unknown) =>
      message.error(problem instanceof Error ? problem.message : ""),
    );
  };
  const look = useCallback(
    (at: GridLines, from: number, to: number) => shown.look(placesIn(at, from, to - 1)),
    [shown],
  );
  const choose = (at: Range | null) => {
    setRange(at);
    // What is chosen is there to be copied and added up, also where one has not been.
    if (at !== null && at.to.line > at.from.line && at.to.line - at.from.line < MOST_CHOSEN)
      shown.hold(placesIn(lines, at.from.line, at.to.line)).catch(() => undefined);
  };

  const title = text(definition);
  const bare = find === "" && asOf === "" && scope === "" && scopes === "" && conditions === "";
  const canAdd = asOf === "" && mayWrite;
  const compared = comparing === null ? undefined : state.get(comparing);
  if (paper) return <PaperTable {...{ title, lines, counted, columns, form, asOf }} />;
  return (
    <section className={`${styles.sheet} ${meeting ? styles.meeting : ""}`} aria-label={title}>
      {meeting ? (
        <header className={styles.title}>
          <h1>{words.ledger.meetingOf(title)}</h1>
          <span>{words.ledger.meetingHint}</span>
          <Button onClick={() => put("mode", "")}>{words.ledger.meetingEnd}</Button>
        </header>
      ) : (
        <ListTools
          {...{ definition, definitions, view, form, asOf, canAdd }}
          text={find}
          search={list.search}
          scope={scope === "" ? undefined : scope}
          onView={setView}
          onSet={put}
          onUnit={(unit) => {
            localStorage.setItem(unitKey, unit);
            setMoney(unit);
          }}
          onAdd={() => setAdding(true)}
          onKeys={() => setHelp(true)}
          onPrint={print}
        />
      )}
      {whose !== null && !meeting && (
        <Alert
          type="info"
          showIcon
          title={words.records.onlyOf(whose.title)}
          action={
            <Button size="small" onClick={() => put("scope", "")}>
              {words.records.ofAll}
            </Button>
          }
        />
      )}
      {scopes !== "" && !meeting && (
        <Alert
          type="info"
          showIcon
          title={words.records.onlyOfPairs(scopes.split(",").length)}
          action={
            <Button size="small" onClick={() => put("scopes", "")}>
              {words.records.ofAll}
            </Button>
          }
        />
      )}
      {asOf !== "" && (
        <Alert
          type="info"
          showIcon
          title={words.records.asOfNotice(asOf)}
          action={
            <Button size="small" onClick={() => put("as_of", "")}>
              {words.records.backToNow}
            </Button>
          }
        />
      )}
      {shown !== list && <Busy />}
      <EditNotices edits={edits} state={state} onCompare={setComparing} />
      {error !== null && (
        <ProblemNotice error={error} action={<Button onClick={() => list.read()}>{words.state.again}</Button>} />
      )}
      {length === 0 && loading && <Loading label={words.state.loading} />}
      {length === 0 && counted && (
        <Nothing
          title={words.records.emptyTitle(title)}
          advice={bare ? words.records.emptyAdvice : words.records.emptyMatch}
        >
          {bare && canAdd && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {words.ledger.addRowOf(title)}
            </Button>
          )}{" "}
          {bare && <Button onClick={() => navigate("/check")}>{words.records.goCheck}</Button>}
        </Nothing>
      )}
      {length > 0 && (
        <>
          <LedgerGrid
            key={definition.name}
            of={shown}
            label={title}
            {...{ lines, counted, columns, form, definitions, sort }}
            group={shownGroup}
            edits={state}
            held={held}
            readOnly={!canAdd}
            large={meeting}
            asOf={asOf === "" ? undefined : asOf}
            sortable={(key) => canSort(definition, key)}
            onSort={sortBy}
            onWidth={setWidth}
            onView={look}
            onCommit={(row, field: FieldDefinition, value) => write(row, { [field.key]: value })}
            onPaste={(pasted, at) => planned(readCells(pasted), at, false)}
            onClear={(at) => planned([[""]], at, true)}
            onOpen={(row) => navigate(rowAddress(row, asOf))}
            onHistory={setPast}
            onFold={(key) =>
              setFolded((held) => new Set(held.has(key) ? [...held].filter((one) => one !== key) : [...held, key]))
            }
            onUnread={({ from, to }) =>
              message.info(to.line - from.line < MOST_CHOSEN ? words.ledger.unread : words.ledger.tooMany(MOST_CHOSEN))
            }
            onUndo={takeBack}
            onHelp={() => setHelp(true)}
            onRange={choose}
          />
          <GridStatus {...{ lines, columns, range, form, counted }} rows={length} />
        </>
      )}
      {help && <KeyHelp title={words.ledger.keys} keys={words.ledger.keyList} onClose={() => setHelp(false)} />}
      {past !== null && (
        <SideSheet size={420} title={words.ledger.historyOf(past.title)} onClose={() => setPast(null)}>
          <RowHistory row={past} definition={definition} />
        </SideSheet>
      )}
      {compared !== undefined && comparing !== null && (
        <StaleDialog
          definition={definition}
          row={compared.row}
          mine={compared.values}
          titles={shown.titles}
          onClose={() => setComparing(null)}
          onChoose={(now, values) => {
            list.put(now);
            edits.resolve(comparing, now, values);
            setComparing(null);
          }}
        />
      )}
      {paste !== null && (
        <PasteDialog
          plan={paste.plan}
          clearing={paste.clearing}
          canCreate={scope !== "" && canAdd}
          onWrite={async (row, values, command_id) => {
            if (row !== null) return write(row, values);
            const creation = {
              scope_id: scope,
              values,
              command_id,
              reason: words.ledger.reasonPaste,
            };
            list.put((await api.createRow(definition.name, creation)).row);
          }}
          onClose={(written) => {
            setPaste(null);
            if (written > 0) message.success(words.ledger.pasteDone(written));
          }}
        />
      )}
      {adding && (
        <RowForm
          {...{ definition, definitions, form }}
          {...(scope === "" ? {} : { scope })}
          onClose={() => setAdding(false)}
          onSaved={(row) => list.put(row)}
        />
      )}
    </section>
  );
}

/** What a group adds up. */
function amountsOf({ fields }: RecordDefinition): readonly string[] {
  return fields.filter(({ type, personal }) => type === "money" && personal !== true).map(({ key }) => key);
}

function keptUnit(key: string): MoneyUnit | null {
  const unit = localStorage.getItem(key);
  return unit === "元" || unit === "万元" || unit === "亿元" ? unit : null;
}
