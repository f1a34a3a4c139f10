import type { FunctionBody, ModuleFacts } from "../model/module-facts.ts";
import { ByteWriter } from "./encoder.ts";
import { OP, TYPE } from "./mnemonics.ts";
import { ByteReader } from "./reader.ts";
import { rebuildModule } from "./rebuild.ts";
import { SECTION } from "./sections.ts";
import { functionTypeOf } from "./signatures.ts";
import { skipValueType } from "./value-types.ts";

/**
 * Makes a copy of a module that does true extra work: a countdown before the body of one exported function.
 *
 * @param facts - the module; not modified
 * @param exportName - an exported function that the module defines itself
 * @param steps - length of the countdown, four operators a step; a positive integer below 2^31
 * @returns a valid module with the same results, slower at every call of that function
 * @throws RangeError when there is no such function
 */
export function injectWork(
  facts: ModuleFacts,
  exportName: string,
  steps: number,
): Uint8Array<ArrayBuffer> {
  const index = facts.exports.find(
    ({ kind, name }) => kind === "function" && name === exportName,
  )?.index;
  const chosen = facts.bodies.find((body) => body.index === index);
  if (chosen === undefined)
    throw new RangeError(`the module defines no exported function "${exportName}"`);
  const content = new ByteWriter(facts.bytes.length).u32(facts.bodies.length);
  for (const body of facts.bodies) {
    content.sized(
      body === chosen
        ? slowed(facts, body, steps)
        : new ByteWriter().raw(facts.bytes.subarray(body.start, body.end)),
    );
  }
  return rebuildModule(facts, new Map([[SECTION.code, content]])).bytes;
}

function slowed(facts: ModuleFacts, body: FunctionBody, steps: number): ByteWriter {
  const reader = new ByteReader(facts.bytes, body.start, body.end);
  const groups = reader.u32();
  const groupsStart = reader.position;
  let counter = functionTypeOf(facts, body.index)?.params.length ?? 0;
  for (let group = 0; group < groups; group += 1) {
    counter += reader.u32();
    skipValueType(reader);
  }
  const writer = new ByteWriter()
    .u32(groups + 1)
    .raw(facts.bytes.subarray(groupsStart, reader.position))
    .u32(1)
    .u8(TYPE.I32);
  return countdown(writer, counter, steps).raw(facts.bytes.subarray(reader.position, body.end));
}

/** `i32.const steps, local.set c, loop, local.get c, i32.const 1, i32.sub, local.tee c, br_if 0, end` */
function countdown(writer: ByteWriter, counter: number, steps: number): ByteWriter {
  writer.u8(OP.I32_CONST).s32(steps).u8(OP.LOCAL_SET).u32(counter);
  writer
    .u8(OP.LOOP)
    .u8(TYPE.EMPTY)
    .u8(OP.LOCAL_GET)
    .u32(counter)
    .u8(OP.I32_CONST)
    .s32(1)
    .u8(OP.I32_SUB);
  return writer.u8(OP.LOCAL_TEE).u32(counter).u8(OP.BR_IF).u32(0).u8(OP.END);
}
