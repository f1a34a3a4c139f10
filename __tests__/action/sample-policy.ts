import type { Policy } from "../../src/model/policy.ts";

/** Rules as a baseline may keep them. */
export const samplePolicy: Policy = {
  thresholds: { regression: 0.05, decide: 0.025, suspect: 0.015, floor: 7 },
  overrides: [],
  accept: [],
  targets: [],
  failOn: ["regression"],
  inconclusive: "warn",
  exact: { fuel: 0.001, bytes: 0.01, bytesFloor: 100, pages: 0 },
  confidenceLevel: 0.95,
  today: "2026-11-01",
};
