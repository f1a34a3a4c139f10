import type { NativeEngine } from "../../model/engine.ts";
import { NO_COMPONENTS } from "../protocol.ts";
import { type MeasurerDeps, processOptions } from "./measurer.ts";
import { startMeasuringProcess } from "./measuring-process.ts";

/** What became of loading an engine. */
export interface TriedEngine {
  /** What is wrong, in words; null when it can be used. */
  readonly fault: string | null;
  /** Why it runs no components of the Component Model, in words; null when it does. */
  readonly componentObstacle: string | null;
}

/** Longest time to load a library, in ms. */
const TIMEOUT_MS = 60_000;

/**
 * Loads an engine in a measuring process of its own, as benchmarks will, and puts questions with known answers to it.
 *
 * @param engine - the engine with its library
 * @param deps - how measuring processes are started
 * @returns what is wrong, and what it cannot do
 */
export async function tryEngine(engine: NativeEngine, deps: MeasurerDeps): Promise<TriedEngine> {
  const open = await startMeasuringProcess(processOptions(deps, engine.name));
  try {
    const { report, death } = await open.measure({ type: "engine", engine }, TIMEOUT_MS);
    const failure = death ?? report?.failure ?? null;
    const lacking = report?.warnings.find(({ code }) => code === NO_COMPONENTS);
    return { fault: failure?.message ?? null, componentObstacle: lacking?.message ?? null };
  } finally {
    open.close();
  }
}
