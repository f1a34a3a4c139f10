import type { ModuleFacts } from "../../model/module-facts.ts";
import { readHeader } from "../header.ts";
import { readModule } from "../read-module.ts";
import { ByteReader } from "../reader.ts";
import { type FunctionSize, type ModuleSize, measureSize } from "../size.ts";
import { COMPONENT_SECTION, type ComponentSection, readComponentSections } from "./sections.ts";

/** Bytes of the header of a core module or a component. */
const HEADER_BYTES = 8;

interface Parts {
  readonly sections: Map<string, number>;
  readonly modules: ModuleSize[];
}

/**
 * Measures what a component's bytes are spent on: its core modules, and what holds them together.
 *
 * @param bytes - a Component Model binary
 * @returns exact sizes. Sections of its first core module stand under `module 0: code`, and so on; those of the
 *   component, and of components inside it, under `component: type`. With the 8 bytes of the header they add up to the
 *   file. Imports and exports are the component's own
 * @throws WasmFormatError naming the offset when it is damaged
 */
export function measureComponent(bytes: Uint8Array): ModuleSize {
  const parts: Parts = { sections: new Map(), modules: [] };
  gather(bytes, parts);
  const own = readComponentSections(bytes);
  const sum = (pick: (size: ModuleSize) => number): number =>
    parts.modules.reduce((total, size) => total + pick(size), 0);
  const custom = [...parts.sections].filter(([name]) => name.startsWith("component: custom:"));
  return {
    bytes: bytes.length,
    sections: [...parts.sections].map(([name, size]) => ({ name, bytes: size })),
    functions: sum(({ functions }) => functions),
    imports: countEntries(bytes, own, COMPONENT_SECTION.import),
    exports: countEntries(bytes, own, COMPONENT_SECTION.export),
    dataBytes: sum(({ dataBytes }) => dataBytes),
    customBytes:
      sum(({ customBytes }) => customBytes) + custom.reduce((total, [, size]) => total + size, 0),
    bodies: parts.modules.flatMap(bodiesOf).sort((left, right) => right.bytes - left.bytes),
  };
}

/**
 * Measures what the bytes of a binary are spent on, whichever kind it is.
 *
 * @param bytes - a core module or a Component Model binary
 * @returns exact sizes
 * @throws WasmFormatError naming the offset when it is neither, or damaged
 */
export function measureBinary(bytes: Uint8Array): ModuleSize {
  return readHeader(bytes).kind === "module"
    ? measureSize(readModule(bytes))
    : measureComponent(bytes);
}

/**
 * Decodes the core modules of a component, those of components inside it included.
 *
 * @param bytes - a Component Model binary
 * @returns their facts in file order
 * @throws WasmFormatError naming the offset when one is damaged
 */
export function readCoreModules(bytes: Uint8Array): ModuleFacts[] {
  return readComponentSections(bytes).flatMap(({ id, contentStart, end }) => {
    const inside = bytes.subarray(contentStart, end);
    if (id === COMPONENT_SECTION.coreModule) return [readModule(inside)];
    return id === COMPONENT_SECTION.component ? readCoreModules(inside) : [];
  });
}

function gather(bytes: Uint8Array, parts: Parts): void {
  for (const section of readComponentSections(bytes)) {
    const inside = bytes.subarray(section.contentStart, section.end);
    const frame = section.bytes - inside.length + HEADER_BYTES;
    if (section.id === COMPONENT_SECTION.coreModule) {
      const size = measureSize(readModule(inside));
      add(parts, "component: core module", frame);
      for (const { name, bytes: own } of size.sections)
        add(parts, `module ${parts.modules.length}: ${name}`, own);
      parts.modules.push(size);
    } else if (section.id === COMPONENT_SECTION.component) {
      add(parts, "component: component", frame);
      gather(inside, parts);
    } else add(parts, `component: ${section.name}`, section.bytes);
  }
}

function add({ sections }: Parts, name: string, bytes: number): void {
  sections.set(name, (sections.get(name) ?? 0) + bytes);
}

function countEntries(
  bytes: Uint8Array,
  sections: readonly ComponentSection[],
  wanted: number,
): number {
  return sections
    .filter(({ id }) => id === wanted)
    .reduce(
      (sum, { contentStart, end }) => sum + new ByteReader(bytes, contentStart, end).u32(),
      0,
    );
}

/** Several core modules have functions of one name. */
function bodiesOf(
  { bodies }: ModuleSize,
  module: number,
  all: readonly ModuleSize[],
): FunctionSize[] {
  return all.length === 1
    ? [...bodies]
    : bodies.map((body) => ({ ...body, name: `module ${module}: ${body.name}` }));
}
