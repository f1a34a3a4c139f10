import { createHash } from "node:crypto";
import type { ModuleFacts } from "../model/module-facts.ts";
import { readHeader } from "../wasm/header.ts";
import { readModule } from "../wasm/read-module.ts";

/**
 * Decodes a module.
 *
 * @param bytes - the module
 * @returns its facts; null for bytes that are no core module, such as those of a Component Model binary
 * @throws WasmFormatError naming the offset when a core module cannot be read
 */
export type DecodeModule = (bytes: Uint8Array) => ModuleFacts | null;

/**
 * Creates the decoder of a run: it decodes no bytes twice, whichever side they are of.
 *
 * @param read - decodes a core module
 * @returns decoder that gives equal bytes the same facts
 */
export function createModuleDecoder(
  read: (bytes: Uint8Array) => ModuleFacts = readModule,
): DecodeModule {
  const known = new Map<string, ModuleFacts>();
  return (bytes: Uint8Array): ModuleFacts | null => {
    if (readHeader(bytes).kind !== "module") return null;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const facts = known.get(sha256) ?? read(bytes);
    known.set(sha256, facts);
    return facts;
  };
}
