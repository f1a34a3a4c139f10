/** Finds out where bytes lie. */
export type AddressOf = (bytes: ArrayBuffer) => number;

/** Memory of JavaScript's with an address that stays: C reads and writes it without any conversion. */
export class MemoryBlock {
  readonly address: number;
  /** Bytes, a multiple of 8. */
  readonly size: number;
  readonly #buffer: ArrayBuffer;
  readonly #offset: number;
  #view: DataView<ArrayBuffer> | null = null;
  #halves: Int32Array<ArrayBuffer> | null = null;

  /**
   * Takes a part of a buffer, which holds zeros.
   *
   * @param buffer - holds the part for as long as the block is held
   * @param place - where the part begins in it and in memory, and how long it is
   */
  constructor(
    buffer: ArrayBuffer,
    place: { readonly offset: number; readonly address: number; readonly size: number },
  ) {
    this.#buffer = buffer;
    this.#offset = place.offset;
    this.address = place.address;
    this.size = place.size;
  }

  get view(): DataView<ArrayBuffer> {
    this.#view ??= new DataView(this.#buffer, this.#offset, this.size);
    return this.#view;
  }

  /** Halves of words, which cost no bigint to read. */
  get halves(): Int32Array<ArrayBuffer> {
    this.#halves ??= new Int32Array(this.#buffer, this.#offset, this.size / 4);
    return this.#halves;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer, this.#offset, this.size);
  }

  /**
   * Reads a word as a number.
   *
   * @param index - which, from 0
   * @returns a pointer or size below 2^53
   */
  word(index: number): number {
    return Number(this.view.getBigUint64(8 * index, true));
  }

  /**
   * Writes a word.
   *
   * @param index - which, from 0
   * @param value - a pointer or size
   */
  setWord(index: number, value: number): void {
    this.view.setBigUint64(8 * index, BigInt(value), true);
  }

  /**
   * Whether its first word is a null pointer.
   *
   * @returns true for zero
   */
  isNull(): boolean {
    return this.halves[0] === 0 && this.halves[1] === 0;
  }

  /** Sets all of it to zero. */
  clear(): void {
    this.halves.fill(0);
  }
}

/** Small blocks share buffers of this size. */
const SLAB_BYTES = 65_536;
/** Larger blocks have a buffer of their own. */
const SMALL_BYTES = 4096;
/** What values of the C API are aligned to. */
const ALIGNMENT = 16;

/** Gives out memory whose address stays. */
export type Allocate = (size: number) => MemoryBlock;

/**
 * Creates what gives out memory. The last two buffers of small blocks are held: longer than the one call that most blocks
 * are made for.
 *
 * @param addressOf - finds out where a buffer lies
 * @returns gives out blocks of zeros
 */
export function createAllocator(addressOf: AddressOf): Allocate {
  const slabs: { readonly buffer: ArrayBuffer; readonly address: number }[] = [];
  let used = SLAB_BYTES;
  return (size: number): MemoryBlock => {
    const rounded = Math.max(ALIGNMENT, Math.ceil(size / ALIGNMENT) * ALIGNMENT);
    if (rounded > SMALL_BYTES) {
      const buffer = new ArrayBuffer(rounded);
      return new MemoryBlock(buffer, { offset: 0, address: addressOf(buffer), size: rounded });
    }
    if (used + rounded > SLAB_BYTES) {
      const buffer = new ArrayBuffer(SLAB_BYTES);
      slabs.unshift({ buffer, address: addressOf(buffer) });
      slabs.splice(2);
      used = 0;
    }
    const [{ buffer, address }] = slabs as [(typeof slabs)[0]];
    const offset = used;
    used += rounded;
    return new MemoryBlock(buffer, { offset, address: address + offset, size: rounded });
  };
}
