import * as v from "valibot";
import { OPEN_CAUSES, VERDICTS } from "../model/verdict.ts";
import { amount, benchmarkId, later, number, unit, whole, words } from "./document-fields.ts";
import { storedMetricSchema } from "./metric-schema.ts";
import { storedTargetSchema } from "./policy-schema.ts";
import { failureSchema, stageSchema, warningSchema } from "./sample-schema.ts";
import { closed } from "./structure.ts";

const verdict = v.picklist(VERDICTS);
const targetVerdict = v.picklist(["met", "missed", "inconclusive"]);
const interval: Record<"center" | "low" | "high", typeof number> = {
  center: number,
  low: number,
  high: number,
};
const change = v.nullable(closed(interval));
const estimate = v.nullable(
  closed({ ...interval, spread: amount, samples: whole, processes: whole }),
);

const metricJudgementSchema = closed({
  metric: storedMetricSchema,
  unit,
  verdict,
  candidate: estimate,
  baseline: estimate,
  change,
  gatedAt: v.nullable(amount),
  stage: v.nullable(stageSchema),
  because: words,
  cause: later(v.picklist(OPEN_CAUSES)),
  unconfirmed: later(v.literal(true)),
});

const benchmarkJudgementSchema = closed({
  id: benchmarkId,
  verdict,
  metrics: v.array(metricJudgementSchema),
  tier: v.nullable(v.picklist(["investigate", "fix-or-justify", "must-fix"])),
  accepted: v.nullable(closed({ reason: words, until: words, limit: amount })),
  removal: v.exactOptional(closed({ reason: words, until: v.nullable(words) })),
  notCompared: v.exactOptional(words),
  failure: v.nullable(failureSchema),
  contaminated: v.boolean(),
  explanation: v.array(words),
  warnings: v.array(warningSchema),
});

const targetJudgementSchema = closed({
  id: benchmarkId,
  target: storedTargetSchema,
  verdict: targetVerdict,
  estimate,
  distance: v.nullable(number),
  because: words,
});

const countsSchema = closed({
  regression: whole,
  improvement: whole,
  unchanged: whole,
  identical: whole,
  inconclusive: whole,
  new: whole,
  missing: whole,
  failed: whole,
  unsupported: whole,
});

const policyChange = v.array(
  closed({ what: words, of: v.array(words), before: words, now: words }),
);

const opinion = v.variant("kind", [
  closed({ kind: v.picklist(["left", "alone"]), suspects: v.array(benchmarkId) }),
  closed({ kind: v.literal("given"), upheld: v.array(benchmarkId), lifted: v.array(benchmarkId) }),
]);

/** The verdict of a run with everything it rests on. */
export const judgementSchema = closed({
  verdict: v.picklist(["pass", "warn", "fail", "no-baseline"]),
  reasons: v.array(words),
  counts: countsSchema,
  targetCounts: closed({ met: whole, missed: whole, inconclusive: whole }),
  benchmarks: v.array(benchmarkJudgementSchema),
  targets: v.array(targetJudgementSchema),
  suites: v.array(
    closed({ suite: words, benchmarks: whole, change, suspicious: v.boolean(), because: words }),
  ),
  warnings: v.array(warningSchema),
  policyChanges: v.exactOptional(closed({ weaker: policyChange, other: policyChange })),
  opinion: later(opinion),
});
