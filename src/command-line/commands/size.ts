import { createDemangler } from "../../components/demangle-names.ts";
import { ActionError } from "../../errors.ts";
import { isJavaScript } from "../../files/is-javascript.ts";
import type { ModuleFacts } from "../../model/module-facts.ts";
import { logText } from "../../report/clean-text.ts";
import {
  alignSizes,
  listFunctions,
  type NamedSize,
  type SizedFunction,
  sizeByCrate,
  sizeByName,
} from "../../wasm/functions/sized-functions.ts";
import { crateOf, type Demangle, NO_CRATE } from "../../wasm/functions/tidy-name.ts";
import { countOperators } from "../../wasm/histogram.ts";
import { readProducers } from "../../wasm/producers.ts";
import { WasmFormatError } from "../../wasm/reader.ts";
import {
  changesBetween,
  compareSizes,
  explainSizeChange,
  type SizeChange,
} from "../../wasm/size-change.ts";
import { formatCount, formatQuantity, formatSignedCount } from "../../wording/number.ts";
import { readSizedFile, type SizedFile } from "../sized-file.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

const LARGEST = 10;
const NAME_WIDTH = 48;
const NUMBER_WIDTH = 12;

/** A file with all that is told of it. */
interface Measured extends SizedFile {
  readonly functions: readonly SizedFunction[];
}

/**
 * `size FILE [FILE]`: where a module's bytes are, by section, function and crate, or those of all modules that glue was
 * seen to compile; with two files what changed from the first to the second.
 *
 * @param context - options, console and locations
 * @returns exit code 0
 * @throws ActionError (`usage`) when a file cannot be read, is neither module nor component, or glue that compiles none, or
 *   the JSON file cannot be written
 */
export async function sizeCommand(context: CommandContext): Promise<number> {
  const { options, console, locations } = context;
  const [first, second, ...rest] = options.operands;
  if (first === undefined || rest.length > 0) throw miscounted();
  await requirePlaces([options.json]);
  const demangle = createDemangler(locations.demangler);
  const read = async (path: string): Promise<Measured> => {
    const file = await readSizedFile(path, { config: options.config, locations });
    return { ...file, functions: await functionsOf(file, demangle) };
  };
  const file = await read(first);
  const other = second === undefined ? null : await read(second);
  const lines = other === null ? sizeLines(file) : changeLines(file, other);
  console.out(`${lines.join("\n")}\n`);
  if (options.json !== null) await writeText(options.json, sizeDocument(file, other));
  return 0;
}

/** Sizes are known without the code inside, where an operator is not. */
async function functionsOf(
  { facts, size }: SizedFile,
  demangle: Demangle,
): Promise<SizedFunction[]> {
  try {
    return await listFunctions(facts, demangle);
  } catch (error) {
    if (!(error instanceof WasmFormatError)) throw error;
    const unknown = { exported: null, module: 0, body: "", shape: "" };
    return size.bodies.map((one) => ({ ...one, ...unknown }));
  }
}

/** All that is told of one file, or of two and what changed. */
function sizeDocument(file: Measured, other: Measured | null): string {
  const files = [file, ...(other === null ? [] : [other])].map(factsOf);
  const changes = other === null ? {} : { changes: changesOf(file, other) };
  return `${JSON.stringify({ files, ...changes }, null, 2)}\n`;
}

function changesOf(before: Measured, after: Measured): object {
  const { baseline, candidate } = alignSizes({ baseline: before, candidate: after });
  return { ...compareSizes(baseline, candidate), crates: crateChanges(before, after) };
}

function crateChanges(before: Measured, after: Measured): SizeChange[] {
  return changesBetween(sizeByCrate(before.functions), sizeByCrate(after.functions));
}

/** A file as it stands in JSON. */
function factsOf({ path, modules, functions, facts, ...whole }: Measured): unknown {
  return {
    path,
    ...numbersOf(whole),
    modules: modules.map(({ name, ...own }) => ({ name, ...numbersOf(own) })),
    functionSizes: sizeByName(functions),
    crates: sizeByCrate(functions),
    producers: facts.flatMap(readProducers),
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

function sizeLines(file: Measured): string[] {
  const { path, size, gzipBytes, brotliBytes, modules, functions, facts } = file;
  const crates = functions.some(({ name, named }) => named && crateOf(name) !== NO_CRATE);
  return [
    ...(isJavaScript(path) ? moduleLines(modules) : []),
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
    ...producerLines(facts),
    ...table("largest functions", sizeByName(functions)),
    ...(crates ? table("largest crates", sizeByCrate(functions)) : []),
    ...operatorLines(facts),
  ];
}

function producerLines(modules: readonly ModuleFacts[]): string[] {
  const made = modules
    .flatMap(readProducers)
    .map(({ name, version }) => `${name} ${version}`.trim());
  if (made.length === 0) return [];
  return [`made by ${logText([...new Set(made)].join(", "), NAME_WIDTH * 4)}`];
}

function table(title: string, parts: readonly NamedSize[]): string[] {
  if (parts.length === 0) return [];
  const shown = parts.slice(0, LARGEST).map(({ name, bytes }) => row(name, [formatCount(bytes)]));
  return ["", row(title, ["bytes"]), ...shown];
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

function changeLines(before: Measured, after: Measured): string[] {
  const { baseline, candidate } = alignSizes({ baseline: before, candidate: after });
  const { sections, functions } = compareSizes(baseline, candidate);
  const crates = crateChanges(before, after);
  const total = changeRow({ name: "total", base: baseline.bytes, candidate: candidate.bytes });
  const heading = ["before", "after", "change"];
  const changed = (title: string, changes: readonly SizeChange[]): string[] =>
    changes.length === 0
      ? []
      : ["", row(title, heading), ...changes.slice(0, LARGEST).map(changeRow)];
  if (sections.length === 0) return [row("section", heading), total, "", "no section changed size"];
  return [
    row("section", heading),
    ...sections.map(changeRow),
    total,
    ...changed("functions that changed", functions),
    ...changed("crates that changed", crates.length > 1 ? crates : []),
    "",
    ...explainSizeChange(baseline, candidate).map((text) => logText(text, NAME_WIDTH * 4)),
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
