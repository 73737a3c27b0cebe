import type { SetIndicator } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select, Table } from "antd";
import { useState } from "react";
import { definingApi } from "../defining-api.js";
import { localTime, today } from "../format.js";
import { useLanguage, useText, useWords } from "../language.js";
import styles from "../pages/SettingsPage.module.css";
import { IndicatorRuleForm } from "./IndicatorRuleForm.js";
import { PaceForm } from "./PaceForm.js";
import { Loading } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";

const firstYear = 2021;

/** 指标口径 by year: what each indicator means, since when and set by whom; changed with a reason, from a year on. */
export function IndicatorSetPanel() {
  const words = useWords();
  const texts = words.defining.sets;
  const text = useText();
  const { language } = useLanguage();
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [find, setFind] = useState("");
  const [changing, setChanging] = useState<SetIndicator | null>(null);
  const [pacing, setPacing] = useState(false);
  const answer = useQuery({ queryKey: ["indicator-set", year], queryFn: () => definingApi.set(year) });
  if (answer.error !== null)
    return (
      <ProblemNotice
        error={answer.error}
        action={<Button onClick={() => answer.refetch()}>{words.state.again}</Button>}
      />
    );
  if (answer.data === undefined) return <Loading label={words.state.loading} />;
  const { indicators, pace, may_set } = answer.data;
  const wanted = find.trim().toUpperCase();
  const shown = indicators.filter(
    (one) => wanted === "" || one.code.toUpperCase().startsWith(wanted) || one[language].toUpperCase().includes(wanted),
  );
  const whose = (name: string | null, at: string | null) =>
    name === null ? texts.delivered : texts.byOffice(name, at === null ? "" : localTime(at));
  return (
    <section className={styles.panel}>
      <p>{texts.advice}</p>
      {!may_set && <p>{texts.readOnly}</p>}
      <div className={styles.tools}>
        <Select<number>
          aria-label={texts.year}
          value={year}
          onChange={setYear}
          options={Array.from({ length: thisYear + 2 - firstYear }, (_, at) => ({
            value: thisYear + 1 - at,
            label: `${thisYear + 1 - at}`,
          }))}
        />
        <Input
          allowClear
          style={{ maxWidth: 260 }}
          aria-label={texts.filter}
          placeholder={texts.filter}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      <h2>{texts.pace}</h2>
      <div className={styles.tools}>
        <span>
          {texts.paceNow(pace.yellow_points, pace.soon_months)}（
          {pace.from === null ? texts.delivered : texts.paceFrom(pace.from)}）
        </span>
        {may_set && (
          <Button size="small" onClick={() => setPacing(true)}>
            {texts.change}
          </Button>
        )}
      </div>
      <Table<SetIndicator>
        size="small"
        rowKey="code"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={shown}
        columns={[
          { title: texts.code, dataIndex: "code", fixed: "left" },
          { title: texts.indicator, key: "name", render: (_, one) => text(one) },
          { title: texts.unit, dataIndex: "unit" },
          {
            title: texts.window,
            key: "window",
            render: (_, { days, cut_off }) => (
              <>
                {days.from} — {days.to}
                {cut_off !== null && (
                  <>
                    <br />
                    {texts.cutOff} {cut_off}
                  </>
                )}
              </>
            ),
          },
          {
            title: texts.measure,
            dataIndex: "measure",
            render: (measure: SetIndicator["measure"]) => (measure === null ? "—" : texts.measures[measure]),
          },
          {
            title: texts.rule,
            key: "rule",
            width: 360,
            render: (_, one) => <span className={styles.wide}>{text(one.rule)}</span>,
          },
          {
            title: texts.version,
            key: "version",
            render: (_, one) => (
              <>
                {texts.versionOf(one.number, one.from)}
                <br />
                {whose(one.changed_by, one.changed_at)}
              </>
            ),
          },
          ...(may_set
            ? [
                {
                  key: "change",
                  render: (_: unknown, one: SetIndicator) => (
                    <Button size="small" aria-label={`${texts.change} ${one.code}`} onClick={() => setChanging(one)}>
                      {texts.change}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing !== null && <IndicatorRuleForm year={year} indicator={changing} close={() => setChanging(null)} />}
      {pacing && <PaceForm year={year} pace={pace} close={() => setPacing(false)} />}
    </section>
  );
}
