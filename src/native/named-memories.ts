import type { ModuleFacts } from "../model/module-facts.ts";
import type { EngineState } from "./engine-state.ts";
import type { MemoryBlock } from "./memory-block.ts";
import { NativeMemory } from "./native-memory.ts";

/** What of an instance tells its memories. */
export interface MemoryParts {
  readonly facts: ModuleFacts;
  /** Memories it imports: the first ones of its module. */
  readonly imported: readonly NativeMemory[];
}

/** A live instance as its memories need it. */
export interface MemoryOwner {
  /** Address of the store's context; throws once the store is gone. */
  readonly context: () => number;
  /** The external value that holds an export. */
  readonly itemOf: (name: string) => MemoryBlock;
}

/**
 * The memories that an instance exports.
 *
 * @param state - the library's state
 * @param parts - its module, and the memories it imports
 * @param owner - the instance
 * @returns memories by the names of their exports; one that has several names, or is imported, is the same object under each
 */
export function namedMemories(
  state: EngineState,
  { facts, imported }: MemoryParts,
  { context, itemOf }: MemoryOwner,
): ReadonlyMap<string, NativeMemory> {
  const byIndex = new Map<number, NativeMemory>(imported.entries());
  const memoryOf = (name: string, index: number): NativeMemory => {
    const memory = byIndex.get(index) ?? new NativeMemory(state, context, itemOf(name));
    byIndex.set(index, memory);
    return memory;
  };
  return new Map(
    facts.exports
      .filter(({ kind }) => kind === "memory")
      .map(({ name, index }) => [name, memoryOf(name, index)] as const),
  );
}
