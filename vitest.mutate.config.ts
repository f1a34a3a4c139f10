import { defineConfig } from "vitest/config";

/** The tests a mutant is tried on: those that compute, in one process. Started by `npm run mutate`. */
export default defineConfig({
  test: {
    isolate: false,
    testTimeout: 120_000,
    include: ["__tests__/{baseline,config,gate,history,job,stats}/**/*.test.ts"],
    exclude: [
      "__tests__/**/*.simulation.test.ts",
      "__tests__/baseline/cache-{store,own-run}.test.ts",
      "__tests__/config/schemas.test.ts",
    ],
  },
});
