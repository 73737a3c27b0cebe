import { BarChart, SankeyChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

/** The parts of the chart library that the pages draw with; nothing else of it is in the chunk. */
export function startChart(box: HTMLElement) {
  use([BarChart, SankeyChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);
  return init(box, undefined, { renderer: "svg" });
}
