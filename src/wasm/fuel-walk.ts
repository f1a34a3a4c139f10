import type { ModuleFacts } from "../model/module-facts.ts";
import type { ByteWriter } from "./encoder.ts";
import { ACTION, ACTIONS } from "./fuel-actions.ts";
import type { FuelEmitter } from "./fuel-emitter.ts";
import { reachesLabel } from "./fuel-labels.ts";
import { type LiteralAt, lengthBefore } from "./fuel-lengths.ts";
import type { FuelGlobals } from "./fuel-place.ts";
import { ACCESS_BYTES, type FuelRules, MAY_TRAP } from "./fuel-rules.ts";
import { type CallTracker, type Tracker, UNTRACKED } from "./functions/call-tracker.ts";
import { readOperator, skipImmediates } from "./instructions.ts";
import { OP } from "./mnemonics.ts";
import { placeNamed } from "./opcodes.ts";
import type { ByteReader } from "./reader.ts";

/** What every body of a module is rewritten with. */
export interface FuelContext {
  readonly facts: ModuleFacts;
  readonly globals: FuelGlobals;
  readonly rules: FuelRules;
  readonly costs: Uint8Array;
  readonly mode: "wasmtime" | "complete";
  /** Largest size in bytes of each memory, beyond which an access traps for certain. */
  readonly memoryBytes: readonly number[];
  /** Writes the block type of a function's results, by function index. */
  readonly writeResults: (writer: ByteWriter, functionIndex: number) => void;
  /** Makes what follows the calls of one function, by its index; absent where calls are not followed. */
  readonly track?: (index: number, emitter: FuelEmitter) => CallTracker;
}

const CALL_REF = placeNamed("call_ref");
/** Operators that end the function without a trap or an exception. */
const RETURNS: ReadonlySet<number> = new Set(
  ["return", "return_call", "return_call_indirect", "return_call_ref"].map(placeNamed),
);
/** Depth after the function's own `end`. */
const FUNCTION_CLOSED = -1;
const MEMARG_HAS_INDEX = 0x40;
/** Wasmtime adds larger offsets to the index while running, which traps there. */
const LARGEST_OFFSET = 2 ** 32 - 1;

/** One walk over the operators of a body. */
export class BodyWalk {
  readonly emitter: FuelEmitter;
  private readonly context: FuelContext;
  private readonly tracker: Tracker;
  private readonly reader: ByteReader;
  /** Blocks open inside the function. */
  private depth = 0;
  /** Blocks opened in code that cannot run; 0 in code that can, at least 1 otherwise. */
  private dead = 0;
  /** True when a branch to the function's own label needs a block around the body. */
  private wrapped = false;
  private literal: LiteralAt = { start: -1, end: -1, is64: false };

  constructor(
    context: FuelContext,
    reader: ByteReader,
    emitter: FuelEmitter,
    tracker: Tracker = UNTRACKED,
  ) {
    this.context = context;
    this.tracker = tracker;
    this.reader = reader;
    this.emitter = emitter;
  }

  /**
   * Walks to the end of the body.
   *
   * @returns whether the body needs a block around it
   */
  run(): boolean {
    const { reader, emitter } = this;
    this.tracker.enter();
    emitter.enter();
    while (!reader.done) {
      const start = reader.position;
      const place = readOperator(reader);
      const action = ACTIONS[place] ?? 0;
      if (this.dead > 0) this.passDead(place, action);
      else if (action === ACTION.none) this.plain(start, place);
      else this.act(start, place);
    }
    this.close();
    return this.wrapped;
  }

  /** The final `end` was not copied: write-back stands before it. */
  private close(): void {
    const { emitter, reader } = this;
    if (this.depth !== FUNCTION_CLOSED) throw reader.fail("a function body ends inside a block");
    if (this.context.mode === "complete" && !this.tracker.tracks) this.wrapped = false;
    if (this.wrapped) emitter.out.u8(OP.END);
    this.tracker.landed();
    emitter.save();
    this.tracker.leave();
    emitter.copyTo(reader.position);
  }

  private passDead(place: number, action: number): void {
    skipImmediates(this.reader, place);
    const opens =
      action === ACTION.open ||
      action === ACTION.loop ||
      action === ACTION.if ||
      action === ACTION.tryTable;
    if (opens) this.dead += 1;
    const revives = this.dead === 1 && (action === ACTION.alternative || action === ACTION.end);
    if (action === ACTION.end) this.dead -= 1;
    if (!revives) return;
    this.dead = 0;
    if (action === ACTION.end) this.leaveBlock(this.reader.position - 1);
    this.land();
  }

  /** Behind the end of a block, and where a handler begins, an exception may have come in. */
  private land(): void {
    if (!this.tracker.handles || this.depth < 0) return;
    this.emitter.copyTo(this.reader.position);
    this.tracker.landed();
  }

  /** Closes a block; the function's own `end` is left for {@link close}. */
  private leaveBlock(start: number): void {
    this.depth -= 1;
    if (this.depth < 0) this.emitter.copyTo(start);
  }

  private plain(start: number, place: number): void {
    const { emitter, reader, context } = this;
    emitter.pending += context.costs[place] ?? 0;
    const size = ACCESS_BYTES[place] ?? 0;
    const certain = size > 0 && this.trapsForCertain(size);
    if (certain || (context.mode === "complete" && MAY_TRAP.has(place))) {
      emitter.copyTo(start);
      emitter.flushAndSave();
    }
    const immediates = reader.position;
    skipImmediates(reader, place);
    if (place === CALL_REF) this.callByReference(start);
    if (place === OP.I32_CONST || place === OP.I64_CONST) {
      this.literal = { start: immediates, end: reader.position, is64: place === OP.I64_CONST };
    }
  }

  /** What a callee reached in this way burns is given back. */
  private callByReference(start: number): void {
    const { emitter, tracker, reader } = this;
    if (!tracker.tracks) return;
    emitter.copyTo(start);
    tracker.refer();
    emitter.copyTo(reader.position);
    tracker.referred();
  }

  private trapsForCertain(size: number): boolean {
    const { reader } = this;
    const at = reader.position;
    const memory = reader.u32() & MEMARG_HAS_INDEX ? reader.u32() : 0;
    const limit = this.context.memoryBytes[memory] ?? 0;
    const offset = reader.u64();
    reader.position = at;
    return offset <= LARGEST_OFFSET && offset + size > limit;
  }

  private act(start: number, place: number): void {
    const action = ACTIONS[place] ?? 0;
    const { emitter, reader, context } = this;
    emitter.pending += context.costs[place] ?? 0;
    if (action >= ACTION.length && action !== ACTION.tryTable) {
      this.variable(start, place);
      return;
    }
    const jumps = action === ACTION.branch || action === ACTION.jump || action === ACTION.tryTable;
    if (jumps && reachesLabel(reader, place, this.depth)) this.wrapped = true;
    const isInside = this.tracker.staysInside(reader, place);
    skipImmediates(reader, place);
    if (action !== ACTION.open && action !== ACTION.tryTable) this.flushBefore(start, place);
    this.follow(start, action);
    if (!isInside) this.tracker.returned();
    if (action === ACTION.end || action === ACTION.alternative) this.land();
  }

  private flushBefore(start: number, place: number): void {
    const action = ACTIONS[place] ?? 0;
    this.emitter.copyTo(start);
    if (action === ACTION.leave || action === ACTION.call) this.emitter.flushAndSave();
    else this.emitter.flush();
    if (RETURNS.has(place)) this.tracker.leave();
  }

  private follow(start: number, action: number): void {
    const { emitter, reader } = this;
    if (action === ACTION.end) {
      this.leaveBlock(start);
    } else if (action === ACTION.jump || action === ACTION.leave) {
      this.dead = 1;
    } else if (action === ACTION.call) {
      emitter.copyTo(reader.position);
      emitter.load();
    } else if (action === ACTION.loop) {
      this.depth += 1;
      emitter.copyTo(reader.position);
      if (this.tracker.handles) this.tracker.landed();
      emitter.check();
    } else if (action !== ACTION.alternative && action !== ACTION.branch) {
      this.depth += 1;
    }
  }

  /** An operator whose cost depends on the length on top of the stack. */
  private variable(start: number, place: number): void {
    const { emitter, reader, context } = this;
    const { length, is64, charge } = lengthBefore(context, reader, {
      place,
      start,
      literal: this.literal,
    });
    emitter.copyTo(start);
    if (context.mode === "complete") emitter.flushAndSave();
    const growth = ACTIONS[place] !== ACTION.length;
    if (charge !== "never") emitter.keep(length);
    if (charge === "before") emitter.charge(length);
    else if (
      growth &&
      context.rules.checksMemoryGrow &&
      charge === "never" &&
      length.literal === null
    )
      emitter.check();
    skipImmediates(reader, place);
    emitter.copyTo(reader.position);
    if (charge === "after") emitter.charge(length);
    if (charge === "on success") emitter.chargeGrowth(length, is64);
  }
}
