/** What a pinned clock shows first: 2000-01-01T00:00:00Z, in ms since the epoch. */
const EPOCH_MS = 946_684_800_000;
/** What it advances by whenever it is read, so that a guest that waits for it comes to an end. */
const STEP_MS = 1;
const NS_PER_MS = 1_000_000n;

/** Clocks and randomness that repeat exactly. */
export interface Pins {
  /** Milliseconds since the epoch; every reading advances them by one. */
  readonly now: () => number;
  /** The next byte of a fixed sequence. */
  readonly byte: () => number;
}

/**
 * Makes clocks and randomness that start anew.
 *
 * @returns the same readings and bytes for every call
 */
export function createPins(): Pins {
  let read = 0;
  let state = 1;
  return {
    now: (): number => {
      read += STEP_MS;
      return EPOCH_MS + read;
    },
    byte: (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    },
  };
}

/**
 * Replaces the clocks and the randomness of this process that synchronous host code reads.
 *
 * @param pins - what is read instead
 * @returns puts everything back
 */
export function pinGlobals(pins: Pins): () => void {
  const { now, byte } = pins;
  const real = Date;
  const date = new Proxy(real, {
    apply: (): string => new real(now()).toString(),
    construct: (target: DateConstructor, args: unknown[], made: NewableFunction): Date =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made) as Date,
    get: (target: DateConstructor, key: string | symbol): unknown =>
      key === "now" ? now : Reflect.get(target, key),
  });
  const fill = <View extends ArrayBufferView>(view: View): View => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    bytes.forEach((_, index) => {
      bytes[index] = byte();
    });
    return view;
  };
  const random = (): number => (byte() * 65_536 + byte() * 256 + byte()) / 2 ** 24;
  const undo = [
    replace(globalThis, "Date", date),
    replace(performance, "now", (): number => now() - EPOCH_MS),
    replace(Math, "random", random),
    replace(crypto, "getRandomValues", fill),
    pinNodeCrypto(fill),
  ];
  return () => {
    for (const restore of undo) restore();
  };
}

/** Fills a view with pinned bytes. */
type Fill = <View extends ArrayBufferView>(view: View) => View;

/** Randomness of `node:crypto`, which host code such as jco's takes. Loaded here only: a process that counts nothing needs it not. */
function pinNodeCrypto(fill: Fill): () => void {
  const own = process.getBuiltinModule("node:crypto");
  const { syncBuiltinESMExports } = process.getBuiltinModule("node:module");
  const undo = [
    replace(own, "randomFillSync", fillPart(fill)),
    replace(own, "randomBytes", bytesOf(fill)),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const restore of undo) restore();
    syncBuiltinESMExports();
  };
}

/** `randomFillSync(view, offset, size)`, both in elements of the view. */
function fillPart(fill: Fill) {
  return (view: Uint8Array | ArrayBuffer, offset = 0, size?: number): unknown => {
    const whole = ArrayBuffer.isView(view) ? view : new Uint8Array(view);
    fill(whole.subarray(offset, size === undefined ? undefined : offset + size));
    return view;
  };
}

/** `randomBytes(size, callback)`. */
function bytesOf(fill: Fill) {
  return (size: number, callback?: (fault: null, bytes: Buffer) => void): Buffer | undefined => {
    const bytes = fill(Buffer.alloc(size));
    if (callback === undefined) return bytes;
    process.nextTick(callback, null, bytes);
    return undefined;
  };
}

/**
 * The clock and random functions of WASI preview 1 on pinned clocks.
 *
 * @param pins - what is read
 * @param memory - gives the guest's memory
 * @returns functions that replace those of the real host
 */
export function pinnedWasi(
  pins: Pins,
  memory: () => WebAssembly.Memory,
): WebAssembly.ModuleImports {
  const view = (): DataView => new DataView(memory().buffer);
  return {
    clock_time_get: (_clock: number, _precision: bigint, at: number): number => {
      view().setBigUint64(at >>> 0, BigInt(pins.now()) * NS_PER_MS, true);
      return 0;
    },
    clock_res_get: (_clock: number, at: number): number => {
      view().setBigUint64(at >>> 0, NS_PER_MS, true);
      return 0;
    },
    random_get: (at: number, length: number): number => {
      const bytes = new Uint8Array(memory().buffer, at >>> 0, length >>> 0);
      bytes.forEach((_, index) => {
        bytes[index] = pins.byte();
      });
      return 0;
    },
  };
}

function replace(target: object, key: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { value, configurable: true, writable: true });
  return () => {
    if (own === undefined) Reflect.deleteProperty(target, key);
    else Object.defineProperty(target, key, own);
  };
}
