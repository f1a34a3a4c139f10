import type { FunctionBody, ModuleFacts } from "../model/module-facts.ts";
import { trapsForCertain } from "./certain-trap.ts";
import type { ByteWriter } from "./encoder.ts";
import { ACTION, ACTIONS } from "./fuel-actions.ts";
import type { FuelEmitter } from "./fuel-emitter.ts";
import { reachesLabel } from "./fuel-labels.ts";
import { lengthBefore } from "./fuel-lengths.ts";
import type { FuelGlobals } from "./fuel-place.ts";
import { ACCESS_BYTES, type FuelRules, MAY_TRAP } from "./fuel-rules.ts";
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
}

const WAIT32 = placeNamed("memory.atomic.wait32");
const WAIT64 = placeNamed("memory.atomic.wait64");
/** Depth after the function's own `end`. */
const FUNCTION_CLOSED = -1;

/** One walk over the operators of a body. */
export class BodyWalk {
  readonly emitter: FuelEmitter;
  private readonly context: FuelContext;
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

  constructor(context: FuelContext, body: FunctionBody, reader: ByteReader, emitter: FuelEmitter) {
    this.context = context;
    this.body = body;
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
    if (this.context.mode === "complete") this.wrapped = false;
    if (this.wrapped) emitter.out.u8(OP.END);
    emitter.save();
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
    const waits = place === WAIT32 || place === WAIT64;
    if (waits) {
      emitter.copyTo(start);
      emitter.stash();
    }
    skipImmediates(reader, place);
    if (!waits) return;
    emitter.copyTo(reader.position);
    emitter.unstash();
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
    skipImmediates(reader, place);
    if (action !== ACTION.open && action !== ACTION.tryTable) this.flushBefore(start, action);
    this.follow(start, action);
  }

  private flushBefore(start: number, action: number): void {
    this.emitter.copyTo(start);
    if (action === ACTION.leave || action === ACTION.call) this.emitter.flushAndSave();
    else this.emitter.flush();
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
