import * as v from "valibot";
import type { FuelConfig } from "../model/config.ts";
import { componentSchema } from "./component-schema.ts";
import { enginesSchema } from "./engine-schema.ts";
import { bounded } from "./fields.ts";
import { gateSchema } from "./gate-schema.ts";
import { acceptanceSchema, overrideSchema, targetSchema } from "./rule-schema.ts";
import { samplingSchema } from "./sampling-schema.ts";
import { closed, keyed, uniqueBy } from "./structure.ts";

const fuelSchema = v.pipe(
  closed({
    profile: v.optional(
      v.pipe(
        v.picklist(["wasmtime-24", "wasmtime-46", "wasmtime-48", "wasmtime-49"]),
        v.description(
          "Wasmtime whose count is reproduced: 24 stands for every version up to 45, 46 for 46 and 47.",
        ),
      ),
      "wasmtime-24",
    ),
    mode: v.optional(
      v.pipe(
        v.picklist(["wasmtime", "complete"]),
        v.description("Equal to Wasmtime including its quirks, or everything that was executed."),
      ),
      "wasmtime",
    ),
    cost: v.optional(
      v.pipe(
        keyed(
          v.pipe(
            v.string(),
            v.regex(
              /^[a-z][a-z0-9_.]*$/,
              "the key must be the name of an operator such as i32.const",
            ),
          ),
          bounded("count", { min: 0, max: 255, words: "between 0 and 255" }),
        ),
        v.description("Cost by operator name; operators not named cost what Wasmtime charges."),
      ),
      {},
    ),
  }),
  v.transform((given): FuelConfig => given),
);

/** `wasm-bench.yml` as a person writes it; the output has every default filled in except the shipped targets. */
export const configSchema = closed({
  sampling: v.optional(v.pipe(samplingSchema, v.description("How much is measured.")), {}),
  gate: v.optional(
    v.pipe(gateSchema, v.description("When a change is a regression, and what fails the run.")),
    {},
  ),
  components: v.optional(
    v.pipe(
      v.array(componentSchema),
      v.minLength(
        1,
        "names nothing to measure: list a component, or leave the key away to measure the shipped reference components",
      ),
      v.rawCheck(uniqueBy("component", "name")),
      v.description("The modules to measure; the shipped reference components without it."),
    ),
  ),
  engine: v.exactOptional(
    v.pipe(
      enginesSchema,
      v.description("What runs the modules: v8, wasmtime, or a list of both; v8 by default."),
    ),
  ),
  overrides: v.optional(
    v.pipe(
      v.array(overrideSchema),
      v.description("Thresholds of single benchmarks; the last match that names a field wins."),
    ),
    [],
  ),
  accept: v.optional(
    v.pipe(
      v.array(acceptanceSchema),
      v.description("Regressions accepted for a while, and benchmarks that are meant to go."),
    ),
    [],
  ),
  targets: v.optional(
    v.pipe(v.array(targetSchema), v.description("Absolute limits beside the shipped ones.")),
    [],
  ),
  fuel: v.optional(v.pipe(fuelSchema, v.description("How fuel is counted.")), {}),
});
