import type { Import, ModuleFacts } from "../model/module-facts.ts";
import type { NativeHost } from "../suites/native-program.ts";
import { NOBODY_PROVIDES } from "../wasm/component/provided.ts";
import { WASI_MODULE } from "../wasm/module-needs.ts";
import type { NativeCallee } from "./engine-state.ts";
import { foreignType, type ImportedFunction } from "./host-functions.ts";
import { madeImports, makingObstacle } from "./made-imports.ts";

/** Imports that a message names. */
const MOST_NAMED = 12;

/** What an instance is given. */
export interface Given {
  readonly imported: readonly ImportedFunction[];
  /** One for each imported function; undefined where JavaScript gives none. */
  readonly functions: readonly (NativeCallee | undefined)[];
  readonly host: NativeHost;
}

/**
 * Requires that everything a module imports is there and passes between JavaScript and the engine.
 *
 * @param facts - the module
 * @param given - what its instances get
 * @throws WebAssembly.LinkError naming every import that nobody provides, or the first that cannot be
 */
export function requireImports(facts: ModuleFacts, { imported, functions, host }: Given): void {
  const made = madeImports(facts);
  const isMade = (one: Import): boolean =>
    made.some(({ module, name }) => module === one.module && name === one.name);
  const missing = imported.filter(
    (one, place) => functions[place] === undefined && !isByEngine(one, host),
  );
  const others = facts.imports.filter((one) => one.kind !== "function");
  const lacking = [...missing, ...others.filter((one) => !isMade(one) && !hasValue(one, host))];
  if (lacking.length > 0) throw new WebAssembly.LinkError(nobodyProvides(lacking));
  const obstacle =
    others.map((one) => obstacleOf(one, host)).find((one) => one !== null) ??
    made.map((one) => named(one, makingObstacle(one))).find((one) => one !== null) ??
    imported
      .filter((one) => !isByEngine(one, host))
      .map((one) => named(one, ofType(foreignType(one))))
      .find((one) => one !== null);
  if (obstacle !== undefined && obstacle !== null) throw new WebAssembly.LinkError(obstacle);
}

/**
 * Whether an import is given by the engine itself.
 *
 * @param imported - the import
 * @param host - what its instance gets
 * @returns true for WASI where the engine provides it
 */
export function isByEngine({ module }: Pick<Import, "module">, { wasi }: NativeHost): boolean {
  return wasi !== null && module === WASI_MODULE;
}

function nobodyProvides(lacking: readonly Import[]): string {
  const all = [...new Set(lacking.map(({ module, name, kind }) => `${module}.${name} (${kind})`))];
  const rest = all.length - MOST_NAMED;
  return `${NOBODY_PROVIDES} ${all.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** What JavaScript holds is V8's: another engine cannot use it. */
function obstacleOf(one: Import, host: NativeHost): string | null {
  return hasValue(one, host)
    ? `${one.module}.${one.name} is a ${one.kind} of V8's, which another engine cannot use: leave memories and tables out of the imports module, they are made as the module declares them`
    : null;
}

function hasValue({ module, name }: Import, { imports }: NativeHost): boolean {
  const scope: unknown = imports[module];
  if (typeof scope !== "object" || scope === null) return false;
  return (scope as Record<string, unknown>)[name] !== undefined;
}

function ofType(type: string | null): string | null {
  return type === null
    ? null
    : `takes or returns ${type}, which does not pass between JavaScript and this engine`;
}

function named(
  { module, name }: Pick<Import, "module" | "name">,
  fault: string | null,
): string | null {
  return fault === null ? null : `${module}.${name} ${fault.startsWith("a ") ? "is " : ""}${fault}`;
}
