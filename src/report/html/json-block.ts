/**
 * A value as JSON inside an HTML document: nothing in it can end the block, open a tag or a comment, or break a line.
 *
 * @param id - id of the block; letters and digits of ours
 * @param value - anything JSON can hold
 * @returns a script element that is data, read with `JSON.parse`
 */
export function jsonBlock(id: string, value: unknown): string {
  const json = JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return `<script type="application/json" id="${id}">${json}</script>`;
}
