import { indicators } from "@shanhai/model";
import type { SpotCheck } from "@shanhai/server";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, InputNumber, Select } from "antd";
import { useId, useState } from "react";
import { Link } from "react-router";
import type { BoardAddress } from "../board-address.js";
import { inspectApi, type SampleAsked } from "../inspect-api.js";
import { useText, useWords } from "../language.js";
import { rowAddress } from "../row-address.js";
import { hasRight, useSession } from "../session.js";
import { useSending } from "../use-sending.js";
import styles from "./Inspect.module.css";
import { Nothing } from "./PageState.js";
import { ProblemNotice } from "./ProblemNotice.js";
import { ScrollRegion } from "./ScrollRegion.js";
import { SendingNotice } from "./SendingNotice.js";

/** 抽样: which number, how many, by which seed; what is drawn can be looked at by who only reads, and kept by who may: an inspector too. */
export function SampleDesk({
  address,
  onOpen,
}: {
  readonly address: BoardAddress;
  readonly onOpen: (check: Pick<SpotCheck, "scope_id" | "id">) => void;
}) {
  const all = useWords();
  const words = all.inspecting;
  const text = useText();
  const session = useSession();
  const queries = useQueryClient();
  const [code, setCode] = useState("E1");
  const [size, setSize] = useState(20);
  const [seed, setSeed] = useState("");
  const hint = useId();
  const { query } = address;
  const asked: SampleAsked | null =
    query?.scope === undefined
      ? null
      : { scope: query.scope, year: query.year, month: query.month, line: query.line, code, size, seed: seed.trim() };
  const name = text(indicators.find((one) => one.code === code) ?? { zh: code, en: code });
  const draw = useMutation({
    mutationFn: async (of: SampleAsked) => ({ of, drawn: await inspectApi.sample(of) }),
  });
  const keep = useSending({
    send: (of: SampleAsked, command) => inspectApi.start(of, words.nameOf(of.year, of.month, name), command),
    onSuccess: (check) => {
      void queries.invalidateQueries({ queryKey: ["spot-checks"] });
      onOpen(check);
    },
  });
  const checks = useQuery({ queryKey: ["spot-checks"], queryFn: inspectApi.checks });
  const shown = draw.data;
  return (
    <>
      <form
        className={styles.tools}
        onSubmit={(event) => {
          event.preventDefault();
          if (asked !== null && asked.seed !== "") draw.mutate(asked);
        }}
      >
        <Select
          aria-label={words.indicator}
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          value={code}
          onChange={setCode}
          options={indicators
            .filter(({ kind }) => kind !== "rate")
            .map((one) => ({ value: one.code, label: `${one.code} ${text(one)}` }))}
        />
        <InputNumber
          style={{ width: "9.5em" }}
          aria-label={words.size}
          prefix={words.size}
          min={1}
          max={500}
          value={size}
          onChange={(value) => setSize(value ?? 20)}
        />
        <Input
          aria-label={words.seed}
          aria-describedby={hint}
          placeholder={words.seedExample}
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
        />
        <Button
          htmlType="submit"
          type="primary"
          disabled={asked === null || seed.trim() === ""}
          loading={draw.isPending}
        >
          {words.draw}
        </Button>
      </form>
      <p id={hint} className={styles.hint}>
        {words.seedHint}
      </p>
      {draw.error !== null && <ProblemNotice error={draw.error} />}
      <SendingNotice of={keep} />
      {shown !== undefined && (
        <section aria-label={words.drawn(shown.drawn.rows.length, shown.drawn.population)}>
          <h2 className={styles.head}>
            {words.drawn(shown.drawn.rows.length, shown.drawn.population)}
            <small>{words.seedOf(shown.of.seed)}</small>
            {hasRight(session, "draw") && shown.drawn.rows.length > 0 && (
              <Button size="small" loading={keep.isPending} onClick={() => keep.mutate(shown.of)}>
                {words.keep}
              </Button>
            )}
          </h2>
          <ol className={styles.drawn}>
            {shown.drawn.rows.map((row) => (
              <li key={row.id}>
                <Link to={rowAddress(row)}>{row.title}</Link>
              </li>
            ))}
          </ol>
        </section>
      )}
      <h2 className={styles.head}>{words.earlier}</h2>
      {checks.data?.length === 0 && <Nothing title={words.none} advice={words.noneAdvice} />}
      {checks.data !== undefined && checks.data.length > 0 && (
        <ScrollRegion label={words.earlier} className={styles.scroll ?? ""}>
          <table className={styles.table}>
            <thead>
              <tr>
                {[words.name, all.indicators.whose, all.indicators.day, words.drawnBy, words.result].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {checks.data.map((check) => (
                <tr key={check.id}>
                  <td>
                    <button type="button" className={styles.link} onClick={() => onOpen(check)}>
                      {check.title}
                    </button>
                  </td>
                  <td>{check.pair}</td>
                  <td>{check.drawn_on}</td>
                  <td>{check.drawn_by ?? ""}</td>
                  <td>{words.checked(check.checked, check.sample)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  );
}
