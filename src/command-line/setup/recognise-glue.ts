/** What made JavaScript that loads WebAssembly, as far as its text tells. */
export type GlueKind =
  | "wasm-bindgen for nodejs"
  | "wasm-bindgen for the web"
  | "wasm-bindgen for bundlers"
  | "wasm-bindgen for Deno"
  | "wasm-bindgen for pages"
  | "Emscripten"
  | "AssemblyScript"
  | "jco"
  | "JavaScript";

/** A function that glue exports. */
export interface GlueExport {
  readonly name: string;
  /** As written; empty for none, null where only the module tells. */
  readonly params: string | null;
}

/** Glue that was recognised. */
export interface RecognisedGlue {
  readonly kind: GlueKind;
  /** Export that takes the module's bytes; null for glue that finds its module. */
  readonly init: string | null;
  /** Functions it exports, by the names callers know. */
  readonly exports: readonly GlueExport[];
  /** Why it cannot be loaded without a module of the user's; null when it can. */
  readonly obstacle: string | null;
}

interface Mark {
  readonly kind: GlueKind;
  readonly marks: readonly RegExp[];
  readonly init: (text: string) => string | null;
}

const none = (): null => null;

/** What wasm-bindgen puts into a variable of the page, and nowhere else. */
const FOR_PAGES = /^\s*(?:let|var) wasm_bindgen\b/m;

/** The first that fits counts: what is more particular comes first. */
const MARKS: readonly Mark[] = [
  {
    kind: "wasm-bindgen for pages",
    marks: [FOR_PAGES],
    init: none,
  },
  {
    kind: "wasm-bindgen for the web",
    marks: [/\binitSync\b/, /__wbg_init|__wbindgen|__wbg_get_imports/],
    init: () => "initSync",
  },
  {
    kind: "wasm-bindgen for bundlers",
    marks: [/import \* as wasm from ["'][^"']+\.wasm["']/],
    init: none,
  },
  {
    kind: "wasm-bindgen for Deno",
    marks: [/__wbindgen|__wbg_/, /\bDeno\.readFile\b|instantiateStreaming\(fetch\(wasm_?url\)/i],
    init: none,
  },
  {
    kind: "wasm-bindgen for nodejs",
    marks: [
      /__wbindgen|__wbg_|wasm\.__wbindgen|wasm-bindgen/,
      /readFileSync|require\(["']fs["']\)/,
    ],
    init: none,
  },
  { kind: "Emscripten", marks: [/ENVIRONMENT_IS_NODE|Emscripten/, /wasmBinary/], init: factoryOf },
  {
    kind: "jco",
    marks: [/\binstantiateCore\b/, /\bfetchCompile\b|\bgetCoreModule\b|\$init\b/],
    init: none,
  },
  {
    kind: "AssemblyScript",
    marks: [/\basync function instantiate\(module\b/, /\badapted(?:Imports|Exports)\b/],
    init: (text: string): string | null => (OWN_INSTANTIATE.test(text) ? "instantiate" : null),
  },
];

/**
 * Recognises JavaScript that loads WebAssembly.
 *
 * @param text - its source
 * @param beside - source of the JavaScript it takes its exports from, or an empty text
 * @returns what made it and how it is used; null for JavaScript of any other kind
 */
export function recogniseGlue(text: string, beside = ""): RecognisedGlue | null {
  const found = MARKS.find(({ marks }) => marks.every((mark) => mark.test(text)));
  if (found === undefined) return null;
  return {
    kind: found.kind,
    init: found.init(text),
    exports: exportsOf(`${text}\n${beside}`),
    obstacle: obstacleOf(found.kind, text),
  };
}

/**
 * JavaScript that loads WebAssembly by itself, whatever made it.
 *
 * @param text - its source
 * @returns what it exports; null where it compiles nothing, or exports no function: a program, and no glue
 */
export function plainGlue(text: string): RecognisedGlue | null {
  const glue = namedGlue(text);
  const compiles = /\bWebAssembly\.(?:instantiate|compile|Module)/.test(text);
  return compiles && glue.exports.length > 0 ? glue : null;
}

/**
 * JavaScript that its user calls glue: what it imports may load the WebAssembly.
 *
 * @param text - its source
 * @returns what it exports
 */
export function namedGlue(text: string): RecognisedGlue {
  return { kind: "JavaScript", init: null, exports: exportsOf(text), obstacle: null };
}

/** MODULARIZE makes a factory of it. */
function factoryOf(text: string): string | null {
  return /export default|module\.exports\s*=\s*(?!Module\b)\w+/.test(text) ? "default" : null;
}

/** The caller is to compile and link. */
const OWN_INSTANTIATE = /\bexport (?:async )?function instantiate\(/;

function obstacleOf(kind: GlueKind, text: string): string | null {
  if (kind === "wasm-bindgen for Deno" && text.includes("Deno.readFile"))
    return "it reads its module with Deno.readFile, which Node does not have: build with `--target nodejs` or `--target web`";
  if (kind === "jco" && OWN_INSTANTIATE.test(text))
    return "it is jco's output for instantiation by the caller: name the component itself under `path`";
  if (kind === "wasm-bindgen for pages")
    return "it exports nothing, being made for pages (`--target no-modules`): build with `--target web` or `--target nodejs`";
  return null;
}

/** Ways in which glue declares a function that others may call, with its parameters. */
const DECLARED = [
  /\bexport (?:async )?function (\w+)\(([^)]*)\)/g,
  /\b(?:module\.)?exports\.(\w+)\s*=\s*function\s*\w*\(([^)]*)\)/g,
  /\bfunction (\w+)\(([^)]*)\)/g,
];

function exportsOf(text: string): GlueExport[] {
  const found = new Map<string, GlueExport>();
  for (const pattern of DECLARED) {
    for (const [, name = "", params = ""] of text.matchAll(pattern)) {
      const isWork = !/^_|^init|^instantiate$/.test(name) && isExported(name, text);
      if (isWork && !found.has(name)) found.set(name, { name, params: params.trim() });
    }
  }
  return [...found.values(), ...destructured(text).filter(({ name }) => !found.has(name))];
}

/**
 * AssemblyScript exports what its module does. Types of a function that is adapted stand in a comment; how many arguments
 * another one takes, the module tells.
 */
function destructured(text: string): GlueExport[] {
  const [, list = ""] = /\bexport const \{([^}]*)\}/.exec(text) ?? [];
  const names = list.split(",").map((one) => one.trim());
  return names
    .filter((name) => /^[A-Za-z]\w*$/.test(name) && name !== "memory")
    .map((name) => ({ name, params: adaptedTypes(name, text) }));
}

function adaptedTypes(name: string, text: string): string | null {
  const [, types = null] = new RegExp(`// \\S*/${name}\\(([^)]*)\\)`).exec(text) ?? [];
  return types?.replaceAll(/~lib\/(?:\w+\/)+/g, "") ?? null;
}

function isExported(name: string, text: string): boolean {
  return new RegExp(
    `export (?:async )?function ${name}\\b|exports\\.${name}\\s*=|export \\{[^}]*\\b${name}\\b`,
  ).test(text);
}
