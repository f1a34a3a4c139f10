/**
 * How an instrumented module keeps its tree of calls in a memory of its own. From the start: a cache from a parent and a
 * function to the node, the node of the host, the node of refunds, one node for each function where there is no room for
 * a tree, then nodes and edges as they are made.
 */

/** Bytes of one entry of the cache, and where its parts are. */
export const CACHE = { BYTES: 16, KEY: 0, TARGET: 8, END: 16_384 } as const;

/** Keeps an offset inside of the cache, at the beginning of an entry. */
export const CACHE_MASK: number = CACHE.END - CACHE.BYTES;

/** Bytes of a node, and where its parts are: self fuel and calls (i64), function, parent and first edge (i32). */
export const NODE = { BYTES: 32, SELF: 0, CALLS: 8, FUNCTION: 16, PARENT: 20, FIRST: 24 } as const;

/** Bytes of an edge, and where its parts are: called function, its node and the next edge (i32). */
export const EDGE = { BYTES: 16, FUNCTION: 0, TARGET: 4, NEXT: 8 } as const;

/** Address of the node of whoever calls exports. */
export const ROOT: number = CACHE.END;

/** Address of the node that holds what Wasmtime gives back. */
export const REFUND: number = ROOT + NODE.BYTES;

/** Address of the first node for functions that find no room in the tree. */
export const FLAT: number = REFUND + NODE.BYTES;

/** Pages a tree may grow by: 170,000 paths. */
export const TREE_PAGES = 128;

/** Pages it grows by at a time. */
export const GROWTH_PAGES = 16;

/** What the code of a module needs to know of its tree. */
export interface TreePlace {
  /** Index of the tree's memory. */
  readonly memory: number;
  /** Index of the global with the current node, i32. */
  readonly node: number;
  /** Index of the global with the fuel up to which all is attributed, i64. */
  readonly mark: number;
  /** Index of the global with the first free address, i32. */
  readonly next: number;
  /** Index of the function that finds or makes a node. */
  readonly lookup: number;
  /** Index of the function that every function calls first. */
  readonly entry: number;
  /** Imported functions, which have no node. */
  readonly imported: number;
  /** Address after the nodes of functions that found no room. */
  readonly flatEnd: number;
}
