/** How data gets into the memory of a core module. */
export interface DataPlace {
  /** Export that takes a length and returns a pointer; null where the address is fixed. */
  readonly alloc: string | null;
  /** Export that takes what `alloc` returned, and the length; null without one. */
  readonly free: string | null;
  /** Address of the first data; null where the module allocates. */
  readonly at: number | null;
  /** True for pointers of 64 bits. Only measuring processes are told. */
  readonly isWide?: boolean;
}

/** Where expected data stands: under the pointer a call returns, under that of an argument, or at an address. */
export type DataAt = "result" | number | { readonly argument: number };

/** What a call must leave behind or return, as a measuring process is told. */
export interface ExpectedData {
  /** The bytes themselves; null where only their hash is known. */
  readonly bytes: Uint8Array | null;
  /** SHA-256 in lower-case hex; null where the bytes are known. */
  readonly sha256: string | null;
  /** Where it stands in memory; null for data that is returned as it is. */
  readonly at: DataAt | null;
  /** How many bytes are looked at; `result` where the call returns it, null for as many as there are. */
  readonly length: number | "result" | null;
}
