import * as v from "valibot";
import { SUITES } from "../model/benchmark.ts";
import { CLOCKS } from "../model/clock.ts";
import { ENGINES } from "../model/engine.ts";
import { PRIMARY_METRICS } from "../model/metric.ts";
import { benchmarkId, later, whole, words } from "./document-fields.ts";
import { argument, expectedResult } from "./fields.ts";
import { storedMetricSchema } from "./metric-schema.ts";
import { closed } from "./structure.ts";

const args = v.array(argument);
/** Where data goes in the memory of a core module. */
const place = closed({
  alloc: v.nullable(words),
  free: v.nullable(words),
  at: v.nullable(whole),
});
const call = closed({
  export: words,
  args,
  expect: v.exactOptional(expectedResult),
  place: later(place),
});
const optionalCall = v.nullable(call);
const native = closed({ source: words, args });
const operations = v.pipe(whole, v.minValue(1));
const instances = v.array(whole);

/** What the measuring process does for a benchmark. */
const procedureSchema = v.variant("kind", [
  closed({ kind: v.literal("cold_start"), call: optionalCall }),
  closed({ kind: v.literal("warm_start"), call: optionalCall }),
  closed({ kind: v.literal("load"), call: optionalCall }),
  closed({
    kind: v.literal("call"),
    call,
    operations,
    native: v.nullable(native),
    extras: v.array(closed({ metric: storedMetricSchema, call, operations })),
    clock: later(v.picklist(CLOCKS)),
  }),
  closed({
    kind: v.literal("workload"),
    name: words,
    clock: later(v.picklist(CLOCKS)),
  }),
  closed({ kind: v.literal("native_call"), native, operations }),
  closed({ kind: v.literal("async_call"), call, operations }),
  closed({ kind: v.literal("footprint"), touch: v.boolean(), instances }),
  closed({ kind: v.literal("scaling"), instances, call: optionalCall }),
  closed({ kind: v.literal("sequence"), instances: whole, call: optionalCall }),
  closed({ kind: v.literal("grow"), memory: words, call: optionalCall }),
  closed({ kind: v.literal("guarded_call"), call }),
  closed({ kind: v.literal("categorize"), traps: v.array(call) }),
  closed({ kind: v.literal("cleanup"), after: v.picklist(["success", "trap"]), call }),
  closed({ kind: v.literal("recover"), trap: call, call }),
  closed({ kind: v.literal("exhaust_fuel"), call, fuel: whole }),
  closed({ kind: v.literal("size") }),
  closed({ kind: v.literal("unknown") }),
]);

/** A benchmark as it stands in a result. */
export const benchmarkSchema = closed({
  id: benchmarkId,
  suite: v.picklist(SUITES),
  component: words,
  procedure: procedureSchema,
  engine: later(v.picklist(ENGINES.filter((name) => name !== "v8"))),
  primary: v.picklist(PRIMARY_METRICS),
  unsupported: v.nullable(words),
});
