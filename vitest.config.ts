import { defineConfig } from "vitest/config";
import { SummaryReporter } from "./scripts/summary-reporter.mjs";

/** Scenario tests run the shipped programs, several processes each. */
const SCENARIO_TIMEOUT_MS = 120_000;
/** Everything else computes. */
const UNIT_TIMEOUT_MS = 30_000;

/** Tests that draw thousands of random cases. */
const SIMULATION = ["__tests__/**/*.simulation.test.ts"];
/** Tests that start programs of ours or of others, or change the process they run in. */
const SCENARIO = [
  "__tests__/{scenario,contract,real-modules}/**/*.test.ts",
  "__tests__/baseline/{cache-store,cache-own-run,cache-choice,deadline}.test.ts",
  "__tests__/measure/sampler.test.ts",
  "__tests__/servers/*.test.ts",
];

const computing = { testTimeout: UNIT_TIMEOUT_MS, hookTimeout: UNIT_TIMEOUT_MS };

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: "forks",
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
          exclude: [...SIMULATION, ...SCENARIO],
        },
      },
      {
        extends: true,
        test: { ...computing, name: "simulation", isolate: false, include: SIMULATION },
      },
      {
        extends: true,
        test: {
          name: "scenario",
          globalSetup: "__tests__/fresh-bundle.ts",
          include: SCENARIO,
          testTimeout: SCENARIO_TIMEOUT_MS,
          hookTimeout: SCENARIO_TIMEOUT_MS,
        },
      },
    ],
  },
});
