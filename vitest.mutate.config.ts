import { defineConfig } from "vitest/config";

/** The folder that `scripts/mutate.mjs` mutates; its own tests are tried. All of these folders when none is named. */
const folder = process.env.MUTATED_FOLDER ?? "{baseline,config,gate,history,stats}";

/** The tests a mutant is tried on: those that compute, in one process. Started by `npm run mutate`. */
export default defineConfig({
  test: {
    isolate: false,
    testTimeout: 120_000,
    include: [`__tests__/${folder}/**/*.test.ts`],
    exclude: [
      "__tests__/**/*.simulation.test.ts",
      "__tests__/baseline/{cache-store,cache-own-run,cache-choice,deadline}.test.ts",
      // Reads recorded jobs, which are not copied for mutants.
      "__tests__/gate/busy-jobs.test.ts",
      "__tests__/config/{any-text,configuration-docs,schemas}.test.ts",
    ],
  },
});
