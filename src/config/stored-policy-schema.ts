import * as v from "valibot";
import { SUITES } from "../model/benchmark.ts";
import { POLICY_CHOICES } from "../model/stored-policy.ts";
import { benchmarkSchema } from "./benchmark-schema.ts";
import { later, words } from "./document-fields.ts";
import { policySchema, storedFuelSchema, storedSamplingSchema } from "./policy-schema.ts";
import { closed, keyed, uniqueBy } from "./structure.ts";

/** The whole gate of a run, as it stands in a baseline. */
export const storedPolicySchema = closed({
  ...policySchema.entries,
  config: v.nullable(words),
  confirm: v.picklist(["here", "fresh-runner"]),
  sampling: storedSamplingSchema,
  fuel: storedFuelSchema,
  engines: later(v.array(words)),
  suites: v.nullable(v.array(v.picklist(SUITES))),
  components: v.pipe(
    v.array(closed({ name: words, settings: keyed(words, words) })),
    v.rawCheck(uniqueBy("component", "name")),
  ),
  benchmarks: v.pipe(v.array(benchmarkSchema), v.rawCheck(uniqueBy("benchmark", "id"))),
});

/** The two policies that meet in a run, as they stand in a result. */
export const policiesSchema = closed({
  judgedBy: v.picklist(POLICY_CHOICES),
  candidate: storedPolicySchema,
  base: v.nullable(storedPolicySchema),
});
