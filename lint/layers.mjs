/**
 * The one table of layers: what each folder of src may import besides itself.
 * Read by dependency-cruiser (.dependency-cruiser.mjs) and printed into ARCHITECTURE.md (npm run docs:tables).
 */
export const LAYERS = {
  model: [],
  wasm: ["model"],
  stats: ["model"],
  gate: ["model", "stats"],
  report: ["model", "gate"],
  config: ["model"],
  import: ["model"],
  suites: ["model", "wasm"],
  measure: ["model", "wasm", "stats", "suites"],
  baseline: ["model", "config"],
  github: ["model", "config"],
};

/** Layers that do no I/O: no Node module, no clock, no randomness, no SDK. */
export const PURE = ["model", "wasm", "stats", "gate", "report", "config", "import"];

/** npm packages pure layers may use: they compute and do nothing else. */
export const PURE_PACKAGES = ["valibot", "yaml", "picomatch", "markdown-table", "string-width", "d3-array", "d3-scale", "d3-shape"];
