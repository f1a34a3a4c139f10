import type { Section } from "../model/module-facts.ts";
import { ByteReader, WasmFormatError } from "./reader.ts";

const FUNCTION_NAMES = 1;

/**
 * Reads the function names of the name section.
 *
 * @param bytes - the module
 * @param sections - its sections
 * @returns names by function index; empty without a name section, and a damaged one (which an engine ignores too) counts as none
 * @throws nothing a module can cause
 */
export function readFunctionNames(
  bytes: Uint8Array,
  sections: readonly Section[],
): Map<number, string> {
  const names = new Map<number, string>();
  const section = sections.find((candidate) => candidate.name === "custom:name");
  if (section === undefined) return names;
  try {
    readSubsections(new ByteReader(bytes, section.contentStart, section.end), names);
  } catch (error) {
    if (!(error instanceof WasmFormatError)) throw error;
    names.clear();
  }
  return names;
}

function readSubsections(reader: ByteReader, names: Map<number, string>): void {
  while (!reader.done) {
    const id = reader.u8();
    const size = reader.u32();
    if (id === FUNCTION_NAMES) {
      reader.vector(() => names.set(reader.u32(), reader.name()));
    } else {
      reader.skip(size);
    }
  }
}
