/** Random code that leaves the stack as it was, and whole function bodies. */
import { ByteWriter } from "../src/wasm/encoder.ts";
import { BlockGenerator, EMPTY } from "./fuzz-blocks.mjs";
import { pick } from "./fuzz-random.mjs";
import { F64, I32, I64, STORE } from "./fuzz-values.mjs";

const TYPES = [I32, I64, F64];
const MAX_DEPTH = 5;

/** Adds statements: the whole generator of a function. */
export class FunctionGenerator extends BlockGenerator {
  generate() {
    const { out, signature } = this;
    const added = this.locals.slice(signature.params.length);
    const body = new ByteWriter(256).u32(added.length);
    for (const type of added) body.u8(1).u8(type);
    for (let count = this.random(4); count >= 0; count -= 1) this.statement(0);
    for (const type of signature.results) this.value(type, 0);
    return body.raw(out.view()).u8(0x0b);
  }

  /**
   * @param {number} depth
   * @override
   */
  statement(depth) {
    this.budget -= 1;
    if (depth > MAX_DEPTH || this.budget < 0) return this.assign(depth);
    const deeper = depth + 1;
    const actions = [
      () => this.assign(deeper),
      () => this.assign(deeper),
      () => this.store(deeper),
      () => this.block([], deeper),
      () => this.conditional([], deeper),
      () => this.countedLoop(deeper),
      () => this.branchIf(deeper),
      () => this.branch(deeper),
      () => this.table(deeper),
      () => this.setGlobal(deeper),
      () => this.bulk(deeper),
      () => this.attempt(deeper),
      () => this.leave(deeper),
      () => this.out.u8(0x01),
    ];
    pick(this.random, actions)();
    return undefined;
  }

  /**
   * @param {number} depth
   */
  assign(depth) {
    const type = pick(this.random, TYPES);
    this.value(type, depth);
    if (this.random(5) === 0) this.out.u8(0x1a);
    else this.out.u8(0x21).u32(this.local(type));
  }

  /**
   * @param {number} depth
   */
  store(depth) {
    const type = pick(this.random, TYPES);
    this.address(depth);
    this.value(type, depth);
    this.out.u8(pick(this.random, STORE[type]));
    this.memarg();
  }

  /**
   * @param {number} depth
   */
  setGlobal(depth) {
    const index = this.random(2);
    this.value(index === 0 ? I32 : I64, depth);
    this.out.u8(0x24).u32(index);
  }

  /**
   * @param {number} depth
   */
  countedLoop(depth) {
    const counter = this.locals.length - 1;
    this.out.u8(0x41).s32(this.random(9)).u8(0x21).u32(counter).u8(0x03).u8(EMPTY);
    this.inside([], [], depth);
    this.out
      .u8(0x20)
      .u32(counter)
      .u8(0x41)
      .s32(1)
      .u8(0x6b)
      .u8(0x22)
      .u32(counter)
      .u8(0x41)
      .s32(0)
      .u8(0x4a)
      .u8(0x0d)
      .u32(0);
    this.out.u8(0x0b);
  }

  target() {
    const label = this.random(this.labels.length);
    return { label, types: this.labels[this.labels.length - 1 - label] };
  }

  /**
   * @param {number} depth
   */
  branchIf(depth) {
    const { label, types } = this.target();
    for (const type of types) this.value(type, depth);
    this.value(I32, depth);
    this.out.u8(0x0d).u32(label);
    for (let count = types.length; count > 0; count -= 1) this.out.u8(0x1a);
  }

  /**
   * @param {number} depth
   */
  branch(depth) {
    const { label, types } = this.target();
    this.out.u8(0x02).u8(EMPTY);
    this.labels.push([]);
    for (const type of types) this.value(type, depth);
    this.out.u8(0x0c).u32(label + 1);
    if (this.random(2) === 0) this.statement(depth);
    this.labels.pop();
    this.out.u8(0x0b);
  }

  /**
   * @param {number} depth
   */
  table(depth) {
    const { label, types } = this.target();
    this.out.u8(0x02).u8(EMPTY);
    this.labels.push([]);
    for (const type of types) this.value(type, depth);
    this.value(I32, depth);
    this.labels.pop();
    this.out
      .u8(0x0e)
      .u32(2)
      .u32(label + 1)
      .u32(label + 1)
      .u32(label + 1)
      .u8(0x0b);
  }

  /**
   * @param {number} depth
   */
  bulk(depth) {
    const { out } = this;
    const choice = this.random(6);
    if (choice < 2) {
      this.address(depth);
      if (choice === 0) this.value(I32, depth);
      else this.address(depth);
    } else {
      out.u8(0x41).s32(this.random(6));
      if (choice === 3) out.u8(0xd0).u8(0x70);
      else out.u8(0x41).s32(this.random(6));
    }
    if (this.random(2) === 0) out.u8(0x41).s32(pick(this.random, [0, 1, 5, 127, 128, 129, 300]));
    else {
      this.value(I32, depth);
      out.u8(0x41).s32(255).u8(0x71);
    }
    const codes = [
      [0x0b, 0],
      [0x0a, 0, 0],
      [0x08, 0, 0],
      [0x11, 0],
      [0x0e, 0, 0],
      [0x0c, 0, 0],
    ];
    out.u8(0xfc).raw(codes[choice]);
  }

  /**
   * @param {number} depth
   */
  attempt(depth) {
    const { out } = this;
    if (!this.module.refunds) return this.assign(depth);
    if (!this.module.exnref) {
      out.u8(0x06).u8(EMPTY);
      this.inside([], [], depth);
      out.u8(0x07).u8(0);
      this.inside([], [], depth);
      out.u8(0x0b);
      return undefined;
    }
    out.u8(0x02).u8(EMPTY).u8(0x1f).u8(EMPTY).u32(1);
    if (this.random(2) === 0) out.u8(2).u32(0);
    else out.u8(0).u32(0).u32(0);
    this.labels.push([]);
    this.inside([], [], depth);
    this.labels.pop();
    return out.u8(0x0b).u8(0x0b);
  }

  /**
   * @param {number} depth
   */
  leave(depth) {
    this.value(I32, depth);
    this.out.u8(0x04).u8(EMPTY);
    this.labels.push([]);
    const choice = this.random(5);
    if (choice === 0) this.out.u8(0x00);
    else if (choice === 1) this.out.u8(0x08).u32(0);
    else if (choice === 2) this.tailCall(depth);
    else this.returnNow(depth);
    this.labels.pop();
    this.out.u8(0x0b);
  }
}
