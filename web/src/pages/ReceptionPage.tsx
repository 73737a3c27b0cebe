import type { ReceptionPaper, ReceptionPoint } from "@shanhai/server";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { api, call, query } from "../api.js";
import { useBoardAddress } from "../board-address.js";
import sheet from "../components/OnePageSheet.module.css";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../page-title.js";
import { saveFile } from "../save-file.js";
import styles from "./ReceptionPage.module.css";

/** 接待材料: choose the points; what they are, what was agreed last and what is needed come from the ledgers. */
export function ReceptionPage() {
  const { leader, state, indicators } = useWords();
  const words = leader.reception;
  usePageTitle(words.title);
  const address = useBoardAddress("pair");
  const [points, setPoints] = useState<readonly string[]>([]);
  const [occasion, setOccasion] = useState("");
  const scope = address.query?.scope;
  const offered = useQuery({
    queryKey: ["reception-points", scope],
    queryFn: () => call<readonly ReceptionPoint[]>("GET", `/api/reception/points${query({ scope })}`),
    enabled: scope !== undefined,
  });
  const chosen = points.length === 0 ? undefined : points.join(",");
  const paper = useQuery({
    queryKey: ["reception", scope, chosen, occasion],
    queryFn: () =>
      call<ReceptionPaper>(
        "GET",
        `/api/reception${query({ scope, points: chosen, occasion: occasion === "" ? undefined : occasion })}`,
      ),
    enabled: scope !== undefined,
    placeholderData: (before) => before,
  });
  const word = useMutation({
    mutationFn: ({ title, text }: ReceptionPaper) => api.paper(title, text),
    onSuccess: saveFile,
  });
  if (address.choices.isPending) return <Loading label={state.loading} />;
  const made = paper.data;
  return (
    <div className={styles.page}>
      <header className={`${styles.tools} screen-only`}>
        <h1>{words.title}</h1>
        <Select
          aria-label={indicators.whose}
          popupMatchSelectWidth={false}
          value={address.chosen}
          onChange={(value) => {
            setPoints([]);
            address.choose(value);
          }}
          options={address.offered
            .filter(({ kind }) => kind === "pair")
            .map((one) => ({ value: address.key(one), label: one.title }))}
        />
        <Select
          className={styles.points ?? ""}
          mode="multiple"
          maxCount={12}
          aria-label={words.points}
          placeholder={words.points}
          showSearch={{ optionFilterProp: "label" }}
          value={[...points]}
          onChange={setPoints}
          options={(offered.data ?? []).map(({ id, title, plan_year }) => ({
            value: id,
            label: plan_year === null ? title : `${title}（${plan_year}）`,
          }))}
        />
        <Input
          className={styles.occasion ?? ""}
          aria-label={words.occasion}
          placeholder={words.occasion}
          maxLength={60}
          defaultValue={occasion}
          onBlur={({ target }) => setOccasion(target.value.trim())}
          onPressEnter={({ currentTarget }) => setOccasion(currentTarget.value.trim())}
        />
        <Button disabled={made === undefined} onClick={() => window.print()}>
          {leader.page.print}
        </Button>
        <Button
          disabled={made === undefined}
          loading={word.isPending}
          onClick={() => made !== undefined && word.mutate(made)}
        >
          {leader.page.word}
        </Button>
        {made !== undefined && <span>{words.pages(made.pages)}</span>}
      </header>
      {scope === undefined && <Nothing title={indicators.emptyTitle} advice={indicators.emptyAdvice} />}
      {[address.choices.error, offered.error, paper.error, word.error].map(
        (error) => error !== null && <ProblemNotice key={error.message} error={error} />,
      )}
      {made !== undefined && (
        <article className={sheet.sheet}>
          <h2>{made.title}</h2>
          {made.text
            .split("\n")
            .map((line) =>
              /^[一二三四五六七八九十]+、/u.test(line) ? <h3 key={line}>{line}</h3> : <p key={line}>{line}</p>,
            )}
        </article>
      )}
    </div>
  );
}
