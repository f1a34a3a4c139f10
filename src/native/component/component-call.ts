import { messageOf } from "../../errors.ts";
import type { WitType } from "../../model/wit.ts";
import type { EngineState } from "../engine-state.ts";
import type { MemoryBlock } from "../memory-block.ts";
import type { ComponentExport } from "./component-export.ts";
import { componentFault, liftingTrap } from "./component-faults.ts";
import { ENDS_CALLS_SINCE } from "./component-signatures.ts";
import type { ComponentSession } from "./component-state.ts";
import { decodeValue } from "./decode-value.ts";
import { encodeValue } from "./encode-value.ts";
import { partsOf, VALUE_KINDS, VALUE_LAYOUT } from "./value-layout.ts";
import { ValueMemory } from "./value-memory.ts";

/** What a call of a component is made of. */
export interface CallParts {
  /** Address of the store's context; throws once the store is gone. */
  readonly context: () => number;
  readonly session: ComponentSession;
  readonly exported: ComponentExport;
  /** Holds what the engine knows the function by. */
  readonly item: MemoryBlock;
  readonly args: readonly unknown[];
}

/** Kinds of values that own nothing: there is nothing to let go. */
const PLAIN: ReadonlySet<number> = new Set(
  (
    ["bool", "s8", "u8", "s16", "u16", "s32", "u32", "s64", "u64", "f32", "f64", "char"] as const
  ).map((name) => VALUE_KINDS[name]),
);

/** A call of an exported function, its arguments encoded once, in memory that is held with it. */
export class ComponentCall {
  readonly #state: EngineState;
  readonly #parts: CallParts;
  readonly #memory: ValueMemory;
  readonly #args: MemoryBlock;
  readonly #result: MemoryBlock;
  readonly #count: number;
  readonly #results: 0 | 1;
  readonly #hasHandles: boolean;
  /** Whether this engine must be told that a call is over. */
  readonly #endsByHand: boolean;
  /** Whether a command has ended itself: it returns nothing then. */
  #hasExited = false;

  /**
   * Encodes the arguments.
   *
   * @param state - the library's state
   * @param parts - function, store and arguments
   * @throws TypeError for arguments that do not fit
   */
  constructor(state: EngineState, parts: CallParts) {
    this.#state = state;
    this.#parts = parts;
    this.#memory = new ValueMemory(state.library.allocate);
    const { type, named } = parts.exported;
    const { params, result } = type;
    if (params.length !== parts.args.length)
      throw new TypeError(`${named} takes ${params.length} arguments, ${parts.args.length} given`);
    this.#args = this.#memory.take(params.length * VALUE_LAYOUT.value);
    this.#result = this.#memory.take(VALUE_LAYOUT.value);
    this.#results = result === null ? 0 : 1;
    this.#count = params.length;
    this.#hasHandles = holdsHandles(result);
    // A library that does not tell its version may need it.
    this.#endsByHand = !(Number.parseInt(state.library.engine.version, 10) >= ENDS_CALLS_SINCE);
    const handleOf = (): number => {
      throw new TypeError("a resource has no value: it lives only while its component runs");
    };
    for (const [index, { name, type: own }] of params.entries())
      try {
        const cell = { view: this.#args.view, at: index * VALUE_LAYOUT.value };
        encodeValue(parts.args[index], own, cell, { memory: this.#memory, handleOf });
      } catch (error) {
        throw new TypeError(`${named}: ${name}: ${messageOf(error)}`, { cause: error });
      }
  }

  /**
   * Makes the call.
   *
   * @returns address of an error, which the caller deletes; 0 where it returned, and its result is to be taken or let go
   */
  attempt(): number {
    const { context, session, item } = this.#parts;
    const state = this.#state;
    const { call } = state.library;
    const before = state.active;
    state.active = session;
    const error = call.wasmtime_component_func_call(
      item.address,
      context(),
      this.#args.address,
      this.#count,
      this.#result.address,
      this.#results,
    );
    const after =
      error === 0 && this.#endsByHand
        ? call.wasmtime_component_func_post_return(item.address, context())
        : error;
    state.active = before;
    return after;
  }

  /**
   * Makes the call; its result is to be taken or let go before the next one.
   *
   * @throws NativeTrap, what its host threw, and the exit of a guest; a command that exits with 0 has run to its end
   */
  make(): void {
    const error = this.attempt();
    if (error === 0) return;
    const { library, faults } = this.#state;
    if (!this.#parts.exported.isCommand || faults.exitCode(error) !== 0) throw this.fault(error);
    library.call.wasmtime_error_delete(error);
    this.#hasExited = true;
  }

  /**
   * Tells what the error of a call stands for, and deletes it.
   *
   * @param error - address of the error
   * @returns what to throw
   */
  fault(error: number): unknown {
    return componentFault({ ...this.#state, session: this.#parts.session }, error, liftingTrap);
  }

  /**
   * Reads what the call returned, and lets it go.
   *
   * @returns the result; of a `result` that is ok its payload, undefined for nothing
   * @throws the error of a `result` that is none
   */
  take(): unknown {
    const { type, named } = this.#parts.exported;
    if (type.result === null || this.#hasExited) return undefined;
    const value = this.#read(type.result);
    if (type.result.kind !== "result") return value;
    const { tag, val } = value as { readonly tag: "ok" | "err"; readonly val: unknown };
    if (tag === "err") throw this.#state.errorResult(named, val);
    return val;
  }

  /** Lets go of what the call returned. */
  letGo(): void {
    const { result } = this.#parts.exported.type;
    if (result === null) return;
    if (this.#hasHandles) this.#read(result);
    else this.#clear();
  }

  /** Handles are told by reading, and each is dropped: nobody could use it later. */
  #read(type: WitType): unknown {
    const { library } = this.#state;
    const handles: number[] = [];
    const objectOf = (handle: number): object => {
      handles.push(handle);
      return {};
    };
    const cell = { view: this.#result.view, at: 0 };
    const value = decodeValue(type, cell, { viewAt: library.viewAt, objectOf });
    for (const handle of handles) this.#drop(handle);
    this.#clear();
    return value;
  }

  #drop(handle: number): void {
    const { call } = this.#state.library;
    if (!call.wasmtime_component_resource_any_owned(handle)) return;
    const before = this.#state.active;
    this.#state.active = this.#parts.session;
    const error = call.wasmtime_component_resource_any_drop(this.#parts.context(), handle);
    this.#state.active = before;
    if (error !== 0) throw this.fault(error);
  }

  /** The engine lets go of what lies there before it writes the next result, and a bool owns nothing. */
  #clear(): void {
    if (!PLAIN.has(this.#result.view.getUint8(0)))
      this.#state.library.call.wasmtime_component_val_delete(this.#result.address);
    this.#result.clear();
  }
}

/** Whether values of a type hold handles. */
function holdsHandles(type: WitType | null): boolean {
  if (type === null) return false;
  return type.kind === "resource" || partsOf(type).some(holdsHandles);
}
