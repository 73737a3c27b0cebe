import type { Duplicate, DuplicateYears, Sample, SpotCheck, SpotCheckLine } from "@shanhai/ledger";
import { Type } from "typebox";

/** 核查: samples by seed, what the telephone found, what stands twice. */
const open = <T>(description: string) => Type.Unsafe<T>({ type: "object", additionalProperties: true, description });
const openList = <T>(description: string) =>
  Type.Unsafe<readonly T[]>({ type: "array", items: { type: "object", additionalProperties: true }, description });
const commandId = Type.String({ format: "uuid", description: "同一次提交重发时不变 · the same for every retry" });

const sample = {
  scope: Type.String({ format: "uuid", description: "协作双方 · the pair" }),
  year: Type.Integer({ minimum: 2016, maximum: 2100 }),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
  line: Type.Unsafe<"west" | "east">(Type.String({ enum: ["west", "east"] })),
  code: Type.String({ pattern: "^[A-I][0-9][a-z]?$", description: "指标代码" }),
  size: Type.Integer({ minimum: 1, maximum: 500, description: "样本数" }),
  seed: Type.String({ minLength: 1, maxLength: 100, description: "抽样种子：同一种子、同一台账，样本相同" }),
};
export const SampleRequest = Type.Object(sample);
export const SampleView = open<Sample>("样本 · the rows drawn");
export const SpotCheckRequest = Type.Object({
  ...sample,
  title: Type.String({ minLength: 1, maxLength: 100 }),
  command_id: commandId,
});
export const SpotCheckPath = Type.Object({
  scope: Type.String({ format: "uuid" }),
  id: Type.String({ format: "uuid" }),
});
export const SpotCheckView = open<SpotCheck>("一次抽查：样本、核查结果、属实率（未接不计） · a spot check");
export const SpotCheckList = openList<SpotCheckLine>("历次抽查 · the spot checks");
export const SpotResultRequest = Type.Object({
  item: Type.String({ format: "uuid" }),
  version: Type.String({ pattern: "^[0-9]{1,19}$" }),
  result: Type.Unsafe<"true" | "false" | "dead_number" | "unreached" | null>({
    enum: ["true", "false", "dead_number", "unreached", null],
    description: "属实、不符、空号、未接；空为未核",
  }),
  // Null first: a null would be taken for an empty text by whatever accepts one.
  note: Type.Union([Type.Null(), Type.String({ maxLength: 500 })]),
  command_id: commandId,
});
export const DuplicateQuery = Type.Object({ year: Type.Integer({ minimum: 2016, maximum: 2100 }) });
export const DuplicateYearsView = open<DuplicateYears>("有台账行或佐证的年度，近年在前 · years with rows or proofs");
export const DuplicateList = openList<Duplicate>("重复登记的发票、人员、照片 · what stands twice");

export type { Duplicate, DuplicateYears, Sample, SpotCheck, SpotCheckLine, SpotResult } from "@shanhai/ledger";
