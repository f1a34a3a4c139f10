import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { messageOf } from "../../errors.ts";
import type { WitItem, WitWorld } from "../../model/wit.ts";
import { toCamelCase, withoutVersion } from "../../wasm/component/names.ts";
import { isProvidedInterface, NOBODY_PROVIDES } from "../../wasm/component/provided.ts";
import { GuestExit, HostError } from "../errors.ts";
import type { WasiInputs } from "../payload.ts";

/** Functions and resources of one interface, by the names JavaScript has for them. */
type Interface = Record<string, unknown>;

/** What the JavaScript of a transpiled component asks its caller for, by the name of the interface without version. */
export type ComponentImports = Record<string, Interface>;

/** Interfaces of WASI 0.2, by their names without version. */
type WasiInterfaces = Readonly<Record<string, Readonly<Interface>>>;

/** Makes the interfaces of WASI anew for an instance. */
export type CreateWasi = () => WasiInterfaces;

/**
 * Loads WASI 0.2 where a component imports some of it.
 *
 * @param world - what the component imports
 * @param inputs - files, variables, arguments and input; nothing of them when absent
 * @returns makes its interfaces for an instance; no interfaces where none is imported
 * @throws HostError when this installation lacks it
 */
export async function loadWasi(world: WitWorld, inputs?: WasiInputs): Promise<CreateWasi> {
  if (!world.imports.some(({ name }) => isProvidedInterface(name))) return () => ({});
  // Beside the measuring program, and read by no process that does not need it.
  const entry = join(dirname(process.argv[1] ?? ""), "wasi", "index.js");
  try {
    const loaded = (await import(/* webpackIgnore: true */ pathToFileURL(entry).href)) as {
      prepareWasi: (inputs?: WasiInputs) => CreateWasi;
    };
    return loaded.prepareWasi(inputs);
  } catch (cause) {
    throw new HostError(`WASI 0.2 could not be loaded: ${messageOf(cause)}`, { cause });
  }
}

/** Where imports come from: the user's host code goes before WASI. */
export interface ImportSources {
  /** What the user's imports module gave; empty without one. */
  readonly host: WebAssembly.Imports;
  /** Null where an engine gives its own. */
  readonly wasi: WasiInterfaces | null;
}

/**
 * Gives a component what it imports, under the names its JavaScript asks for.
 *
 * @param world - what it imports
 * @param sources - host code and WASI
 * @returns interfaces by name; without those of WASI that an engine gives
 * @throws HostError naming every import nobody provides
 */
export function provideImports(world: WitWorld, { host, wasi }: ImportSources): ComponentImports {
  const missing: string[] = [];
  const imports: ComponentImports = {};
  for (const item of world.imports) {
    const key = withoutVersion(item.name);
    const given = givenByHost(host, item);
    if (given === undefined && wasi === null && isProvidedInterface(item.name)) continue;
    const own = given ?? exitAsError(key, wasi?.[key]);
    const named = item.isFunction ? { default: own } : namedForJavaScript(own);
    missing.push(...missingFrom(named, item));
    imports[key] = named;
  }
  if (missing.length === 0) return imports;
  throw new HostError(
    `${NOBODY_PROVIDES} ${missing.join(", ")}: let the module named by \`host\` export it under \`imports\``,
  );
}

/** Host code may name an interface with its version or without, a function as in WIT or as in JavaScript. */
function givenByHost(host: WebAssembly.Imports, { name, isFunction }: WitItem): unknown {
  const own = host as Interface;
  const found = own[name] ?? own[withoutVersion(name)];
  return found ?? (isFunction ? own[toCamelCase(name)] : undefined);
}

function namedForJavaScript(given: unknown): Interface {
  if ((typeof given !== "object" && typeof given !== "function") || given === null) return {};
  const entries = Object.entries(given);
  return {
    ...Object.fromEntries(entries.map(([name, value]) => [toCamelCase(name), value])),
    ...Object.fromEntries(entries),
  };
}

function missingFrom(given: Interface, { name, functions, isFunction }: WitItem): string[] {
  if (isFunction) return typeof given.default === "function" ? [] : [name];
  return Object.keys(functions).flatMap((own) =>
    typeof given[nameInJavaScript(own)] === "function" ? [] : [`${name}#${own}`],
  );
}

/** Functions of a resource are found on its class: `[method]blob.size` asks for `Blob`. */
function nameInJavaScript(name: string): string {
  const resource = /^\[[a-z-]+\]([^.]+)/.exec(name)?.[1];
  if (resource === undefined) return toCamelCase(name);
  const camel = toCamelCase(resource);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** A guest that ends itself is told like one of the first WASI. */
function exitAsError(key: string, given: Readonly<Interface> | undefined): unknown {
  if (key !== "wasi:cli/exit") return given;
  const end = (code: number): never => {
    throw new GuestExit(code);
  };
  return {
    exit: (status: { readonly tag: string }): never => end(status.tag === "ok" ? 0 : 1),
    exitWithCode: end,
  };
}
