/** Random blocks and calls around values and statements. */
import { pick } from "./fuzz-random.mjs";
import { I32, ValueGenerator } from "./fuzz-values.mjs";

export const EMPTY = 0x40;

/** Adds blocks and calls. */
export class BlockGenerator extends ValueGenerator {
  /**
   * @param {number} type
   * @param {number} depth
   */
  valueBlock(type, depth) {
    this.block([type], depth);
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  valueConditional(type, depth) {
    this.conditional([type], depth);
  }

  /**
   * Writes nothing here: the subclass knows statements.
   * @param {number} depth
   */
  statement(depth) {
    this.budget -= depth;
  }

  /**
   * @param {number[]} results
   */
  blockType(results) {
    if (results.length === 0) this.out.u8(EMPTY);
    else this.out.u8(results[0]);
  }

  /**
   * @param {number[]} labelTypes
   * @param {number[]} results
   * @param {number} depth
   */
  inside(labelTypes, results, depth) {
    this.labels.push(labelTypes);
    for (let count = this.random(3); count > 0; count -= 1) this.statement(depth);
    for (const type of results) this.value(type, depth);
    this.labels.pop();
  }

  /**
   * @param {number[]} results
   * @param {number} depth
   */
  block(results, depth) {
    const loop = this.random(4) === 0;
    this.out.u8(loop ? 0x03 : 0x02);
    this.blockType(results);
    this.inside(loop ? [] : results, results, depth);
    this.out.u8(0x0b);
  }

  /**
   * @param {number[]} results
   * @param {number} depth
   */
  conditional(results, depth) {
    this.value(I32, depth);
    this.out.u8(0x04);
    this.blockType(results);
    this.inside(results, results, depth);
    if (results.length > 0 || this.random(2) === 0) {
      this.out.u8(0x05);
      this.inside(results, results, depth);
    }
    this.out.u8(0x0b);
  }

  /**
   * @param {number} index
   * @param {number} depth
   */
  arguments(index, depth) {
    for (const type of this.module.signatures[index].params) this.value(type, depth);
  }

  /**
   * @param {number} type
   * @param {number} depth
   */
  call(type, depth) {
    const { signatures } = this.module;
    const fitting = signatures.flatMap((own, place) =>
      own.results.length === 1 && own.results[0] === type ? [place] : [],
    );
    if (fitting.length === 0) return this.constant(type);
    const index = pick(this.random, fitting);
    this.arguments(index, depth);
    this.invoke(index, depth);
    return undefined;
  }

  /**
   * @param {number} index
   * @param {number} depth
   */
  invoke(index, depth) {
    const choice = this.random(5);
    if (choice < 3) this.out.u8(0x10).u32(index);
    else if (choice === 3) {
      this.out
        .u8(0x41)
        .s32(this.random(12) === 0 ? 99 : index)
        .u8(0x11)
        .u32(index)
        .u8(0);
    } else if (this.module.refunds) this.out.u8(0xd2).u32(index).u8(0x14).u32(index);
    else this.out.u8(0x10).u32(index);
    return depth;
  }

  /**
   * @param {number} depth
   */
  returnNow(depth) {
    for (const type of this.signature.results) this.value(type, depth);
    this.out.u8(0x0f);
  }

  /**
   * @param {number} depth
   */
  tailCall(depth) {
    const wanted = this.signature.results.join();
    const fitting = this.module.signatures.flatMap(({ results }, place) =>
      results.join() === wanted ? [place] : [],
    );
    const index = pick(this.random, fitting);
    this.arguments(index, depth);
    const form = this.random(3);
    if (form === 0) this.out.u8(0x12).u32(index);
    else if (form === 1) this.out.u8(0x41).s32(index).u8(0x13).u32(index).u8(0);
    else this.out.u8(0xd2).u32(index).u8(0x15).u32(index);
  }
}
