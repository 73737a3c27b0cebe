import { fieldIn, regionName } from "@shanhai/model";
import type { Overview } from "@shanhai/server";
import { useMemo } from "react";
import { useAppearance } from "../appearance.js";
import { useDefinitions } from "../definitions.js";
import { useLanguage, useText } from "../language.js";
import { wan, wanNumber } from "../money-figures.js";
import { barsOption, type ChartColours, chartColours, type Stream, streamsOption } from "../overview-options.js";
import { rowsAddress } from "../rows-address.js";
import type { Language, Words } from "../words/index.js";
import { OverviewCard } from "./OverviewCard.js";
import styles from "./OverviewCards.module.css";

/** What each picture is drawn from. */
interface Drawing {
  readonly report: Overview;
  readonly words: Words["leader"]["overview"];
  readonly language: Language;
  readonly colours: ChartColours;
  /** What a code of a field is called; the words for an empty one where it is null. */
  readonly called: (record: string, field: string, code: string | null) => string;
}

/** The pictures of 总览, each with its table. */
export function OverviewCards({ report }: { readonly report: Overview }) {
  const {
    language,
    words: { leader },
  } = useLanguage();
  const { dark } = useAppearance();
  const called = useCodeNames(leader.overview.notFilled, report.year);
  const drawing = useMemo(
    (): Drawing => ({ report, words: leader.overview, language, colours: chartColours(dark), called }),
    [report, leader, language, dark, called],
  );
  const money = useMemo(() => moneyCard(drawing), [drawing]);
  const pairs = useMemo(() => pairsCard(drawing), [drawing]);
  const others = useMemo(
    () => [talentCard(drawing), stagesCard(drawing), jobsCard(drawing), salesCard(drawing)],
    [drawing],
  );
  return (
    <div className={styles.cards}>
      <OverviewCard {...money} />
      {others.map((card) => (
        <OverviewCard key={card.title} {...card} />
      ))}
      <OverviewCard {...pairs} />
    </div>
  );
}

const SOURCES = ["province", "county", "township", "bridging", "other"] as const;

function moneyCard({ report: { money }, words, language, colours, called }: Drawing) {
  const kinds = money.kinds.map((kind) => ({
    ...kind,
    name: called("project", "kind", kind.kind),
    to: rowsAddress(kind.rows),
  }));
  const streams = kinds.flatMap((kind): Stream[] => {
    const unpaid = BigInt(kind.total) - BigInt(kind.paid);
    return [
      ...SOURCES.map((source) => ({
        // The budget's own fund has had a new name since 2026.
        source: source === "bridging" ? called("fund_source", "kind", source) : words.sources[source],
        target: kind.name,
        value: wanNumber(kind[source]),
        to: kind.to,
      })),
      { source: kind.name, target: words.paid, value: wanNumber(kind.paid), to: kind.to },
      { source: kind.name, target: words.unpaid, value: unpaid > 0n ? Number(unpaid / 10_000n) / 100 : 0, to: kind.to },
    ];
  });
  const amount = (fen: string, to: string) => ({ text: wan(BigInt(fen), language), to });
  return {
    title: words.money,
    note: words.moneyNote,
    wide: true,
    height: 360,
    advice: words.noMoney,
    option: streamsOption(streams, colours, (value) => wan(BigInt(Math.round(value * 100)) * 10_000n, language)),
    head: [
      words.kind,
      words.projects,
      ...SOURCES.map((source) => words.sources[source]),
      words.total,
      words.disbursed,
      words.paid,
    ],
    rows: kinds.map((kind) => [
      { text: kind.name },
      { text: String(kind.projects), to: kind.to },
      ...SOURCES.map((source) => amount(kind[source], kind.to)),
      amount(kind.total, kind.to),
      amount(kind.disbursed, kind.to),
      amount(kind.paid, kind.to),
    ]),
  };
}

function pairsCard({ report: { pairs }, words, colours }: Drawing) {
  const lines = pairs.map(({ east, west, links, rows }) => ({
    east: regionName(east),
    west: regionName(west),
    links,
    to: rowsAddress(rows),
  }));
  const streams = lines.map(({ east, west, links, to }) => ({
    source: east,
    // One name on both sides would be one node.
    target: lines.some((line) => line.east === west) ? `${west} ` : west,
    value: Math.max(links, 1),
    to,
  }));
  return {
    title: words.pairs,
    note: words.pairsNote,
    wide: true,
    height: Math.max(200, 60 + lines.length * 26),
    advice: words.noPairs,
    option: streamsOption(streams, colours, () => ""),
    head: [words.east, words.west, words.links],
    rows: lines.map(({ east, west, links, to }) => [{ text: east }, { text: west }, { text: String(links), to }]),
  };
}

function talentCard({ report: { talent }, words, colours, called }: Drawing) {
  const lines = talent.map((line) => ({
    ...line,
    name: `${called("talent_posting", "direction", line.direction)} ${called("talent_posting", "category", line.category)}`,
    to: rowsAddress(line.rows),
  }));
  const bars = lines.map(({ people, to }) => ({ value: people, to }));
  return {
    title: words.talent,
    advice: words.noTalent,
    option: barsOption({
      names: lines.map(({ name }) => name),
      series: [{ name: words.people, bars }],
      unit: words.persons,
      lying: true,
      colours,
    }),
    head: [words.kind, words.people, words.postings],
    rows: lines.map(({ name, people, postings, to }) => [
      { text: name },
      { text: String(people), to },
      { text: String(postings), to },
    ]),
  };
}

function stagesCard({ report: { stages }, words, colours, called }: Drawing) {
  const lines = stages.map(({ stage, by, count, rows }) => ({
    name:
      by === null
        ? called("project", "stage", stage)
        : words.inferred(called("project", "stage", stage), words.stageDays[by]),
    count,
    to: rowsAddress(rows),
  }));
  return {
    title: words.stages,
    advice: words.noStages,
    option: barsOption({
      names: lines.map(({ name }) => name),
      series: [{ name: words.projects, bars: lines.map(({ count, to }) => ({ value: count, to })) }],
      unit: "",
      lying: true,
      colours,
    }),
    head: [words.stage, words.count],
    rows: lines.map(({ name, count, to }) => [{ text: name }, { text: String(count), to }]),
  };
}

function monthName(month: number, words: Drawing["words"]): string {
  if (month > 12) return words.afterYear;
  return month > 0 ? words.month(month) : month < 0 ? words.beforeYear : words.noMonth;
}

function jobsCard({ report: { jobs }, words, colours }: Drawing) {
  const lines = jobs.map((line) => ({
    ...{ ...line, name: monthName(line.month, words) },
    ...{ to: rowsAddress(line.rows), toEast: rowsAddress(line.east_rows) },
  }));
  return {
    title: words.jobsByMonth,
    advice: words.noJobs,
    option: barsOption({
      names: lines.map(({ name }) => name),
      series: [
        { name: words.jobs, bars: lines.map(({ people, to }) => ({ value: people, to })) },
        { name: words.toEast, bars: lines.map(({ east, toEast }) => ({ value: east, to: toEast })) },
      ],
      unit: words.persons,
      colours,
    }),
    head: [words.kind, words.jobs, words.toEast],
    rows: lines.map(({ name, people, east, to, toEast }) => [
      { text: name },
      { text: String(people), to },
      { text: String(east), to: toEast },
    ]),
  };
}

function salesCard({ report: { sales }, words, language, colours }: Drawing) {
  const lines = sales.map((line) => ({
    ...{ ...line, name: monthName(line.month, words) },
    ...{ bought: rowsAddress(line.purchase_rows), helped: rowsAddress(line.assisted_rows) },
  }));
  return {
    title: words.salesByMonth,
    advice: words.noSales,
    option: barsOption({
      names: lines.map(({ name }) => name),
      series: [
        {
          name: words.purchase,
          bars: lines.map(({ purchase, bought }) => ({ value: wanNumber(purchase), to: bought })),
        },
        {
          name: words.assisted,
          bars: lines.map(({ assisted, helped }) => ({ value: wanNumber(assisted), to: helped })),
        },
      ],
      unit: words.wan,
      colours,
    }),
    head: [words.kind, words.purchase, words.assisted],
    rows: lines.map(({ name, purchase, assisted, bought, helped }) => [
      { text: name },
      { text: wan(BigInt(purchase), language), to: bought },
      { text: wan(BigInt(assisted), language), to: helped },
    ]),
  };
}

/** What codes are called; those of a dictionary as in the year. */
function useCodeNames(empty: string, year: number): Drawing["called"] {
  const say = useText();
  const { definitions } = useDefinitions();
  return useMemo(
    () => (record, field, code) => {
      const known = definitions.get(record)?.fields.find(({ key }) => key === field);
      const label = known === undefined ? undefined : fieldIn(known, year).codes?.find((one) => one.code === code);
      return label === undefined ? (code ?? empty) : say(label);
    },
    [definitions, say, empty, year],
  );
}
