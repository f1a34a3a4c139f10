import type { WitFunction, WitItem, WitWorld } from "../../model/wit.ts";

/** An exported function that a configuration names. */
export interface FoundExport {
  readonly item: WitItem;
  /** Name of the function in its interface, as in WIT. */
  readonly name: string;
  readonly type: WitFunction;
}

/** A function by its name, or why there is none: words that follow the name of the component. */
export type ExportLookup = FoundExport | { readonly fault: string };

/** Names listed in a message; more say nothing to a reader. */
const MOST_LISTED = 20;

/**
 * Finds an exported function by any of its names: `function`, `interface#function`, `ns:pkg/interface#function`,
 * `ns:pkg/interface@version#function`. The short ones must mean one function only.
 *
 * @param world - what the component exports
 * @param named - the name
 * @returns the function, or what is wrong with the name
 */
export function findWitExport(world: WitWorld, named: string): ExportLookup {
  const at = named.lastIndexOf("#");
  const place = at === -1 ? null : named.slice(0, at);
  const wanted = toCamelCase(named.slice(at + 1));
  const found = world.exports.flatMap((item): FoundExport[] => {
    if (place !== null && !namesOf(item).includes(place)) return [];
    return Object.entries(item.functions).flatMap(([name, type]) =>
      toCamelCase(name) === wanted ? [{ item, name, type }] : [],
    );
  });
  const own = place === null ? found.filter(({ item }) => item.isFunction) : [];
  const [first, ...others] = own.length > 0 ? own : found;
  if (first === undefined) return { fault: missing(world, named) };
  if (others.length > 0)
    return { fault: `"${named}" may be ${[first, ...others].map(fullName).join(" or ")}` };
  return first;
}

/**
 * A function's name with that of its interface.
 *
 * @param found - the function
 * @returns for example `docs:adder/add@0.1.0#add`; its own name for one of the world itself
 */
export function fullName({ item, name }: Pick<FoundExport, "item" | "name">): string {
  return item.isFunction ? name : `${item.name}#${name}`;
}

/**
 * The name JavaScript has for a name of WIT.
 *
 * @param name - words joined by `-`
 * @returns the words in camel case; a name in camel case is left as it is
 */
export function toCamelCase(name: string): string {
  const words = name.split("-");
  const [first = "", ...rest] = words.map((word) => (isAcronym(word) ? word.toLowerCase() : word));
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/**
 * A name of an interface without its version.
 *
 * @param name - such as `wasi:io/streams@0.2.3`
 * @returns such as `wasi:io/streams`
 */
export function withoutVersion(name: string): string {
  const at = name.indexOf("@");
  return at === -1 ? name : name.slice(0, at);
}

/**
 * Whether an interface is the one by which a command is run.
 *
 * @param name - name of the interface
 * @returns true for `wasi:cli/run` of any version
 */
export function isCommand(name: string): boolean {
  return withoutVersion(name) === "wasi:cli/run";
}

/** Names by which an interface may be meant. */
function namesOf({ name, isFunction }: WitItem): string[] {
  if (isFunction) return [];
  const plain = withoutVersion(name);
  return [name, plain, plain.slice(plain.lastIndexOf("/") + 1)];
}

function isAcronym(word: string): boolean {
  return /^[A-Z][A-Z0-9]*$/.test(word);
}

function missing(world: WitWorld, named: string): string {
  const offered = world.exports.flatMap((item) =>
    Object.keys(item.functions).map((name) => fullName({ item, name })),
  );
  const list = offered.slice(0, MOST_LISTED).join(", ");
  return `it exports no function "${named}"; it exports ${offered.length === 0 ? "none" : list}`;
}
