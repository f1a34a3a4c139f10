/**
 * Why a guest trapped. Where V8 cannot tell two causes apart, one category names the set;
 * {@link WASMTIME_TRAPS} lists the traps of Wasmtime it stands for.
 */
export type TrapCategory =
  | "unreachable"
  | "divide by zero"
  | "integer overflow"
  | "float unrepresentable"
  | "memory out of bounds"
  | "table out of bounds"
  | "null or mismatched function"
  | "null reference"
  | "illegal cast"
  | "array out of bounds"
  | "array too large"
  | "unaligned atomic"
  | "atomic wait not allowed"
  | "stack exhausted"
  | "uncaught exception"
  | "fuel exhausted"
  | "other trap";

/** Message of the error that instrumented code is reported with when its budget is spent. */
export const FUEL_EXHAUSTED = "fuel exhausted";

/** Traps of Wasmtime (names of its `Trap` enumeration) that each category stands for; more than one where V8 uses one message. */
export const WASMTIME_TRAPS: Readonly<Record<TrapCategory, readonly string[]>> = {
  unreachable: ["UnreachableCodeReached"],
  "divide by zero": ["IntegerDivisionByZero"],
  "integer overflow": ["IntegerOverflow"],
  "float unrepresentable": ["IntegerOverflow", "BadConversionToInteger"],
  "memory out of bounds": ["MemoryOutOfBounds"],
  "table out of bounds": ["TableOutOfBounds"],
  "null or mismatched function": ["IndirectCallToNull", "BadSignature"],
  "null reference": ["NullReference"],
  "illegal cast": ["CastFailure"],
  "array out of bounds": ["ArrayOutOfBounds"],
  "array too large": ["AllocationTooLarge"],
  "unaligned atomic": ["HeapMisaligned"],
  "atomic wait not allowed": ["AtomicWaitNonSharedMemory"],
  "stack exhausted": ["StackOverflow"],
  "uncaught exception": [],
  "fuel exhausted": ["OutOfFuel"],
  "other trap": [],
};

/** What stands before Wasmtime's words for a trap. */
const WASMTIME_PREFIX = "wasm trap: ";

/** Wasmtime's words, which the JavaScript of a transpiled component puts in the place of the engine's. */
const WASMTIME_WORDS: readonly (readonly [words: string, category: TrapCategory])[] = [
  ["wasm `unreachable` instruction executed", "unreachable"],
  ["integer divide by zero", "divide by zero"],
  ["integer overflow", "integer overflow"],
  ["invalid conversion to integer", "float unrepresentable"],
  ["out of bounds memory access", "memory out of bounds"],
  ["undefined element: out of bounds table access", "table out of bounds"],
  ["uninitialized element", "null or mismatched function"],
  ["indirect call type mismatch", "null or mismatched function"],
  ["null reference", "null reference"],
  ["cast failure", "illegal cast"],
  ["out of bounds array access", "array out of bounds"],
  ["allocation size too large", "array too large"],
  ["unaligned atomic", "unaligned atomic"],
  ["atomic wait on non-shared memory", "atomic wait not allowed"],
  ["call stack exhausted", "stack exhausted"],
  ["all fuel consumed by WebAssembly", "fuel exhausted"],
];

const MESSAGES: ReadonlyMap<string, TrapCategory> = new Map<string, TrapCategory>([
  ...WASMTIME_WORDS.map(([words, category]) => [`${WASMTIME_PREFIX}${words}`, category] as const),
  ["unreachable", "unreachable"],
  ["divide by zero", "divide by zero"],
  ["remainder by zero", "divide by zero"],
  ["divide result unrepresentable", "integer overflow"],
  ["float unrepresentable in integer range", "float unrepresentable"],
  ["memory access out of bounds", "memory out of bounds"],
  ["data segment out of bounds", "memory out of bounds"],
  ["table index is out of bounds", "table out of bounds"],
  ["table access out of bounds", "table out of bounds"],
  ["table or element segment out of bounds", "table out of bounds"],
  ["element segment out of bounds", "table out of bounds"],
  ["null function or function signature mismatch", "null or mismatched function"],
  ["dereferencing a null pointer", "null reference"],
  ["rethrowing null value", "null reference"],
  ["illegal cast", "illegal cast"],
  ["array element access out of bounds", "array out of bounds"],
  ["requested new array is too large", "array too large"],
  ["operation does not support unaligned accesses", "unaligned atomic"],
  ["Atomics.wait cannot be called in this context", "atomic wait not allowed"],
  [FUEL_EXHAUSTED, "fuel exhausted"],
]);

const STACK_EXHAUSTED = "Maximum call stack size exceeded";
/** Wrapped errors that are looked into. */
const DEEPEST_CAUSE = 4;
const SEGMENT = /(data|element|table)[^:]* is out of bounds/;

/**
 * Tells why a guest trapped. The common case is one look-up by message.
 *
 * @param error - whatever a call or an instantiation threw
 * @returns the category; null when it is no trap: errors of the boundary (TypeError), of linking, of compiling, and of the host
 * @see docs/measurement.md#crash-handling
 */
export function categorizeTrap(error: unknown): TrapCategory | null {
  if (error instanceof WebAssembly.RuntimeError)
    return MESSAGES.get(error.message) ?? categorizeRest(error, DEEPEST_CAUSE);
  if (error instanceof RangeError)
    return error.message === STACK_EXHAUSTED ? "stack exhausted" : null;
  return error instanceof WebAssembly.Exception ? "uncaught exception" : null;
}

/** An error that only wraps another is what that is; causes may go round in circles. */
function categorizeRest({ message, cause }: WebAssembly.RuntimeError, depth: number): TrapCategory {
  const segment = SEGMENT.exec(message)?.[1];
  if (segment !== undefined)
    return segment === "data" ? "memory out of bounds" : "table out of bounds";
  if (!(cause instanceof WebAssembly.RuntimeError) || depth === 0) return "other trap";
  return MESSAGES.get(cause.message) ?? categorizeRest(cause, depth - 1);
}
