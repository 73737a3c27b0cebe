/** A character, or a few, where a page shows them: lengths in the page's own unit, y downwards to the baseline. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

/** What a page shows as text. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Text that runs across the page (watermarks, stamps), which is set apart. */
  readonly slanted: readonly string[];
}
