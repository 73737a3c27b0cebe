import type { ShownAlias, ShownDictionary, ShownEntry } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Select, Table } from "antd";
import { useState } from "react";
import { localTime, today } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { wordingApi } from "../wording-api.js";
import { wordsChanged } from "../words-changed.js";
import { AliasDialog } from "./AliasDialog.js";
import { DictionaryHistory } from "./DictionaryHistory.js";
import { EntryDialog, type EntryTask } from "./EntryDialog.js";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { type Asked, ReasonDialog } from "./ReasonDialog.js";
import { WordsSheetDialog } from "./WordsSheetDialog.js";

const firstYear = 2016;
const allYears = 0;

/** 字典 by name and year: what there is, since when, by which paper, set by whom; items, other names, history. */
export function DictionaryPanel() {
  const words = useWords();
  const { wording } = words;
  const text = useText();
  const { language } = useLanguage();
  const thisYear = Number(today().slice(0, 4));
  const [name, setName] = useState<string | null>(null);
  const [year, setYear] = useState(allYears);
  const [task, setTask] = useState<EntryTask | null>(null);
  const [importing, setImporting] = useState(false);
  const [naming, setNaming] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const answer = useQuery({ queryKey: ["dictionaries"], queryFn: wordingApi.all });
  if (answer.error !== null)
    return (
      <ProblemNotice
        error={answer.error}
        action={<Button onClick={() => answer.refetch()}>{words.state.again}</Button>}
      />
    );
  if (answer.data === undefined) return <Loading label={words.state.loading} />;
  const { may_set, may_alias, places, dictionaries } = answer.data;
  const here = dictionaries.find((one) => one.name === name) ?? dictionaries[0];
  if (here === undefined) return null;
  const holds = (one: Pick<ShownEntry, "from_year" | "to_year">) =>
    year === allYears || ((one.from_year ?? year) <= year && (one.to_year ?? year) >= year);
  const whose = ({ changed_by, changed_at }: Pick<ShownEntry, "changed_by" | "changed_at">) =>
    changed_by === null
      ? wording.delivered
      : wording.byOffice(changed_by, changed_at === null ? "" : localTime(changed_at));
  const lastOf = (code: string) => here.entries.findLast((one) => one.code === code);
  const takeBack = (kind: "entries" | "aliases", id: string, version: string, what: string) => {
    setAsked({
      title: wording.takeBackOf(what),
      run: async (reason, command_id) => {
        await wordingApi.remove(here.name, kind, id, { version, reason, command_id });
        wordsChanged();
      },
    });
  };
  return (
    <section className={styles.panel}>
      <p>{wording.advice}</p>
      <p>{may_set ? wording.others : may_alias ? wording.ownPlace : wording.readOnly}</p>
      <div className={styles.tools}>
        <Select
          style={{ minWidth: 180 }}
          aria-label={wording.dictionary}
          value={here.name}
          options={dictionaries.map((one) => ({ value: one.name, label: text(one) }))}
          onChange={setName}
        />
        <Select<number>
          style={{ minWidth: 120 }}
          aria-label={wording.year}
          value={year}
          onChange={setYear}
          options={[
            { value: allYears, label: wording.allYears },
            ...Array.from({ length: thisYear + 2 - firstYear }, (_, at) => ({
              value: thisYear + 1 - at,
              label: `${thisYear + 1 - at}`,
            })),
          ]}
        />
        {may_set && here.open && <Button onClick={() => setTask({ do: "add" })}>{wording.add}</Button>}
        {may_set && here.open && <Button onClick={() => setImporting(true)}>{wording.sheet.open}</Button>}
        {may_alias && (may_set || places.length > 0) && (
          <Button onClick={() => setNaming(true)}>{wording.addAlias}</Button>
        )}
      </div>
      <p>
        {wording.usedIn}
        {words.signs.colon}
        {here.used.map((one) => one[language]).join(language === "zh" ? "、" : ", ")}
        {language === "zh" ? "。" : ". "}
        {here.open ? wording.open : wording.closed}
      </p>
      <h2>{wording.items}</h2>
      <Table<ShownEntry>
        size="small"
        rowKey={(one) => `${one.code} ${one.from_year ?? ""}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: <span style={{ color: "var(--ink-2)" }}>{wording.noneInYear}</span> }}
        dataSource={here.entries.filter(holds)}
        columns={[
          { title: wording.name, key: "name", render: (_, one) => text(one) },
          { title: wording.years, key: "years", render: (_, one) => wording.span(one.from_year, one.to_year) },
          {
            title: wording.successor,
            key: "successor",
            render: (_, { successor }) => {
              const next = successor === null ? undefined : lastOf(successor);
              return next === undefined ? "—" : text(next);
            },
          },
          {
            title: wording.source,
            key: "source",
            render: (_, one) => <span className={styles.wide}>{one.source}</span>,
          },
          { title: wording.setBy, key: "who", render: (_, one) => whose(one) },
          ...(may_set
            ? [
                {
                  key: "change",
                  render: (_: unknown, one: ShownEntry) => (
                    <span className={styles.tools}>
                      {lastOf(one.code) === one && (
                        <>
                          <Button
                            size="small"
                            aria-label={`${wording.rename} ${text(one)}`}
                            onClick={() => setTask({ do: "rename", entry: one })}
                          >
                            {wording.rename}
                          </Button>
                          <Button
                            size="small"
                            aria-label={`${wording.end} ${text(one)}`}
                            onClick={() => setTask({ do: "end", entry: one })}
                          >
                            {wording.end}
                          </Button>
                        </>
                      )}
                      <TakeBack one={one} run={(id, version) => takeBack("entries", id, version, text(one))} />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <h2>{wording.aliases}</h2>
      <p>{wording.aliasAdvice}</p>
      <AliasTable
        dictionary={here}
        aliases={here.aliases.filter(holds)}
        whose={whose}
        takeBack={
          may_alias
            ? (one) =>
                may_set || (one.place !== null && places.includes(one.place))
                  ? (id, version) => takeBack("aliases", id, version, one.alias)
                  : null
            : null
        }
      />
      <DictionaryHistory dictionary={here.name} />
      {task !== null && (
        <EntryDialog
          dictionary={here}
          task={task}
          year={year === allYears ? thisYear : year}
          close={() => setTask(null)}
        />
      )}
      {importing && (
        <WordsSheetDialog dictionary={here} year={year === allYears ? null : year} close={() => setImporting(false)} />
      )}
      {naming && (
        <AliasDialog
          dictionary={here.name}
          title={`${wording.addAlias} · ${text(here)}`}
          codes={[...new Map(here.entries.map((one) => [one.code, one])).values()].map((one) => ({
            value: one.code,
            label: text(one),
          }))}
          {...{ places, everywhere: may_set }}
          given={{ alias: "", code: null, place: places[0] ?? null, from_year: year === allYears ? null : year }}
          close={() => setNaming(false)}
        />
      )}
      {asked !== null && <ReasonDialog asked={asked} close={() => setAsked(null)} />}
    </section>
  );
}

/** What an office set can be taken back; what is delivered cannot. */
function TakeBack({
  one,
  run,
}: {
  readonly one: Pick<ShownEntry, "id" | "version"> & ({ readonly zh: string } | { readonly alias: string });
  readonly run: (id: string, version: string) => void;
}) {
  const { wording } = useWords();
  const { id, version } = one;
  if (id === null || version === null) return null;
  const name = "alias" in one ? one.alias : one.zh;
  return (
    <Button size="small" danger aria-label={`${wording.takeBack} ${name}`} onClick={() => run(id, version)}>
      {wording.takeBack}
    </Button>
  );
}

function AliasTable({
  dictionary,
  aliases,
  whose,
  takeBack,
}: {
  readonly dictionary: ShownDictionary;
  readonly aliases: readonly ShownAlias[];
  readonly whose: (one: ShownAlias) => string;
  /** How one is taken back; null where the post may not, of that one or of any. */
  readonly takeBack: ((one: ShownAlias) => ((id: string, version: string) => void) | null) | null;
}) {
  const { wording } = useWords();
  const text = useText();
  if (aliases.length === 0) return <p>{wording.noAliases}</p>;
  return (
    <Table<ShownAlias>
      size="small"
      rowKey={(one) => `${one.alias} ${one.place ?? ""} ${one.from_year ?? ""}`}
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={[...aliases]}
      columns={[
        { title: wording.alias, dataIndex: "alias" },
        {
          title: wording.aliasOf,
          key: "code",
          render: (_, { code }) => {
            const entry = dictionary.entries.findLast((one) => one.code === code);
            return entry === undefined ? "—" : text(entry);
          },
        },
        { title: wording.place, key: "place", render: (_, { place }) => place ?? wording.everywhere },
        { title: wording.years, key: "years", render: (_, one) => wording.span(one.from_year, one.to_year) },
        {
          title: wording.source,
          key: "source",
          render: (_, one) => <span className={styles.wide}>{one.source}</span>,
        },
        { title: wording.setBy, key: "who", render: (_, one) => whose(one) },
        ...(takeBack === null
          ? []
          : [
              {
                key: "change",
                render: (_: unknown, one: ShownAlias) => {
                  const run = takeBack(one);
                  return run === null ? null : <TakeBack {...{ one, run }} />;
                },
              },
            ]),
      ]}
    />
  );
}
