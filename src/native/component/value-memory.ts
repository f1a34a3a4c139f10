import type { Allocate, MemoryBlock } from "../memory-block.ts";
import { type Cell, VALUE_LAYOUT } from "./value-layout.ts";

/** Most items of a list: half a GiB, and as much again in the engine. */
const MOST_ITEMS = 2 ** 24;

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
   * @returns gives the cell of an item by its place, filled with zeros
   * @throws TypeError for more items than there is memory for
   */
  vector({ view, at }: Cell, count: number, itemBytes: number): (index: number) => Cell {
    if (count > MOST_ITEMS)
      throw new TypeError(
        `expected at most ${MOST_ITEMS} items, for each of which this engine takes ${itemBytes} bytes, got ${count}`,
      );
    const block = this.take(count * itemBytes);
    view.setBigUint64(at, BigInt(count), true);
    view.setBigUint64(at + VALUE_LAYOUT.vectorData, BigInt(block.address), true);
    const items = block.view;
    return (index: number): Cell => ({ view: items, at: index * itemBytes });
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
