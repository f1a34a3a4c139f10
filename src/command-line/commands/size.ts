import { ActionError } from "../../errors.ts";
import type { ModuleFacts } from "../../model/module-facts.ts";
import { logText } from "../../report/clean-text.ts";
import { countOperators } from "../../wasm/histogram.ts";
import { WasmFormatError } from "../../wasm/reader.ts";
import type { ModuleSize } from "../../wasm/size.ts";
import { compareSizes, explainSizeChange, type SizeChange } from "../../wasm/size-change.ts";
import { formatCount, formatQuantity, formatSignedCount } from "../../wording/number.ts";
import { isGlueFile } from "../glue-file.ts";
import { readSizedFile, type SizedFile } from "../sized-file.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

const LARGEST = 10;
const NAME_WIDTH = 48;
const NUMBER_WIDTH = 12;

/**
 * `size FILE [FILE]`: where a module's bytes are, or those of all modules that glue was seen to compile; with two files
 * what changed from the first to the second.
 *
 * @param context - options and console
 * @returns exit code 0
 * @throws ActionError (`usage`) when a file cannot be read, is neither module nor component, or glue that compiles none
 */
export async function sizeCommand(context: CommandContext): Promise<number> {
  const { options, console, locations } = context;
  const [first, second, ...rest] = options.operands;
  if (first === undefined || rest.length > 0) throw miscounted();
  await requirePlaces([options.json]);
  const read = (path: string): Promise<SizedFile> =>
    readSizedFile(path, { config: options.config, locations });
  const file = await read(first);
  const other = second === undefined ? null : await read(second);
  const lines =
    other === null
      ? [...sizeLines(file), ...operatorLines(file.facts)]
      : changeLines(file.size, other.size);
  console.out(`${lines.join("\n")}\n`);
  const files = [file, ...(other === null ? [] : [other])];
  if (options.json !== null)
    await writeText(options.json, `${JSON.stringify({ files: files.map(factsOf) }, null, 2)}\n`);
  return 0;
}

/** A file as it stands in JSON. */
function factsOf({ path, modules, ...whole }: SizedFile): unknown {
  return {
    path,
    ...numbersOf(whole),
    modules: modules.map(({ name, ...own }) => ({ name, ...numbersOf(own) })),
  };
}

function numbersOf({
  size,
  gzipBytes,
  brotliBytes,
}: Pick<SizedFile, "size" | "gzipBytes" | "brotliBytes">): object {
  const { bytes, sections, functions, imports, exports, dataBytes, customBytes } = size;
  const counts = { functions, imports, exports, dataBytes, customBytes };
  return { bytes, gzipBytes, brotliBytes, ...counts, sections };
}

function sizeLines({ path, size, gzipBytes, brotliBytes, modules }: SizedFile): string[] {
  return [
    ...(isGlueFile(path) ? moduleLines(modules) : []),
    row("section", ["bytes"]),
    ...size.sections.map(({ name, bytes }) => row(name, [formatCount(bytes)])),
    row("total", [formatCount(size.bytes)]),
    row("total, gzip", [formatCount(gzipBytes)]),
    row("total, brotli", [formatCount(brotliBytes)]),
    "",
    [
      formatQuantity(size.functions, "function"),
      formatQuantity(size.imports, "import"),
      formatQuantity(size.exports, "export"),
      `${formatQuantity(size.dataBytes, "byte")} of data`,
      `${formatQuantity(size.customBytes, "byte")} of custom sections`,
    ].join(", "),
    ...(size.bodies.length === 0 ? [] : ["", row("largest functions", ["bytes"])]),
    ...size.bodies.slice(0, LARGEST).map(({ name, bytes }) => row(name, [formatCount(bytes)])),
  ];
}

/** The modules of glue, by the numbers that their sections have. */
function moduleLines(modules: SizedFile["modules"]): string[] {
  const cells = ({ size, gzipBytes, brotliBytes }: SizedFile["modules"][number]): string[] =>
    [size.bytes, gzipBytes, brotliBytes].map(formatCount);
  return [
    row("module", ["bytes", "gzip", "brotli"]),
    ...modules.map((one, index) => row(`${index}: ${one.name}`, cells(one))),
    "",
  ];
}

/** The operators of a module, or of all core modules of a component, the most frequent first. */
function operatorLines(modules: readonly ModuleFacts[]): string[] {
  const sums = new Map<string, number>();
  try {
    for (const [name, count] of modules.flatMap((module) => [...countOperators(module)]))
      sums.set(name, (sums.get(name) ?? 0) + count);
  } catch (error) {
    // Sections are known without the code inside.
    if (!(error instanceof WasmFormatError)) throw error;
    return ["", `operators are not counted: ${error.message}`];
  }
  const counts = [...sums].sort((a, b) => b[1] - a[1]);
  if (counts.length === 0) return [];
  const rows = counts.slice(0, LARGEST).map(([name, count]) => row(name, [formatCount(count)]));
  return ["", row("most frequent operators", ["count"]), ...rows];
}

function changeLines(base: ModuleSize, candidate: ModuleSize): string[] {
  const { sections, functions } = compareSizes(base, candidate);
  const total = changeRow({ name: "total", base: base.bytes, candidate: candidate.bytes });
  const heading = ["before", "after", "change"];
  if (sections.length === 0) return [row("section", heading), total, "", "no section changed size"];
  return [
    row("section", heading),
    ...sections.map(changeRow),
    total,
    ...(functions.length === 0 ? [] : ["", row("functions that changed", heading)]),
    ...functions.slice(0, LARGEST).map(changeRow),
    "",
    ...explainSizeChange(base, candidate).map((text) => logText(text, NAME_WIDTH * 4)),
  ];
}

function changeRow({ name, base, candidate }: SizeChange): string {
  const change = candidate - base;
  return row(name, [formatCount(base), formatCount(candidate), formatSignedCount(change)]);
}

/** Names come from the module: control characters lose their effect. */
function row(name: string, cells: readonly string[]): string {
  const label = logText(name, NAME_WIDTH).padEnd(NAME_WIDTH);
  return [label, ...cells.map((cell) => cell.padStart(NUMBER_WIDTH))].join(" ");
}

function miscounted(): ActionError {
  return new ActionError({
    code: "usage",
    message: "size needs one module, or two to compare",
    hint: "For example: wasm-bench size old.wasm new.wasm",
  });
}
