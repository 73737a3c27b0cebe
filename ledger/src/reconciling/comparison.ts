import { compareDecimals, explainDifference, indicators } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { board } from "../counting/board.js";
import type { BoardLine } from "../counting/counting-desk.js";
import type { Desk } from "../desk.js";
import { knownCauses } from "./cause-candidates.js";
import { numbersOf } from "./fill-numbers.js";
import type { ComparedLine, Comparison, MonthOfPair } from "./reconcile-desk.js";

/** The month of both sides line by line: only indicators that somebody was asked for or has told. */
export async function comparison(desk: Desk, actor: Actor, of: MonthOfPair): Promise<Comparison> {
  const found = await board(desk, actor, of);
  const causes = await knownCauses(desk, actor, of, found.lines);
  const own = new Map((await numbersOf(desk, actor, of, "reported")).map((one) => [one.indicator, one]));
  const told = found.lines.filter(
    ({ target, reported, final, otherSide }) =>
      target !== null || reported !== null || final !== null || otherSide !== null,
  );
  const lines = told.flatMap((line): ComparedLine[] => {
    const definition = indicators.find(({ code }) => code === line.code);
    if (definition === undefined || definition.kind === "rate") return [];
    const { zh, en, code } = definition;
    const ours = line.toDate;
    const theirs = line.otherSide?.toDate ?? null;
    const explained =
      ours === null || theirs === null ? null : explainDifference(ours, theirs, causesOf(line, ours, theirs));
    return [
      {
        code,
        zh,
        en,
        unit: line.unit,
        ours,
        oursFrom: line.source,
        theirs,
        difference: explained?.difference ?? null,
        causes: explained?.causes ?? [],
        rest: explained?.rest ?? null,
        settled: (own.get(code)?.settled ?? null) as ComparedLine["settled"],
        note: own.get(code)?.note ?? null,
      },
    ];
  });
  function causesOf(line: BoardLine, ours: string, theirs: string) {
    const sign = compareDecimals(ours, theirs) < 0 ? "-1" : "1";
    return causes.of(line.code, sign);
  }
  const equal = lines.filter(({ difference }) => difference !== null && compareDecimals(difference, "0") === 0).length;
  const waiting = lines.filter(({ difference }) => difference === null).length;
  return {
    ...monthOf(of),
    title: found.title,
    day: found.day,
    lines,
    equal,
    waiting,
    different: lines.length - equal - waiting,
    confirmed: lines.filter(({ settled }) => settled !== null).length,
  };
}

export function monthOf({ scope, year, month, line }: MonthOfPair): MonthOfPair {
  return { scope, year, month, line };
}
