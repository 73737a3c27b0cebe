import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { Fragment } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { useBoardAddress } from "../board-address.js";
import { FundTable } from "../components/FundTable.js";
import { MoneyRates } from "../components/MoneyRates.js";
import { Loading, Nothing } from "../components/PageState.js";
import { ProblemNotice } from "../components/ProblemNotice.js";
import { ProjectMoneyTable } from "../components/ProjectMoneyTable.js";
import { today } from "../format.js";
import { useWords } from "../language.js";
import { type MoneyAsked, moneyApi } from "../money-api.js";
import { usePageTitle } from "../page-title.js";
import { rowAddress } from "../row-address.js";
import { useMayWrite } from "../session.js";
import { wanText } from "../wan-text.js";
import styles from "./MoneyPage.module.css";

/** 资金: where the money of a year comes from, how far it came, what was paid, with rates that name their denominators. */
export function MoneyPage() {
  const all = useWords();
  const keepsFunds = useMayWrite("fund_source");
  const pays = useMayWrite("payment", "payment_share", "project");
  const words = all.money;
  usePageTitle(words.title);
  const navigate = useNavigate();
  const address = useBoardAddress();
  const [search] = useSearchParams();
  const { query, choices, offered, key, chosen, choose, set } = address;
  const asked: MoneyAsked | null = query === null ? null : askedOf(query, search.get("day"));
  const board = useQuery({
    queryKey: ["money", asked],
    queryFn: () => (asked === null ? Promise.reject(new Error("no board is asked for")) : moneyApi.board(asked)),
    enabled: asked !== null,
  });
  if (choices.isPending) return <Loading label={all.state.loading} />;
  if (choices.error !== null) return <ProblemNotice error={choices.error} />;
  const years = Array.from({ length: Number(today().slice(0, 4)) - 2020 }, (_, at) => 2021 + at);
  return (
    <div className={styles.page}>
      <header className={styles.tools}>
        <h1>{words.title}</h1>
        {query !== null && (
          <>
            <Select
              className={styles.frame ?? ""}
              aria-label={words.whose}
              showSearch={{ optionFilterProp: "label" }}
              popupMatchSelectWidth={false}
              value={chosen}
              onChange={choose}
              options={offered.map((one) => ({ value: key(one), label: one.title }))}
            />
            <Select
              aria-label={words.year}
              value={query.year}
              onChange={(year) => set({ year: String(year) })}
              options={[...new Set([...years, query.year])].map((year) => ({ value: year, label: words.yearOf(year) }))}
            />
            {(["day", "as_of"] as const).map((name) => (
              <span key={name} className={styles.day}>
                <span aria-hidden="true">{name === "day" ? words.day : words.asOf}</span>
                <Input
                  aria-label={name === "day" ? words.day : words.asOf}
                  type="date"
                  max={name === "as_of" ? today() : undefined}
                  value={search.get(name) ?? ""}
                  onChange={({ target }) => set({ [name]: target.value })}
                />
              </span>
            ))}
          </>
        )}
      </header>
      {query === null && (
        <Nothing title={words.emptyTitle} advice={words.emptyAdvice}>
          <Button type="primary" onClick={() => navigate("/documents")}>
            {all.workbench.bringIn}
          </Button>
        </Nothing>
      )}
      {asked !== null && board.isPending && <Loading label={all.state.loading} />}
      {board.error !== null && board.data === undefined && asked !== null && (
        <ProblemNotice
          error={board.error}
          action={<Button onClick={() => board.refetch()}>{all.state.again}</Button>}
        />
      )}
      {board.data !== undefined && asked !== null && (
        <>
          {board.data.as_of !== null && <p className={styles.past}>{words.asOfNotice(board.data.as_of)}</p>}
          <MoneyRates rates={board.data.rates} day={board.data.day} />
          <FundTable
            board={board.data}
            scope={asked.scope ?? asked.party}
            readOnly={board.data.as_of !== null || !keepsFunds}
          />
          <ProjectMoneyTable board={board.data} readOnly={board.data.as_of !== null || !pays} />
          <section aria-label={words.gifts} className={styles.gifts}>
            <h2>{words.gifts}</h2>
            <Link
              className="screen-only"
              to={`/records/donation${asked.scope === undefined ? "" : `?scope=${asked.scope}`}`}
            >
              {words.allGifts}
            </Link>
            <span>
              {words.cash} <b>{wanText(board.data.gifts.cash)}</b>
            </span>
            <span>
              {words.goods} <b>{wanText(board.data.gifts.goods_value)}</b>
            </span>
            <span>
              {words.both} <b>{wanText(board.data.gifts.both)}</b>
            </span>
            {board.data.gifts.unvalued.length > 0 && (
              <span>
                {words.unvalued(board.data.gifts.unvalued.length)}
                {all.signs.colon}
                {board.data.gifts.unvalued.map(({ scope_id, id, goods }, at) => (
                  <Fragment key={id}>
                    {at > 0 && all.records.and}
                    <Link to={rowAddress({ record: "donation", scope_id, id })}>{goods}</Link>
                  </Fragment>
                ))}
              </span>
            )}
          </section>
        </>
      )}
    </div>
  );
}

function askedOf(query: Omit<MoneyAsked, "day">, day: string | null): MoneyAsked {
  const { scope, party, region, year, as_of } = query;
  return {
    ...(scope === undefined ? {} : { scope }),
    ...(party === undefined ? {} : { party }),
    ...(region === undefined ? {} : { region }),
    year,
    ...(day === null || day === "" ? {} : { day }),
    ...(as_of === undefined ? {} : { as_of }),
  };
}
