import type { EChartsCoreOption } from "echarts/core";

/** Colours of the pictures, by day and by night; text has a contrast of 4.5 or more on the paper of the cards. */
export function chartColours(dark: boolean) {
  return dark
    ? {
        ink: "#b0bebb",
        line: "#2e3d3b",
        axis: "#56706b",
        sea: "#5aa6cb",
        mountain: "#4fa37b",
        shore: "#4fa6a6",
        paper: "#172020",
      }
    : {
        ink: "#3d4d4c",
        line: "#dde5e3",
        axis: "#9fb0ad",
        sea: "#1d6a8f",
        mountain: "#3d8361",
        shore: "#2a7f82",
        paper: "#ffffff",
      };
}

export type ChartColours = ReturnType<typeof chartColours>;

/** One bar or part of one: its number, and the rows that it counts. */
export interface Bar {
  readonly value: number;
  readonly to: string;
}

interface BarsOf {
  readonly names: readonly string[];
  readonly series: readonly { readonly name: string; readonly bars: readonly Bar[] }[];
  readonly unit: string;
  readonly lying?: boolean;
  readonly colours: ChartColours;
}

/** Bars beside each other: numbers of two series are never stacked, as they are not to be added by the eye. */
export function barsOption({ names, series, unit, lying = false, colours }: BarsOf): EChartsCoreOption {
  const { ink, line, axis, sea, mountain } = colours;
  const kinds = {
    ...{ type: "category", data: [...names], axisTick: { show: false } },
    ...{ axisLabel: { color: ink }, axisLine: { lineStyle: { color: axis } } },
  };
  const numbers = {
    type: "value",
    name: unit,
    minInterval: 1,
    nameTextStyle: { color: ink },
    axisLabel: { color: ink },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    animation: false,
    color: [sea, mountain],
    textStyle: { fontFamily: "inherit" },
    tooltip: { renderMode: "richText", confine: true },
    ...(series.length > 1
      ? { legend: { textStyle: { color: ink }, top: 0, itemGap: 36, itemWidth: 14, itemHeight: 10 } }
      : {}),
    grid: {
      left: lying ? 24 : 8,
      right: lying ? 56 : 24,
      top: series.length > 1 ? 40 : 28,
      bottom: 4,
      containLabel: true,
    },
    xAxis: lying ? numbers : kinds,
    yAxis: lying ? { ...kinds, inverse: true } : numbers,
    series: series.map(({ name, bars }) => ({
      type: "bar",
      name,
      data: bars.map(({ value, to }) => ({ value, to })),
      barMaxWidth: 26,
      itemStyle: { borderRadius: lying ? [0, 3, 3, 0] : [3, 3, 0, 0] },
      cursor: "pointer",
      label: { show: series.length === 1, position: lying ? "right" : "top", color: ink },
    })),
  };
}

/** A stream from one thing to another. */
export interface Stream {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly to: string;
}

/** Streams from left to right, from 海 blue to 山 green; amber and red are kept for doubt and what is late. */
export function streamsOption(
  streams: readonly Stream[],
  colours: ChartColours,
  print: (value: number) => string,
): EChartsCoreOption {
  const { ink, sea, mountain, shore, paper } = colours;
  const names = [...new Set(streams.flatMap(({ source, target }) => [source, target]))];
  // What flows through a node is what comes in, or out where nothing comes in.
  const through = (name: string) => {
    const sum = (end: "source" | "target") =>
      streams.filter((stream) => stream[end] === name).reduce((all, { value }) => all + value, 0);
    return Math.max(sum("source"), sum("target"));
  };
  const between = streams.some(({ target }) => streams.some(({ source }) => source === target));
  return {
    animation: false,
    textStyle: { fontFamily: "inherit" },
    tooltip: { renderMode: "richText", confine: true, valueFormatter: (value: unknown) => print(Number(value)) },
    series: [
      {
        type: "sankey",
        left: 4,
        right: 170,
        top: 8,
        bottom: 8,
        nodeGap: 14,
        nodeWidth: 12,
        draggable: false,
        emphasis: { focus: "adjacency" },
        data: names.filter((name) => through(name) > 0).map((name) => ({ name })),
        links: streams.filter(({ value }) => value > 0),
        levels: (between ? [sea, shore, mountain] : [sea, mountain]).map((color, depth) => ({
          depth,
          itemStyle: { color },
        })),
        // One colour: a gradient loses its transparency on paper, and the words on it their ground.
        lineStyle: { color: "source", opacity: 0.24, curveness: 0.5 },
        label: {
          color: ink,
          fontSize: 12,
          // The letters lie on the streams.
          textBorderColor: paper,
          textBorderWidth: 2,
          formatter: ({ name }: { readonly name: string }) =>
            [name, print(through(name))].filter((part) => part !== "").join("  "),
        },
      },
    ],
  };
}
