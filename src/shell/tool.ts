/** Stands for the version while the sources run unbuilt; the build puts that of package.json in its place. */
const VERSION = "0.0.0-source";

/** Name and version, as they stand in every document. */
export const TOOL: string = `wasm-bench-action ${VERSION}`;
