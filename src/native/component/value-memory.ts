import type { Allocate, MemoryBlock } from "../memory-block.ts";
import { type Cell, VALUE_LAYOUT } from "./value-layout.ts";

/** Memory that holds values which C reads: it stays where it is for as long as this is held. */
export class ValueMemory {
  readonly #allocate: Allocate;
  readonly #held: MemoryBlock[] = [];

  /**
   * Begins without any memory.
   *
   * @param allocate - gives out memory whose address stays
   */
  constructor(allocate: Allocate) {
    this.#allocate = allocate;
  }

  /**
   * Takes memory, filled with zeros.
   *
   * @param bytes - how much
   * @returns the memory; of its own address also where nothing is asked for
   */
  take(bytes: number): MemoryBlock {
    const block = this.#allocate(bytes);
    this.#held.push(block);
    return block;
  }

  /**
   * Writes a vector: how many items, and where they are.
   *
   * @param cell - where the vector is written
   * @param count - how many items
   * @param itemBytes - bytes of one item
   * @returns cells of the items, filled with zeros
   */
  vector({ view, at }: Cell, count: number, itemBytes: number): Cell[] {
    const block = this.take(count * itemBytes);
    view.setBigUint64(at, BigInt(count), true);
    view.setBigUint64(at + VALUE_LAYOUT.vectorData, BigInt(block.address), true);
    return Array.from({ length: count }, (_, index) => ({
      view: block.view,
      at: index * itemBytes,
    }));
  }

  /**
   * Writes text, or the name of a field, a case or a flag.
   *
   * @param cell - where its vector is written
   * @param text - the text
   */
  text({ view, at }: Cell, text: string): void {
    const bytes = new TextEncoder().encode(text);
    const block = this.take(bytes.length);
    block.bytes.set(bytes);
    view.setBigUint64(at, BigInt(bytes.length), true);
    view.setBigUint64(at + VALUE_LAYOUT.vectorData, BigInt(block.address), true);
  }

  /**
   * Takes memory for one value and writes where it is.
   *
   * @param cell - where its address is written
   * @returns the value's cell
   */
  boxed({ view, at }: Cell): Cell {
    const block = this.take(VALUE_LAYOUT.value);
    view.setBigUint64(at, BigInt(block.address), true);
    return { view: block.view, at: 0 };
  }
}
