import type { Import } from "../model/module-facts.ts";
import { WASI_MODULE } from "../wasm/module-needs.ts";

/** Imports that a message names. */
const MOST_NAMED = 20;
/** Names of a hint's example. */
const MOST_SHOWN = 3;

/** Modules that only the JavaScript of a toolchain provides, and what to name instead. */
const TOOLCHAINS: readonly { readonly names: RegExp; readonly hint: string }[] = [
  {
    names: /^(?:wbg|__wbindgen_.*|.*_bg\.js)$/,
    hint: "It was built by wasm-bindgen: name the glue (.js) beside it under `path`, and this file under `wasm` where the glue takes it.",
  },
  {
    names: /^(?:gojs|go)$/,
    hint: "It was built by Go or TinyGo: name glue (.mjs) under `path` that loads it by wasm_exec.js.",
  },
  {
    names: /^wasi_(?!snapshot_preview1$)/,
    hint: `WASI is provided as ${WASI_MODULE}: build it for that, or name a module under \`host\` that exports \`imports\`.`,
  },
];

/** What is missing, and what to do about it. */
export interface ImportsFault {
  /** To be read after the component's name. */
  readonly message: string;
  readonly hint: string;
}

/**
 * Says which imports nobody provides.
 *
 * @param missing - the imports, at least one
 * @returns all of them with kind and type, and the remedy
 */
export function missingImports(missing: readonly Import[]): ImportsFault {
  const rest = missing.length - MOST_NAMED;
  const named = missing.slice(0, MOST_NAMED).map(importText).join(", ");
  return {
    message: `imports ${named}${rest > 0 ? ` and ${rest} more` : ""}, which nobody provides`,
    hint: hintOf(missing),
  };
}

function importText({ module, name, kind, type }: Import): string {
  const shown = type.startsWith(kind) ? type : `${kind} ${type}`;
  return `${module}.${name} (${shown})`;
}

function hintOf(missing: readonly Import[]): string {
  const known = TOOLCHAINS.find(({ names }) => missing.some(({ module }) => names.test(module)));
  if (known !== undefined) return known.hint;
  return `Name a module under \`host\` (--host on the command line) that exports \`imports\`: ${exampleOf(missing)}.`;
}

function exampleOf(missing: readonly Import[]): string {
  const [first] = missing;
  const names = missing
    .filter(({ module }) => module === first?.module)
    .slice(0, MOST_SHOWN)
    .map(({ name }) => `${JSON.stringify(name)}: …`);
  return `{ ${JSON.stringify(first?.module)}: { ${names.join(", ")} } }`;
}
