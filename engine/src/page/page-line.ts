/** A line of a page as it is seen, with what the markup says of it. */
export interface PageLine {
  /** One text, or the cells of a table row. */
  readonly cells: readonly { readonly text: string; readonly part?: string }[];
  /** Letters, and how many of them are links to other pages. */
  readonly letters: number;
  readonly linked: number;
  /** Number of the innermost container. */
  readonly container: number;
  /** h1 … h6, or 0. */
  readonly heading: number;
}
