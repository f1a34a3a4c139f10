import { createDemangler } from "../../components/demangle-names.ts";
import { ActionError } from "../../errors.ts";
import type { ModuleFacts } from "../../model/module-facts.ts";
import { logText } from "../../report/clean-text.ts";
import { measureComponent, readCoreModules } from "../../wasm/component/component-size.ts";
import {
  alignSizes,
  listFunctions,
  type NamedSize,
  type SizedModule,
  sizeByCrate,
  sizeByName,
} from "../../wasm/functions/sized-functions.ts";
import { crateOf, type Demangle, NO_CRATE } from "../../wasm/functions/tidy-name.ts";
import { countOperators } from "../../wasm/histogram.ts";
import { readProducers } from "../../wasm/producers.ts";
import { measureSize } from "../../wasm/size.ts";
import {
  changesBetween,
  compareSizes,
  explainSizeChange,
  type SizeChange,
} from "../../wasm/size-change.ts";
import { formatCount, formatQuantity, formatSignedCount } from "../../wording/number.ts";
import { type ModuleFile, readModuleFile } from "../module-file.ts";
import { requirePlaces, writeText } from "../write-text.ts";
import type { CommandContext } from "./run.ts";

const LARGEST = 10;
const NAME_WIDTH = 48;
const NUMBER_WIDTH = 12;

/** A file with all that is told of it. */
interface Measured extends SizedModule {
  readonly modules: readonly ModuleFacts[];
}

/**
 * `size FILE [FILE]`: where a module's bytes are, by section, function and crate; with two files what changed from the
 * first to the second.
 *
 * @param context - options, console and locations
 * @returns exit code 0
 * @throws ActionError (`usage`) when a file cannot be read or is neither core module nor component, or the JSON file
 *   cannot be written
 */
export async function sizeCommand(context: CommandContext): Promise<number> {
  const { options, console, locations } = context;
  const [first, second, ...rest] = options.operands;
  if (first === undefined || rest.length > 0) throw miscounted();
  await requirePlaces([options.json]);
  const demangle = createDemangler(locations.demangler);
  const read = async (path: string): Promise<Measured> =>
    measure(await readModuleFile(path, locations.componentTools), demangle);
  const file = await read(first);
  const other = second === undefined ? null : await read(second);
  const lines = other === null ? oneLines(file) : changeLines(file, other);
  console.out(`${lines.join("\n")}\n`);
  if (options.json !== null)
    await writeText(options.json, sizeDocument(other === null ? [file] : [file, other]));
  return 0;
}

async function measure({ bytes, module }: ModuleFile, demangle: Demangle): Promise<Measured> {
  const modules = module === null ? readCoreModules(bytes) : [module];
  return {
    modules,
    size: module === null ? measureComponent(bytes) : measureSize(module),
    functions: await listFunctions(modules, demangle),
  };
}

function oneLines({ size, functions, modules }: Measured): string[] {
  const made = modules
    .flatMap(readProducers)
    .map(({ name, version }) => `${name} ${version}`.trim());
  const crates = sizeByCrate(functions);
  const hasCrates = functions.some(({ name, named }) => named && crateOf(name) !== NO_CRATE);
  return [
    row("section", ["bytes"]),
    ...size.sections.map(({ name, bytes }) => row(name, [formatCount(bytes)])),
    row("total", [formatCount(size.bytes)]),
    "",
    [
      formatQuantity(size.functions, "function"),
      formatQuantity(size.imports, "import"),
      formatQuantity(size.exports, "export"),
      `${formatQuantity(size.dataBytes, "byte")} of data`,
      `${formatQuantity(size.customBytes, "byte")} of custom sections`,
    ].join(", "),
    ...(made.length === 0
      ? []
      : [`made by ${logText([...new Set(made)].join(", "), NAME_WIDTH * 4)}`]),
    ...table("largest functions", sizeByName(functions)),
    ...(hasCrates ? table("largest crates", crates) : []),
    ...operatorLines(modules),
  ];
}

function table(title: string, parts: readonly NamedSize[]): string[] {
  if (parts.length === 0) return [];
  const shown = parts.slice(0, LARGEST).map(({ name, bytes }) => row(name, [formatCount(bytes)]));
  return ["", row(title, ["bytes"]), ...shown];
}

/** The operators of a module, or of all core modules of a component, the most frequent first. */
function operatorLines(modules: readonly ModuleFacts[]): string[] {
  const sums = new Map<string, number>();
  for (const [name, count] of modules.flatMap((module) => [...countOperators(module)]))
    sums.set(name, (sums.get(name) ?? 0) + count);
  const counts = [...sums].sort((a, b) => b[1] - a[1]);
  if (counts.length === 0) return [];
  const rows = counts.slice(0, LARGEST).map(([name, count]) => row(name, [formatCount(count)]));
  return ["", row("most frequent operators", ["count"]), ...rows];
}

function changeLines(before: Measured, after: Measured): string[] {
  const { baseline, candidate } = alignSizes({ baseline: before, candidate: after });
  const { sections, functions } = compareSizes(baseline, candidate);
  const crates = changesBetween(sizeByCrate(before.functions), sizeByCrate(after.functions));
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

/** All that is told of one file, or of two and what changed. */
function sizeDocument(files: readonly Measured[]): string {
  const told = files.map(({ size, functions, modules }) => ({
    bytes: size.bytes,
    sections: size.sections,
    imports: size.imports,
    exports: size.exports,
    functions: sizeByName(functions),
    crates: sizeByCrate(functions),
    producers: modules.flatMap(readProducers),
  }));
  const [before, after] = files;
  if (before === undefined || after === undefined) return `${JSON.stringify(told[0], null, 2)}\n`;
  const { baseline, candidate } = alignSizes({ baseline: before, candidate: after });
  const changes = {
    ...compareSizes(baseline, candidate),
    crates: changesBetween(sizeByCrate(before.functions), sizeByCrate(after.functions)),
  };
  return `${JSON.stringify({ baseline: told[0], candidate: told[1], changes }, null, 2)}\n`;
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
