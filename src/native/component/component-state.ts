import { messageOf } from "../../errors.ts";
import type { EngineState, Session } from "../engine-state.ts";
import type { HostObjects } from "./host-objects.ts";

/** What one run of a component needs of its host while it runs. */
export interface ComponentSession extends Session {
  readonly objects: HostObjects;
}

/** Where the values of a call lie that a component makes of its host. */
export interface HostCall {
  /** Address of the store's context. */
  readonly context: number;
  readonly args: number;
  readonly results: number;
}

/** Takes the values of a call, makes it and writes what it returns. */
export type ComponentInvoker = (session: ComponentSession, call: HostCall) => void;

/** What all components of one library share. */
export interface ComponentState {
  /** Address of what host functions are called by. */
  readonly callback: number;
  /** Address of what tells that a guest has dropped a handle. */
  readonly destructor: number;
  /** Host functions by their numbers. */
  readonly invokers: ComponentInvoker[];
}

/** A host function is given its number, the context, its type, its arguments and results with how many there are. */
const WORDS_OF_CALLBACK = 7;
/** A destructor is given its number, the context, and the number of the object. */
const WORDS_OF_DESTRUCTOR = 3;

const states = new WeakMap<EngineState, ComponentState>();

/**
 * What all components of a library share.
 *
 * @param state - the library's state
 * @returns the same for every call
 */
export function componentStateOf(state: EngineState): ComponentState {
  const known = states.get(state) ?? makeState(state);
  states.set(state, known);
  return known;
}

function makeState(state: EngineState): ComponentState {
  const { library } = state;
  const invokers: ComponentInvoker[] = [];
  const guarded = (work: (session: ComponentSession) => void): number => {
    const session = state.active as ComponentSession | null;
    try {
      if (session === null) throw new Error("a host function was called while no guest ran");
      work(session);
      return 0;
    } catch (error) {
      if (session !== null) session.thrown = { error };
      const words = library.copy(new TextEncoder().encode(`${messageOf(error)}\0`));
      return library.call.wasmtime_error_new(words.address);
    }
  };
  return {
    invokers,
    callback: library.register(WORDS_OF_CALLBACK, (...words: number[]) => {
      const [id = 0, context = 0, , args = 0, , results = 0] = words;
      return guarded((session) => invokers[id]?.(session, { context, args, results }));
    }),
    destructor: library.register(WORDS_OF_DESTRUCTOR, (_id = 0, _context = 0, number = 0) =>
      guarded(({ objects }) => objects.drop(number)),
    ),
  };
}
