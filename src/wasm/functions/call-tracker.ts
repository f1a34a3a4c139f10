import type { FuelEmitter } from "../fuel-emitter.ts";
import { OP, TYPE } from "../mnemonics.ts";
import type { ByteReader } from "../reader.ts";
import { TreeCode } from "./tree-code.ts";
import type { TreePlace } from "./tree-layout.ts";

/** What one function is tracked with. */
export interface TrackedFunction {
  readonly index: number;
  /** Whether it catches exceptions. */
  readonly handles: boolean;
  /** Index of the fuel global. */
  readonly fuel: number;
}

/** What is told of the operators of a function that matter to a tree of calls. */
export type Tracker = Pick<
  CallTracker,
  | "tracks"
  | "handles"
  | "enter"
  | "leave"
  | "staysInside"
  | "returned"
  | "landed"
  | "refer"
  | "referred"
>;

const nothing = (): void => {};

/** Where there is no tree of calls. */
export const UNTRACKED: Tracker = {
  tracks: false,
  handles: false,
  enter: nothing,
  leave: nothing,
  staysInside: () => true,
  returned: nothing,
  landed: nothing,
  refer: nothing,
  referred: nothing,
};

/**
 * Writes into one function what keeps the tree of calls: the current node is that of the function that runs, and all fuel
 * that leaves the store is attributed to the node that was current.
 */
export class CallTracker {
  /** Whether anything is written: then every way out passes the end of the body. */
  readonly tracks: boolean = true;
  /** Whether the function catches exceptions: it then finds its node again wherever one may land. */
  readonly handles: boolean;
  private readonly emitter: FuelEmitter;
  private readonly place: TreePlace;
  private readonly index: number;
  private readonly fuel: number;
  private readonly parent: number;
  private readonly own: number;
  private kept: number | null = null;

  constructor(emitter: FuelEmitter, place: TreePlace, { index, handles, fuel }: TrackedFunction) {
    this.emitter = emitter;
    this.place = place;
    this.index = index;
    this.handles = handles;
    this.fuel = fuel;
    this.parent = emitter.addLocal(TYPE.I32);
    this.own = emitter.addLocal(TYPE.I32);
  }

  /** At the entry: what was spent so far is the caller's; the node below its own becomes the current one. */
  enter(): void {
    const { node, entry } = this.place;
    const code = this.code().at(OP.GLOBAL_GET, node).at(OP.LOCAL_TEE, this.parent);
    code.constant(this.index).at(OP.CALL, entry).at(OP.LOCAL_SET, this.own);
  }

  /** Before the function returns, its counter written back: what was spent is its own; the caller's node is current again. */
  leave(): void {
    const code = this.code();
    code.attribute(() => code.at(OP.LOCAL_GET, this.own), this.fuel);
    code.at(OP.LOCAL_GET, this.parent).at(OP.GLOBAL_SET, this.place.node);
  }

  /**
   * Whether an operator leaves the module for no function of another. The reader is left where it was.
   *
   * @param reader - positioned at the immediates of an operator
   * @param place - the operator
   * @returns false for an indirect call, and for a direct one of an imported function
   */
  staysInside(reader: ByteReader, place: number): boolean {
    if (place !== OP.CALL) return place !== OP.CALL_INDIRECT;
    const at = reader.position;
    const called = reader.u32();
    reader.position = at;
    return called >= this.place.imported;
  }

  /** After a call that may have left the module: its host may have caught what a function below threw. */
  returned(): void {
    this.unlessOwn(() => {});
  }

  /** Where an exception may have landed: Wasmtime goes on with the counter as it was in this function. */
  landed(): void {
    if (!this.handles) return;
    const { cache } = this.emitter;
    this.unlessOwn(() => {
      if (cache !== null) this.code().refund(cache, this.fuel);
    });
  }

  /** Before a call by reference: keeps the counter as it is stored. */
  refer(): void {
    if (this.emitter.cache === null) return;
    this.kept ??= this.emitter.addLocal(TYPE.I64);
    this.code().at(OP.GLOBAL_GET, this.fuel).at(OP.LOCAL_SET, this.kept);
  }

  /** After a call by reference: what was burnt below is given back. */
  referred(): void {
    this.returned();
    if (this.kept !== null) this.code().refund(this.kept, this.fuel);
  }

  private unlessOwn(more: () => void): void {
    const { node } = this.place;
    this.code().at(OP.GLOBAL_GET, node).at(OP.LOCAL_GET, this.own).plain(OP.I32_NE);
    this.code().plain(OP.IF, TYPE.EMPTY);
    this.attributeToCurrent();
    more();
    this.code().at(OP.LOCAL_GET, this.own).at(OP.GLOBAL_SET, node).plain(OP.END);
  }

  private attributeToCurrent(): TreeCode {
    const code = this.code();
    return code.attribute(() => code.at(OP.GLOBAL_GET, this.place.node), this.fuel);
  }

  private code(): TreeCode {
    return new TreeCode(this.emitter.out, this.place);
  }
}
