import { NOBODY_PROVIDES } from "../wasm/component/provided.ts";

/** Imports that a message names. */
const MOST_NAMED = 12;

/** What an import of each kind must be. */
const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  function: (value: unknown): boolean => typeof value === "function",
  memory: (value: unknown): boolean => value instanceof WebAssembly.Memory,
  table: (value: unknown): boolean => value instanceof WebAssembly.Table,
  global: (value: unknown): boolean =>
    value instanceof WebAssembly.Global || typeof value === "number" || typeof value === "bigint",
  tag: (value: unknown): boolean => value instanceof WebAssembly.Tag,
};

/**
 * Explains why a module could not be linked: an engine names the first import that does not fit, this all of them.
 *
 * @param error - what instantiating threw
 * @param module - the module
 * @param imports - what it was given
 * @returns a LinkError naming every import that is missing or of another kind; what was thrown where all are of their kind
 */
export function linkFault(
  error: unknown,
  module: WebAssembly.Module,
  imports: WebAssembly.Imports,
): unknown {
  const isLinking = error instanceof WebAssembly.LinkError || error instanceof TypeError;
  if (!isLinking) return error;
  const missing = WebAssembly.Module.imports(module).flatMap(({ module: from, name, kind }) => {
    const value = givenFor(imports, from, name);
    if (KINDS[kind]?.(value) ?? true) return [];
    const given = value === undefined ? kind : `${kind}, got ${kindOf(value)}`;
    return [`${from}.${name} (${given})`];
  });
  if (missing.length === 0) return error;
  const all = [...new Set(missing)];
  const rest = all.length - MOST_NAMED;
  const named = all.slice(0, MOST_NAMED).join(", ");
  const message = `${NOBODY_PROVIDES} ${named}${rest > 0 ? ` and ${rest} more` : ""}`;
  return Object.assign(new WebAssembly.LinkError(message), { cause: error });
}

function givenFor(imports: WebAssembly.Imports, module: string, name: string): unknown {
  const given: unknown = imports[module];
  const isScope = (typeof given === "object" && given !== null) || typeof given === "function";
  return isScope ? (given as Record<string, unknown>)[name] : undefined;
}

function kindOf(value: unknown): string {
  const found = Object.entries(KINDS).find(([, isOf]) => isOf(value));
  return found?.[0] ?? (value === null ? "null" : `a value of type ${typeof value}`);
}
