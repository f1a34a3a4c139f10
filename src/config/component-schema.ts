import * as v from "valibot";
import { SUITES, type SuiteName } from "../model/benchmark.ts";
import { CLOCKS } from "../model/clock.ts";
import type { ComponentEntry, ExecutionEntry } from "../model/config.ts";
import { engineNamesSchema } from "./engine-schema.ts";
import { argument, bounded, expectedResult, name, quantity, text } from "./fields.ts";
import { closed, uniqueBy } from "./structure.ts";
import { wasiSchema } from "./wasi-schema.ts";

const args = v.pipe(
  v.array(argument),
  v.description(
    'Arguments of the call, each by the type of its parameter; an i64 beyond 2^53 as text: "9007199254740993"; data { $bytes: "hex:00ff" }, { $text: "…" }, { $file: path } or { $fill: { bytes: 64KiB, seed: 1 } }.',
  ),
);

const exportName = v.pipe(text, v.description("Name of the export to call."));

const executionSchema = v.pipe(
  closed({
    name: v.pipe(name, v.description("Name of the benchmark: execution/<name>/<component>.")),
    export: exportName,
    args: v.optional(args),
    expect: v.exactOptional(
      v.pipe(
        expectedResult,
        v.description(
          "Required result, or data that must stand in memory (at, length); a mismatch fails the benchmark.",
        ),
      ),
    ),
    native: v.optional(
      v.pipe(
        text,
        v.regex(
          /^(builtin:\w+|[^#]+#[^#]+)$/,
          "expected path/to/module.mjs#export or builtin:NAME",
        ),
        v.description("The same work in JavaScript: path/to/module.mjs#export."),
      ),
    ),
    operations: v.optional(
      v.pipe(
        bounded("count", { min: 1, max: 1e9, words: "between 1 and 1000000000" }),
        v.description("Guest operations inside one call; the reported time is divided by it."),
      ),
    ),
    clock: v.exactOptional(
      v.pipe(
        v.picklist(CLOCKS),
        v.description("What the call is timed by: cpu, or wall where it waits for something."),
      ),
    ),
  }),
  v.transform(
    ({ args: given, native, operations, ...rest }): ExecutionEntry => ({
      ...rest,
      args: given ?? [],
      native: native ?? null,
      operations: operations ?? 1,
    }),
  ),
);

const fields = closed({
  name: v.pipe(name, v.description("Name of the component; the last part of its benchmark ids.")),
  path: v.pipe(
    text,
    v.description("A .wasm, .wat or glue module (.js, .mjs), relative to this file."),
  ),
  host: v.optional(
    v.pipe(
      text,
      v.description(
        "Where imports come from: the path of an imports module. WASI is given to whoever imports it.",
      ),
    ),
  ),
  "host-code": v.optional(
    v.pipe(
      v.picklist(["candidate", "each"]),
      v.description(
        "Whose imports module serves the sides of a comparison: the candidate's both, or each side has its own.",
      ),
    ),
  ),
  suites: v.optional(
    v.pipe(v.array(v.picklist(SUITES)), v.description("Suites to run; all by default.")),
  ),
  execution: v.optional(
    v.pipe(
      v.array(executionSchema),
      v.rawCheck(uniqueBy("execution", "name")),
      v.description("Calls to measure."),
    ),
  ),
  trap: v.optional(
    v.pipe(
      closed({ export: exportName, args: v.optional(args) }),
      v.description("A call that must trap, for the crash-handling suite."),
    ),
  ),
  wasm: v.optional(v.pipe(text, v.description("Module file of a glue component."))),
  init: v.optional(
    v.pipe(
      text,
      v.description("Export of the glue that takes the module's bytes, such as initSync."),
    ),
  ),
  files: v.optional(
    v.pipe(
      v.array(text),
      v.description(
        "Globs of files that JavaScript needs and observing cannot see; each must match a file.",
      ),
    ),
  ),
  wasi: v.optional(
    v.pipe(
      wasiSchema,
      v.description("Files, variables, arguments and input for a guest with WASI."),
    ),
  ),
  alloc: v.exactOptional(
    v.pipe(
      text,
      v.description("Export by which a core module takes memory for data, such as malloc."),
    ),
  ),
  free: v.exactOptional(
    v.pipe(text, v.description("Export that gives back what `alloc` gave, such as free.")),
  ),
  at: v.exactOptional(
    v.pipe(
      bounded("count", { min: 0, max: 2 ** 53 - 1, words: "an address" }),
      v.description("Address of data in a core module that does not allocate."),
    ),
  ),
  workload: v.exactOptional(
    v.pipe(
      text,
      v.description("JavaScript module with benchmarks that have set-up of their own (.mjs, .js)."),
    ),
  ),
  engine: v.exactOptional(
    v.pipe(
      engineNamesSchema,
      v.description("Engines it runs on, by name; those of the configuration by default."),
    ),
  ),
  limits: v.optional(
    v.pipe(
      closed({
        fuel: v.optional(
          v.pipe(quantity("fuel"), v.description("Upper bound on fuel for one call.")),
        ),
      }),
      v.description("Bounds on a runaway guest."),
    ),
  ),
});

type Given = v.InferOutput<typeof fields>;

/** What would be ignored is refused: its author means to measure it. */
const trapIsMeasured = v.forward(
  v.check<Given, string>(
    ({ trap, suites }) => trap === undefined || (suites?.includes("crash_handling") ?? true),
    "belongs to the suite crash_handling, which `suites` leaves out: name it there, or leave `trap` away",
  ),
  ["trap"],
);

/** Two ways to one place would leave open which is taken. */
const placesOnce = v.forward(
  v.check<Given, string>(
    ({ alloc, at }) => alloc === undefined || at === undefined,
    "is a fixed address, and `alloc` asks the module for one: leave one of them away",
  ),
  ["at"],
);

const freesWhatIsTaken = v.forward(
  v.check<Given, string>(
    ({ alloc, free }) => free === undefined || alloc !== undefined,
    "gives back what `alloc` gave, and there is no `alloc`",
  ),
  ["free"],
);

function suitesOf(given: Given): readonly SuiteName[] {
  const wanted = new Set<SuiteName>(given.suites ?? SUITES);
  if ((given.execution ?? []).length > 0 || given.workload !== undefined) {
    wanted.add("execution");
  }
  return SUITES.filter((suite) => wanted.has(suite));
}

type Driving = Pick<ComponentEntry, "alloc" | "free" | "at" | "workload" | "engine">;

function withoutUnset(
  given: { readonly [Key in keyof Driving]: Driving[Key] | undefined },
): Driving {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function toEntry(given: Given): ComponentEntry {
  const { alloc, free, at, workload, engine } = given;
  return {
    name: given.name,
    path: given.path,
    host: given.host ?? "none",
    ...(given["host-code"] === undefined ? {} : { hostCode: given["host-code"] }),
    suites: suitesOf(given),
    execution: given.execution ?? [],
    trap:
      given.trap === undefined ? null : { export: given.trap.export, args: given.trap.args ?? [] },
    wasm: given.wasm ?? null,
    init: given.init ?? null,
    files: given.files ?? [],
    ...(given.wasi === undefined ? {} : { wasi: given.wasi }),
    ...withoutUnset({ alloc, free, at, workload, engine }),
    limits: { fuel: given.limits?.fuel ?? null },
  };
}

/** One entry of `components:`. */
export const componentSchema = v.pipe(
  fields,
  trapIsMeasured,
  placesOnce,
  freesWhatIsTaken,
  v.transform(toEntry),
);
