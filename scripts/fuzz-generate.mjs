/** Random valid modules: numbers, control flow, calls, memory, tables, exceptions. Deterministic by seed. */
import { ByteWriter, MODULE_HEADER, writeSection } from "../src/wasm/encoder.ts";
import { SECTION } from "../src/wasm/sections.ts";
import { createRandom, pick } from "./fuzz-random.mjs";
import { FunctionGenerator } from "./fuzz-statements.mjs";
import { F64, I32, I64 } from "./fuzz-values.mjs";

const TYPES = [I32, I64, F64];

/**
 * @param {import("./fuzz-random.mjs").Random} random
 * @param {number} most
 */
function randomTypes(random, most) {
  return Array.from({ length: random(most + 1) }, () => pick(random, TYPES));
}

/**
 * @param {import("./fuzz-random.mjs").Signature[]} signatures
 */
function writeTypes(signatures) {
  const count = signatures.length;
  const types = new ByteWriter().u32(count + 1);
  for (const { params, results } of signatures)
    types.u8(0x60).u32(params.length).raw(params).u32(results.length).raw(results);
  types.u8(0x60).u8(0).u8(0);
  return types;
}

/**
 * @param {number[]} indices
 */
function writeExports(indices) {
  const count = indices.length;
  const exports = new ByteWriter()
    .u32(count + 3)
    .name("m")
    .u8(2)
    .u8(0)
    .name("g0")
    .u8(3)
    .u8(0)
    .name("g1")
    .u8(3)
    .u8(1);
  for (const index of indices) exports.name(`f${index}`).u8(0).u32(index);
  return exports;
}

/**
 * @param {number[]} indices
 */
function writeElements(indices) {
  const active = new ByteWriter().u8(0).u8(0x41).u8(0).u8(0x0b).u32(indices.length).raw(indices);
  return new ByteWriter().u32(2).raw(active.view()).u8(1).u8(0).u32(indices.length).raw(indices);
}

/**
 * A valid module of 1 to 5 functions, all exported (`f0`, …) with memory (`m`) and globals (`g0`, `g1`).
 * @param {number} seed
 */
export function generateRandomModule(seed) {
  const random = createRandom(seed);
  const signatures = Array.from({ length: 1 + random(5) }, () => ({
    params: randomTypes(random, 3),
    results: randomTypes(random, 2),
  }));
  const module = { random, signatures, exnref: random(2) === 0, refunds: random(2) === 0 };
  const count = signatures.length;
  const indices = signatures.map((_, index) => index);
  const out = new ByteWriter(2048).raw(MODULE_HEADER);
  /** @type {(id: number, content: ByteWriter) => void} */
  const section = (id, content) => writeSection(out, id, content);
  section(SECTION.type, writeTypes(signatures));
  section(SECTION.function, new ByteWriter().u32(count).raw(indices));
  section(SECTION.table, new ByteWriter().u32(1).u8(0x70).u8(1).u32(8).u32(150));
  section(
    SECTION.memory,
    new ByteWriter()
      .u32(1)
      .u8(1)
      .u32(1)
      .u32(pick(random, [1, 3, 160])),
  );
  section(SECTION.tag, new ByteWriter().u32(1).u8(0).u32(count));
  section(
    SECTION.global,
    new ByteWriter().u32(2).raw([I32, 1, 0x41, 5, 0x0b, I64, 1, 0x42, 9, 0x0b]),
  );
  section(SECTION.export, writeExports(indices));
  section(SECTION.element, writeElements(indices));
  section(SECTION.dataCount, new ByteWriter().u32(1));
  const code = new ByteWriter(2048).u32(count);
  for (const signature of signatures)
    code.sized(new FunctionGenerator(module, signature).generate());
  section(SECTION.code, code);
  section(SECTION.data, new ByteWriter().u32(1).u8(1).name("0123456789abcdef"));
  return out.bytes();
}
