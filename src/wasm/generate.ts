import { ByteWriter, MODULE_HEADER, writeSection } from "./encoder.ts";
import { SECTION } from "./sections.ts";

const I32 = 0x7f;
/** Functions of generated modules are about this long, so that one of them is never a visible part of the size. */
const BODY_OPERATIONS = 12;
const CALLED_FUNCTIONS = 4;
const BINARY_OPERATORS = [
  0x6a, 0x6b, 0x6c, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78,
] as const;

/**
 * Builds a valid module of a given size out of distinct functions, the same bytes for the same size.
 *
 * @param targetBytes - wanted size in bytes; at least 512
 * @returns a module within 2 % of that size, exporting `run` (i32) -> (i32), which calls a few of its functions
 * @throws RangeError when the wanted size is below 512 bytes
 */
export function generateModule(targetBytes: number): Uint8Array<ArrayBuffer> {
  if (!(targetBytes >= 512))
    throw new RangeError(`a generated module has at least 512 bytes, not ${targetBytes}`);
  const random = createSequence(targetBytes);
  const bodies: ByteWriter[] = [];
  let size = 64;
  for (;;) {
    const body = writeBody(random);
    // Length prefix of the body and its entry in the function section.
    const grown = size + body.length + 2;
    if (grown > targetBytes && bodies.length >= CALLED_FUNCTIONS) break;
    bodies.push(body);
    size = grown;
  }
  const module = assemble(bodies, 0);
  return assemble(bodies, Math.max(0, targetBytes - module.length));
}

/** Deterministic integers in [0, bound): a linear congruential generator (Numerical Recipes). */
function createSequence(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** A function (i32) -> (i32): a chain of binary operators over its parameter and constants. */
function writeBody(random: (bound: number) => number): ByteWriter {
  const body = new ByteWriter(64).u8(0).u8(0x20).u8(0);
  for (let step = 0; step < BODY_OPERATIONS; step += 1) {
    if (random(3) === 0) body.u8(0x20).u8(0);
    else body.u8(0x41).s32(random(2 ** 32) | 0);
    body.u8(BINARY_OPERATORS[random(BINARY_OPERATORS.length)] ?? 0x6a);
  }
  return body.u8(0x0b);
}

/** `run`: the parameter goes through a few functions spread over the module; `padding` bytes of `nop` trim the size. */
function writeRun(functions: number, padding: number): ByteWriter {
  const run = new ByteWriter(64 + padding).u8(0).u8(0x20).u8(0);
  for (let step = 0; step < CALLED_FUNCTIONS; step += 1) {
    run.u8(0x10).u32Fixed(Math.floor((step * (functions - 1)) / (CALLED_FUNCTIONS - 1)));
  }
  for (let count = 0; count < padding; count += 1) run.u8(0x01);
  return run.u8(0x0b);
}

function assemble(bodies: readonly ByteWriter[], padding: number): Uint8Array<ArrayBuffer> {
  const types = new ByteWriter().u32(1).u8(0x60).u32(1).u8(I32).u32(1).u8(I32);
  const functions = new ByteWriter().u32(bodies.length + 1);
  for (let count = 0; count <= bodies.length; count += 1) functions.u32(0);
  const exports = new ByteWriter().u32(1).name("run").u8(0).u32(bodies.length);
  const code = new ByteWriter().u32(bodies.length + 1);
  for (const body of bodies) code.sized(body);
  code.sized(writeRun(bodies.length, padding));
  const module = new ByteWriter(code.length + functions.length + 64).raw(MODULE_HEADER);
  writeSection(module, SECTION.type, types);
  writeSection(module, SECTION.function, functions);
  writeSection(module, SECTION.export, exports);
  writeSection(module, SECTION.code, code);
  return module.bytes();
}
