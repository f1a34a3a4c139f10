import { basename, extname } from "node:path";
import { assembleText } from "../../components/assemble-text.ts";
import { assembleComponent, isComponentText } from "../../components/component-tools.ts";
import type { DecodeModule } from "../../components/module-decoder.ts";
import { readComponentFile } from "../../components/read-file.ts";
import { decodeText } from "../../files/decode-text.ts";
import type { ModuleFacts } from "../../model/module-facts.ts";
import type { WitItem, WitType } from "../../model/wit.ts";
import { fullName } from "../../wasm/component/names.ts";
import { readWorld } from "../../wasm/component/read-world.ts";
import { readHeader } from "../../wasm/header.ts";
import { needsOf, unprovidedImports } from "../../wasm/module-needs.ts";
import { exportedSignatures } from "../../wasm/signatures.ts";
import type { FoundFiles } from "./find-modules.ts";
import { obstacleOf } from "./module-obstacle.ts";
import { callName, type OpenExport } from "./proposal.ts";
import { namedGlue, plainGlue, type RecognisedGlue, recogniseGlue } from "./recognise-glue.ts";

/** What may become a component, before anything of it is run. */
export interface Candidate {
  readonly name: string;
  readonly path: string;
  readonly kind: string;
  readonly host: "none" | "wasi";
  readonly wasm: string | null;
  readonly init: string | null;
  /** Exports without parameters, which can be tried. */
  readonly plain: readonly string[];
  readonly open: readonly OpenExport[];
  /** Why it cannot be measured as it is; null when nothing is known against it. */
  readonly obstacle: string | null;
}

/** How every module begins that JavaScript carries as base64. */
const EMBEDDED = "AGFzbQ";
/** How files are understood. */
export interface Reading {
  readonly decode: DecodeModule;
  /** The program that knows component text, an absolute path. */
  readonly componentTools: string;
}

/** Exports of toolchains: entry points, allocators, glue. None is work of the user's. */
const PLUMBING =
  /^(?:_|cabi_|wbindgen_|malloc$|free$|calloc$|realloc$|stackSave$|stackAlloc$|emscripten_|asyncify_|dynCall|setThrew|fflush$|runtime|memory)|^(?:alloc|dealloc)$/;

/**
 * Says of files that were found what each may be measured as. A module that glue loads is the glue's.
 *
 * @param files - modules and JavaScript beside them
 * @param reading - how modules and component text are understood
 * @returns candidates, glue first; names are unique
 */
export async function candidatesOf(
  files: FoundFiles,
  reading: Reading,
): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  const claimed = new Set<string>();
  const scripts = await Promise.all(
    files.scripts.map(async (path) => ({ path, text: await textOf(path) })),
  );
  for (const { path, text } of scripts) {
    const own = modulesNamedIn({ path, text }, files.modules);
    const isAlone = own.length === 0 && !text.includes(EMBEDDED);
    const glue = glueIn({ path, text }, scripts, { isAlone, isNamed: files.named === path });
    if (glue === null || isInternal(path, scripts)) continue;
    for (const module of own) claimed.add(module);
    candidates.push(await glueCandidate({ path, text, glue, modules: own }, reading));
  }
  for (const path of files.modules.filter((one) => !claimed.has(one)))
    candidates.push(await moduleCandidate(path, reading));
  return unique(candidates);
}

/** JavaScript that knows no module is none, unless its user says so. */
function glueIn(
  { path, text }: Script,
  scripts: readonly Script[],
  { isAlone, isNamed }: { readonly isAlone: boolean; readonly isNamed: boolean },
): RecognisedGlue | null {
  const beside = scripts.find((one) => one.path === path.replace(/\.js$/, "_bg.js"));
  const found = isAlone ? null : (recogniseGlue(text, beside?.text) ?? plainGlue(text));
  return found ?? (isNamed ? namedGlue(text) : null);
}

interface Script {
  readonly path: string;
  readonly text: string;
}

async function textOf(path: string): Promise<string> {
  try {
    return decodeText(await readComponentFile(path));
  } catch {
    // What cannot be read as text is no glue.
    return "";
  }
}

function modulesNamedIn({ path, text }: Script, modules: readonly string[]): string[] {
  const stem = withoutExtension(basename(path));
  return modules.filter((module) => {
    const isBeside = folderOf(module) === folderOf(path);
    const name = basename(module);
    const isTwin = [`${stem}.wasm`, `${stem}_bg.wasm`].includes(name);
    return isBeside && (text.includes(name) || isTwin);
  });
}

/** The half of a bundler's glue that the other half imports. */
function isInternal(path: string, scripts: readonly Script[]): boolean {
  return (
    /_bg\.c?js$/.test(path) && scripts.some((one) => one.path === path.replace(/_bg\.c?js$/, ".js"))
  );
}

interface FoundGlue extends Script {
  readonly glue: RecognisedGlue;
  /** Modules it loads. */
  readonly modules: readonly string[];
}

async function glueCandidate(
  { path, text, glue, modules }: FoundGlue,
  { decode }: Reading,
): Promise<Candidate> {
  const [first = null] = modules;
  return {
    name: nameOf(path),
    path,
    kind: glue.kind,
    host: "none",
    wasm: glue.init === null ? null : first,
    init: glue.init,
    ...splitGlue(glue, text, first === null ? [] : await exportsOfModule(first, decode)),
    obstacle: glue.obstacle,
  };
}

/** Exports of the module behind glue; none where it cannot be decoded. */
async function exportsOfModule(path: string, decode: DecodeModule): Promise<readonly Exported[]> {
  try {
    const facts = decode(new Uint8Array(await readComponentFile(path)));
    return facts === null ? [] : exportedOf(facts);
  } catch {
    return [];
  }
}

function splitGlue(
  { kind, init, exports }: RecognisedGlue,
  text: string,
  inModule: readonly Exported[],
): Pick<Candidate, "plain" | "open"> {
  if (kind === "Emscripten") {
    // A module whose names were minified is known to its callers by others.
    const known = inModule.map((one) => ({ ...one, name: `_${one.name}` }));
    const named = new Set(text.match(/_[\w$]+/g));
    return split(known.filter(({ name }) => named.has(name)));
  }
  // What raw bindings give back has the names of the module.
  if (kind === "AssemblyScript" && init !== null) return split(inModule);
  const known = new Map(inModule.map((one) => [one.name, one]));
  const told = exports.map(({ name, params }): Exported => {
    const own = known.get(name);
    if (params === null) return own ?? { name, params: ["…"], results: [] };
    return { name, params: params === "" ? [] : [params], results: [] };
  });
  return split(told);
}

async function moduleCandidate(
  path: string,
  { decode, componentTools }: Reading,
): Promise<Candidate> {
  const base = { name: nameOf(path), path, host: "none", wasm: null, init: null } as const;
  const nothing = { plain: [], open: [] };
  try {
    const bytes = await bytesOf(path, componentTools);
    const header = readHeader(bytes);
    if (header.kind === "component") {
      const exports = readWorld(bytes).exports.flatMap(functionsOf);
      return { ...base, kind: "component", ...split(exports), obstacle: null };
    }
    const facts = decode(bytes);
    if (facts === null)
      return { ...base, ...nothing, kind: "unknown", obstacle: `it is ${header.description}` };
    return { ...base, ...coreFacts(facts) };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    return { ...base, ...nothing, kind: "unknown", obstacle: said };
  }
}

async function bytesOf(path: string, componentTools: string): Promise<Uint8Array> {
  const bytes = await readComponentFile(path);
  if (extname(path) !== ".wat") return new Uint8Array(bytes);
  const text = decodeText(bytes);
  return isComponentText(text)
    ? assembleComponent(text, path, componentTools)
    : assembleText(text, path);
}

interface Exported {
  readonly name: string;
  readonly params: readonly string[];
  readonly results: readonly string[];
}

function functionsOf(item: WitItem): Exported[] {
  return Object.entries(item.functions)
    .filter(([name]) => !/^\[/.test(name) && !item.name.startsWith("wasi:"))
    .map(([name, { params, result }]) => ({
      name: fullName({ item, name }),
      params: params.map((param) => `${param.name}: ${wordOf(param.type)}`),
      results: result === null ? [] : [wordOf(result)],
    }));
}

function wordOf(type: WitType): string {
  if (type.kind === "primitive" || type.kind === "other") return type.name;
  return type.kind === "list" ? `list<${wordOf(type.item)}>` : type.kind;
}

type CoreFacts = Pick<Candidate, "kind" | "plain" | "open" | "obstacle"> & {
  readonly host: "none" | "wasi";
};

function coreFacts(facts: ModuleFacts): CoreFacts {
  const names = [...exportedSignatures(facts).keys()];
  const wantsWasi = needsOf(facts).wasi;
  const missing = unprovidedImports(facts).map(({ module, name }) => `${module}.${name}`);
  const isCommand = wantsWasi && names.includes("_start");
  const kind = isCommand
    ? "WASI command"
    : names.includes("_initialize")
      ? "WASI reactor"
      : "core module";
  return {
    kind,
    host: wantsWasi ? "wasi" : "none",
    ...split(exportedOf(facts)),
    obstacle: obstacleOf(missing),
  };
}

/** What a core module exports for its users. */
function exportedOf(facts: ModuleFacts): Exported[] {
  return [...exportedSignatures(facts)]
    .filter(([name]) => !PLUMBING.test(name))
    .map(([name, { params, results }]) => ({ name, params, results }));
}

function split(exports: readonly Exported[]): Pick<Candidate, "plain" | "open"> {
  return {
    plain: exports.filter(({ params }) => params.length === 0).map(({ name }) => name),
    open: exports
      .filter(({ params }) => params.length > 0)
      .map(({ name, params, results }) => ({
        export: name,
        signature: signatureOf(params, results),
      })),
  };
}

/** What glue gives back, its text does not tell. */
function signatureOf(params: readonly string[], results: readonly string[]): string {
  const taken = `(${params.join(", ")})`;
  return results.length === 0 ? taken : `${taken} -> (${results.join(", ")})`;
}

function nameOf(path: string): string {
  return callName(withoutExtension(basename(path)));
}

function withoutExtension(name: string): string {
  return name.replace(/(?:\.component)?\.\w+$/, "");
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Names make benchmark ids; those of one name are told apart by their number. */
function unique(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Set<string>();
  return candidates.map((candidate) => {
    let name = candidate.name;
    for (let number = 2; taken.has(name); number += 1) name = `${candidate.name}_${number}`;
    taken.add(name);
    return { ...candidate, name };
  });
}
