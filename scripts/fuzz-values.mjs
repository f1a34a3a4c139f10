/** Random code that pushes one value. */
import { ByteWriter } from "../src/wasm/encoder.ts";
import { pick } from "./fuzz-random.mjs";

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F64 = 0x7c;
const MAX_DEPTH = 5;
/** Methods that push a value, by choice; the first two end the recursion. */
const CHOICES =
  "constant read unary binary binary binary conversion load valueBlock valueConditional call tee select special".split(
    " ",
  );

/** @type {Record<number, number[]>} */
const UNARY = {
  [I32]: [0x45, 0x67, 0x68, 0x69, 0xc0, 0xc1],
  [I64]: [0x79, 0x7a, 0x7b, 0xc2, 0xc3, 0xc4],
  [F64]: [0x99, 0x9a, 0x9b, 0x9d, 0x9f],
};
/** @type {Record<number, number[]>} */
const BINARY = {
  [I32]: [
    0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70, 0x71, 0x72, 0x73, 0x74, 0x76, 0x77, 0x46, 0x48, 0x4f,
  ],
  [I64]: [0x7c, 0x7d, 0x7e, 0x7f, 0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x88, 0x89],
  [F64]: [0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5],
};
/** @type {Record<number, [number, number][]>} */
const CONVERT = {
  [I32]: [
    [I64, 0xa7],
    [I64, 0x50],
    [F64, 0xaa],
  ],
  [I64]: [
    [I32, 0xac],
    [I32, 0xad],
    [F64, 0xb0],
  ],
  [F64]: [
    [I32, 0xb7],
    [I64, 0xb9],
  ],
};
/** @type {Record<number, number[]>} */
const LOAD = { [I32]: [0x28, 0x2c, 0x2f], [I64]: [0x29, 0x31, 0x35], [F64]: [0x2b] };
/** @type {Record<number, number[]>} */
export const STORE = { [I32]: [0x36, 0x3a], [I64]: [0x37, 0x3e], [F64]: [0x39] };

/** Holds the code written so far, the locals and the labels around it. Subclasses add blocks and statements. */
export class ValueGenerator {
  /**
   * @param {import("./fuzz-random.mjs").Plan} module
   * @param {import("./fuzz-random.mjs").Signature} signature
   */
  constructor(module, signature) {
    this.module = module;
    this.signature = signature;
    this.random = module.random;
    this.out = new ByteWriter(256);
    this.locals = [...signature.params, I32, I64, F64, I32];
    /**
     * Innermost last: the types a branch to the label carries.
     * @type {number[][]}
     */
    this.labels = [signature.results];
    this.budget = 60;
  }

  /**
   * @param {number} type
   */
  constant(type) {
    const small = this.random(2) === 0;
    const number = small ? this.random(40) : this.random(2 ** 32) | 0;
    if (type === I32) this.out.u8(0x41).s32(number);
    else if (type === I64) this.out.u8(0x42).s64(BigInt(number) * (small ? 1n : 4294967297n));
    else this.out.u8(0x44).raw(new Uint8Array(new Float64Array([number / 3]).buffer));
  }

  /**
   * @param {number} type
   */
  local(type) {
    const fitting = this.locals.flatMap((own, place) => (own === type ? [place] : []));
    return pick(this.random, fitting);
  }

  /**
   * Pushes one value of a type.
   * @param {number} type
   * @param {number} depth
   */
  value(type, depth) {
    this.budget -= 1;
    const choice =
      depth > MAX_DEPTH || this.budget < 0 ? this.random(2) : this.random(CHOICES.length);
    const writer = /** @type {Function} */ (Reflect.get(this, CHOICES[choice]));
    writer.call(this, type, depth + 1);
  }

  /**
   * @param {number} type
   */
  read(type) {
    this.out.u8(0x20).u32(this.local(type));
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  unary(type, depth) {
    this.value(type, depth);
    this.out.u8(pick(this.random, UNARY[type]));
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  binary(type, depth) {
    this.value(type, depth);
    this.value(type, depth);
    this.out.u8(pick(this.random, BINARY[type]));
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  conversion(type, depth) {
    const [source, opcode] = pick(this.random, CONVERT[type]);
    this.value(source, depth);
    this.out.u8(opcode);
  }

  /**
   * @param {number} depth
   */
  address(depth) {
    if (this.random(4) === 0) return this.value(I32, depth);
    this.value(I32, depth);
    this.out.u8(0x41).s32(0x3fff).u8(0x71);
  }

  memarg() {
    this.out.u8(0).u32(this.random(30) === 0 ? this.random(2 ** 31) : this.random(64));
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  load(type, depth) {
    this.address(depth);
    this.out.u8(pick(this.random, LOAD[type]));
    this.memarg();
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  tee(type, depth) {
    this.value(type, depth);
    this.out.u8(0x22).u32(this.local(type));
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  select(type, depth) {
    this.value(type, depth);
    this.value(type, depth);
    this.value(I32, depth);
    if (this.random(2) === 0) this.out.u8(0x1b);
    else this.out.u8(0x1c).u8(1).u8(type);
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  special(type, depth) {
    if (type === I64) return this.out.u8(0x23).u32(1);
    if (type === F64) return this.constant(F64);
    const choice = this.random(4);
    if (choice === 0) this.out.u8(0x3f).u8(0);
    else if (choice === 1) this.out.u8(0x23).u32(0);
    else if (choice === 2) this.grow(0x40, [0], depth);
    else {
      this.out.u8(0xd0).u8(0x70);
      this.grow(0xfc, [0x0f, 0], depth);
    }
    return undefined;
  }

  /**
   * @param {number} opcode
   * @param {number[]} rest
   * @param {number} depth
   */
  grow(opcode, rest, depth) {
    if (this.random(2) === 0)
      this.out.u8(0x41).s32(pick(this.random, [0, 1, 2, 127, 128, 129, 200]));
    else {
      this.value(I32, depth);
      this.out.u8(0x41).s32(3).u8(0x71);
    }
    this.out.u8(opcode).raw(rest);
  }
}
