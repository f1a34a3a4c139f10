import type { ModuleFacts } from "../../model/module-facts.ts";
import type { Sides } from "../../model/sides.ts";
import type { ModuleSize } from "../size.ts";
import { functionNames } from "./function-names.ts";
import { hashBody } from "./hash-body.ts";
import { groupByName, type Matchable, matchFunctions } from "./match-functions.ts";
import { crateOf, type Demangle, NO_NAME, tidyNames } from "./tidy-name.ts";

/** A function with the bytes of its body. */
export interface SizedFunction extends Matchable {
  readonly bytes: number;
}

/** Bytes of one name. */
export interface NamedSize {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Lists the functions of a module, or of all core modules of a component.
 *
 * @param modules - facts of the modules
 * @param demangle - asked about names that look mangled
 * @returns functions defined in them, with tidy names
 * @throws WasmFormatError naming opcode and offset when an operator is unknown
 */
export async function listFunctions(
  modules: readonly ModuleFacts[],
  demangle: Demangle,
): Promise<SizedFunction[]> {
  const listed = modules.flatMap((facts, module) => {
    const { names, exported } = functionNames(facts);
    return facts.bodies.map((body): SizedFunction => {
      const { index, start, end } = body;
      const name = names.get(index) ?? exported.get(index);
      return {
        name: name ?? `func[${index}]`,
        named: name !== undefined,
        exported: exported.get(index) ?? null,
        module,
        index,
        bytes: end - start,
        ...hashBody(facts.bytes, body),
      };
    });
  });
  const tidy = await tidyNames(
    listed.map(({ name }) => name),
    demangle,
  );
  return listed.map((one) => ({ ...one, name: tidy.get(one.name) ?? one.name }));
}

/**
 * Adds up functions by name.
 *
 * @param functions - functions of one guest
 * @returns names with their bytes, largest first
 */
export function sizeByName(functions: readonly SizedFunction[]): NamedSize[] {
  return largestFirst(groupByName(functions).map(({ name, members }) => [name, sum(members)]));
}

/**
 * Adds up functions by crate or namespace.
 *
 * @param functions - functions of one guest
 * @returns crates with their bytes, largest first; functions without a path, and without a name, stand in brackets
 */
export function sizeByCrate(functions: readonly SizedFunction[]): NamedSize[] {
  return largestFirst(
    functions.map(({ name, named, bytes }) => [named ? crateOf(name) : NO_NAME, bytes]),
  );
}

function largestFirst(parts: readonly (readonly [name: string, bytes: number])[]): NamedSize[] {
  const sums = new Map<string, number>();
  for (const [name, bytes] of parts) sums.set(name, (sums.get(name) ?? 0) + bytes);
  return [...sums]
    .map(([name, bytes]) => ({ name, bytes }))
    .sort((left, right) => right.bytes - left.bytes || (left.name < right.name ? -1 : 1));
}

function sum(members: readonly SizedFunction[]): number {
  return members.reduce((total, { bytes }) => total + bytes, 0);
}

/** The functions of a guest with the rest of its sizes. */
export interface SizedModule {
  readonly size: ModuleSize;
  readonly functions: readonly SizedFunction[];
}

/**
 * Gives the functions of two builds the same names where they are the same functions.
 *
 * @param sides - sizes and functions of both
 * @returns sizes whose bodies can be compared by name; functions without a name that are found again are named by the
 *   candidate's number, and those that are not stay without
 */
export function alignSizes({ baseline, candidate }: Sides<SizedModule>): Sides<ModuleSize> {
  const left = groupByName(baseline.functions);
  const right = groupByName(candidate.functions);
  const pairs = matchFunctions(left, right);
  const found = new Set(pairs.values());
  const bodiesOf = (
    groups: typeof left,
    other: (group: (typeof left)[number]) => (typeof left)[number] | undefined,
  ): ModuleSize["bodies"] =>
    groups.map((group) => {
      const same = other(group);
      const { name, index } = same ?? group;
      return {
        index,
        name,
        named: group.named || same !== undefined,
        bytes: sum(group.members),
      };
    });
  return {
    baseline: { ...baseline.size, bodies: bodiesOf(left, (group) => pairs.get(group)) },
    candidate: {
      ...candidate.size,
      bodies: bodiesOf(right, (group) => (found.has(group) ? group : undefined)),
    },
  };
}
