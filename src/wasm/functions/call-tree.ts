import { HOST_NODE, REFUND_NODE } from "../../model/function-profile.ts";
import type { InstrumentedTree } from "../fuel.ts";
import { EDGE, FLAT, NODE, REFUND, ROOT } from "./tree-layout.ts";

/** One function as it was called on one way. */
export interface CallNode {
  /** Index of the function, imports first; `HOST_NODE` and `REFUND_NODE` are no functions. */
  readonly function: number;
  /** Place in the list of the node it was called from; -1 for the first, for refunds and for what found no room. */
  readonly parent: number;
  readonly calls: number;
  /** Fuel of the function itself. */
  readonly self: number;
}

/** The tree of calls of one instance. */
export interface CallTree {
  /** Follows the budget: what was spent so far is attributed, then the mark is that of the new budget. */
  readonly refill: (spentTo: bigint, budget: bigint) => void;
  /** Forgets all calls and fuel. */
  readonly clear: () => void;
  /**
   * Reads the tree; self fuel adds up to what was spent since it was cleared.
   *
   * @param spentTo - what remains of the budget
   */
  readonly read: (spentTo: bigint) => CallNode[];
}

/**
 * Takes control of the tree of calls of an instance.
 *
 * @param instance - the instance
 * @param names - what the pass told of its tree
 * @returns the tree
 * @throws TypeError when the instance is none of that module
 */
export function createCallTree(instance: WebAssembly.Instance, names: InstrumentedTree): CallTree {
  const { [names.memory]: memory, [names.node]: node, [names.mark]: mark } = instance.exports;
  if (
    !(memory instanceof WebAssembly.Memory) ||
    !(node instanceof WebAssembly.Global) ||
    !(mark instanceof WebAssembly.Global)
  )
    throw new TypeError("the instance has no tree of calls: it is not of the instrumented module");
  const settle = (spentTo: bigint): void => {
    const view = new DataView(memory.buffer);
    const spent = (mark.value as bigint) - spentTo;
    // What was spent beyond the budget is not reported: it is given back.
    const at = (spent < 0n ? REFUND : (node.value as number)) + NODE.SELF;
    view.setBigInt64(at, view.getBigInt64(at, true) + spent, true);
    mark.value = spentTo;
  };
  return {
    refill: (spentTo: bigint, budget: bigint): void => {
      settle(spentTo);
      node.value = ROOT;
      mark.value = budget;
    },
    clear: () => {
      const reader = new TreeReader(memory.buffer, names);
      reader.visit((address) => reader.clear(address));
    },
    read: (spentTo: bigint) => {
      settle(spentTo);
      const reader = new TreeReader(memory.buffer, names);
      const nodes: CallNode[] = [];
      reader.visit((address, called, parent) => {
        nodes.push({ function: called, parent, ...reader.counts(address) });
        return nodes.length - 1;
      });
      return nodes.filter(
        ({ function: called, calls, self }, index) =>
          index < reader.inTree || called === REFUND_NODE || calls > 0 || self !== 0,
      );
    },
  };
}

type VisitNode = (address: number, called: number, parent: number) => number;

/** Goes over the nodes in a memory. */
class TreeReader {
  /** Nodes of the tree, which come before the others. */
  inTree = 0;
  private readonly view: DataView;
  private readonly names: InstrumentedTree;

  constructor(memory: ArrayBuffer, names: InstrumentedTree) {
    this.view = new DataView(memory);
    this.names = names;
  }

  counts(address: number): Pick<CallNode, "calls" | "self"> {
    return {
      calls: Number(this.view.getBigInt64(address + NODE.CALLS, true)),
      self: Number(this.view.getBigInt64(address + NODE.SELF, true)),
    };
  }

  clear(address: number): number {
    this.view.setBigInt64(address + NODE.CALLS, 0n, true);
    this.view.setBigInt64(address + NODE.SELF, 0n, true);
    return 0;
  }

  /** The tree, a parent before its children; then refunds and the functions that found no room. */
  visit(take: VisitNode): void {
    const open = [{ address: ROOT, called: HOST_NODE, parent: -1 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      this.inTree += 1;
      const parent = take(next.address, next.called, next.parent);
      for (const { target, called } of this.edges(next.address)) {
        // An edge to a node that is not below leads back to a function that runs already.
        const isChild = this.view.getInt32(target + NODE.PARENT, true) === next.address;
        if (isChild) open.push({ address: target, called, parent });
      }
    }
    take(REFUND, REFUND_NODE, -1);
    for (let index = 0; index < this.names.functions; index += 1)
      take(FLAT + index * NODE.BYTES, this.names.imported + index, -1);
  }

  private edges(address: number): { readonly target: number; readonly called: number }[] {
    const found: { readonly target: number; readonly called: number }[] = [];
    let edge = this.view.getInt32(address + NODE.FIRST, true);
    while (edge !== 0) {
      const target = this.view.getInt32(edge + EDGE.TARGET, true);
      found.push({ target, called: this.view.getInt32(edge + EDGE.FUNCTION, true) });
      edge = this.view.getInt32(edge + EDGE.NEXT, true);
    }
    return found;
  }
}
