/** Stands for a function at the node of whoever calls exports: fuel that no function spent, such as that of starting. */
export const HOST_NODE = -1;
/** Stands for a function at the node of what Wasmtime gives back: its fuel is negative. */
export const REFUND_NODE = -2;
/** Stands for a function above those whose way found no room in the tree. */
export const UNPLACED_NODE = -3;

/** One function that was called. */
export interface ProfiledFunction {
  /** What its module calls it, demangled where it can be; else an export's name; else `func[7]`. Hostile until escaped. */
  readonly name: string;
  /** Whether the name section or an export names it, so that the name means the same in another build. */
  readonly named: boolean;
  /** Name under which it is exported; null when it is not. */
  readonly exported: string | null;
  /** Core module it belongs to, by number, and its index there, imports first. */
  readonly module: number;
  readonly index: number;
  /** Hash of its body without what only moves: indices of functions, types, globals and the like. */
  readonly body: string;
  /** The same without constants and offsets. */
  readonly shape: string;
}

/** One function on one way by which it was called. */
export interface ProfileNode {
  /** Place in the list of functions; {@link HOST_NODE}, {@link REFUND_NODE} and {@link UNPLACED_NODE} are none. */
  readonly function: number;
  /** Place of the node it was called from, which comes before it; -1 for the first, and for those that are no functions. */
  readonly parent: number;
  readonly calls: number;
  /** Fuel of the function itself. */
  readonly self: number;
}

/** What one call consumed, by function and by the way it was called. Self fuel of all nodes adds up to the fuel. */
export interface FunctionProfile {
  readonly functions: readonly ProfiledFunction[];
  readonly nodes: readonly ProfileNode[];
}
