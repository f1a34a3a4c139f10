import { join } from "node:path";
import { inject } from "vitest";
import { scrubEnvironment } from "../../src/measure/parent/environment.ts";
import { measuringFlags } from "../../src/measure/parent/flags.ts";
import { startMeasuringProcess } from "../../src/measure/parent/measuring-process.ts";
import { type Assignment, type Batch, runBatches } from "../../src/measure/parent/scheduler.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import type { Visit } from "../../src/model/sample.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { TINY } from "./assemble-guests.ts";

/** One benchmark with its guests. */
export interface Trial {
  readonly benchmark: Benchmark;
  readonly payloads: readonly Payload[];
  readonly room?: Assignment["room"];
}

/** How trials are measured. */
export interface TrialSettings {
  readonly timeoutMs: number;
  readonly memoryLimitBytes?: number;
  readonly variables?: Readonly<Record<string, string>>;
  /** Where the measuring program lies; as built when absent. */
  readonly entry?: string;
}

const GIBIBYTE = 2 ** 30;

/** The measuring program as it is shipped. */
export function measuringEntry(): string {
  return join(inject("bundle"), "measure", "index.js");
}

/** Measures trials one after the other in the shipped measuring program; visits by benchmark id. */
export async function measureTrials(
  trials: readonly Trial[],
  {
    timeoutMs,
    memoryLimitBytes = 2 * GIBIBYTE,
    variables = {},
    entry = measuringEntry(),
  }: TrialSettings,
): Promise<ReadonlyMap<string, Visit>> {
  const visits = new Map<string, Visit>();
  const { copies, rounds, blockMs, warmupMs } = TINY;
  const settings = { copies, rounds, blockMs, warmupMs, sideBudgetMs: 100, observations: 2 };
  const batch: Batch = {
    engine: "v8",
    process: 0,
    stage: "screen",
    settings: { ...settings, seed: "tiny", extras: true, clock: "cpu" },
    assignments: trials.map(({ room = "shared", ...trial }) => {
      return { ...trial, room, others: [], sameHost: true };
    }),
  };
  const env = scrubEnvironment({ ...process.env, ...variables });
  const execArgv = measuringFlags("natural", [], Number(process.versions.node.split(".")[0]));
  const options = { entry, execArgv, env, memoryLimitBytes };
  await runBatches([batch], 1, {
    start: () => startMeasuringProcess(options),
    timeoutMs,
    onVisit: ({ id, visit }) => visits.set(id, visit),
    isOver: () => false,
  });
  return visits;
}
