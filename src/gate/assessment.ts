import type { Warning } from "../model/sample.ts";
import type { MetricJudgement } from "../model/verdict.ts";

/** A judged metric, and what follows from it. */
export interface Assessment {
  readonly judgement: MetricJudgement;
  /** Whether its verdict counts for the benchmark. */
  readonly gated: boolean;
  /** Whether fresh data are wanted before a verdict. */
  readonly suspect: boolean;
  /** Whether the screen leaves no doubt that it is slower, so that more of the screen would tell nothing. */
  readonly obvious: boolean;
  /** Whether the calibration kernel disagreed between the sides. */
  readonly contaminated: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * A judged metric that no fresh data could change.
 *
 * @param judgement - verdict of the metric
 * @param gated - whether it counts for the benchmark
 * @param warnings - what a reader should know of it
 * @returns the assessment, neither suspect nor contaminated
 */
export function settled(
  judgement: MetricJudgement,
  gated: boolean,
  warnings: readonly Warning[] = [],
): Assessment {
  return { judgement, gated, suspect: false, obvious: false, contaminated: false, warnings };
}
