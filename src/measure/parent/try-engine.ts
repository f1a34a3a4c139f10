import type { NativeEngine } from "../../model/engine.ts";
import { type MeasurerDeps, processOptions } from "./measurer.ts";
import { startMeasuringProcess } from "./measuring-process.ts";

/** Longest time to load a library, in ms. */
const TIMEOUT_MS = 60_000;

/**
 * Loads an engine in a measuring process of its own, as benchmarks will, and puts questions with known answers to it.
 *
 * @param engine - the engine with its library
 * @param deps - how measuring processes are started
 * @returns what is wrong, in words; null when it can be used
 */
export async function tryEngine(engine: NativeEngine, deps: MeasurerDeps): Promise<string | null> {
  const open = await startMeasuringProcess(processOptions(deps, engine.name));
  try {
    const { report, death } = await open.measure({ type: "engine", engine }, TIMEOUT_MS);
    const failure = death ?? report?.failure ?? null;
    return failure === null ? null : failure.message;
  } finally {
    open.close();
  }
}
