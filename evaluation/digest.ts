import { openCauseOf } from "../src/gate/open-cause.ts";
import { ENGINE_TITLES, type EngineName, engineOfId, idOnV8 } from "../src/model/engine.ts";
import type { Environment } from "../src/model/environment.ts";
import type { OpenCause, Verdict } from "../src/model/verdict.ts";
import { clearedByHalf } from "./half.ts";
import { ownScores } from "./own-score.ts";
import type { Replayed } from "./replay.ts";
import { RIVALS } from "./rivals.ts";
import { samplesOf } from "./samples.ts";

/** What was recorded: the machine's condition, the set of components, and the true extra work of the candidate in per cent. */
export interface Group {
  readonly name: string;
  readonly condition: string;
  readonly set: string;
  readonly slowed: number;
  /** Engines that its jobs ran on, side by side. */
  readonly engines: readonly EngineName[];
}

/** What the rules made of one benchmark of one job. */
export interface BenchmarkDigest {
  readonly id: string;
  readonly verdict: Verdict;
  readonly cause: OpenCause | null;
  /** True where fresh data were wanted and the recording has none. */
  readonly isCutShort: boolean;
  readonly change: number | null;
  readonly gatedAt: number | null;
  /** Whether half of its confirmation would have cleared it; null where it has no whole one. */
  readonly clearedByHalf: boolean | null;
  /** Score of our rule, then of every rival; null where there are no times of both sides. */
  readonly scores: readonly number[] | null;
}

/** A recorded job without its blocks, so that hundreds fit into memory. */
export interface JobDigest {
  readonly name: string;
  readonly index: number;
  readonly seconds: number;
  readonly clock: string;
  /** The engine its benchmarks ran on, for people. */
  readonly engine: string;
  /** Share of blocks that were interrupted; null where it was not recorded. */
  readonly interrupted: number | null;
  readonly benchmarks: readonly BenchmarkDigest[];
}

/**
 * Judges a recorded job by our rules and those of others, and forgets its blocks.
 *
 * @param file - name of the recording
 * @param replayed - the job as the rules of today judge it
 * @param engine - the engine whose benchmarks are wanted
 * @returns what tables and pictures need of it
 */
export function digestJob(
  file: string,
  { result, seconds }: Replayed,
  engine: EngineName,
): JobDigest {
  const halves = clearedByHalf(result);
  const own = ownScores(result.benchmarks, result.policy);
  const benchmarks = result.judgement.benchmarks.flatMap((judgement, at): BenchmarkDigest[] => {
    if (engineOfId(judgement.id) !== engine) return [];
    const [primary] = judgement.metrics;
    const measured = result.benchmarks[at];
    const samples = measured === undefined ? null : samplesOf(measured);
    const scores =
      samples === null
        ? null
        : [
            own.get(judgement.id) ?? Number.NEGATIVE_INFINITY,
            ...RIVALS.map(({ scoreOf }) => scoreOf(samples)),
          ];
    const digest: BenchmarkDigest = {
      id: judgement.id,
      verdict: judgement.verdict,
      cause: openCauseOf(judgement),
      isCutShort: judgement.verdict === "inconclusive" && primary?.stage === "screen",
      change: primary?.change?.center ?? null,
      gatedAt: primary?.gatedAt ?? null,
      clearedByHalf: halves.get(judgement.id) ?? null,
      scores,
    };
    return [digest];
  });
  return {
    name: file.replace(/\.json\.br$/, ""),
    index: Number(/(\d+)\.json\.br$/.exec(file)?.[1] ?? 0),
    seconds,
    clock: result.environment.clock ?? "wall",
    engine: engineWords(result.environment, engine),
    interrupted: result.runner?.interrupted ?? null,
    benchmarks,
  };
}

function engineWords({ engines = [] }: Environment, engine: EngineName): string {
  const build = engines.find(({ name }) => name === engine);
  return build === undefined ? ENGINE_TITLES[engine] : `${ENGINE_TITLES[engine]} ${build.version}`;
}

/** The jobs of a group, as one of its engines ran them. */
export interface RecordedGroup {
  readonly group: Group;
  readonly engine: EngineName;
  readonly jobs: readonly JobDigest[];
}

/** Runs a slowed component, but is over before its extra work. */
const UNTOUCHED = "crash_handling/fuel_exhaustion/fuel_trap_handling";

/**
 * Benchmarks of a group that are compared, and slowed where the group is.
 *
 * @param recorded - the jobs of a group
 * @returns one entry per job and benchmark
 */
export function comparedIn({
  group,
  jobs,
}: Pick<RecordedGroup, "group" | "jobs">): BenchmarkDigest[] {
  return jobs
    .flatMap(({ benchmarks }) => benchmarks)
    .filter(
      ({ gatedAt, id }) => gatedAt !== null && (group.slowed === 0 || idOnV8(id) !== UNTOUCHED),
    );
}
