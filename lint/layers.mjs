/** Every layer below the entries' own. */
const BELOW_SHELL = [
  "model",
  "wording",
  "files",
  "wasm",
  "stats",
  "gate",
  "history",
  "report",
  "config",
  "import",
  "components",
  "suites",
  "measure",
  "baseline",
  "engines",
  "github",
  "job",
];

/**
 * The one table of layers: what each folder of src may import besides itself.
 * Read by dependency-cruiser (.dependency-cruiser.mjs) and printed into ARCHITECTURE.md (npm run docs:tables).
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const LAYERS = {
  model: [],
  wording: ["model"],
  wasm: ["model", "wording"],
  stats: ["model"],
  gate: ["model", "wording", "stats"],
  history: ["model", "wording", "stats", "gate"],
  report: ["model", "wording", "gate", "history"],
  config: ["model"],
  import: ["model"],
  files: [],
  components: ["model", "wording", "wasm", "config", "files"],
  suites: ["model", "wasm", "stats"],
  measure: ["model", "wording", "wasm", "stats", "suites"],
  native: ["model", "wasm", "suites"],
  baseline: ["model", "config", "files"],
  engines: ["model", "files"],
  github: ["model", "config", "files"],
  job: ["model", "wording", "stats", "gate", "history"],
  shell: BELOW_SHELL,
  action: [...BELOW_SHELL, "shell"],
  "command-line": [...BELOW_SHELL, "shell"],
};

/** Layers that do no I/O: no Node module, no clock, no randomness, no SDK. */
export const PURE = [
  "model",
  "wording",
  "wasm",
  "stats",
  "gate",
  "history",
  "report",
  "config",
  "import",
];

/** npm packages pure layers may use: they compute and do nothing else. */
export const PURE_PACKAGES = [
  "valibot",
  "yaml",
  "markdown-table",
  "xmlbuilder",
  "string-width",
  "d3-array",
  "d3-scale",
  "d3-shape",
];

/**
 * Files of src that are bundled on their own: the action, the command line, the measuring process, and what these load
 * when they meet a component, mangled names or a native engine.
 */
export const ENTRIES = [
  "main.ts",
  "cli.ts",
  "child.ts",
  "transpiler.ts",
  "demangler.ts",
  "downloader.ts",
  "wasi.ts",
  "native.ts",
];

/** Files of src that belong to no layer and are no entry. */
export const SHARED = ["run.ts", "ports.ts", "errors.ts"];

/** Layers the measuring process may reach: it must start fast and hold no SDK. */
export const CHILD_LAYERS = ["model", "wording", "wasm", "stats", "suites", "measure"];

/**
 * The only places that may import an npm package with effects.
 *
 * @type {readonly { readonly packages: readonly string[], readonly places: readonly string[], readonly comment: string }[]}
 */
export const HOMES = [
  {
    packages: ["@actions/core", "@actions/github", "@actions/artifact"],
    places: ["github/", "main.ts"],
    comment: "One place talks to the workflow and the API.",
  },
  {
    packages: ["@actions/cache"],
    places: ["baseline/"],
    comment: "One place talks to the cache service.",
  },
  {
    packages: ["@actions/http-client"],
    places: ["downloader.ts"],
    comment: "One program downloads libraries; it is loaded with the first one.",
  },
  {
    packages: ["benchmark"],
    places: ["measure/"],
    comment: "One place times; the child holds nothing else.",
  },
  {
    packages: ["wabt"],
    places: ["components/"],
    comment: "One place assembles text; measuring processes get bytes.",
  },
  {
    packages: ["@bytecodealliance/jco-transpile"],
    places: ["transpiler.ts"],
    comment: "One program knows components; it is loaded when one is met.",
  },
  {
    packages: ["gecko-profiler-demangle"],
    places: ["demangler.ts"],
    comment: "One program demangles names; it is loaded when some are mangled.",
  },
  {
    packages: ["@bytecodealliance/preview2-shim"],
    places: ["wasi.ts"],
    comment: "One program provides WASI 0.2; it is loaded when it is imported.",
  },
  {
    packages: ["koffi"],
    places: ["native/"],
    comment: "One program calls shared libraries; it is loaded when a native engine is asked for.",
  },
];

/** What each layer is for, in a few words, for ARCHITECTURE.md. */
export const PURPOSE = {
  model: "benchmark, metric, sample, environment, baseline, target, verdict",
  wording: "numbers, quantities and units as people read them",
  wasm: "bytes to facts: decoder, sections, fuel pass, trap categories",
  stats: "numbers to numbers",
  gate: "two sides to a verdict",
  history: "stored runs: the ring, learned noise, trend, creep",
  report: "results to text",
  config: "unknown to typed: configuration, inputs, stored documents, events",
  import: "other tools' output to samples",
  files: "regular files, read in bounds and written aside",
  components: "modules, text and glue from disk to components",
  suites: "what is measured, inside the measuring process",
  measure: "processes, copies, rounds, blocks, calibration",
  native: "engines in shared libraries: their C API, called from JavaScript",
  baseline: "where baselines live: cache, files, the bundle with its binaries",
  engines: "libraries of native engines: found, fetched, checked, kept",
  job: "the steps of a run: sides, plan, stages, results",
  shell: "what action and command line share: loading, executing, progress",
  action: "the job on GitHub: its modes, stores, what it publishes",
  "command-line": "commands, options, help, files",
  github: "inputs, event, comment, summary, status, annotations, log",
};
