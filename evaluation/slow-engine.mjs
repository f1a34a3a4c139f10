import { patchEngine } from "../fixtures/real/patch-engine.mjs";
import { slowModule } from "./slow-module.mjs";

/**
 * Loads a package whose modules do extra work in an export. With 0 steps modules stay as they are, under the same
 * patched engine, which is gone when this is done: a measuring process refuses results that another engine takes part in.
 *
 * @template Loaded
 * @param {{ exportName: string, steps: number }} work - exported function, and countdown steps before each of its calls
 * @param {() => Promise<Loaded>} load - imports the package; it compiles its modules meanwhile
 * @returns {Promise<Loaded>} what it exports
 */
export async function loadSlowed(work, load) {
  const restore = patchEngine(
    (bytes) => slowModule(bytes, work),
    () => {},
  );
  try {
    return await load();
  } finally {
    restore();
  }
}
