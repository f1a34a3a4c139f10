import * as v from "valibot";
import { BASELINE_VERSION, HISTORY_LIMIT } from "../model/baseline.ts";
import { PRIMARY_METRICS } from "../model/metric.ts";
import { benchmarkId, hash, later, measured, moment, whole, words } from "./document-fields.ts";
import { environmentSchema, runSchema } from "./environment-schema.ts";
import { describeValue } from "./fault.ts";
import { name } from "./fields.ts";
import { storedExactMetricSchema, storedMetricSchema } from "./metric-schema.ts";
import { storedFuelSchema } from "./policy-schema.ts";
import { relativeNameFault } from "./relative-name.ts";
import { noiseSchema } from "./sample-schema.ts";
import { storedPolicySchema } from "./stored-policy-schema.ts";
import { closed, keyed, uniqueBy } from "./structure.ts";

const relativeName = v.pipe(
  v.string(),
  v.check(
    (value) => relativeNameFault(value) === null,
    ({ input }) =>
      `expected a plain relative name, got ${describeValue(input)}: ${relativeNameFault(input)}`,
  ),
);

const storedFilesSchema = v.pipe(
  v.array(closed({ name: relativeName, sha256: hash, sizeBytes: whole })),
  v.rawCheck(uniqueBy("file", "name")),
);

/** A folder of the virtual root; empty for the virtual root itself. */
const folderName = v.union([v.literal(""), relativeName]);

const linksSchema = v.pipe(
  v.array(closed({ name: relativeName, target: relativeName })),
  v.rawCheck(uniqueBy("link", "name")),
);

const layoutSchema = closed({
  root: folderName,
  folder: v.nullable(folderName),
  links: linksSchema,
  compiled: v.array(hash),
});

const hostClosureSchema = v.pipe(
  closed({ ...layoutSchema.entries, entry: relativeName, files: storedFilesSchema }),
  v.check(
    ({ entry, files }) => files.some((file) => file.name === entry),
    'its "entry" must be one of its files',
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
    files: storedFilesSchema,
    layout: v.exactOptional(layoutSchema),
    hostClosure: v.exactOptional(hostClosureSchema),
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
  hostCode: v.nullable(hash),
  native: later(hash),
  primary: v.picklist(PRIMARY_METRICS),
  series: v.pipe(
    v.array(closed({ metric: storedMetricSchema, values: v.array(measured) })),
    v.rawCheck(uniqueBy("metric", "metric")),
  ),
  exact: v.pipe(
    v.array(
      closed({
        metric: storedExactMetricSchema,
        value: v.nullable(measured),
        note: v.nullable(words),
      }),
    ),
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
  comparedWith: v.nullable(words),
  components: v.pipe(v.array(storedComponentSchema), v.rawCheck(uniqueBy("component", "name"))),
  leftOut: v.array(
    closed({
      name,
      sha256: hash,
      partlySeen: later(v.boolean()),
      sizeBytes: whole,
      reason: words,
    }),
  ),
  benchmarks: v.pipe(v.array(storedBenchmarkSchema), v.rawCheck(uniqueBy("benchmark", "id"))),
  history: v.pipe(
    v.array(historyEntrySchema),
    v.check(
      (history) => isWithinLimit(history),
      `more than ${HISTORY_LIMIT} runs of one fingerprint`,
    ),
  ),
  noise: keyed(benchmarkId, noiseSchema),
  fuel: later(storedFuelSchema),
  policy: later(storedPolicySchema),
});
