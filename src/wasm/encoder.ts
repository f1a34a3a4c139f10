const TEXT = new TextEncoder();
const FIRST_CAPACITY = 1024;
const SHORT_COPY = 24;

/** Builds a binary: bytes, LEB128 numbers, names and sized parts. Grows as needed. */
export class ByteWriter {
  private buffer: Uint8Array<ArrayBuffer>;
  /** Bytes written so far. */
  length = 0;

  constructor(capacity = FIRST_CAPACITY) {
    this.buffer = new Uint8Array(Math.max(capacity, 16));
  }

  /**
   * Appends one byte.
   *
   * @param value - the byte, 0 to 255
   * @returns this writer
   */
  u8(value: number): this {
    if (this.length === this.buffer.length) this.reserve(1);
    this.buffer[this.length] = value;
    this.length += 1;
    return this;
  }

  /**
   * Appends bytes as they are; few of them byte by byte, which is faster.
   *
   * @param bytes - the bytes
   * @returns this writer
   */
  raw(bytes: ArrayLike<number>): this {
    const count = bytes.length;
    this.reserve(count);
    if (count > SHORT_COPY) this.buffer.set(bytes, this.length);
    else for (let at = 0; at < count; at += 1) this.buffer[this.length + at] = bytes[at] ?? 0;
    this.length += count;
    return this;
  }

  /**
   * Appends a range of other bytes; short ranges byte by byte, which is faster than a view.
   *
   * @param source - the other bytes; not modified
   * @param start - offset of the first byte
   * @param end - offset after the last byte
   * @returns this writer
   */
  copy(source: Uint8Array, start: number, end: number): this {
    if (end - start > SHORT_COPY) return this.raw(source.subarray(start, end));
    for (let offset = start; offset < end; offset += 1) this.u8(source[offset] ?? 0);
    return this;
  }

  /**
   * Forgets what was written and keeps the room, for the next use.
   *
   * @returns this writer
   */
  clear(): this {
    this.length = 0;
    return this;
  }

  /**
   * Appends the unsigned LEB128 of an integer.
   *
   * @param value - an integer in [0, 2^53)
   * @returns this writer
   */
  u32(value: number): this {
    let rest = value;
    while (rest >= 128) {
      this.u8((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    return this.u8(rest);
  }

  /**
   * Appends an unsigned LEB128 padded to five bytes, for a value that is rewritten later.
   *
   * @param value - an integer in [0, 2^32)
   * @returns this writer
   */
  u32Fixed(value: number): this {
    for (let index = 0; index < 4; index += 1) this.u8(((value >>> (7 * index)) & 127) | 128);
    return this.u8(value >>> 28);
  }

  /**
   * Appends the signed LEB128 of a 32-bit integer.
   *
   * @param value - an integer in [-2^31, 2^31)
   * @returns this writer
   */
  s32(value: number): this {
    let rest = value;
    while (rest < -64 || rest > 63) {
      this.u8((rest & 127) | 128);
      rest >>= 7;
    }
    return this.u8(rest & 127);
  }

  /**
   * Appends the signed LEB128 of a 64-bit integer.
   *
   * @param value - an integer in [-2^63, 2^63)
   * @returns this writer
   */
  s64(value: bigint): this {
    let rest = value;
    while (rest < -64n || rest > 63n) {
      this.u8(Number(rest & 127n) | 128);
      rest >>= 7n;
    }
    return this.u8(Number(rest & 127n));
  }

  /**
   * Appends a name: the length of its UTF-8 in bytes, then the bytes.
   *
   * @param text - the name
   * @returns this writer
   */
  name(text: string): this {
    const bytes = TEXT.encode(text);
    return this.u32(bytes.length).raw(bytes);
  }

  /**
   * Appends the length of a part in bytes and then the part.
   *
   * @param part - what was written of it
   * @returns this writer
   */
  sized(part: ByteWriter): this {
    return this.u32(part.length).raw(part.view());
  }

  /**
   * Shows what was written, as a view that the next write may make stale.
   *
   * @returns the view
   */
  view(): Uint8Array<ArrayBuffer> {
    return this.buffer.subarray(0, this.length);
  }

  /**
   * Copies what was written.
   *
   * @returns bytes of their own
   */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.length);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.buffer.length * 2));
    grown.set(this.view());
    this.buffer = grown;
  }
}

/** Magic number and version of a core module. */
export const MODULE_HEADER: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/**
 * Writes one section: its id, its length and its contents.
 *
 * @param writer - the module being built
 * @param id - section id, 0 to 13
 * @param content - the section's contents
 * @returns nothing; the writer is extended
 */
export function writeSection(writer: ByteWriter, id: number, content: ByteWriter): void {
  writer.u8(id).sized(content);
}
