import type { Stage } from "../model/sample.ts";
import type { LogRatio } from "./log-ratios.ts";

/** The data a verdict rests on. */
export interface Evidence {
  /** Log ratios of the stages that decide. */
  readonly ratios: readonly number[];
  readonly stages: readonly Stage[];
  /** The last stage among them; null without data. */
  readonly stage: Stage | null;
}

const FRESH: readonly Stage[] = ["confirm", "extend"];
const SCREEN: readonly Stage[] = ["screen"];

/**
 * Picks the data that decide: fresh data alone once there are any, the screen otherwise.
 *
 * A benchmark is confirmed because its screen looked bad; counting that screen again would count the
 * same chance twice.
 *
 * @param ratios - log ratios of all stages
 * @returns the deciding ones
 */
export function evidenceOf(ratios: readonly LogRatio[]): Evidence {
  const fresh = ratios.filter(({ stage }) => FRESH.includes(stage));
  const stages = fresh.length > 0 ? FRESH : SCREEN;
  const chosen = ratios.filter(({ stage }) => stages.includes(stage));
  const reached = stages.filter((stage) => chosen.some((ratio) => ratio.stage === stage));
  return { ratios: chosen.map(({ value }) => value), stages, stage: reached.at(-1) ?? null };
}
