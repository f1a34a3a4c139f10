/** A call that was tried. */
export interface ProposedCall {
  readonly name: string;
  readonly export: string;
  /** What one call consumed; null where fuel is not counted. */
  readonly fuel: number | null;
}

/** An export that cannot be called without knowing what it is for. */
export interface OpenExport {
  readonly export: string;
  /** For people, such as `(i32, i32) -> (i32)`. */
  readonly signature: string;
}

/** A component as it is proposed. */
export interface ProposedComponent {
  readonly name: string;
  readonly path: string;
  /** What it is, for people: `core module`, `WASI command`, `wasm-bindgen for nodejs`. */
  readonly kind: string;
  readonly host: "none" | "wasi";
  readonly wasm: string | null;
  readonly init: string | null;
  readonly calls: readonly ProposedCall[];
  /** Export whose call trapped; null without one. */
  readonly trap: string | null;
  /** Exports that want arguments. */
  readonly open: readonly OpenExport[];
}

/** Exports with arguments that are listed in the file. */
const MOST_OPEN = 12;

/**
 * The configuration that is proposed, as text.
 *
 * @param components - proposed components, at least one
 * @returns YAML with comments
 */
export function configText(components: readonly ProposedComponent[]): string {
  return [
    "# yaml-language-server: $schema=https://raw.githubusercontent.com/airssys/wasm-bench-action/main/schema/config.json",
    "# What is measured, and when a change fails a pull request. Every key: docs/configuration.md of wasm-bench-action.",
    "components:",
    ...components.flatMap(componentLines),
    "",
  ].join("\n");
}

function componentLines(component: ProposedComponent): string[] {
  const { name, path, kind, host, wasm, init, calls, trap, open } = component;
  const keys: readonly (readonly [key: string, value: string | null])[] = [
    ["path", path],
    ["host", host === "none" ? null : host],
    ["wasm", wasm],
    ["init", init],
  ];
  return [
    `  # ${kind}`,
    `  - name: ${scalar(name)}`,
    ...keys.flatMap(([key, value]) => (value === null ? [] : [`    ${key}: ${scalar(value)}`])),
    ...(calls.length === 0 ? [] : ["    execution:", ...calls.map(callLine)]),
    ...(trap === null ? [] : [`    trap: { export: ${scalar(trap)} }`]),
    ...(open.length === 0 ? [] : openLines(open, calls.length === 0)),
  ];
}

function callLine({ name, export: exported, fuel }: ProposedCall): string {
  const told = fuel === null ? "" : ` # ${fuel} fuel`;
  return `      - { name: ${scalar(name)}, export: ${scalar(exported)} }${told}`;
}

function openLines(open: readonly OpenExport[], isFirst: boolean): string[] {
  const rest = open.length - MOST_OPEN;
  return [
    "    # These want arguments. Add calls with `args`, and with `expect` a wrong result is a failure.",
    "    # Bytes and text: { $bytes }, { $text }, { $file }, { $fill }, for a core module with `alloc`. Classes, set-up, promises:",
    "    # `workload: bench/workload.mjs`. Both: docs/guests.md of wasm-bench-action",
    ...(isFirst ? ["    # execution:"] : []),
    ...open.slice(0, MOST_OPEN).map(openLine),
    ...(rest > 0 ? [`    #   and ${rest} more`] : []),
  ];
}

function openLine({ export: exported, signature }: OpenExport): string {
  return `    #   - { name: ${scalar(callName(exported))}, export: ${scalar(exported)}, args: [] } # ${onOneLine(signature)}`;
}

/** Parameters may be written over several lines, which would end a comment. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

/**
 * A name for the benchmark of an export.
 *
 * @param exported - name of the export, with its interface where it has one
 * @returns letters, digits, `_`, `.` and `-`
 */
export function callName(exported: string): string {
  const own = exported.slice(exported.lastIndexOf("#") + 1);
  return own.replaceAll(/[^A-Za-z0-9._-]+/g, "_").replace(/^[._-]+/, "") || "call";
}

/** Text that YAML may take for something else is quoted as in JSON. */
function scalar(text: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/**
 * The workflow that is proposed.
 *
 * @param branch - branch whose runs save the baseline
 * @returns YAML
 */
export function workflowText(branch: string): string {
  return `name: wasm-bench
on:
  push:
    branches: [${scalar(branch)}]
  pull_request:
permissions:
  contents: read
  pull-requests: write
jobs:
  wasm-bench:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      # Build your modules here, or download them from a build job, unless they are committed.
      - uses: airssys/wasm-bench-action@v1
`;
}
