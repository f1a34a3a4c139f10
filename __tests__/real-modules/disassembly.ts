import createWabt from "wabt";

/** Indices of what moves when something else of a module changes, behind the operators that name it. */
const INDEXED =
  /\b(call|return_call|global\.[gs]et|ref\.func|table\.\w+|memory\.init|data\.drop) .*/g;

/**
 * The functions of a module as another tool disassembles them: text by index, without what only moves.
 *
 * @param bytes - a module
 * @returns locals and operators of each function defined in it
 */
export async function disassemble(bytes: Uint8Array): Promise<ReadonlyMap<number, string>> {
  const wabt = await createWabt();
  const module = wabt.readWasm(new Uint8Array(bytes), { readDebugNames: false });
  const text = module.toText({ foldExprs: false, inlineExport: false });
  module.destroy();
  const functions = text.split(/^ {2}(?=\()/m).filter((field) => field.startsWith("(func (;"));
  return new Map(functions.map((field) => [Number(/\d+/.exec(field)?.[0]), withoutIndices(field)]));
}

function withoutIndices(field: string): string {
  return field
    .replace(/^\(func .*/, "")
    .replaceAll(/call_indirect.*/g, "call_indirect")
    .replaceAll(INDEXED, "$1")
    .replaceAll(/\(type \d+\)/g, "")
    .replace(/[\s)]*$/, "");
}
