/** The guest answered, but not as expected. */
export class WrongResult extends Error {
  constructor(
    call: string,
    expected: unknown,
    actual: unknown,
    options: { readonly cause?: unknown } = {},
  ) {
    super(
      `${call} returned ${describeValue(actual)}, expected ${describeValue(expected)}`,
      options,
    );
    this.name = "WrongResult";
  }
}

/** A component's function returned the error of its `result`. */
export class ErrorResult extends WrongResult {
  constructor(call: string, options: { readonly cause: { readonly payload: unknown } }) {
    super(call, "a result that is ok", options.cause.payload, options);
    this.message = `${call} returned the error ${describeValue(options.cause.payload)}; a call that is measured must succeed`;
    this.name = "ErrorResult";
  }
}

/** A call that must trap returned instead. */
export class MissingTrap extends Error {
  constructor(call: string) {
    super(`${call} returned, expected a trap`);
    this.name = "MissingTrap";
  }
}

/** The user's imports module or glue is at fault, not the guest. */
export class HostError extends Error {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = "HostError";
  }
}

/** A part besides the call failed: making the guest, or a part of the user's workload module; the cause tells how. */
export class PartFault extends Error {
  constructor(part: string, options: { readonly cause: unknown }) {
    super(`${part} failed`, options);
    this.name = "PartFault";
  }
}

/** A call ran, and not all of it could be counted. */
export class Uncounted extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Uncounted";
  }
}

/** The guest ended itself (`proc_exit`). */
export class GuestExit extends Error {
  readonly exitCode: number;
  constructor(exitCode: number) {
    super(`the guest exited with code ${exitCode}`);
    this.name = "GuestExit";
    this.exitCode = exitCode;
  }
}

/** Characters of a value that a message shows, and more items of a list than these are. */
const LONGEST_SHOWN = 80;

function isRecord(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** The first items of a list of any kind; null for anything else. */
function itemsOf(value: unknown): readonly unknown[] | null {
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && !(value instanceof DataView)))
    return null;
  return Array.from((value as Uint8Array).slice(0, LONGEST_SHOWN));
}

/** What JSON has no word for is shown as JavaScript writes it. */
function jsonWord(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

function jsonOf(value: object): string {
  try {
    return JSON.stringify(value, jsonWord);
  } catch {
    return "an object";
  }
}

/**
 * A value as people read it.
 *
 * @param value - anything: an argument, a result
 * @returns its beginning, in at most 80 characters and an ellipsis where there is more
 */
export function describeValue(value: unknown): string {
  if (typeof value === "bigint") return cut(`${value}n`);
  if (typeof value === "string") return cut(JSON.stringify(value.slice(0, LONGEST_SHOWN + 1)));
  const shown = itemsOf(value) ?? value;
  const text = Array.isArray(shown) || isRecord(shown) ? jsonOf(shown) : String(shown);
  return cut(text);
}

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
