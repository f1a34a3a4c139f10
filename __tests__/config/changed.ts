/**
 * The JSON text of a document with one value replaced, to damage it in one place.
 *
 * @param text - JSON of an object
 * @param path - keys from the root, dots between them; list indices as numbers
 * @param value - the value to put there; undefined removes the key
 */
export function changed(text: string, path: string, value: unknown): string {
  const root: unknown = JSON.parse(text);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let holder = root as Record<string, unknown>;
  for (const key of keys) {
    holder = holder[key] as Record<string, unknown>;
  }
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
  return JSON.stringify(root);
}
