import type { EngineState } from "../engine-state.ts";

/** Classes by the numbers of the resources they stand for, in the order their interfaces are imported. */
export type ResourceClasses = readonly { readonly resource: number; readonly made: unknown }[];

/** Objects of JavaScript that a guest holds handles of. */
export class HostObjects {
  readonly #state: EngineState;
  readonly #classes: ResourceClasses;
  readonly #held = new Map<number, object>();
  #last = 0;

  /**
   * Begins without objects.
   *
   * @param state - the library's state
   * @param classes - which classes stand for resources
   */
  constructor(state: EngineState, classes: ResourceClasses) {
    this.#state = state;
    this.#classes = classes;
  }

  /**
   * Gives out a handle that its taker owns.
   *
   * @param context - address of the store's context
   * @param value - an object of one of the classes
   * @returns address of the handle, to be deleted when it has been passed on
   * @throws TypeError for anything else; Error in the engine's words
   */
  give(context: number, value: unknown): number {
    const { call } = this.#state.library;
    const host = call.wasmtime_component_resource_host_new(true, ...this.#enter(value));
    try {
      return this.#converted((made) =>
        call.wasmtime_component_resource_host_to_any(context, host, made),
      );
    } finally {
      call.wasmtime_component_resource_host_delete(host);
    }
  }

  /**
   * Finds the object of a handle. One that the guest gives away is not held any longer.
   *
   * @param context - address of the store's context
   * @param handle - address of the handle, which stays
   * @returns the object
   * @throws Error for a handle of what the guest itself implements
   */
  find(context: number, handle: number): object {
    const { call } = this.#state.library;
    const host = this.#converted((made) =>
      call.wasmtime_component_resource_any_to_host(context, handle, made),
    );
    const number = call.wasmtime_component_resource_host_rep(host);
    const found = this.#held.get(number);
    if (call.wasmtime_component_resource_host_owned(host)) this.#held.delete(number);
    call.wasmtime_component_resource_host_delete(host);
    if (found === undefined) throw new Error("the guest passed a handle that it had let go");
    return found;
  }

  /**
   * Lets go of an object whose handle the guest has dropped.
   *
   * @param number - the number it was entered under
   */
  drop(number: number): void {
    const found = this.#held.get(number) as { [Symbol.dispose]?: () => void } | undefined;
    this.#held.delete(number);
    found?.[Symbol.dispose]?.();
  }

  #enter(value: unknown): readonly [number: number, resource: number] {
    const found = this.#classes.find(
      ({ made }) => typeof made === "function" && value instanceof made,
    );
    if (found === undefined)
      throw new TypeError("expected an object of a class that stands for a resource");
    this.#last += 1;
    this.#held.set(this.#last, value as object);
    return [this.#last, found.resource];
  }

  /** What a conversion leaves is an address. */
  #converted(convert: (made: number) => number): number {
    const { library, faults } = this.#state;
    const made = library.allocate(8);
    const error = convert(made.address);
    if (error !== 0) throw new Error(faults.takeMessage(error));
    return made.word(0);
  }
}
