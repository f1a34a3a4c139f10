import type { FunctionBody, ModuleFacts } from "../model/module-facts.ts";
import type { ByteWriter } from "./encoder.ts";
import { requireBodyFits } from "./engine-limits.ts";
import { FuelEmitter } from "./fuel-emitter.ts";
import { BodyWalk, type FuelContext } from "./fuel-walk.ts";
import { ByteReader } from "./reader.ts";
import { skipValueType } from "./value-types.ts";

const BLOCK = 0x02;

/** Function bodies being written, each with its length prefix; the other two writers are reused. */
export interface CodeTarget {
  readonly code: ByteWriter;
  readonly head: ByteWriter;
  readonly body: ByteWriter;
}

/**
 * Rewrites one function body so that it counts fuel.
 *
 * @param context - the module, its rules and the appended globals
 * @param body - the body in the original file
 * @param target - receives the new body with its length prefix
 * @returns nothing; the target is extended
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 * @throws EngineLimitError when the new body is larger than the engine takes
 */
export function rewriteBody(context: FuelContext, body: FunctionBody, target: CodeTarget): void {
  const { bytes } = context.facts;
  const reader = new ByteReader(bytes, body.start, body.end);
  const groups = reader.u32();
  const groupsStart = reader.position;
  let locals = parameterCount(context.facts, body.index);
  for (let group = 0; group < groups; group += 1) {
    locals += reader.u32();
    skipValueType(reader);
  }
  const groupsEnd = reader.position;
  const emitter = new FuelEmitter(bytes, groupsEnd, {
    out: target.body.clear(),
    globals: context.globals,
    firstLocal: locals,
    cached: context.mode === "wasmtime",
  });
  const tracker = context.track?.(body.index, emitter);
  const wrapped = new BodyWalk(context, body, reader, { emitter, tracker }).run();
  const head = target.head.clear().u32(groups + emitter.added.length);
  head.copy(bytes, groupsStart, groupsEnd);
  for (const type of emitter.added) head.u8(1).u8(type);
  if (wrapped) {
    head.u8(BLOCK);
    context.writeResults(head, body.index);
  }
  const bodyBytes = head.length + target.body.length;
  requireBodyFits(context.facts, body.index, {
    bodyBytes,
    locals: locals + emitter.added.length,
  });
  appendBody(target);
}

/**
 * Appends the body made of a target's two parts to its code.
 *
 * @param target - head (locals) and body are read, code is extended
 * @returns nothing
 */
export function appendBody({ code, head, body }: CodeTarget): void {
  code
    .u32(head.length + body.length)
    .raw(head.view())
    .raw(body.view());
}

function parameterCount(facts: ModuleFacts, index: number): number {
  const type = facts.types[facts.functions[index] ?? -1];
  return type?.kind === "function" ? type.params.length : 0;
}
