import { engineOf } from "./native-guest.ts";
import { NOTHING } from "./native-program.ts";
import { sharedNativeEngine } from "./open-native.ts";
import type { CopyRequest } from "./procedure.ts";

/** Calls of one block, and blocks: the fastest counts, as the least disturbed. */
const CALLS = 500;
const BLOCKS = 20;

/**
 * Measures what crossing into a component on a native engine costs, whatever is called: a call of a function that takes and
 * returns nothing, and does nothing.
 *
 * @param request - a component with its engine, and the probe
 * @returns ns a call
 */
export async function measureCrossing({
  payload,
  probe: { now },
}: Pick<CopyRequest, "payload" | "probe">): Promise<number> {
  const engine = await sharedNativeEngine(engineOf(payload), { fuel: false });
  const module = engine.compileNothing();
  const instance = module.instantiate({ imports: {}, wasi: null });
  const drive = instance.repeat(NOTHING, []);
  const times = Array.from({ length: BLOCKS }, () => {
    const start = now();
    drive(CALLS);
    return (now() - start) / CALLS;
  });
  instance.drop();
  module.release();
  return Math.min(...times);
}
