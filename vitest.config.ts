import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { SummaryReporter } from "./scripts/summary-reporter.mjs";

/** Scenario tests run the shipped programs, several processes each. */
const SCENARIO_TIMEOUT_MS = 120_000;
/** Everything else computes. */
const UNIT_TIMEOUT_MS = 30_000;

/** One more than processors (of at most 4): tests of time limits wait. */
const WORKERS = Math.min(availableParallelism(), 4) + 1;

/** Tests that draw thousands of random cases. */
const SIMULATION = ["__tests__/**/*.simulation.test.ts"];
/** Tests that start programs: ours, a browser, other people's servers. */
const SCENARIO = ["__tests__/{scenario,contract,real-modules}/**/*.test.ts"];
/** Tests of the runner's own cache client, which wants the variables and the working directory of a runner. */
const CLIENT = [
  "__tests__/baseline/{cache-store,cache-own-run,cache-choice,deadline}.test.ts",
  "__tests__/measure/sampler.test.ts",
  "__tests__/servers/*.test.ts",
];

/** What takes longest, longest first. A machine that has not run the tests yet would begin them by size. */
const LONGEST = [
  "real-modules/measured",
  "real-modules/glue-fuel",
  "scenario/deep-identity",
  "scenario/fault-slow",
  "scenario/action-events",
  "scenario/action-right-baseline",
  "scenario/examples",
];

/** Starts the longest files first, so that no worker is left with one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(`__tests__/${name}.test.ts`));
      return place === -1 ? LONGEST.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** Tests that load JavaScript as a measuring process does, which empties the cache of CommonJS for the whole process. */
const LOADING = ["__tests__/suites/*.test.ts"];

/** Tests that load a library of a native engine, which handles signals of its process. */
const NATIVE = ["__tests__/native/*.test.ts"];

const started = { testTimeout: SCENARIO_TIMEOUT_MS, hookTimeout: SCENARIO_TIMEOUT_MS };
const computing = { testTimeout: UNIT_TIMEOUT_MS, hookTimeout: UNIT_TIMEOUT_MS };

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    pool: "forks",
    sequence: { sequencer: LongestFirst },
    reporters: [process.env.CI ? "dot" : "default", new SummaryReporter()],
    projects: [
      {
        extends: true,
        test: {
          ...computing,
          name: "unit",
          // One process for many files: loading the sources again for each would take longer than testing them.
          isolate: false,
          include: ["__tests__/**/*.test.ts"],
          exclude: [...SIMULATION, ...SCENARIO, ...CLIENT, ...LOADING, ...NATIVE],
        },
      },
      {
        extends: true,
        test: { ...computing, name: "simulation", isolate: false, include: SIMULATION },
      },
      { extends: true, test: { ...computing, name: "client", include: CLIENT } },
      { extends: true, test: { ...computing, name: "loading", include: LOADING } },
      {
        extends: true,
        test: { ...started, name: "native", include: NATIVE },
      },
      {
        extends: true,
        test: {
          ...started,
          name: "scenario",
          globalSetup: "__tests__/fresh-bundle.ts",
          isolate: false,
          include: SCENARIO,
        },
      },
    ],
  },
});
