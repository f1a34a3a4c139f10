import * as v from "valibot";
import { DEFINITION_CHANGES, RESULT_VERSION } from "../model/result.ts";
import { SLOPE_ENDS } from "../model/slope.ts";
import { benchmarkSchema } from "./benchmark-schema.ts";
import { amount, hash, later, moment, whole, words } from "./document-fields.ts";
import { baselineInfoSchema, environmentSchema, runSchema } from "./environment-schema.ts";
import { functionDifferenceSchema } from "./function-schema.ts";
import { judgementSchema } from "./judgement-schema.ts";
import { policySchema, storedFuelSchema, storedSamplingSchema } from "./policy-schema.ts";
import { runnerSchema } from "./runner-schema.ts";
import { exactValueSchema, noiseSchema, visitSchema, warningSchema } from "./sample-schema.ts";
import { policiesSchema } from "./stored-policy-schema.ts";
import { closed, uniqueBy } from "./structure.ts";

const componentFactsSchema = closed({
  name: words,
  path: words,
  format: v.picklist(["wasm", "wat", "glue", "component"]),
  sha256: hash,
  sizeBytes: whole,
  gzipBytes: whole,
  brotliBytes: whole,
  sections: v.array(closed({ name: words, bytes: whole })),
  functions: whole,
  imports: whole,
  exports: whole,
  sizeChange: later(v.array(words)),
  producers: later(v.array(closed({ name: words, version: words }))),
});

const looks = v.array(amount);

const slopeSchema = closed({
  calls: looks,
  pages: looks,
  elements: looks,
  fuel: looks,
  ended: v.nullable(v.picklist(SLOPE_ENDS)),
  failure: v.exactOptional(words),
});

const benchmarkResultSchema = closed({
  benchmark: benchmarkSchema,
  definition: hash,
  pairing: v.picklist(["identical", "paired", "alternated", "new", "missing", "alone"]),
  pairingReason: words,
  definitionChange: v.exactOptional(v.picklist(DEFINITION_CHANGES)),
  baseComponent: v.exactOptional(words),
  obstacle: v.exactOptional(words),
  visits: v.array(visitSchema),
  exact: v.array(exactValueSchema),
  slopes: later(
    closed({ baseline: v.exactOptional(slopeSchema), candidate: v.exactOptional(slopeSchema) }),
  ),
  warnings: v.array(warningSchema),
  noise: v.nullable(noiseSchema),
  functions: later(functionDifferenceSchema),
});

/** The result of one run as it is stored. */
export const resultSchema = closed({
  kind: v.literal("wasm-bench/result"),
  version: v.literal(RESULT_VERSION),
  tool: words,
  createdAt: moment,
  seed: words,
  run: runSchema,
  environment: environmentSchema,
  sampling: storedSamplingSchema,
  policy: policySchema,
  policies: v.exactOptional(policiesSchema),
  baseline: v.nullable(baselineInfoSchema),
  noBaseline: v.nullable(words),
  storeFault: v.exactOptional(words),
  components: v.pipe(v.array(componentFactsSchema), v.rawCheck(uniqueBy("component", "name"))),
  baselineComponents: v.pipe(
    v.array(componentFactsSchema),
    v.rawCheck(uniqueBy("component", "name")),
  ),
  benchmarks: v.pipe(
    v.array(benchmarkResultSchema),
    v.rawCheck(uniqueBy("benchmark", "benchmark.id")),
  ),
  warnings: v.array(warningSchema),
  time: closed({
    totalMs: amount,
    startMs: amount,
    warmupMs: amount,
    measuredMs: amount,
    processes: whole,
  }),
  runner: later(runnerSchema),
  fuel: later(storedFuelSchema),
  judgement: judgementSchema,
});
