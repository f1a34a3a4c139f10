import type { GuestMemory } from "../suites/native-program.ts";
import type { EngineState } from "./engine-state.ts";
import type { MemoryBlock } from "./memory-block.ts";

/** Offset of what an external value holds, behind its kind. */
export const EXTERN_OFFSET = 8;

/** Kind of an external value that is a shared memory; what stands behind it is a pointer to the memory. */
const SHARED_MEMORY = 4;

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
    const { viewAt } = this.#state.library;
    const { address, size } = this.#place();
    if (this.#view.byteLength === size && this.#address === address) return this.#view;
    this.#address = address;
    this.#view = size === 0 ? NO_BYTES : viewAt(address, size);
    return this.#view;
  }

  /**
   * Grows it.
   *
   * @param pages - how many more
   * @returns how many it had
   * @throws RangeError in the engine's words where that is refused
   */
  grow(pages: number): number {
    const { library, faults, made } = this.#state;
    const context = this.#context();
    const memory = this.#item.address + EXTERN_OFFSET;
    const error = this.#isShared
      ? library.call.wasmtime_sharedmemory_grow(this.#item.word(1), pages, made.address)
      : library.call.wasmtime_memory_grow(context, memory, pages, made.address);
    if (error === 0) return made.word(0);
    throw new RangeError(faults.takeMessage(error));
  }

  /** Lets go of what outlives its store. */
  release(): void {
    if (this.#isShared) this.#state.library.call.wasmtime_sharedmemory_delete(this.#item.word(1));
  }

  get #isShared(): boolean {
    return this.#item.view.getUint8(0) === SHARED_MEMORY;
  }

  #place(): { readonly address: number; readonly size: number } {
    const { call } = this.#state.library;
    const context = this.#context();
    if (this.#isShared) {
      const memory = this.#item.word(1);
      const size = call.wasmtime_sharedmemory_data_size(memory);
      return { size, address: call.wasmtime_sharedmemory_data(memory) };
    }
    const memory = this.#item.address + EXTERN_OFFSET;
    const size = call.wasmtime_memory_data_size(context, memory);
    return { size, address: size === 0 ? 0 : call.wasmtime_memory_data(context, memory) };
  }
}
