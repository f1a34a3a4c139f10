import * as v from "valibot";
import { FAILURE_CAUSES } from "../model/sample.ts";
import { amount, later, measured, whole, words } from "./document-fields.ts";
import { storedExactMetricSchema, storedMetricSchema } from "./metric-schema.ts";
import { visitLoadSchema } from "./runner-schema.ts";
import { closed } from "./structure.ts";

/** Which module a series belongs to. */
export const sideSchema = v.picklist(["baseline", "candidate", "native"]);

/** When a visit was made. */
export const stageSchema = v.picklist(["screen", "confirm", "extend", "target"]);

/** Something a reader should know that changes no verdict. */
export const warningSchema = closed({ code: words, message: words });

/** Why a benchmark failed. */
export const failureSchema = closed({
  kind: v.picklist(FAILURE_CAUSES),
  category: v.nullable(words),
  message: words,
  side: v.nullable(sideSchema),
  alike: v.exactOptional(v.literal(true)),
});

/** One benchmark in one process, with its raw values. */
export const visitSchema = closed({
  process: whole,
  stage: stageSchema,
  iterations: whole,
  wallNs: amount,
  measuredNs: amount,
  series: v.array(
    closed({
      metric: storedMetricSchema,
      side: sideSchema,
      copy: whole,
      values: v.array(measured),
    }),
  ),
  failure: v.nullable(failureSchema),
  warnings: v.array(warningSchema),
  output: words,
  load: later(visitLoadSchema),
});

/** An exact value of both sides. */
export const exactValueSchema = closed({
  metric: storedExactMetricSchema,
  baseline: v.nullable(measured),
  candidate: v.nullable(measured),
  note: v.nullable(words),
});

/** What earlier unchanged runs taught about a benchmark's noise. */
export const noiseSchema = closed({
  variance: amount,
  degreesOfFreedom: amount,
  tau: amount,
  quantile99: v.nullable(amount),
});
