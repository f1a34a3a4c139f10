import type { ByteWriter } from "./encoder.ts";
import type { EmitterPlace, FuelGlobals, Length } from "./fuel-place.ts";
import { UNCHECKED_LENGTH } from "./fuel-rules.ts";
import { OP, TYPE } from "./mnemonics.ts";

const MINUS_ONE = 0x7f;
const I64_MAX = 2n ** 63n - 1n;

/**
 * Writes one function body: copies the original and inserts the accounting.
 * In the mode `wasmtime` a local caches the counter as Wasmtime's compiled code does; in `complete` the global is used directly.
 */
export class FuelEmitter {
  readonly out: ByteWriter;
  /** Types of the locals added after the function's own. */
  readonly added: number[] = [];
  /** Cost of operators passed but not yet subtracted. */
  pending = 0;
  private readonly source: Uint8Array;
  private copied: number;
  private readonly globals: FuelGlobals;
  private readonly firstLocal: number;
  /** Local that caches the counter; null where the global is used directly. */
  readonly cache: number | null;
  private readonly temporaries = new Map<string, number>();

  constructor(source: Uint8Array, start: number, place: EmitterPlace) {
    this.source = source;
    this.copied = start;
    this.out = place.out;
    this.globals = place.globals;
    this.firstLocal = place.firstLocal;
    this.cache = place.cached ? this.addLocal(TYPE.I64) : null;
  }

  /**
   * Copies the original up to an offset.
   *
   * @param offset - offset in the original module, in bytes
   */
  copyTo(offset: number): void {
    if (offset > this.copied) this.out.copy(this.source, this.copied, offset);
    this.copied = offset;
  }

  /** Subtracts the pending cost from the counter. */
  flush(): void {
    if (this.pending === 0) return;
    this.read();
    this.subtractPending();
    this.write();
  }

  /** Subtracts the pending cost and writes the counter back to the store. */
  flushAndSave(): void {
    this.flush();
    this.save();
  }

  /** Writes the cached counter back to the store. */
  save(): void {
    if (this.cache !== null)
      this.out.u8(OP.LOCAL_GET).u32(this.cache).u8(OP.GLOBAL_SET).u32(this.globals.fuel);
  }

  /** Takes the counter from the store into the cache. */
  load(): void {
    if (this.cache !== null)
      this.out.u8(OP.GLOBAL_GET).u32(this.globals.fuel).u8(OP.LOCAL_SET).u32(this.cache);
  }

  /** Keeps the cached counter where waiting cannot damage it, as V8 11 does to a local; not yet in the store. */
  stash(): void {
    if (this.cache !== null)
      this.out.u8(OP.LOCAL_GET).u32(this.cache).u8(OP.GLOBAL_SET).u32(this.globals.stash);
  }

  /** Takes back what {@link stash} kept. */
  unstash(): void {
    if (this.cache !== null)
      this.out.u8(OP.GLOBAL_GET).u32(this.globals.stash).u8(OP.LOCAL_SET).u32(this.cache);
  }

  /** Entry of a function: takes the counter from the store, charges the entry and checks. */
  enter(): void {
    this.pending = 1;
    this.load();
    this.check();
  }

  /** Subtracts the pending cost and traps when nothing remains. */
  check(): void {
    this.read();
    if (this.pending > 0) {
      this.subtractPending();
      if (this.cache === null) {
        this.write();
        this.read();
      } else {
        this.out.u8(OP.LOCAL_TEE).u32(this.cache);
      }
    }
    this.out.u8(OP.I64_CONST).u8(0).u8(OP.I64_LE_S).u8(OP.IF).u8(TYPE.EMPTY);
    this.save();
    this.out
      .u8(OP.I32_CONST)
      .u8(1)
      .u8(OP.GLOBAL_SET)
      .u32(this.globals.exhausted)
      .u8(OP.UNREACHABLE)
      .u8(OP.END);
  }

  /**
   * Keeps the length on top of the stack for {@link charge}; nothing to do for a literal.
   *
   * @param length - where the length comes from
   */
  keep(length: Length): void {
    if (length.literal !== null) return;
    this.out
      .u8(OP.LOCAL_TEE)
      .u32(this.temporary(length.is64 ? "length64" : "length32", length.is64));
  }

  /**
   * Charges one unit per element of a length that was kept, and checks unless it is a small literal.
   *
   * @param length - where the length comes from
   */
  charge(length: Length): void {
    if (length.literal !== null) {
      this.pending = Math.min(this.pending + length.literal, Number.MAX_SAFE_INTEGER);
      if (length.literal > UNCHECKED_LENGTH) this.check();
      return;
    }
    this.flush();
    this.read();
    this.pushLength(length.is64);
    this.out.u8(OP.I64_SUB);
    this.write();
    this.check();
  }

  /**
   * Charges after a growth, unless it failed with -1; its result stays on the stack.
   *
   * @param length - how many pages or elements were asked for
   * @param result64 - whether the result is an i64
   */
  chargeGrowth(length: Length, result64: boolean): void {
    if (length.literal !== null && length.literal <= UNCHECKED_LENGTH) {
      // Wasmtime 49 adds a small literal while compiling, on the way both outcomes share.
      this.charge(length);
      return;
    }
    this.flush();
    const result = this.temporary(result64 ? "result64" : "result32", result64);
    this.out.u8(OP.LOCAL_TEE).u32(result).u8(OP.LOCAL_GET).u32(result);
    this.out.u8(result64 ? OP.I64_CONST : OP.I32_CONST).u8(MINUS_ONE);
    this.out.raw([result64 ? OP.I64_NE : OP.I32_NE, OP.IF, TYPE.EMPTY]);
    this.charge(length);
    this.out.u8(OP.END);
  }

  /** The kept length as i64; one of 64 bits is clamped to the largest signed number, as in Wasmtime. */
  private pushLength(is64: boolean): void {
    const local = this.temporary(is64 ? "length64" : "length32", is64);
    this.out.u8(OP.LOCAL_GET).u32(local);
    if (!is64) {
      this.out.u8(OP.I64_EXTEND_I32_U);
      return;
    }
    this.out.u8(OP.I64_CONST).s64(I64_MAX).u8(OP.LOCAL_GET).u32(local);
    this.out.u8(OP.I64_CONST).u8(0).u8(OP.I64_GE_S).u8(OP.SELECT);
  }

  private read(): void {
    if (this.cache === null) this.out.u8(OP.GLOBAL_GET).u32(this.globals.fuel);
    else this.out.u8(OP.LOCAL_GET).u32(this.cache);
  }

  private write(): void {
    if (this.cache === null) this.out.u8(OP.GLOBAL_SET).u32(this.globals.fuel);
    else this.out.u8(OP.LOCAL_SET).u32(this.cache);
  }

  private subtractPending(): void {
    this.out.u8(OP.I64_CONST);
    if (this.pending < 2 ** 31) this.out.s32(this.pending);
    else this.out.s64(BigInt(this.pending));
    this.out.u8(OP.I64_SUB);
    this.pending = 0;
  }

  private temporary(name: string, is64: boolean): number {
    const known = this.temporaries.get(name);
    if (known !== undefined) return known;
    const local = this.addLocal(is64 ? TYPE.I64 : TYPE.I32);
    this.temporaries.set(name, local);
    return local;
  }

  /**
   * Adds a local after the function's own.
   *
   * @param type - its value type
   * @returns its index
   */
  addLocal(type: number): number {
    this.added.push(type);
    return this.firstLocal + this.added.length - 1;
  }
}
