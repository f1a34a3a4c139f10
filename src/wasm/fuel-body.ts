import { ByteWriter } from "./encoder.ts";
import { FuelEmitter } from "./fuel-emitter.ts";
import { BodyWalk, type FuelContext } from "./fuel-walk.ts";
import type { FunctionBody, ModuleFacts } from "./module.ts";
import { ByteReader } from "./reader.ts";
import { skipValueType } from "./value-types.ts";

const BLOCK = 0x02;

/**
 * Rewrites one function body so that it counts fuel.
 *
 * @param context - the module, its rules and the appended globals
 * @param body - the body in the original file
 * @returns the new body without its length prefix
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export function rewriteBody(context: FuelContext, body: FunctionBody): ByteWriter {
  const reader = new ByteReader(context.facts.bytes, body.start, body.end);
  const groups = reader.u32();
  const groupsStart = reader.position;
  let locals = parameterCount(context.facts, body.index);
  for (let group = 0; group < groups; group += 1) {
    locals += reader.u32();
    skipValueType(reader);
  }
  const groupsEnd = reader.position;
  const place = {
    globals: context.globals,
    firstLocal: locals,
    cached: context.mode === "wasmtime",
  };
  const walk = new BodyWalk(
    context,
    reader,
    new FuelEmitter(context.facts.bytes, groupsEnd, place),
  );
  const wrapped = walk.run();
  const { added, out } = walk.emitter;
  const result = new ByteWriter(out.length + 64).u32(groups + added.length);
  result.raw(context.facts.bytes.subarray(groupsStart, groupsEnd));
  for (const type of added) result.u8(1).u8(type);
  if (wrapped) {
    result.u8(BLOCK);
    context.writeResults(result, body.index);
  }
  return result.raw(out.view());
}

function parameterCount(facts: ModuleFacts, index: number): number {
  const type = facts.types[facts.functions[index] ?? -1];
  return type?.kind === "function" ? type.params.length : 0;
}
