import type { ByteWriter } from "../encoder.ts";
import { OP, TYPE } from "../mnemonics.ts";
import {
  CACHE,
  CACHE_MASK,
  EDGE,
  FLAT,
  GROWTH_PAGES,
  NODE,
  REFUND,
  type TreePlace,
} from "./tree-layout.ts";

/** Bit of a memory argument's alignment that says that a memory's index follows. */
const HAS_INDEX = 0x40;
const ALIGN_4 = 2;
const ALIGN_8 = 3;
const PAGE_SHIFT = 16;
const KEY_SHIFT = 32;
/** Nodes are 2^5 bytes. */
const NODE_SHIFT = 5;
const ENTRY_SHIFT = 4;

/** Writes instructions that work on a tree of calls. */
export class TreeCode {
  private readonly out: ByteWriter;
  private readonly place: TreePlace;

  constructor(out: ByteWriter, place: TreePlace) {
    this.out = out;
    this.place = place;
  }

  /**
   * Appends instructions that have no immediates.
   *
   * @param codes - opcodes
   * @returns this writer
   */
  plain(...codes: readonly number[]): this {
    this.out.raw(codes);
    return this;
  }

  /**
   * Appends an instruction whose immediate is an index, or a branch.
   *
   * @param code - opcode
   * @param index - its immediate
   * @returns this writer
   */
  at(code: number, index: number): this {
    this.out.u8(code).u32(index);
    return this;
  }

  /**
   * Appends an i32 constant.
   *
   * @param value - an integer in [-2^31, 2^31)
   * @returns this writer
   */
  constant(value: number): this {
    this.out.u8(OP.I32_CONST).s32(value);
    return this;
  }

  /**
   * Attributes the fuel spent since the mark to a node, and sets the mark.
   *
   * @param push - writes the instruction that gives the node's address
   * @param fuel - index of the fuel global
   * @returns this writer
   */
  attribute(push: () => void, fuel: number): this {
    const { mark } = this.place;
    push();
    push();
    this.load64(NODE.SELF).at(OP.GLOBAL_GET, mark).at(OP.GLOBAL_GET, fuel);
    this.plain(OP.I64_SUB, OP.I64_ADD).store64(NODE.SELF);
    return this.at(OP.GLOBAL_GET, fuel).at(OP.GLOBAL_SET, mark);
  }

  /**
   * Attributes what a caller gets back to the node of refunds, and takes the mark back.
   *
   * @param kept - local with the fuel the caller goes on with
   * @param fuel - index of the fuel global
   * @returns this writer
   */
  refund(kept: number, fuel: number): this {
    const { mark } = this.place;
    this.constant(REFUND).constant(REFUND).load64(NODE.SELF);
    this.at(OP.GLOBAL_GET, fuel).at(OP.LOCAL_GET, kept).plain(OP.I64_SUB, OP.I64_ADD);
    this.store64(NODE.SELF);
    this.at(OP.GLOBAL_GET, mark).at(OP.LOCAL_GET, kept).at(OP.GLOBAL_GET, fuel);
    return this.plain(OP.I64_SUB, OP.I64_ADD).at(OP.GLOBAL_SET, mark);
  }

  /**
   * Counts a call of a node.
   *
   * @param own - local with the node's address
   * @returns this writer
   */
  countCall(own: number): this {
    this.at(OP.LOCAL_GET, own).at(OP.LOCAL_GET, own).load64(NODE.CALLS);
    this.out.u8(OP.I64_CONST).u8(1);
    return this.plain(OP.I64_ADD).store64(NODE.CALLS);
  }

  /**
   * Loads an i64 of the tree.
   *
   * @param offset - offset from the address on the stack, in bytes
   * @returns this writer
   */
  load64(offset: number): this {
    return this.access(OP.I64_LOAD, ALIGN_8, offset);
  }

  /**
   * Stores an i64 in the tree.
   *
   * @param offset - offset from the address on the stack, in bytes
   * @returns this writer
   */
  store64(offset: number): this {
    return this.access(OP.I64_STORE, ALIGN_8, offset);
  }

  /**
   * Loads an i32 of the tree.
   *
   * @param offset - offset from the address on the stack, in bytes
   * @returns this writer
   */
  load32(offset: number): this {
    return this.access(OP.I32_LOAD, ALIGN_4, offset);
  }

  /**
   * Stores an i32 in the tree.
   *
   * @param offset - offset from the address on the stack, in bytes
   * @returns this writer
   */
  store32(offset: number): this {
    return this.access(OP.I32_STORE, ALIGN_4, offset);
  }

  private access(code: number, align: number, offset: number): this {
    const { memory } = this.place;
    this.out.u8(code);
    if (memory === 0) this.out.u8(align);
    else this.out.u8(align | HAS_INDEX).u32(memory);
    this.out.u32(offset);
    return this;
  }
}

/** Locals of the entry: its parameters, and the cache's entry or the node found. */
const [CALLER, ENTERED, OWN] = [0, 1, 2];

/**
 * Writes the body of the function that every function calls first: (caller's node, function) to its own node, which
 * becomes the current one. What was spent so far is the caller's.
 *
 * @param out - receives the body without its length
 * @param place - the tree
 * @param fuel - index of the fuel global
 * @returns nothing
 */
export function writeEntry(out: ByteWriter, place: TreePlace, fuel: number): void {
  out.raw([1, 1, TYPE.I32]);
  const code = new TreeCode(out, place);
  code.attribute(() => code.at(OP.GLOBAL_GET, place.node), fuel);
  code.at(OP.LOCAL_GET, CALLER).constant(1).plain(OP.I32_SHR_U);
  code.at(OP.LOCAL_GET, ENTERED).constant(ENTRY_SHIFT).plain(OP.I32_SHL, OP.I32_XOR);
  code.constant(CACHE_MASK).plain(OP.I32_AND).at(OP.LOCAL_TEE, OWN).load64(CACHE.KEY);
  code.at(OP.LOCAL_GET, CALLER).plain(OP.I64_EXTEND_I32_U);
  out.u8(OP.I64_CONST).s32(KEY_SHIFT);
  code.plain(OP.I64_SHL).at(OP.LOCAL_GET, ENTERED).plain(OP.I64_EXTEND_I32_U, OP.I64_OR);
  code.plain(OP.I64_EQ, OP.IF, TYPE.I32).at(OP.LOCAL_GET, OWN).load32(CACHE.TARGET);
  code.plain(OP.ELSE).at(OP.LOCAL_GET, CALLER).at(OP.LOCAL_GET, ENTERED);
  code.at(OP.CALL, place.lookup).plain(OP.END).at(OP.LOCAL_TEE, OWN).at(OP.GLOBAL_SET, place.node);
  code.countCall(OWN).at(OP.LOCAL_GET, OWN).plain(OP.END);
}

/** Locals of the lookup: its parameters, the edge looked at and the node found. */
const [PARENT, CALLED, EDGE_AT, FOUND] = [0, 1, 2, 3];

/**
 * Writes the body of the function that finds the node of a function below another, or makes it: (parent, function) to
 * node. A function that runs already is not put below itself: its own node is found again.
 *
 * @param out - receives the body without its length
 * @param place - the tree
 * @returns nothing
 */
export function writeLookup(out: ByteWriter, place: TreePlace): void {
  // One group of two i32 locals.
  out.raw([1, 2, TYPE.I32]);
  const code = new TreeCode(out, place);
  code.plain(OP.BLOCK, TYPE.EMPTY, OP.BLOCK, TYPE.EMPTY);
  code.at(OP.LOCAL_GET, PARENT).load32(NODE.FIRST).at(OP.LOCAL_SET, EDGE_AT);
  code.plain(OP.LOOP, TYPE.EMPTY).at(OP.LOCAL_GET, EDGE_AT).plain(OP.I32_EQZ).at(OP.BR_IF, 1);
  code.at(OP.LOCAL_GET, EDGE_AT).load32(EDGE.FUNCTION).at(OP.LOCAL_GET, CALLED).plain(OP.I32_EQ);
  code.plain(OP.IF, TYPE.EMPTY).at(OP.LOCAL_GET, EDGE_AT).load32(EDGE.TARGET);
  code.at(OP.LOCAL_SET, FOUND).at(OP.BR, 3).plain(OP.END);
  code.at(OP.LOCAL_GET, EDGE_AT).load32(EDGE.NEXT).at(OP.LOCAL_SET, EDGE_AT).at(OP.BR, 0);
  code.plain(OP.END, OP.END);
  writeRoom(code, place);
  writeNode(code, place);
  writeEdge(code, place);
  code.plain(OP.END);
  writeCached(code, out);
  code.at(OP.LOCAL_GET, FOUND).plain(OP.END);
}

/** Without room for a node and an edge, the function's own node outside of the tree is the answer. */
function writeRoom(code: TreeCode, { memory, next, imported }: TreePlace): void {
  code.at(OP.MEMORY_SIZE, memory).constant(PAGE_SHIFT).plain(OP.I32_SHL);
  code.at(OP.GLOBAL_GET, next).constant(NODE.BYTES + EDGE.BYTES);
  code.plain(OP.I32_ADD, OP.I32_LT_U, OP.IF, TYPE.EMPTY);
  code.constant(GROWTH_PAGES).at(OP.MEMORY_GROW, memory).constant(-1).plain(OP.I32_EQ);
  code.plain(OP.IF, TYPE.EMPTY).at(OP.LOCAL_GET, CALLED).constant(imported).plain(OP.I32_SUB);
  code.constant(NODE_SHIFT).plain(OP.I32_SHL).constant(FLAT).plain(OP.I32_ADD, OP.RETURN);
  code.plain(OP.END, OP.END);
}

/** The nearest node of the function on the way to the root, else a new one. */
function writeNode(code: TreeCode, { next, flatEnd }: TreePlace): void {
  code.at(OP.LOCAL_GET, PARENT).at(OP.LOCAL_SET, FOUND);
  code.plain(OP.BLOCK, TYPE.EMPTY, OP.LOOP, TYPE.EMPTY);
  code.at(OP.LOCAL_GET, FOUND).constant(flatEnd).plain(OP.I32_LT_U, OP.IF, TYPE.EMPTY);
  code.at(OP.GLOBAL_GET, next).at(OP.LOCAL_TEE, FOUND).at(OP.LOCAL_GET, CALLED);
  code.store32(NODE.FUNCTION);
  code.at(OP.LOCAL_GET, FOUND).at(OP.LOCAL_GET, PARENT).store32(NODE.PARENT);
  code.at(OP.LOCAL_GET, FOUND).constant(NODE.BYTES).plain(OP.I32_ADD).at(OP.GLOBAL_SET, next);
  code.at(OP.BR, 2).plain(OP.END);
  code.at(OP.LOCAL_GET, FOUND).load32(NODE.FUNCTION).at(OP.LOCAL_GET, CALLED).plain(OP.I32_EQ);
  code.at(OP.BR_IF, 1).at(OP.LOCAL_GET, FOUND).load32(NODE.PARENT).at(OP.LOCAL_SET, FOUND);
  code.at(OP.BR, 0).plain(OP.END, OP.END);
}

/** A new edge becomes the first of the parent's. */
function writeEdge(code: TreeCode, { next }: TreePlace): void {
  code.at(OP.GLOBAL_GET, next).at(OP.LOCAL_TEE, EDGE_AT).at(OP.LOCAL_GET, CALLED);
  code.store32(EDGE.FUNCTION);
  code.at(OP.LOCAL_GET, EDGE_AT).at(OP.LOCAL_GET, FOUND).store32(EDGE.TARGET);
  code.at(OP.LOCAL_GET, EDGE_AT).at(OP.LOCAL_GET, PARENT).load32(NODE.FIRST).store32(EDGE.NEXT);
  code.at(OP.LOCAL_GET, PARENT).at(OP.LOCAL_GET, EDGE_AT).store32(NODE.FIRST);
  code.at(OP.LOCAL_GET, EDGE_AT).constant(EDGE.BYTES).plain(OP.I32_ADD).at(OP.GLOBAL_SET, next);
}

/** The next call from the same node finds it in the cache; the local of the edge holds the entry's address. */
function writeCached(code: TreeCode, out: ByteWriter): void {
  code.at(OP.LOCAL_GET, PARENT).constant(1).plain(OP.I32_SHR_U);
  code.at(OP.LOCAL_GET, CALLED).constant(ENTRY_SHIFT).plain(OP.I32_SHL, OP.I32_XOR);
  code.constant(CACHE_MASK).plain(OP.I32_AND).at(OP.LOCAL_TEE, EDGE_AT);
  code.at(OP.LOCAL_GET, PARENT).plain(OP.I64_EXTEND_I32_U);
  out.u8(OP.I64_CONST).s32(KEY_SHIFT);
  code.plain(OP.I64_SHL).at(OP.LOCAL_GET, CALLED).plain(OP.I64_EXTEND_I32_U, OP.I64_OR);
  code.store64(CACHE.KEY);
  code.at(OP.LOCAL_GET, EDGE_AT).at(OP.LOCAL_GET, FOUND).store32(CACHE.TARGET);
}
