import type { GuestMemory } from "../suites/native-program.ts";
import type { EngineState } from "./engine-state.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** Offset of what an external value holds, behind its kind. */
export const EXTERN_OFFSET = 8;

const NO_BYTES = new ArrayBuffer(0);

/** A memory of a live instance. */
export class NativeMemory implements GuestMemory {
  readonly #state: EngineState;
  readonly #context: () => number;
  readonly #item: MemoryBlock;
  #address = 0;
  #view: ArrayBuffer = NO_BYTES;

  /**
   * Takes what the engine calls a memory.
   *
   * @param state - the library's state
   * @param context - address of the store's context; throws once the store is gone
   * @param item - the external value that holds the memory
   */
  constructor(state: EngineState, context: () => number, item: MemoryBlock) {
    this.#state = state;
    this.#context = context;
    this.#item = item;
  }

  /** The external value, for a linker. */
  get item(): MemoryBlock {
    return this.#item;
  }

  get buffer(): ArrayBuffer {
    const { call, viewAt } = this.#state.library;
    const context = this.#context();
    const memory = this.#item.address + EXTERN_OFFSET;
    const size = call.wasmtime_memory_data_size(context, memory);
    const address = size === 0 ? 0 : call.wasmtime_memory_data(context, memory);
    if (this.#view.byteLength === size && this.#address === address) return this.#view;
    this.#address = address;
    this.#view = size === 0 ? NO_BYTES : viewAt(address, size);
    return this.#view;
  }

  grow(pages: number): number {
    const { library, faults, made } = this.#state;
    const memory = this.#item.address + EXTERN_OFFSET;
    const error = library.call.wasmtime_memory_grow(this.#context(), memory, pages, made.address);
    if (error === 0) return made.word(0);
    throw new RangeError(faults.takeMessage(error));
  }
}
