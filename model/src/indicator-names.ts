import { indicators } from "./indicators/index.js";
import type { CodeLabel } from "./record-definition.js";

/** The indicators' codes with their names, for the fields that hold one: E1 帮助农村劳动力就业. */
export const indicatorNames: readonly CodeLabel[] = indicators.map(({ code, zh, en }) => ({ code, zh, en }));
