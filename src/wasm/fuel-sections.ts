import type { ModuleFacts } from "../model/module-facts.ts";
import { ByteWriter } from "./encoder.ts";
import { appendBody, type CodeTarget } from "./fuel-body.ts";
import { FuelEmitter } from "./fuel-emitter.ts";
import type { FuelGlobals } from "./fuel-place.ts";
import { ROOT, type TreePlace } from "./functions/tree-layout.ts";
import { TYPE } from "./mnemonics.ts";
import { appendToVector, type Replacements } from "./rebuild.ts";
import { SECTION } from "./sections.ts";
import { functionTypeOf } from "./signatures.ts";

const FUNCTION_FORM = 0x60;
const EMPTY_BLOCK = 0x40;
const CALL = 0x10;
const END = 0x0b;
const I64_MUTABLE: readonly number[] = [0x7e, 1];
const I64_MUTABLE_ZERO: readonly number[] = [...I64_MUTABLE, 0x42, 0, END];
const I32_MUTABLE: readonly number[] = [TYPE.I32, 1];
const I32_CONST = 0x41;
const I32_MUTABLE_ZERO: readonly number[] = [0x7f, 1, 0x41, 0, END];
const I64_CONST = 0x42;
/** 2^63 - 1 as a signed LEB128 number of 10 bytes, the form that is rewritten in place. */
const LARGEST_I64: readonly number[] = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];
const EXPORT_FUNCTION = 0;
const EXPORT_TABLE = 1;
const EXPORT_MEMORY = 2;
const EXPORT_GLOBAL = 3;
const FUEL_EXPORT = "wasm-bench.fuel";
const TREE_EXPORT = "wasm-bench.calls-";
const START_EXPORT = "wasm-bench.start";
const EXHAUSTED_EXPORT = "wasm-bench.fuel-exhausted";
const MEMORY_EXPORT = "wasm-bench.memory";
const TABLE_EXPORT = "wasm-bench.table";

/** Types appended to a module: `() -> results` for blocks around bodies, `() -> ()` for a start function. */
export interface ResultTypes {
  /** Writes the block type for the results of a function. */
  readonly write: (writer: ByteWriter, functionIndex: number) => void;
  /** Index of the type `() -> ()`. */
  readonly empty: () => number;
  /** Index of the type `(i32, i32) -> (i32)`. */
  readonly lookup: () => number;
  /** Puts the extended type section among the replacements, if it was extended. */
  readonly addTo: (replacements: Replacements) => void;
}

/**
 * Collects the types that the pass appends.
 *
 * @param facts - the module
 * @returns a collector that gives each needed type one index after the module's own
 */
export function createResultTypes(facts: ModuleFacts): ResultTypes {
  const appended = new ByteWriter();
  const indices = new Map<number, number>();
  const append = (key: number, results: Uint8Array, params: readonly number[] = []): number => {
    const known = indices.get(key);
    if (known !== undefined) return known;
    appended.u8(FUNCTION_FORM).u32(params.length).raw(params).raw(results);
    indices.set(key, facts.types.length + indices.size);
    return facts.types.length + indices.size - 1;
  };
  return {
    write: (writer: ByteWriter, functionIndex: number): void => {
      const type = functionTypeOf(facts, functionIndex);
      const count = type?.results.length ?? 0;
      if (type === null || count === 0) writer.u8(EMPTY_BLOCK);
      else if (count === 1)
        writer.raw(facts.bytes.subarray(type.resultsStart + 1, type.resultsEnd));
      else {
        const results = facts.bytes.subarray(type.resultsStart, type.resultsEnd);
        writer.s32(append(facts.functions[functionIndex] ?? -1, results));
      }
    },
    empty: (): number => append(-1, Uint8Array.of(0)),
    lookup: (): number => append(-2, Uint8Array.of(1, TYPE.I32), [TYPE.I32, TYPE.I32]),
    addTo: (replacements: Replacements): void => {
      if (indices.size > 0)
        appendToVector(facts, replacements, {
          id: SECTION.type,
          items: appended,
          count: indices.size,
        });
    },
  };
}

/**
 * Appends the three globals, and those of a tree of calls; no index of the module moves.
 *
 * @param facts - the module
 * @param replacements - receives the extended global section
 * @param tree - the tree of calls; null without one
 * @returns offsets in the section's contents: of the initial budget, and of the first mark of the tree, which equals it
 */
export function addGlobals(
  facts: ModuleFacts,
  replacements: Replacements,
  tree: TreePlace | null,
): { readonly budget: number; readonly mark: number | null } {
  const items = new ByteWriter().raw(I64_MUTABLE).u8(I64_CONST);
  const budget = items.length;
  items.raw(LARGEST_I64).u8(END).raw(I32_MUTABLE_ZERO).raw(I64_MUTABLE_ZERO);
  let mark: number | null = null;
  if (tree !== null) {
    items.raw(I32_MUTABLE).u8(I32_CONST).s32(ROOT).u8(END).raw(I64_MUTABLE).u8(I64_CONST);
    mark = items.length;
    items.raw(LARGEST_I64).u8(END).raw(I32_MUTABLE).u8(I32_CONST).s32(tree.flatEnd).u8(END);
  }
  const count = tree === null ? 3 : 6;
  const length = appendToVector(facts, replacements, { id: SECTION.global, items, count });
  const offset = length - items.length;
  return { budget: offset + budget, mark: mark === null ? null : offset + mark };
}

/** Functions appended to a module, by what has been appended so far. */
export interface AppendedFunctions {
  /** Appends one, by the index of its type; gives its index. */
  readonly add: (type: number) => number;
  /** How many there are. */
  readonly count: () => number;
  /** Puts the extended function section among the replacements, if it was extended. */
  readonly addTo: (replacements: Replacements) => void;
}

/**
 * Collects the functions that the pass appends; their bodies must be written in the same order.
 *
 * @param facts - the module
 * @returns a collector that gives each an index after the module's own
 */
export function createAppendedFunctions(facts: ModuleFacts): AppendedFunctions {
  const items = new ByteWriter();
  let count = 0;
  return {
    add: (type: number): number => {
      items.u32(type);
      count += 1;
      return facts.functions.length + count - 1;
    },
    count: () => count,
    addTo: (replacements: Replacements): void => {
      if (count > 0) appendToVector(facts, replacements, { id: SECTION.function, items, count });
    },
  };
}

/** Names of the exports that control an instrumented module. */
export interface FuelExportNames {
  readonly fuelExport: string;
  readonly exhaustedExport: string;
  readonly startExport: string | null;
  /** Of every memory and every table, which the module may keep to itself. */
  readonly storageExports: readonly string[];
  readonly hiddenExports: readonly string[];
  /** Names of the exports of the tree of calls; null without one. */
  readonly treeExports: TreeExports | null;
}

/** Names of the exports of a tree of calls. */
export interface TreeExports {
  readonly memory: string;
  readonly node: string;
  readonly mark: string;
}

/**
 * Exports the two globals, all memories and tables, and the start function when it is deferred, under names the module
 * does not use.
 *
 * @param facts - the module
 * @param replacements - receives the extended export section; loses the start section when it is deferred
 * @param indices - index of the fuel global (the other one follows it), of the deferred start function, and the tree of calls
 * @returns the names
 */
export function addFuelExports(
  facts: ModuleFacts,
  replacements: Replacements,
  indices: {
    readonly fuel: number;
    readonly start: number | null;
    readonly tree: TreePlace | null;
  },
): FuelExportNames {
  const taken = new Set(facts.exports.map(({ name }) => name));
  const fuelExport = freeName(FUEL_EXPORT, taken);
  const exhaustedExport = freeName(EXHAUSTED_EXPORT, taken);
  const items = new ByteWriter().name(fuelExport).u8(EXPORT_GLOBAL).u32(indices.fuel);
  items
    .name(exhaustedExport)
    .u8(EXPORT_GLOBAL)
    .u32(indices.fuel + 1);
  const startExport = indices.start === null ? null : freeName(START_EXPORT, taken);
  if (indices.start !== null) {
    items
      .name(startExport ?? "")
      .u8(EXPORT_FUNCTION)
      .u32(indices.start);
    replacements.set(SECTION.start, new ByteWriter());
  }
  const storageExports = [
    ...facts.memories.map((_, index) => ({ kind: EXPORT_MEMORY, index, name: MEMORY_EXPORT })),
    ...facts.tables.map((_, index) => ({ kind: EXPORT_TABLE, index, name: TABLE_EXPORT })),
  ].map(({ kind, index, name }): string => {
    const free = freeName(`${name}-${index}`, taken);
    items.name(free).u8(kind).u32(index);
    return free;
  });
  const treeExports = indices.tree === null ? null : exportTree(items, indices.tree, taken);
  const hiddenExports = [
    fuelExport,
    exhaustedExport,
    ...(startExport === null ? [] : [startExport]),
    ...storageExports,
    ...Object.values(treeExports ?? {}),
  ];
  appendToVector(facts, replacements, { id: SECTION.export, items, count: hiddenExports.length });
  return {
    fuelExport,
    exhaustedExport,
    startExport,
    storageExports,
    hiddenExports,
    treeExports,
  };
}

function exportTree(
  items: ByteWriter,
  { memory, node, mark }: TreePlace,
  taken: ReadonlySet<string>,
): TreeExports {
  const names = {
    memory: freeName(`${TREE_EXPORT}memory`, taken),
    node: freeName(`${TREE_EXPORT}node`, taken),
    mark: freeName(`${TREE_EXPORT}mark`, taken),
  };
  items.name(names.memory).u8(EXPORT_MEMORY).u32(memory);
  items.name(names.node).u8(EXPORT_GLOBAL).u32(node);
  items.name(names.mark).u8(EXPORT_GLOBAL).u32(mark);
  return names;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? freeName(`${wanted}'`, taken) : wanted;
}

/** What {@link addStart} extends. */
export interface StartParts {
  readonly globals: FuelGlobals;
  readonly cached: boolean;
  readonly types: ResultTypes;
  readonly functions: AppendedFunctions;
  readonly target: CodeTarget;
}

/**
 * Appends a function that calls the start function, as Wasmtime does since release 46, and makes it the start.
 *
 * @param facts - the module; it has a start function
 * @param replacements - receives the new start section
 * @param parts - globals, whether they are cached in a local, appended types and functions, and where the body goes
 * @returns index of the new function
 */
export function addStart(
  facts: ModuleFacts,
  replacements: Replacements,
  parts: StartParts,
): number {
  const index = parts.functions.add(parts.types.empty());
  replacements.set(SECTION.start, new ByteWriter().u32(index));
  const { target, globals, cached } = parts;
  const out = target.body.clear();
  const emitter = new FuelEmitter(facts.bytes, 0, { out, globals, firstLocal: 0, cached });
  emitter.enter();
  emitter.pending = 1;
  emitter.flushAndSave();
  out.u8(CALL).u32(facts.start ?? 0);
  emitter.load();
  emitter.save();
  out.u8(END);
  target.head.clear().u32(emitter.added.length);
  for (const type of emitter.added) target.head.u8(1).u8(type);
  appendBody(target);
  return index;
}
