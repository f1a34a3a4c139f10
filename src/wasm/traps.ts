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

/** Stands for what a guest throws and nobody catches: the engine has no code for it, and its codes end at 255. */
const THROWN = 256;

/**
 * Codes of Wasmtime's traps as versions from 42 on number them (`wasmtime_trap_code_t`), with what they are called and how
 * they are sorted. Those below {@link FIRST_RENUMBERED_TRAP} are the same from 14 on.
 */
const TRAP_CODES: ReadonlyMap<number, TrapText> = new Map<number, TrapText>([
  [0, { text: "call stack exhausted", category: "stack exhausted" }],
  [1, { text: "out of bounds memory access", category: "memory out of bounds" }],
  [2, { text: "unaligned atomic", category: "unaligned atomic" }],
  [3, { text: "undefined element: out of bounds table access", category: "table out of bounds" }],
  [4, { text: "uninitialized element", category: "null or mismatched function" }],
  [5, { text: "indirect call type mismatch", category: "null or mismatched function" }],
  [6, { text: "integer overflow", category: "integer overflow" }],
  [7, { text: "integer divide by zero", category: "divide by zero" }],
  [8, { text: "invalid conversion to integer", category: "float unrepresentable" }],
  [9, { text: "unreachable instruction executed", category: "unreachable" }],
  [11, { text: "all fuel consumed", category: "fuel exhausted" }],
  [12, { text: "atomic wait on non-shared memory", category: "atomic wait not allowed" }],
  [13, { text: "null reference", category: "null reference" }],
  [14, { text: "out of bounds array access", category: "array out of bounds" }],
  [15, { text: "allocation size too large", category: "array too large" }],
  [16, { text: "cast failure", category: "illegal cast" }],
  [THROWN, { text: "thrown Wasm exception", category: "uncaught exception" }],
]);

/**
 * The first code that means another trap in another version: from 34 to 41 a trap of component adapters had this one, and
 * all behind it had one more than now; versions before 34 have no number for most of them.
 */
export const FIRST_RENUMBERED_TRAP = 11;

/** A trap of Wasmtime in words. */
export interface TrapText {
  readonly text: string;
  readonly category: TrapCategory;
}

/**
 * Tells what a trap of Wasmtime is by its code.
 *
 * @param code - `wasmtime_trap_code_t`
 * @returns its name and category; null for a code of no core instruction, whose message the engine tells
 */
export function trapOfCode(code: number): TrapText | null {
  return TRAP_CODES.get(code) ?? null;
}

/** As versions before 27 call the null reference of one type. */
const OLDER_WORDS: readonly (readonly [words: string, code: number])[] = [
  ["null i31 reference", 13],
];

const CODES_OF_WORDS: readonly (readonly [words: string, code: number])[] = [
  ...[...TRAP_CODES].map(([code, { text }]) => [text, code] as const),
  ...OLDER_WORDS,
];

/**
 * Finds the code of a trap by its message, whose words stay when codes are numbered anew.
 *
 * @param message - as Wasmtime tells it, such as ``wasm trap: wasm `unreachable` instruction executed``
 * @returns `wasmtime_trap_code_t` as versions from 42 on number it, or what stands for an exception that nobody caught; null for
 *   words of no trap of core code
 */
export function trapCodeOfWords(message: string): number | null {
  if (message === TRAP_CODES.get(THROWN)?.text) return THROWN;
  if (!message.startsWith(WASMTIME_PREFIX)) return null;
  const words = message
    .slice(WASMTIME_PREFIX.length)
    .replaceAll("`", "")
    .replace(/^wasm /, "");
  return CODES_OF_WORDS.find(([text]) => words.startsWith(text))?.[1] ?? null;
}

/** Words of a trap wherever an error stands in the engine's own: it ends with them, or they stand on a line of their own. */
const IN_WORDS = new RegExp(`${WASMTIME_PREFIX}(.+)`);

/**
 * Tells what a trap of Wasmtime is by its words: an error of a component has no code that the C API would tell.
 *
 * @param words - the engine's words for an error, causes included
 * @returns the words of the trap alone and its code, null for one of no core instruction; null for what is no trap
 */
export function trapOfWords(
  words: string,
): { readonly message: string; readonly code: number | null } | null {
  const found = IN_WORDS.exec(words)?.[1];
  if (found === undefined) return null;
  const code = trapCodeOfWords(WASMTIME_PREFIX + found);
  return { message: `${WASMTIME_PREFIX}${trapOfCode(code ?? -1)?.text ?? found}`, code };
}

/** The error of a trap that a native engine raised: its code stands beside its message. */
export class NativeTrap extends WebAssembly.RuntimeError {
  /** `wasmtime_trap_code_t`; null for a trap without one. */
  readonly trapCode: number | null;
  constructor(message: string, trapCode: number | null) {
    super(message);
    this.trapCode = trapCode;
  }
}

/** Programs of their own have classes of their own: a native trap is known by what it holds. */
function codeOf(error: WebAssembly.RuntimeError): number | null | undefined {
  return (error as { readonly trapCode?: number | null }).trapCode;
}

/**
 * Tells why a guest trapped. The common case is one look-up by message.
 *
 * @param error - whatever a call or an instantiation threw
 * @returns the category; null when it is no trap: errors of the boundary (TypeError), of linking, of compiling, and of the host
 * @see docs/measurement.md#crash-handling
 */
export function categorizeTrap(error: unknown): TrapCategory | null {
  if (error instanceof WebAssembly.RuntimeError) {
    const code = codeOf(error);
    if (code !== undefined) return categoryOfCode(code);
    return MESSAGES.get(error.message) ?? categorizeRest(error, DEEPEST_CAUSE);
  }
  if (error instanceof RangeError)
    return error.message === STACK_EXHAUSTED ? "stack exhausted" : null;
  return error instanceof WebAssembly.Exception ? "uncaught exception" : null;
}

function categoryOfCode(code: number | null): TrapCategory {
  return (code === null ? undefined : TRAP_CODES.get(code)?.category) ?? "other trap";
}

/** An error that only wraps another is what that is; causes may go round in circles. */
function categorizeRest({ message, cause }: WebAssembly.RuntimeError, depth: number): TrapCategory {
  const segment = SEGMENT.exec(message)?.[1];
  if (segment !== undefined)
    return segment === "data" ? "memory out of bounds" : "table out of bounds";
  if (!(cause instanceof WebAssembly.RuntimeError) || depth === 0) return "other trap";
  return MESSAGES.get(cause.message) ?? categorizeRest(cause, depth - 1);
}
