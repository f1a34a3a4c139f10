import loadWabt from "wabt";
import { ActionError, messageOf } from "../errors.ts";

type Wabt = Awaited<ReturnType<typeof loadWabt>>;

let loading: Promise<Wabt> | undefined;

/** Every proposal the assembler knows and V8 runs without a flag. */
const FEATURES = {
  bulk_memory: true,
  exceptions: true,
  multi_value: true,
  mutable_globals: true,
  reference_types: true,
  relaxed_simd: true,
  sat_float_to_int: true,
  sign_extension: true,
  simd: true,
  tail_call: true,
  threads: true,
  extended_const: true,
  multi_memory: true,
  memory64: true,
};

/**
 * Assembles WebAssembly text.
 *
 * @param text - the module as text
 * @param path - file it comes from, for messages
 * @returns the binary module, with a name section
 * @throws ActionError (`component`) with line, column and fault
 */
export async function assembleText(text: string, path: string): Promise<Uint8Array> {
  loading ??= startAssembler();
  const wabt = await loading;
  try {
    // As bytes: of a string the assembler takes the low half of every UTF-16 unit.
    const module = wabt.parseWat(
      path,
      new TextEncoder().encode(text),
      FEATURES as Parameters<Wabt["parseWat"]>[2],
    );
    const { buffer } = module.toBinary({ write_debug_names: true });
    module.destroy();
    return buffer;
  } catch (cause) {
    throw textFault(path, cause);
  }
}

function textFault(path: string, cause: unknown): ActionError {
  const fault = messageOf(cause)
    .replace(/^parseWat failed:\s*/, "")
    .trim();
  return new ActionError({
    code: "component",
    message: `${path} is not valid WebAssembly text: ${fault}`,
    hint: "Mend the text at the line and column named.",
    cause,
  });
}

/** The assembler was written for CommonJS: it looks for the folder of its script. */
function startAssembler(): Promise<Wabt> {
  (globalThis as { __dirname?: string }).__dirname ??= import.meta.dirname;
  return loadWabt();
}
