import { Converter } from "opencc-js/t2cn";

let converter: ((text: string) => string) | undefined;

/** Traditional → Simplified by phrase (OpenCC's t2s). Made at its first use: building its tables takes some 20 ms. */
export function toSimplified(): (text: string) => string {
  const made: (text: string) => string = converter ?? Converter({ from: "t", to: "cn" });
  converter = made;
  return made;
}
