import type { Limits } from "../model/module-facts.ts";
import type { ImportPlace, ModuleNeeds } from "../wasm/module-needs.ts";

/** Imports by module and name. */
type Given = Readonly<Record<string, WebAssembly.ModuleImports>>;

/**
 * Adds to imports the memories and tables that a module declares and nobody gives: of their least size, growing to their
 * greatest.
 *
 * @param given - what the host gives; goes before what is made
 * @param needs - what the module declares
 * @returns the imports of one instance; `given` itself where nothing is to be made
 */
export function makeImports(given: WebAssembly.Imports, needs: ModuleNeeds): WebAssembly.Imports {
  const { memories, tables } = needs;
  if (memories.length === 0 && tables.length === 0) return given;
  const made: Record<string, WebAssembly.ModuleImports> = { ...(given as Given) };
  const add = (place: ImportPlace, make: () => WebAssembly.ImportValue): void => {
    if (importOf(made, place) !== undefined) return;
    // What the host gave stays reachable, getters and prototypes included.
    const around = made[place.module];
    made[place.module] = Object.assign(
      Object.create(isScope(around) ? around : null) as WebAssembly.ModuleImports,
      { [place.name]: make() },
    );
  };
  for (const memory of memories)
    add(memory, () => new WebAssembly.Memory({ ...sizesOf(memory), shared: memory.shared }));
  for (const table of tables)
    add(table, () => {
      const element = table.element === "externref" ? "externref" : "anyfunc";
      return new WebAssembly.Table({ ...sizesOf(table), element });
    });
  return made;
}

/**
 * Finds the memories an instance imports, whoever gave them.
 *
 * @param imports - what the instance was given
 * @param needs - what its module declares
 * @returns the memories, each once
 */
export function importedMemories(
  imports: WebAssembly.Imports,
  { memories }: ModuleNeeds,
): readonly WebAssembly.Memory[] {
  const found = memories.map((place) => importOf(imports, place));
  return [...new Set(found)].filter((one) => one instanceof WebAssembly.Memory);
}

function isScope(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function importOf(
  imports: WebAssembly.Imports,
  { module, name }: ImportPlace,
): WebAssembly.ImportValue | undefined {
  return (imports as Given)[module]?.[name];
}

/** What is addressed by 64 bits is described so, in bigints. */
function sizesOf({ min, max, is64 }: Limits): { initial: number; maximum?: number } {
  const sizes = max === null ? { initial: min } : { initial: min, maximum: max };
  if (!is64) return sizes;
  const wide = Object.entries(sizes).map(([name, size]) => [name, BigInt(size)]);
  return { address: "i64", ...Object.fromEntries(wide) } as unknown as typeof sizes;
}
