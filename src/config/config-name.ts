import { editDistance } from "./suggest.ts";

/** Names of the configuration, one of which is read when none is named. */
export const CONFIG_NAMES = ["wasm-bench.yml", "wasm-bench.yaml"] as const;

/** The name without its dash. */
const STEM = "wasmbench";

/** Extensions of configurations of other tools, and what a slip makes of ours. */
const EXTENSIONS: ReadonlySet<string> = new Set(["yml", "yaml", "json", "jsonc", "json5", "toml"]);

/** Near `yml` in letters, and another kind of file. */
const FOREIGN: ReadonlySet<string> = new Set(["ml", "mli", "xml", "xaml", "md", "mjs", "html"]);

/** Words people put beside the name of a configuration. */
const BESIDE: ReadonlySet<string> = new Set(
  "backup bak bench cfg conf config copy default disabled dist example local new off old orig rc sample save test tmp txt".split(
    " ",
  ),
);

/** Most slips of the pen in a name. */
const SLIPS = 2;

/**
 * Whether a file is likely to be meant as the configuration, and is not read as one.
 *
 * @param name - name of a file, without folder
 * @returns true for a slip of the name or its extension; false for both names that are read
 * @example isNearConfigName("wasm_bench.yml") // true
 */
export function isNearConfigName(name: string): boolean {
  if (CONFIG_NAMES.some((one) => one === name)) return false;
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const extension = words.find((word) => EXTENSIONS.has(word) || isNearExtension(word));
  if (extension === undefined) return false;
  const rest = words.filter((word, index) => word !== extension && !isBeside(word, index));
  const stem = rest.join("");
  const isData = extension.startsWith("json");
  // Results and reports are JSON too and may bear the product's name.
  return isData ? stem === STEM : stem.startsWith(STEM) || editDistance(stem, STEM) <= SLIPS;
}

/** `bench` is a part of the name where it stands second. */
function isBeside(word: string, index: number): boolean {
  return BESIDE.has(word) && !(word === "bench" && index <= 1);
}

function isNearExtension(word: string): boolean {
  const isShort = word.length >= 2 && word.length <= 5 && !FOREIGN.has(word);
  return isShort && ["yml", "yaml"].some((one) => isSlipOf(one, word));
}

/** One letter too many, too few or wrong, or letters in another order. */
function isSlipOf(meant: string, word: string): boolean {
  const sorted = (text: string): string => [...text].toSorted().join("");
  return editDistance(word, meant) <= 1 || sorted(word) === sorted(meant);
}
