import type { FunctionBody, ModuleFacts } from "../model/module-facts.ts";
import { trapsForCertain } from "./certain-trap.ts";
import type { ByteWriter } from "./encoder.ts";
import { ACTION, ACTIONS } from "./fuel-actions.ts";
import type { FuelEmitter } from "./fuel-emitter.ts";
import { reachesLabel } from "./fuel-labels.ts";
import { lengthBefore } from "./fuel-lengths.ts";
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
  /** Finds the lengths that Wasmtime knows while it compiles a function, by offset of the operator. */
  readonly findConstants: (body: FunctionBody) => ReadonlyMap<number, bigint>;
  /** Writes the block type of a function's results, by function index. */
  readonly writeResults: (writer: ByteWriter, functionIndex: number) => void;
  /** Makes what follows the calls of one function, by its index; absent where calls are not followed. */
  readonly track?: (index: number, emitter: FuelEmitter) => CallTracker;
}

const WAIT32 = placeNamed("memory.atomic.wait32");
const WAIT64 = placeNamed("memory.atomic.wait64");
const CALL_REF = placeNamed("call_ref");
/** Operators that end the function without a trap or an exception. */
const RETURNS: ReadonlySet<number> = new Set(
  ["return", "return_call", "return_call_indirect", "return_call_ref"].map(placeNamed),
);
/** Depth after the function's own `end`. */
const FUNCTION_CLOSED = -1;

/** What a walk writes with. */
interface BodyWriters {
  readonly emitter: FuelEmitter;
  /** Undefined where calls are not followed. */
  readonly tracker?: Tracker | undefined;
}

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
  private readonly body: FunctionBody;
  /** Lengths known while compiling; looked for when the first length is met. */
  private constants: ReadonlyMap<number, bigint> | null = null;

  constructor(
    context: FuelContext,
    body: FunctionBody,
    reader: ByteReader,
    { emitter, tracker = UNTRACKED }: BodyWriters,
  ) {
    this.context = context;
    this.body = body;
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
    const certain = size > 0 && trapsForCertain(reader, size, context.memoryBytes);
    if (certain || (context.mode === "complete" && MAY_TRAP.has(place))) {
      emitter.copyTo(start);
      emitter.flushAndSave();
    }
    if (place === WAIT32 || place === WAIT64) this.wait(start, place);
    else skipImmediates(reader, place);
    if (place === CALL_REF) this.callByReference(start);
  }

  private wait(start: number, place: number): void {
    const { emitter, reader } = this;
    emitter.copyTo(start);
    emitter.stash();
    skipImmediates(reader, place);
    emitter.copyTo(reader.position);
    emitter.unstash();
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
    this.constants ??= context.findConstants(this.body);
    const literal = this.constants.get(start) ?? null;
    const { length, is64, charge } = lengthBefore(context, reader, { place, literal });
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
