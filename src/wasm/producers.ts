import type { Producer } from "../model/component.ts";
import type { ModuleFacts } from "../model/module-facts.ts";
import { ByteReader, WasmFormatError } from "./reader.ts";

/** Most tools, and longest words, that are taken from a section anyone may have written. */
const MAX_PRODUCERS = 20;
const MAX_WORDS = 100;

/**
 * Reads which tools made a module.
 *
 * @param facts - the module
 * @returns languages and tools of its section `producers`, each name once; empty without one, and for a damaged one.
 *   Hostile until escaped
 * @throws nothing a module can cause
 */
export function readProducers({ bytes, sections }: ModuleFacts): Producer[] {
  const section = sections.find(({ name }) => name === "custom:producers");
  if (section === undefined) return [];
  const found = new Map<string, Producer>();
  const reader = new ByteReader(bytes, section.contentStart, section.end);
  try {
    reader.vector(() => {
      reader.name();
      reader.vector(() => {
        const name = reader.name().slice(0, MAX_WORDS);
        const version = reader.name().slice(0, MAX_WORDS);
        if (!found.has(name)) found.set(name, { name, version });
      });
    });
  } catch (error) {
    if (!(error instanceof WasmFormatError)) throw error;
    return [];
  }
  return [...found.values()].slice(0, MAX_PRODUCERS);
}
