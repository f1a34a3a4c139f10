import type { ModuleFacts } from "../model/module-facts.ts";

/** Bytes of one function's body. */
export interface FunctionSize {
  /** Index in the function index space, imports first. */
  readonly index: number;
  /** From the name section, else from an export, else `function 7`. */
  readonly name: string;
  /** True when the name comes from the module, so that it means the same in another build. */
  readonly named: boolean;
  readonly bytes: number;
}

/** What a module's bytes are spent on. */
export interface ModuleSize {
  readonly bytes: number;
  /** Bytes by section in file order; several custom sections of one name are one entry. */
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
  /** Functions defined in the module, without imports. */
  readonly functions: number;
  readonly imports: number;
  readonly exports: number;
  /** Bytes in data segments. */
  readonly dataBytes: number;
  readonly customBytes: number;
  /** Every function body, largest first. */
  readonly bodies: readonly FunctionSize[];
}

/**
 * Measures what a module's bytes are spent on.
 *
 * @param facts - the module
 * @returns exact sizes; the sections and the 8 bytes of the header add up to the file
 */
export function measureSize(facts: ModuleFacts): ModuleSize {
  const sections = sumByName(facts);
  const custom = [...sections].filter(([name]) => name.startsWith("custom:"));
  return {
    bytes: facts.bytes.length,
    sections: [...sections].map(([name, size]) => ({ name, bytes: size })),
    functions: facts.bodies.length,
    imports: facts.imports.length,
    exports: facts.exports.length,
    dataBytes: facts.data.reduce((sum, { size }) => sum + size, 0),
    customBytes: custom.reduce((sum, [, size]) => sum + size, 0),
    bodies: measureBodies(facts),
  };
}

function sumByName(facts: ModuleFacts): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, bytes } of facts.sections) sums.set(name, (sums.get(name) ?? 0) + bytes);
  return sums;
}

function measureBodies(facts: ModuleFacts): FunctionSize[] {
  const names = new Map<number, string>();
  for (const { kind, index, name } of facts.exports)
    if (kind === "function") names.set(index, name);
  for (const [index, name] of facts.functionNames) names.set(index, name);
  const bodies = facts.bodies.map(({ index, start, end }): FunctionSize => {
    const name = names.get(index);
    return {
      index,
      name: name ?? `function ${index}`,
      named: name !== undefined,
      bytes: end - start,
    };
  });
  return bodies.sort((left, right) => right.bytes - left.bytes || left.index - right.index);
}

/**
 * Adds up what several modules are spent on.
 *
 * @param sizes - one for each module
 * @returns the sums; of several modules, sections and functions are named by the number of theirs: `module 0: code`
 */
export function joinSizes(sizes: readonly ModuleSize[]): ModuleSize {
  const [only, ...others] = sizes;
  if (only !== undefined && others.length === 0) return only;
  const sum = (pick: (size: ModuleSize) => number): number =>
    sizes.reduce((total, size) => total + pick(size), 0);
  return {
    bytes: sum(({ bytes }) => bytes),
    sections: sizes.flatMap(({ sections }, module) =>
      sections.map(({ name, bytes }) => ({ name: `module ${module}: ${name}`, bytes })),
    ),
    functions: sum(({ functions }) => functions),
    imports: sum(({ imports }) => imports),
    exports: sum(({ exports }) => exports),
    dataBytes: sum(({ dataBytes }) => dataBytes),
    customBytes: sum(({ customBytes }) => customBytes),
    bodies: sizes
      .flatMap(({ bodies }, module) =>
        bodies.map((body) => ({ ...body, name: `module ${module}: ${body.name}` })),
      )
      .sort((left, right) => right.bytes - left.bytes),
  };
}
