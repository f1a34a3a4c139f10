/** Bytes that are no WebAssembly module we understand; names where. */
export class WasmFormatError extends Error {
  /** Offset from the start of the file at which reading failed, in bytes. */
  readonly offset: number;

  constructor(problem: string, offset: number) {
    super(`${problem} at offset ${offset} (0x${offset.toString(16)})`);
    this.name = "WasmFormatError";
    this.offset = offset;
  }
}

const TEXT = new TextDecoder("utf-8");

/** Reads little-endian and LEB128 values from bytes; every failure names its offset. */
export class ByteReader {
  readonly bytes: Uint8Array;
  /** Offset of the next byte. */
  position: number;
  /** Offset after the last byte that may be read. */
  readonly end: number;

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  /**
   * Reads one byte.
   *
   * @returns the byte, 0 to 255
   * @throws WasmFormatError at the end of the range
   */
  u8(): number {
    const value = this.bytes[this.position];
    if (value === undefined || this.position >= this.end) throw this.fail("unexpected end");
    this.position += 1;
    return value;
  }

  /**
   * Reads one byte without stepping over it.
   *
   * @returns the byte, 0 to 255
   * @throws WasmFormatError at the end of the range
   */
  peek(): number {
    const value = this.bytes[this.position];
    if (value === undefined || this.position >= this.end) throw this.fail("unexpected end");
    return value;
  }

  /**
   * Reads an unsigned LEB128 number of up to 32 bits.
   *
   * @returns the number
   * @throws WasmFormatError when it is longer or cut off
   */
  u32(): number {
    const first = this.u8();
    return first < 128 ? first : this.longU32(first);
  }

  private longU32(first: number): number {
    let value = first & 127;
    for (let shift = 7; shift < 35; shift += 7) {
      const byte = this.u8();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw this.fail("LEB128 number longer than 32 bits");
  }

  /**
   * Reads a signed LEB128 number of up to 33 bits (constants, block types, heap types).
   *
   * @returns the number
   * @throws WasmFormatError when it is longer or cut off
   */
  s33(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.u8();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return byte & 64 ? value - 2 ** (shift + 7) : value;
    }
    throw this.fail("LEB128 number longer than 33 bits");
  }

  /**
   * Reads an unsigned LEB128 number of up to 64 bits.
   *
   * @returns the number, exact below 2^53, which no real limit or offset exceeds
   * @throws WasmFormatError when it is longer or cut off
   */
  u64(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.u8();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw this.fail("LEB128 number longer than 64 bits");
  }

  /**
   * Reads a signed LEB128 number of up to 64 bits.
   *
   * @returns the exact number
   * @throws WasmFormatError when it is longer or cut off
   */
  s64(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.u8();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asIntN(64, byte & 64 ? value - (1n << (shift + 7n)) : value);
    }
    throw this.fail("LEB128 number longer than 64 bits");
  }

  /**
   * Steps over a LEB128 number of any width.
   *
   * @throws WasmFormatError when it is longer than 64 bits or cut off
   */
  skipLeb(): void {
    for (let count = 0; count < 10; count += 1) if (this.u8() < 128) return;
    throw this.fail("LEB128 number longer than 64 bits");
  }

  /**
   * Steps over bytes.
   *
   * @param count - how many
   * @throws WasmFormatError when fewer are left
   */
  skip(count: number): void {
    if (this.position + count > this.end) throw this.fail("unexpected end");
    this.position += count;
  }

  /**
   * Takes the next bytes.
   *
   * @param count - how many
   * @returns a view of them
   * @throws WasmFormatError when fewer are left
   */
  take(count: number): Uint8Array {
    const start = this.position;
    this.skip(count);
    return this.bytes.subarray(start, start + count);
  }

  /**
   * Reads a name: its length in bytes, then UTF-8.
   *
   * @returns the name; damaged UTF-8 becomes replacement characters
   * @throws WasmFormatError when it is cut off
   */
  name(): string {
    return TEXT.decode(this.take(this.u32()));
  }

  /**
   * Reads a length and then so many items.
   *
   * @param read - reads one item; is given its index
   * @returns the items in order
   * @throws WasmFormatError when so many items cannot fit
   */
  vector<Item>(read: (index: number) => Item): Item[] {
    const at = this.position;
    const count = this.u32();
    if (count > this.end - this.position)
      throw new WasmFormatError(`a list of ${count} items does not fit`, at);
    const items: Item[] = [];
    for (let index = 0; index < count; index += 1) items.push(read(index));
    return items;
  }

  /**
   * Makes the error of a failure at the current offset.
   *
   * @param problem - what is wrong
   * @returns the error, to be thrown by the caller
   */
  fail(problem: string): WasmFormatError {
    return new WasmFormatError(problem, this.position);
  }
}
