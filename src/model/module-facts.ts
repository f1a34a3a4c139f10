/** One section of a module, by offsets into the file. */
export interface Section {
  /** `code`, `data`, … or `custom:NAME`. */
  readonly name: string;
  readonly id: number;
  /** Offset of the section's id byte. */
  readonly start: number;
  /** Offset of its contents; of a custom section, after its name. */
  readonly contentStart: number;
  readonly end: number;
  /** Bytes in the file with id and length: header and sections together are the file. */
  readonly bytes: number;
}

/** Parameters and results of a function, as names of the text format. */
export interface FunctionType {
  readonly kind: "function";
  readonly params: readonly string[];
  readonly results: readonly string[];
  /** Where the results stand in the file: their count, then their types. */
  readonly resultsStart: number;
  readonly resultsEnd: number;
}

/** A structure or array type of the garbage-collection proposal. */
export interface AggregateType {
  readonly kind: "struct" | "array";
  readonly fields: readonly string[];
}

/** One entry of the type index space. */
export type DefinedType = FunctionType | AggregateType;

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
