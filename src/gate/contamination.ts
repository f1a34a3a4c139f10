import type { BenchmarkResult } from "../model/result.ts";
import type { Stage } from "../model/sample.ts";
import { requiredAgreement } from "../stats/binomial.ts";
import { median } from "../stats/descriptive.ts";
import { logRatios } from "./log-ratios.ts";

/** The two sides' calibration kernels do the same work; differing by more than this share they were not treated alike. */
export const KERNEL_TOLERANCE = 0.01;

/** How far the calibration kernels of the two sides differ. */
export interface KernelAgreement {
  /** Median over processes of ln(candidate's kernel / baseline's kernel). */
  readonly disagreement: number;
  readonly processes: number;
  readonly contaminated: boolean;
}

/**
 * Compares the calibration kernels that rode in the rounds of both sides.
 *
 * Contaminated means: the median differs by more than 1 %, and so many processes point the same way
 * that chance does not explain it (all of fewer than 5).
 *
 * @param result - benchmark with its visits
 * @param stages - stages whose processes count
 * @returns agreement, or null when no process carried a kernel on both sides
 * @see docs/statistics.md#contamination
 */
export function kernelAgreement(
  result: BenchmarkResult,
  stages: readonly Stage[],
): KernelAgreement | null {
  const ratios = logRatios(result.visits, "kernel")
    .filter(({ stage }) => stages.includes(stage))
    .map(({ value }) => value);
  if (result.pairing !== "paired" || ratios.length === 0) {
    return null;
  }
  const disagreement = median(ratios);
  const direction = Math.sign(disagreement);
  const agreeing = ratios.filter((value) => Math.sign(value) === direction).length;
  const required = Math.min(ratios.length, requiredAgreement(ratios.length));
  return {
    disagreement,
    processes: ratios.length,
    contaminated: Math.abs(disagreement) > Math.log1p(KERNEL_TOLERANCE) && agreeing >= required,
  };
}
