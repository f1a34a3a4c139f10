/** Styles a terminal report uses; names are those of Node's `util.styleText`. */
export type PaintStyle = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Gives text a style, or leaves it plain; must not change its visible width. */
export type Paint = (style: PaintStyle, text: string) => string;

/**
 * Paints nothing: for files, pipes and logs without colour.
 *
 * @param _style - ignored
 * @param text - text to show
 * @returns the text itself
 */
export function plainPaint(_style: PaintStyle, text: string): string {
  return text;
}
