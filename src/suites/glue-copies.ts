import { HostError } from "./errors.ts";
import { installFileFetch } from "./file-fetch.ts";
import { type FindFunction, importGlue } from "./glue.ts";
import type { Guest } from "./guest.ts";
import type { Payload } from "./payload.ts";
import { expectCopies } from "./separate-copies.ts";
import type { CopyRecord, CopyRecords } from "./wrapped/copy-records.ts";
import { type EngineHooks, type WrappedEngine, wrapEngine } from "./wrapped/wrap-engine.ts";

/** How another copy of glue comes about: its `init` makes an instance every time, or all its JavaScript is imported anew. */
export type RenewalWay = "init" | "import";

/** A copy of glue as a guest. */
export interface GlueGuest extends Guest {
  readonly instance: null;
  readonly memories: readonly WebAssembly.Memory[];
  /** Instances it has made so far. */
  readonly instances: () => number;
}

/** Glue, loaded once, from which further copies are made. */
export interface GlueCopies {
  readonly way: RenewalWay;
  /** Makes a copy with an instance of its own. */
  readonly renew: () => Promise<GlueGuest>;
  /** The first function of the engine that host code has replaced, by name; null while all are as they were put there. */
  readonly replaced: () => string | null;
  /** Puts the engine's own functions back. */
  readonly release: () => void;
}

/** What sees the copies. */
export interface CopyWatch {
  readonly records: CopyRecords;
  /** Hooks of the engine, those of the records among them. */
  readonly hooks: EngineHooks;
}

/** Why copies of glue cannot be told from one another, or the second has nothing to measure. */
export const NO_COPY =
  "another copy of this glue makes no WebAssembly instance of its own in the thread it is loaded in";

/**
 * Loads glue, the engine wrapped, and finds out how further copies of it are made.
 *
 * @param payload - a component with glue
 * @param nonce - of the first copy; the next ones have the numbers after it
 * @param watch - what sees what the copies make
 * @returns makes further copies; to be released
 * @throws HostError when it cannot be loaded; the engine is as it was then
 */
export async function openGlue(
  payload: Payload,
  nonce: number,
  { records, hooks }: CopyWatch,
): Promise<GlueCopies> {
  installFileFetch(payload.glue?.url ?? "");
  expectCopies();
  const engine = wrapEngine(hooks);
  try {
    const { again } = await importGlue(payload, { nonce, module: nonce });
    const makesAnew = again !== null && (await makesInstance(again, records));
    let last = nonce;
    const importAnew = async (): Promise<FindFunction> => {
      last += 1;
      return (await importGlue(payload, { nonce: last, module: nonce })).scope.find;
    };
    const find = makesAnew ? again : importAnew;
    return {
      way: makesAnew ? "init" : "import",
      renew: async (): Promise<GlueGuest> => {
        const record = records.begin();
        return toGuest(await find(), record);
      },
      ...engine,
    };
  } catch (error) {
    engine.release();
    throw error;
  }
}

/** Many initialise once, and answer later calls with what they have; some do not like to be asked. */
async function makesInstance(
  again: () => Promise<FindFunction>,
  records: CopyRecords,
): Promise<boolean> {
  const { instances } = records.begin();
  try {
    await again();
  } catch {
    return false;
  }
  return instances.length > 0;
}

/** What a copy makes late is its own too. */
function toGuest(find: FindFunction, { instances, memories }: CopyRecord): GlueGuest {
  return {
    instance: null,
    session: null,
    find,
    get memories(): readonly WebAssembly.Memory[] {
      return [...memories];
    },
    instances: () => instances.length,
  };
}

/**
 * Requires that a copy has run WebAssembly of its own; to be asked after its first call.
 *
 * @param guest - a copy of glue, or a guest of another kind, which always has
 * @throws HostError when it has made no instance
 */
export function requireInstance(guest: Guest): void {
  if ("instances" in guest && (guest as GlueGuest).instances() === 0) throw new HostError(NO_COPY);
}

/**
 * Requires that copies were seen: host code may replace what they are seen by.
 *
 * @param engine - the wrapped engine
 * @throws HostError naming what was replaced
 */
export function requireWrapped({ replaced }: Pick<WrappedEngine, "replaced">): void {
  const name = replaced();
  if (name !== null)
    throw new HostError(`host code replaced ${name}, by which copies of glue are told apart`);
}
