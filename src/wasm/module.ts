import { readEntities } from "./module-entities.ts";
import { readBodies, readDataSegments, readElementSegments } from "./module-segments.ts";
import { readFunctionNames } from "./name-section.ts";
import { ByteReader, WasmFormatError } from "./reader.ts";
import { readSections, SECTION, type Section } from "./sections.ts";
import { type DefinedType, type FunctionType, readTypes } from "./type-section.ts";

/** What an import or export is. */
export type ExternalKind = "function" | "table" | "memory" | "global" | "tag";

/** Size limits of a memory (in its pages) or a table (in elements). */
export interface Limits {
  readonly min: number;
  /** Null when it may grow without declared limit. */
  readonly max: number | null;
  readonly shared: boolean;
  /** True when addressed by i64. */
  readonly is64: boolean;
}

/** A table's element type and limits. */
export interface TableType extends Limits {
  readonly element: string;
}

/** A global's value type and mutability. */
export interface GlobalType {
  readonly type: string;
  readonly mutable: boolean;
}

/** One import. */
export interface Import {
  readonly module: string;
  readonly name: string;
  readonly kind: ExternalKind;
  /** The signature for people, such as `(i32, i32) -> (i32)`, `memory 1..2`, `global (mut i64)`. */
  readonly type: string;
}

/** One export. */
export interface Export {
  readonly name: string;
  readonly kind: ExternalKind;
  readonly index: number;
}

/** A range of bytes of the file that belongs to one function or segment. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The body of a function defined in the module. */
export interface FunctionBody extends ByteRange {
  /** Index in the function index space (imports first). */
  readonly index: number;
}

/** One data or element segment. */
export interface Segment extends ByteRange {
  readonly mode: "active" | "passive" | "declared";
  /** Bytes of data, or number of elements. */
  readonly size: number;
}

/** The facts of a core module. Index spaces hold imports first. */
export interface ModuleFacts {
  readonly bytes: Uint8Array;
  readonly sections: readonly Section[];
  readonly types: readonly DefinedType[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** Type index of every function. */
  readonly functions: readonly number[];
  readonly importedFunctions: number;
  readonly tables: readonly TableType[];
  readonly memories: readonly Limits[];
  readonly globals: readonly GlobalType[];
  /** Type index of every tag. */
  readonly tags: readonly number[];
  /** Index of the start function, or null. */
  readonly start: number | null;
  readonly bodies: readonly FunctionBody[];
  readonly elements: readonly Segment[];
  readonly data: readonly Segment[];
  /** Names from the name section by function index; empty when there is none. */
  readonly functionNames: ReadonlyMap<number, string>;
}

/**
 * Decodes a core module into facts. It does not validate: an engine does that.
 *
 * @param bytes - the module; kept by reference
 * @returns its sections, types, imports, exports, limits, bodies, segments and names
 * @throws WasmFormatError naming the offset when the bytes cannot be read
 */
export function readModule(bytes: Uint8Array): ModuleFacts {
  const sections = readSections(bytes);
  const open = (id: number): ByteReader | null => {
    const section = sections.find((candidate) => candidate.id === id);
    return section === undefined ? null : new ByteReader(bytes, section.contentStart, section.end);
  };
  const types = inSection(open(SECTION.type), readTypes) ?? [];
  const entities = readEntities(open, types);
  const bodies =
    inSection(open(SECTION.code), (reader) => readBodies(reader, entities.importedFunctions)) ?? [];
  if (bodies.length !== entities.functions.length - entities.importedFunctions) {
    throw new WasmFormatError("function and code section disagree", bytes.length);
  }
  return {
    bytes,
    sections,
    types,
    ...entities,
    start: inSection(open(SECTION.start), (reader) => reader.u32()),
    bodies,
    elements: inSection(open(SECTION.element), readElementSegments) ?? [],
    data: inSection(open(SECTION.data), readDataSegments) ?? [],
    functionNames: readFunctionNames(bytes, sections),
  };
}

/**
 * Looks up the signature of a function.
 *
 * @param facts - the module
 * @param index - function index, imports first
 * @returns its parameters and results; null when there is no such function
 */
export function functionTypeOf(
  facts: Pick<ModuleFacts, "types" | "functions">,
  index: number,
): FunctionType | null {
  const type = facts.types[facts.functions[index] ?? -1];
  return type?.kind === "function" ? type : null;
}

/**
 * Lists the exported functions with their signatures.
 *
 * @param facts - the module
 * @returns signature by export name, value types in the text format's names
 */
export function exportedSignatures(facts: ModuleFacts): Map<string, FunctionType> {
  const signatures = new Map<string, FunctionType>();
  for (const { name, kind, index } of facts.exports) {
    const type = kind === "function" ? functionTypeOf(facts, index) : null;
    if (type !== null) signatures.set(name, type);
  }
  return signatures;
}

function inSection<Value>(
  reader: ByteReader | null,
  read: (reader: ByteReader) => Value,
): Value | null {
  return reader === null ? null : read(reader);
}
