import type { ModuleFacts } from "../../model/module-facts.ts";
import { ByteWriter } from "../encoder.ts";
import { appendBody, type CodeTarget } from "../fuel-body.ts";
import type { FuelEmitter } from "../fuel-emitter.ts";
import { placeNamed } from "../opcodes.ts";
import { appendToVector, type Replacements } from "../rebuild.ts";
import { SECTION } from "../sections.ts";
import { walkOperators } from "../walk-operators.ts";
import { CallTracker } from "./call-tracker.ts";
import { writeEntry, writeLookup } from "./tree-code.ts";
import { FLAT, NODE, TREE_PAGES, type TreePlace } from "./tree-layout.ts";

const PAGE_BYTES = 65_536;
const HAS_MAXIMUM = 1;
const HANDLERS: ReadonlySet<number> = new Set(["try", "try_table"].map(placeNamed));

/**
 * Places a tree of calls beside what a module has: behind its memories, and behind the three globals of the fuel pass.
 *
 * @param facts - the module
 * @param appended - index of the first of the two appended functions, lookup and entry
 * @returns indices and addresses
 */
export function placeTree(facts: ModuleFacts, appended: number): TreePlace {
  const node = facts.globals.length + 3;
  return {
    memory: facts.memories.length,
    node,
    mark: node + 1,
    next: node + 2,
    lookup: appended,
    entry: appended + 1,
    imported: facts.importedFunctions,
    flatEnd: FLAT + facts.bodies.length * NODE.BYTES,
  };
}

/**
 * Makes what writes the tracking into functions.
 *
 * @param facts - the module
 * @param tree - its tree
 * @param fuel - index of the fuel global
 * @returns makes the tracker of one function, by its index
 */
export function trackCalls(
  facts: ModuleFacts,
  tree: TreePlace,
  fuel: number,
): (index: number, emitter: FuelEmitter) => CallTracker {
  const handling = functionsThatCatch(facts);
  return (index: number, emitter: FuelEmitter): CallTracker =>
    new CallTracker(emitter, tree, { index, handles: handling.has(index), fuel });
}

function functionsThatCatch(facts: ModuleFacts): ReadonlySet<number> {
  const handling = new Set<number>();
  for (const body of facts.bodies)
    walkOperators(facts.bytes, body, (place) => {
      if (HANDLERS.has(place)) handling.add(body.index);
    });
  return handling;
}

/**
 * Appends a tree's memory, and the bodies of its lookup and its entry.
 *
 * @param facts - the module
 * @param replacements - receives the extended memory section
 * @param tree - the tree
 * @param target - receives the bodies
 * @returns nothing
 */
export function addTree(
  facts: ModuleFacts,
  replacements: Replacements,
  tree: TreePlace,
  target: CodeTarget,
): void {
  const pages = Math.ceil(tree.flatEnd / PAGE_BYTES) + 1;
  const items = new ByteWriter()
    .u8(HAS_MAXIMUM)
    .u32(pages)
    .u32(pages + TREE_PAGES);
  appendToVector(facts, replacements, { id: SECTION.memory, items, count: 1 });
  target.head.clear();
  writeLookup(target.body.clear(), tree);
  appendBody(target);
  writeEntry(target.body.clear(), tree, facts.globals.length);
  appendBody(target);
}
