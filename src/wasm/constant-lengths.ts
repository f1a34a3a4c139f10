import type { FunctionBody, FunctionType, ModuleFacts } from "../model/module-facts.ts";
import { largestBytes, trapsForCertain } from "./certain-trap.ts";
import { readConstantGlobals } from "./constant-globals.ts";
import { ACTION, ACTIONS } from "./fuel-actions.ts";
import { branchTargets } from "./fuel-labels.ts";
import { ACCESS_BYTES } from "./fuel-rules.ts";
import { readOperator, skipImmediates } from "./instructions.ts";
import { type BlockArity, KnownValues } from "./known-values.ts";
import { resolve, UNKNOWN, type Value } from "./local-values.ts";
import { OP } from "./mnemonics.ts";
import { placeNamed } from "./opcodes.ts";
import { ARITIES } from "./operator-arity.ts";
import { ByteReader } from "./reader.ts";
import { functionTypeOf } from "./signatures.ts";
import { readHeapType, skipValueType } from "./value-types.ts";

/** What the search needs to know of a module. */
interface ConstantsContext {
  readonly facts: ModuleFacts;
  /** Numbers of immutable globals that are initialized with one, unsigned, by index; null for every other global. */
  readonly constants: readonly (bigint | null)[];
  /** Largest size in bytes of each memory. */
  readonly memoryBytes: readonly number[];
}

const EMPTY_BLOCK = 0x40;
const CALL = placeNamed("call");
const CALL_REF = placeNamed("call_ref");
const CALL_INDIRECT = placeNamed("call_indirect");
const NO_FUNCTION = "nullfuncref";
const TABLE_SIZE = placeNamed("table.size");
const REF_TEST = placeNamed("ref.test");
const TYPED: ReadonlySet<number> = new Set([TABLE_SIZE, REF_TEST, placeNamed("ref.test_null")]);
const TOPS: ReadonlySet<string> = new Set(["any", "func", "extern", "exn"]);
const BOTTOMS: ReadonlySet<string> = new Set(["none", "nofunc", "noextern", "noexn"]);
const STRUCT_NEW = placeNamed("struct.new");
const ARRAY_NEW_FIXED = placeNamed("array.new_fixed");
const THROWS: ReadonlySet<number> = new Set([placeNamed("throw"), placeNamed("throw_ref")]);
const BR_ON_NULL = placeNamed("br_on_null");
const BR_ON_NON_NULL = placeNamed("br_on_non_null");
/** Conditional branches that bring their reference along. */
const BRINGS: ReadonlySet<number> = new Set(
  ["br_on_non_null", "br_on_cast", "br_on_cast_fail"].map(placeNamed),
);
const BR_TABLE = placeNamed("br_table");
const TRY = placeNamed("try");

/**
 * Makes what finds the lengths that Wasmtime knows while it compiles a function: constants on top of the stack at operators
 * with a length, whether they stand before it or come through locals, globals, or code that leaves them where they are.
 *
 * @param facts - the module
 * @returns for a function of it, lengths, unsigned, by offset of the operator's opcode; a length that is not known is missing
 * @see docs/fuel.md
 */
export function createConstantSearch(
  facts: ModuleFacts,
): (body: FunctionBody) => ReadonlyMap<number, bigint> {
  let context: ConstantsContext | null = null;
  return (body: FunctionBody) => {
    context ??= {
      facts,
      constants: readConstantGlobals(facts),
      memoryBytes: facts.memories.map(largestBytes),
    };
    return new LengthSearch(context, body).run();
  };
}

/** One walk over a body, as a compiler makes it that translates each operator once. */
class LengthSearch {
  private readonly found = new Map<number, bigint>();
  private readonly context: ConstantsContext;
  private readonly reader: ByteReader;
  private readonly values: KnownValues;
  /** Blocks opened in code that cannot run; 0 in code that can, at least 1 otherwise. */
  private dead = 0;

  constructor(context: ConstantsContext, body: FunctionBody) {
    const { facts } = context;
    this.context = context;
    this.reader = new ByteReader(facts.bytes, body.start, body.end);
    const type = functionTypeOf(facts, body.index);
    const params = (type?.params ?? []).map(() => UNKNOWN);
    this.values = new KnownValues(
      [...params, ...readZeros(this.reader)],
      type?.results.length ?? 0,
    );
  }

  run(): ReadonlyMap<number, bigint> {
    const { reader } = this;
    while (!reader.done) {
      const start = reader.position;
      const place = readOperator(reader);
      // Wasmtime has no legacy handlers: there is nothing to equal.
      if (place === TRY) break;
      const immediates = reader.position;
      const action = ACTIONS[place] ?? 0;
      if (this.dead > 0) this.passDead(action);
      else this.pass(start, place, action);
      reader.position = immediates;
      skipImmediates(reader, place);
    }
    return this.found;
  }

  private passDead(action: number): void {
    const opens = action === ACTION.open || action === ACTION.loop || action === ACTION.if;
    if (opens || action === ACTION.tryTable) this.dead += 1;
    else if (action === ACTION.alternative && this.dead === 1) this.alternative(false);
    else if (action === ACTION.end && this.dead > 1) this.dead -= 1;
    else if (action === ACTION.end) this.close(false);
  }

  private pass(start: number, place: number, action: number): void {
    if (action === ACTION.none) this.plain(place);
    else if (action === ACTION.call) this.call(place);
    else if (action === ACTION.branch) this.branch(place);
    else if (action === ACTION.jump || action === ACTION.leave) this.leave(place, action);
    else if (action === ACTION.end) this.close(true);
    else if (action === ACTION.alternative) this.alternative(true);
    else if (action >= ACTION.length && action !== ACTION.tryTable) this.length(start, place);
    else this.open(place, action);
  }

  private plain(place: number): void {
    const { reader, values, context } = this;
    if (place === OP.LOCAL_GET) values.read(reader.u32());
    else if (place === OP.LOCAL_SET) values.write(reader.u32());
    else if (place === OP.LOCAL_TEE) values.keep(reader.u32());
    else if (place === OP.I32_CONST) values.push(constant(BigInt(reader.s33() >>> 0)));
    else if (place === OP.I64_CONST) values.push(constant(BigInt.asUintN(64, reader.s64())));
    else if (place === OP.GLOBAL_GET)
      values.push(constant(context.constants[reader.u32()] ?? null));
    else if (place === CALL_REF) this.call(place);
    else if (TYPED.has(place)) this.pushTyped(place);
    else this.compute(place);
  }

  /** What follows from types: the size of a table that cannot grow, and tests that every reference passes or none. */
  private pushTyped(place: number): void {
    const { reader, values, context } = this;
    if (place === TABLE_SIZE) {
      const table = context.facts.tables[reader.u32()];
      values.push(constant(table?.max === table?.min ? BigInt(table?.min ?? 0) : null));
      return;
    }
    const heap = readHeapType(reader);
    values.pop();
    if (place === REF_TEST) values.push(constant(BOTTOMS.has(heap) ? 0n : null));
    else values.push(constant(TOPS.has(heap) ? 1n : null));
  }

  private compute(place: number): void {
    const { reader, values, context } = this;
    const arity = ARITIES[place];
    if (place === STRUCT_NEW) {
      const type = context.facts.types[reader.u32()];
      values.compute(type === undefined || type.kind === "function" ? 0 : type.fields.length, 1);
    } else if (place === ARRAY_NEW_FIXED) {
      reader.u32();
      values.compute(reader.u32(), 1);
    } else if (arity) values.compute(arity.pops, arity.pushes);
    if (trapsForCertain(reader, ACCESS_BYTES[place] ?? 0, context.memoryBytes)) this.dead = 1;
  }

  private length(start: number, place: number): void {
    const value = this.values.top();
    const { literal } = resolve(value);
    if (literal !== null) this.found.set(start, literal);
    this.compute(place);
  }

  private call(place: number): void {
    const { reader, values, context } = this;
    const index = reader.u32();
    const type = place === CALL ? functionTypeOf(context.facts, index) : this.typeAt(index);
    values.throwing();
    const callee = place === CALL ? 0 : 1;
    values.compute((type?.params.length ?? 0) + callee, type?.results.length ?? 0);
    // A table that holds nothing but null: the call traps, and Wasmtime compiles nothing behind it.
    const isIndirect = place === CALL_INDIRECT;
    if (isIndirect && context.facts.tables[reader.u32()]?.element === NO_FUNCTION) this.dead = 1;
  }

  private branch(place: number): void {
    const { values } = this;
    values.pop();
    if (BRINGS.has(place)) values.push(UNKNOWN);
    for (const label of branchTargets(this.reader, place)) values.branch(label);
    values.fork();
    if (place === BR_ON_NULL) values.push(UNKNOWN);
    if (place === BR_ON_NON_NULL) values.pop();
  }

  private leave(place: number, action: number): void {
    if (place === BR_TABLE) this.values.pop();
    if (action === ACTION.jump)
      for (const label of branchTargets(this.reader, place)) this.values.branch(label);
    else if (THROWS.has(place)) this.values.throwing();
    this.dead = 1;
  }

  private open(place: number, action: number): void {
    const { values, reader } = this;
    if (action === ACTION.tryTable) {
      const labels = branchTargets(reader, place);
      values.open(this.blockArity(), labels);
      return;
    }
    if (action === ACTION.if) values.pop();
    const arity = this.blockArity();
    if (action === ACTION.loop) values.openLoop(arity);
    else if (action === ACTION.if) values.openIf(arity);
    else values.open(arity);
  }

  private alternative(reached: boolean): void {
    this.values.alternative(reached);
    this.dead = 0;
  }

  private close(reached: boolean): void {
    this.dead = this.values.close(reached) ? 0 : 1;
  }

  private blockArity(): BlockArity {
    const { reader } = this;
    const byte = reader.peek();
    if (byte === EMPTY_BLOCK) return { params: 0, results: 0 };
    if (byte > EMPTY_BLOCK && byte < 0x80) return { params: 0, results: 1 };
    const type = this.typeAt(reader.s33());
    return { params: type?.params.length ?? 0, results: type?.results.length ?? 0 };
  }

  private typeAt(index: number): FunctionType | null {
    const type = this.context.facts.types[index];
    return type?.kind === "function" ? type : null;
  }
}

function constant(literal: bigint | null): Value {
  return literal === null ? UNKNOWN : { literal, same: null };
}

/** What the declared locals hold at first; those of one group share their value. */
function readZeros(reader: ByteReader): Value[] {
  const locals: Value[] = [];
  for (let groups = reader.u32(); groups > 0; groups -= 1) {
    const count = reader.u32();
    const byte = reader.peek();
    skipValueType(reader);
    const isInteger = byte === 0x7f || byte === 0x7e;
    const value = isInteger ? constant(0n) : UNKNOWN;
    for (let left = count; left > 0; left -= 1) locals.push(value);
  }
  return locals;
}
