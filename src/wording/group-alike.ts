/** What stands for any number in a sentence. */
const NUMBERS = /[\d.,]+/g;

/**
 * Groups things of which the same is said, but for the numbers in it.
 *
 * @param items - things, in order
 * @param textOf - what is said of one; the empty text is said of nobody else
 * @returns groups in the order of their first members, whose numbers are those to be shown
 */
export function groupAlike<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly (readonly [first: Item, ...others: Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const [at, item] of items.entries()) {
    const text = textOf(item);
    const key = text === "" ? `${at}` : text.replaceAll(NUMBERS, "#");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/**
 * Names things that are like one that was told, the first of them.
 *
 * @param names - their names, as they are written
 * @param most - how many are named
 * @returns for example ` (alike: b, c and 9 more)`, with a space in front; empty without names
 */
export function alikeWords(names: readonly string[], most: number): string {
  if (names.length === 0) return "";
  const rest = names.length - most;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return ` (alike: ${names.slice(0, most).join(", ")}${more})`;
}
