import type { DecisionRules } from "../../src/gate/decide.ts";
import type { EffectiveThresholds } from "../../src/gate/thresholds.ts";

/** The thresholds of the defaults, without a floor. */
export const THRESHOLDS: EffectiveThresholds = {
  regression: 0.05,
  decide: 0.03,
  suspect: 0.015,
  floor: 0,
  gated: true,
  warnings: [],
};

/** Rules for a benchmark whose processes are known to differ by 1 %. */
export const RULES: DecisionRules = {
  thresholds: THRESHOLDS,
  prior: { variance: 1e-4, degreesOfFreedom: 20, tau: 0.0025 },
  confidenceLevel: 0.95,
  baseline: 1000,
  candidate: 1100,
};

/** The same for a candidate that is faster. */
export const MIRRORED: DecisionRules = { ...RULES, baseline: 1100, candidate: 1000 };
