import {
  type FunctionProfile,
  type ProfiledFunction,
  type ProfileNode,
  UNPLACED_NODE,
} from "../../model/function-profile.ts";
import type { ModuleFacts } from "../../model/module-facts.ts";
import { readModule } from "../read-module.ts";
import type { CallNode } from "./call-tree.ts";
import { functionNames } from "./function-names.ts";
import { hashBody } from "./hash-body.ts";

/** What one instance did since it was cleared. */
export interface InstanceTree {
  /** The module as it was before it was instrumented; instances of one module share it. */
  readonly source: Uint8Array;
  readonly nodes: readonly CallNode[];
}

/** More ways than these are told by function alone. */
const MAX_NODES = 200_000;

/**
 * The tree of an instance, where it counts by function.
 *
 * @param meter - what controls its budget
 * @returns the tree, or nothing
 */
export function instanceTree(meter: {
  readonly source: Uint8Array | null;
  readonly tree: () => readonly CallNode[];
}): InstanceTree[] {
  return meter.source === null ? [] : [{ source: meter.source, nodes: meter.tree() }];
}

/**
 * Joins what the instances of a guest did to one profile: ways of the same functions are one, whichever instance took
 * them.
 *
 * @param trees - one for each instance
 * @returns the profile; its self fuel adds up to that of all trees
 */
export function collectProfile(trees: readonly InstanceTree[]): FunctionProfile {
  const collection = new Collection();
  for (const tree of trees) collection.add(tree);
  return { functions: collection.functions, nodes: collection.nodes };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

class Collection {
  readonly functions: ProfiledFunction[] = [];
  readonly nodes: Mutable<ProfileNode>[] = [];
  private readonly modules = new Map<Uint8Array, DescribedModule>();
  private readonly places = new Map<string, number>();

  add({ source, nodes }: InstanceTree): void {
    const described = this.moduleOf(source);
    const placed: number[] = [];
    for (const { function: called, parent, calls, self } of nodes) {
      const isFunction = called >= 0;
      const own = isFunction ? described.place(called, this.functions) : called;
      const above = isFunction ? (placed[parent] ?? this.nodeOf(UNPLACED_NODE, -1)) : -1;
      const place = this.nodeOf(own, above);
      placed.push(place);
      const node = this.nodes[place];
      if (node === undefined) continue;
      node.calls += calls;
      node.self += self;
    }
  }

  private moduleOf(source: Uint8Array): DescribedModule {
    const known = this.modules.get(source) ?? new DescribedModule(source, this.modules.size);
    this.modules.set(source, known);
    return known;
  }

  private nodeOf(own: number, parent: number): number {
    const key = `${parent}>${own}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const isFull = this.nodes.length >= MAX_NODES && own >= 0;
    const unplaced = isFull ? this.nodeOf(UNPLACED_NODE, -1) : parent;
    if (unplaced !== parent) return this.nodeOf(own, unplaced);
    this.nodes.push({ function: own, parent, calls: 0, self: 0 });
    this.places.set(key, this.nodes.length - 1);
    return this.nodes.length - 1;
  }
}

/** A module with the functions of it that were called. */
class DescribedModule {
  private readonly facts: ModuleFacts;
  private readonly names: ReadonlyMap<number, string>;
  private readonly exported: ReadonlyMap<number, string>;
  private readonly number: number;
  private readonly places = new Map<number, number>();

  constructor(source: Uint8Array, number: number) {
    this.facts = readModule(source);
    const { names, exported } = functionNames(this.facts);
    this.names = names;
    this.exported = exported;
    this.number = number;
  }

  place(index: number, functions: ProfiledFunction[]): number {
    const known = this.places.get(index);
    if (known !== undefined) return known;
    const { facts } = this;
    const body = facts.bodies[index - facts.importedFunctions];
    const name = this.names.get(index) ?? this.exported.get(index);
    const hashes = body === undefined ? { body: "", shape: "" } : hashBody(facts.bytes, body);
    functions.push({
      name: name ?? `func[${index}]`,
      named: name !== undefined,
      exported: this.exported.get(index) ?? null,
      module: this.number,
      index,
      ...hashes,
    });
    this.places.set(index, functions.length - 1);
    return functions.length - 1;
  }
}
