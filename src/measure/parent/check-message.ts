import * as v from "valibot";
import { CLOCKS } from "../../model/clock.ts";
import { UNPLACED_NODE } from "../../model/function-profile.ts";
import { isMeasurable } from "../../model/measurable.ts";
import { isMetricName, METRICS, type MetricName, metricOf } from "../../model/metric.ts";
import { FAILURE_CAUSES } from "../../model/sample.ts";
import { SLOPE_ENDS } from "../../model/slope.ts";
import type { ChildOrder, OrderEnvelope, Trace, VisitReport } from "../protocol.ts";

/** More than any setting gives: a longer list was not measured. */
const MAX_SERIES = 4_096;
const MAX_VALUES = 1_000_000;
const MAX_WARNINGS = 256;
const MAX_LOOKS = 4;
const MAX_WORDS = 4_096;
const MAX_CODE = 256;
/** Longest path or specifier; a specifier may be a `data:` address that holds a whole module. */
const MAX_PATH = 1_048_576;

const measured = v.pipe(v.number(), v.check(isMeasurable));
const amount = v.pipe(measured, v.minValue(0));
const whole = v.pipe(amount, v.safeInteger());
const words = v.pipe(v.string(), v.maxLength(MAX_WORDS));
const code = v.pipe(v.string(), v.maxLength(MAX_CODE));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const side = v.picklist(["baseline", "candidate", "native"]);
const metric = v.custom<MetricName>((value) => typeof value === "string" && isMetricName(value));

/** Blocks that were interrupted are some of the blocks. */
const load = v.pipe(
  v.object({
    blocks: whole,
    interrupted: whole,
    cpuShare: fraction,
    switches: whole,
    given: v.exactOptional(whole),
    pressure: v.exactOptional(fraction),
    loadAverage: v.exactOptional(amount),
  }),
  v.check(({ blocks, interrupted }) => interrupted <= blocks),
);

const looks = v.pipe(v.array(whole), v.maxLength(MAX_LOOKS));

const slope = v.object({
  calls: looks,
  pages: looks,
  elements: looks,
  fuel: looks,
  ended: v.nullable(v.picklist(SLOPE_ENDS)),
  failure: v.exactOptional(code),
});

/** What is told of functions: names come from the guest. */
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{0,16}$/));
const profile = v.object({
  functions: v.pipe(
    v.array(
      v.object({
        name: words,
        named: v.boolean(),
        exported: v.nullable(words),
        module: whole,
        index: whole,
        body: hash,
        shape: hash,
      }),
    ),
    v.maxLength(MAX_VALUES),
  ),
  nodes: v.pipe(
    v.array(
      v.object({
        function: v.pipe(v.number(), v.safeInteger(), v.minValue(UNPLACED_NODE)),
        parent: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)),
        calls: whole,
        self: v.pipe(v.number(), v.safeInteger()),
      }),
    ),
    v.maxLength(MAX_VALUES),
  ),
});

const report = v.object({
  iterations: whole,
  wallNs: amount,
  measuredNs: amount,
  warmupNs: amount,
  series: v.pipe(
    v.array(
      v.object({
        metric,
        side,
        copy: whole,
        values: v.pipe(v.array(measured), v.maxLength(MAX_VALUES)),
      }),
    ),
    v.maxLength(MAX_SERIES),
  ),
  failure: v.nullable(
    v.object({
      kind: v.picklist(FAILURE_CAUSES),
      category: v.nullable(code),
      message: words,
      side: v.nullable(side),
    }),
  ),
  warnings: v.pipe(v.array(v.object({ code, message: words })), v.maxLength(MAX_WARNINGS)),
  profile: v.exactOptional(profile),
  load: v.exactOptional(load),
  slope: v.exactOptional(slope),
  spoilt: v.exactOptional(v.boolean()),
});

const path = v.pipe(v.string(), v.maxLength(MAX_PATH));

const trace = v.variant("kind", [
  v.object({
    kind: v.literal("module"),
    specifier: path,
    parent: v.nullable(path),
    path,
  }),
  v.object({
    kind: v.literal("read"),
    path,
    isRelative: v.boolean(),
    isRead: v.boolean(),
    by: v.exactOptional(path),
  }),
  v.object({
    kind: v.literal("compiled"),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    bytes: v.exactOptional(v.instance(Uint8Array)),
  }),
  v.object({ kind: v.literal("loaded") }),
  v.object({
    kind: v.picklist(["failed-call", "early-call"]),
    name: v.string(),
    message: v.string(),
  }),
  v.object({
    kind: v.literal("copies"),
    fault: v.nullable(words),
    isLate: v.boolean(),
    growth: v.nullable(words),
  }),
  v.object({
    kind: v.literal("benchmark"),
    name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)),
    clock: v.nullable(v.picklist(CLOCKS)),
  }),
]);

const message = v.variant("type", [
  v.object({ type: v.literal("report"), token: v.string(), report }),
  v.object({ type: v.literal("trace"), token: v.string(), trace }),
]);

/** A message as the parent takes it. */
export type CheckedMessage =
  | { readonly report: VisitReport }
  /** Something an order to observe has seen; its report is still to come. */
  | { readonly trace: Trace }
  /** Why it is no answer to the order, in words that follow "a message that". */
  | { readonly fault: string };

/**
 * Checks what came from a measuring process. The guest's host code shares that process: anything may come from it.
 *
 * @param value - the message, unpacked
 * @param envelope - the order it must answer, with its word
 * @returns the report or what was seen, copied field by field; or what is wrong with it
 */
export function checkMessage(value: unknown, { token, order }: OrderEnvelope): CheckedMessage {
  const parsed = v.safeParse(message, value, { abortEarly: true });
  if (!parsed.success) return { fault: faultOf(parsed.issues[0]) };
  if (parsed.output.token !== token) return { fault: "does not carry the word of its order" };
  if (parsed.output.type === "trace")
    return order.type === "observe"
      ? { trace: parsed.output.trace }
      : { fault: "tells what was seen, and nobody asked" };
  const checked = parsed.output.report;
  const faults = [
    ...checked.series.map((one) => seriesFault(one, order)),
    profileFault(checked, order),
  ];
  const fault = faults.find((text) => text !== null) ?? null;
  return fault === null ? { report: checked } : { fault };
}

/** A profile stands beside a count, its nodes are a tree, and its fuel adds up to that of the count. */
function profileFault({ profile: told, series }: VisitReport, order: ChildOrder): string | null {
  if (told === undefined) return null;
  if (order.type !== "count" || order.counted.byFunction !== true)
    return "tells what functions consumed, and nobody asked";
  const { functions, nodes } = told;
  const isTree = nodes.every(
    (node, place) => node.parent < place && node.function < functions.length,
  );
  if (!isTree) return "holds a tree of calls that is none";
  const sum = nodes.reduce((total, { self }) => total + self, 0);
  const fuel = series.find((one) => one.metric === "fuel")?.values.at(-1) ?? 0;
  return sum === fuel ? null : `holds functions that consumed ${sum} fuel of ${fuel}`;
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue)?.slice(0, MAX_CODE) ?? "the whole";
  const found = typeof issue.input === "number" ? String(issue.input) : typeof issue.input;
  return `is none of a measurement (${place}: ${found})`;
}

/** Metrics that are times of something that took place. */
const POSITIVE: ReadonlySet<string> = new Set(["time", "wall", "cpu", "kernel", "kernel_wall"]);
const COUNTED: ReadonlySet<string> = new Set(["fuel", "pages"]);

function seriesFault(
  { metric: name, side: of, values }: VisitReport["series"][number],
  order: ChildOrder,
): string | null {
  if (!METRICS.has(name) && !extrasOf(order).includes(name))
    return `holds the metric ${JSON.stringify(name)}, which nobody asked for`;
  if (!sidesOf(order).includes(of)) return `holds values of the ${of} side, which was not ordered`;
  if (POSITIVE.has(name) && values.some((value) => value <= 0))
    return `holds a ${name} that is not above zero`;
  const isCounted = COUNTED.has(name) || metricOf(name).unit === "count";
  if (isCounted && !values.every((value) => Number.isSafeInteger(value) && value >= 0))
    return `holds a ${name} that is no whole number from 0`;
  return null;
}

/** Further operations of a benchmark name metrics of their own. */
function extrasOf(order: ChildOrder): readonly string[] {
  if (order.type !== "visit") return [];
  const { procedure } = order.benchmark;
  if (procedure.kind === "call") return procedure.extras.map((extra) => extra.metric);
  if (procedure.kind !== "categorize") return [];
  return procedure.traps.map((trap) => `roundtrip_${trap.export}`);
}

function sidesOf(order: ChildOrder): readonly string[] {
  if (order.type === "count") return [order.counted.payload.side];
  // Observing measures nothing, nor does loading an engine.
  if (order.type === "observe" || order.type === "engine") return [];
  // A benchmark without a component still has a candidate side; the host-language reference rides along.
  return ["native", "candidate", ...order.payloads.map((payload) => payload.side)];
}
