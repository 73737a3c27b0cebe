import { indicators } from "@shanhai/model";
import type { BoundMeasure, CellBinding, IndicatorBinding } from "@shanhai/server";
import { Button, Select } from "antd";
import { useState } from "react";
import { useText, useWords } from "../language.js";

const units = ["元", "万元", "亿元"] as const;

/** Which number of which indicator comes into a place, and in which unit. */
export function IndicatorChoice({
  bound,
  onBind,
}: {
  readonly bound: IndicatorBinding | undefined;
  readonly onBind: (binding: Omit<IndicatorBinding, "sheet" | "cell">) => void;
}) {
  const words = useWords();
  const text = useText();
  const [indicator, setIndicator] = useState<string | null>(bound?.indicator ?? null);
  const [measure, setMeasure] = useState<BoundMeasure>(bound?.measure ?? "to_date");
  const [unit, setUnit] = useState<CellBinding["unit"]>(bound?.unit ?? "万元");
  const isAmount = indicators.find(({ code }) => code === indicator)?.unit === "万元" && measure !== "rate";
  return (
    <>
      <Select
        showSearch
        aria-label={words.template.indicator}
        placeholder={words.template.indicator}
        value={indicator}
        onChange={setIndicator}
        optionFilterProp="label"
        options={indicators.map((one) => ({ value: one.code, label: `${one.code} ${text(one)}` }))}
      />
      <Select<BoundMeasure>
        aria-label={words.template.measure}
        value={measure}
        onChange={setMeasure}
        options={(Object.keys(words.template.measures) as BoundMeasure[]).map((one) => ({
          value: one,
          label: words.template.measures[one],
        }))}
      />
      {isAmount && (
        <Select
          aria-label={words.template.unit}
          value={unit}
          onChange={setUnit}
          options={units.map((one) => ({ value: one, label: one }))}
        />
      )}
      <Button
        type="primary"
        disabled={indicator === null}
        onClick={() => onBind({ indicator: indicator ?? "", measure, unit: isAmount ? unit : null })}
      >
        {words.template.set}
      </Button>
    </>
  );
}
