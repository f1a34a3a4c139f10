import * as v from "valibot";
import { BASELINE_VERSION, HISTORY_LIMIT } from "../model/baseline.ts";
import { PRIMARY_METRICS } from "../model/metric.ts";
import { benchmarkId, hash, measured, moment, whole, words } from "./document-fields.ts";
import { environmentSchema, runSchema } from "./environment-schema.ts";
import { describeValue } from "./fault.ts";
import { name } from "./fields.ts";
import { storedFuelSchema } from "./policy-schema.ts";
import { relativeNameFault } from "./relative-name.ts";
import { noiseSchema } from "./sample-schema.ts";
import { closed, keyed, uniqueBy } from "./structure.ts";

const relativeName = v.pipe(
  v.string(),
  v.check(
    (value) => relativeNameFault(value) === null,
    ({ input }) =>
      `expected a plain relative name, got ${describeValue(input)}: ${relativeNameFault(input)}`,
  ),
);

const label = v.pipe(
  words,
  v.check((value) => !value.includes("\0"), "must not contain NUL"),
);

const hostSchema = v.variant("kind", [
  closed({ kind: v.literal("none") }),
  closed({ kind: v.literal("wasi"), args: v.array(words) }),
  closed({ kind: v.literal("module"), path: label }),
]);

const storedComponentSchema = v.pipe(
  closed({
    name,
    path: label,
    format: v.picklist(["wasm", "wat", "glue", "component"]),
    host: hostSchema,
    sha256: hash,
    moduleSha256: v.nullable(hash),
    sizeBytes: whole,
    files: v.pipe(
      v.array(closed({ name: relativeName, sha256: hash, sizeBytes: whole })),
      v.rawCheck(uniqueBy("file", "name")),
    ),
    entry: v.nullable(relativeName),
    init: v.nullable(words),
    definitions: keyed(benchmarkId, hash),
  }),
  v.check(
    ({ format, entry, files }) =>
      format === "glue" ? files.some((file) => file.name === entry) : entry === null,
    'a glue component, and no other, has an "entry" that is one of its files',
  ),
  v.check(
    ({ format, moduleSha256 }) => format === "glue" || moduleSha256 !== null,
    'only a glue component may be without "moduleSha256"',
  ),
);

const storedBenchmarkSchema = closed({
  id: benchmarkId,
  component: words,
  definition: hash,
  hostCode: v.optional(v.nullable(hash), null),
  primary: v.picklist(PRIMARY_METRICS),
  series: v.pipe(
    v.array(closed({ metric: words, values: v.array(measured) })),
    v.rawCheck(uniqueBy("metric", "metric")),
  ),
  exact: v.pipe(
    v.array(closed({ metric: words, value: v.nullable(measured), note: v.nullable(words) })),
    v.rawCheck(uniqueBy("metric", "metric")),
  ),
});

const historyEntrySchema = closed({
  sha: words,
  createdAt: moment,
  runId: words,
  fingerprint: words,
  tag: v.nullable(words),
  benchmarks: keyed(
    benchmarkId,
    closed({ p25: v.array(measured), kernel: v.nullable(measured), y: v.array(measured) }),
  ),
});

function isWithinLimit(history: readonly { readonly fingerprint: string }[]): boolean {
  const counts = new Map<string, number>();
  for (const { fingerprint } of history) {
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  }
  return [...counts.values()].every((count) => count <= HISTORY_LIMIT);
}

/** The baseline as it is stored. */
export const baselineSchema = closed({
  kind: v.literal("wasm-bench/baseline"),
  version: v.literal(BASELINE_VERSION),
  tool: words,
  createdAt: moment,
  run: runSchema,
  environment: environmentSchema,
  comparedWith: v.optional(v.nullable(words), null),
  components: v.pipe(v.array(storedComponentSchema), v.rawCheck(uniqueBy("component", "name"))),
  leftOut: v.array(closed({ name, sha256: hash, sizeBytes: whole, reason: words })),
  benchmarks: v.pipe(v.array(storedBenchmarkSchema), v.rawCheck(uniqueBy("benchmark", "id"))),
  history: v.pipe(
    v.array(historyEntrySchema),
    v.check(
      (history) => isWithinLimit(history),
      `more than ${HISTORY_LIMIT} runs of one fingerprint`,
    ),
  ),
  noise: keyed(benchmarkId, noiseSchema),
  fuel: v.exactOptional(storedFuelSchema),
});
