import type { ModuleFacts, Section } from "../model/module-facts.ts";
import { ByteWriter, MODULE_HEADER, writeSection } from "./encoder.ts";
import { requireListFits, requireModuleFits } from "./engine-limits.ts";
import { ByteReader } from "./reader.ts";
import { SECTION, SECTION_ORDER } from "./sections.ts";

/** New contents of sections by id; empty contents drop the section. */
export type Replacements = Map<number, ByteWriter>;

/** A module put together again. */
export interface RebuiltModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Offset of the contents of every replaced section. */
  readonly contentStarts: ReadonlyMap<number, number>;
}

/** Items to append to a section that is a list. */
export interface Addition {
  readonly id: number;
  readonly items: ByteWriter;
  readonly count: number;
}

/** Custom sections that hold offsets into code, which move. */
const HOLDS_OFFSETS =
  /^custom:(\.debug_|metadata\.code\.|sourceMappingURL$|external_debug_info$|reloc\.|linking$|dylink)/;

/**
 * Appends items to a section that is a list, creating it when it is absent.
 *
 * @param facts - the module
 * @param replacements - receives the new contents
 * @param addition - section id, the items and their number
 * @returns length of the new contents; the items are at their end
 * @throws EngineLimitError when the list becomes longer than the engine takes
 */
export function appendToVector(
  facts: ModuleFacts,
  replacements: Replacements,
  addition: Addition,
): number {
  const section = facts.sections.find(({ id }) => id === addition.id);
  const content = new ByteWriter((section?.bytes ?? 0) + addition.items.length + 8);
  if (section === undefined) {
    content.u32(addition.count);
  } else {
    const reader = new ByteReader(facts.bytes, section.contentStart, section.end);
    const count = reader.u32() + addition.count;
    requireListFits(addition.id, count);
    content.u32(count).raw(facts.bytes.subarray(reader.position, section.end));
  }
  content.raw(addition.items.view());
  replacements.set(addition.id, content);
  return content.length;
}

/**
 * Writes a module with some of its sections replaced; custom sections that hold code offsets are dropped.
 *
 * @param facts - the original
 * @param replacements - new contents by section id; sections the original lacks are put where they belong
 * @returns the new module
 * @throws EngineLimitError when it becomes larger than the engine takes
 */
export function rebuildModule(facts: ModuleFacts, replacements: Replacements): RebuiltModule {
  const size = [...replacements.values()].reduce(
    (sum, part) => sum + part.length,
    facts.bytes.length,
  );
  const writer = new ByteWriter(size + 64).raw(MODULE_HEADER);
  const contentStarts = new Map<number, number>();
  const present = new Set(facts.sections.map(({ id }) => id));
  const absent = SECTION_ORDER.filter((id) => replacements.has(id) && !present.has(id));
  const replace = (id: number, content: ByteWriter): void => {
    if (content.length === 0) return;
    writeSection(writer, id, content);
    contentStarts.set(id, writer.length - content.length);
  };
  const writeAbsent = (before: number): void => {
    while (absent[0] !== undefined && SECTION_ORDER.indexOf(absent[0]) < before) {
      const id = absent.shift() ?? 0;
      replace(id, replacements.get(id) ?? new ByteWriter());
    }
  };
  for (const section of facts.sections) {
    if (section.id !== SECTION.custom) writeAbsent(SECTION_ORDER.indexOf(section.id));
    const content = section.id === SECTION.custom ? undefined : replacements.get(section.id);
    if (content !== undefined) replace(section.id, content);
    else if (!HOLDS_OFFSETS.test(section.name)) writer.raw(original(facts, section));
  }
  writeAbsent(SECTION_ORDER.length);
  requireModuleFits(writer.length);
  return { bytes: writer.bytes(), contentStarts };
}

function original(facts: ModuleFacts, section: Section): Uint8Array {
  return facts.bytes.subarray(section.start, section.end);
}
