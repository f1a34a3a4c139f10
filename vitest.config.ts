import { defineConfig } from "vitest/config";
import { SummaryReporter } from "./scripts/summary-reporter.mjs";

/** Scenario tests run the shipped programs, several processes each. */
const SCENARIO_TIMEOUT_MS = 120_000;
/** Everything else computes. */
const UNIT_TIMEOUT_MS = 30_000;
/** Folders of __tests__ whose tests start processes or servers. */
const SLOW = ["__tests__/{scenario,contract}/**/*.test.ts"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: "forks",
    reporters: [process.env.CI ? "dot" : "default", new SummaryReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["__tests__/**/*.test.ts"],
          exclude: SLOW,
          testTimeout: UNIT_TIMEOUT_MS,
          hookTimeout: UNIT_TIMEOUT_MS,
        },
      },
      {
        extends: true,
        test: {
          name: "scenario",
          include: SLOW,
          testTimeout: SCENARIO_TIMEOUT_MS,
          hookTimeout: SCENARIO_TIMEOUT_MS,
        },
      },
    ],
  },
});
