import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { useStableCallback } from "../stable-callback.js";

/** What a drawn thing opens when it is clicked: `to` in the data of its series. */
interface Drawn {
  readonly data?: unknown;
}

interface Props {
  /** What the picture shows, in words; its table says the same. */
  readonly label: string;
  readonly option: EChartsCoreOption;
  readonly height: number;
}

/** A picture by the chart library, loaded when it is first needed, as wide as its place, disposed of with it. */
export function Chart({ label, option, height }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(option);
  const chart = useRef<{ setOption(option: EChartsCoreOption, whole: boolean): void } | null>(null);
  const navigate = useNavigate();
  // An address that changes beside the picture is no reason to draw it anew.
  const open = useStableCallback((to: string) => void navigate(to));
  useEffect(() => {
    const place = box.current;
    if (place === null) return;
    let gone = false;
    let end: (() => void) | null = null;
    void import("../chart-library.js").then(({ startChart }) => {
      if (gone) return;
      const drawn = startChart(place);
      drawn.setOption(latest.current, true);
      drawn.on("click", (event) => {
        const to = addressOf(event as Drawn);
        if (to !== null) open(to);
      });
      const sizes = new ResizeObserver(() => {
        drawn.resize();
        // On paper it is scaled, not drawn anew: by then there is no time left.
        place.querySelector("svg")?.setAttribute("viewBox", `0 0 ${place.clientWidth} ${place.clientHeight}`);
      });
      sizes.observe(place);
      chart.current = drawn;
      end = () => {
        sizes.disconnect();
        drawn.dispose();
      };
    });
    return () => {
      gone = true;
      chart.current = null;
      end?.();
    };
  }, [open]);
  useEffect(() => {
    latest.current = option;
    chart.current?.setOption(option, true);
  }, [option]);
  return <div ref={box} role="img" className="chart" aria-label={label} style={{ height, width: "100%" }} />;
}

function addressOf({ data }: Drawn): string | null {
  if (typeof data !== "object" || data === null || !("to" in data)) return null;
  return typeof data.to === "string" ? data.to : null;
}
