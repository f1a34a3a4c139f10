import { judge } from "../src/gate/judge.ts";
import type { Planned } from "../src/job/plan.ts";
import { measureStages } from "../src/job/stages.ts";
import type { Component } from "../src/model/component.ts";
import type { BenchmarkResult, ResultDocument } from "../src/model/result.ts";
import type { Stage, Visit } from "../src/model/sample.ts";
import type { MeasureJob, MeasureOutcome } from "../src/model/workload.ts";

/** Event of a result that holds the full design: every benchmark screened, confirmed and extended. */
export const FULL_DESIGN = "recording";

/** A recorded job as the rules of today judge it. */
export interface Replayed {
  readonly result: ResultDocument;
  /** Wall time that its measuring took, or would have taken. */
  readonly seconds: number;
}

/**
 * Judges a recorded job by the rules of today. Of the full design it takes what these rules would have measured: the
 * real stages run, with a measurer that hands out what was recorded.
 *
 * @param result - a recorded job
 * @returns the job with its part of the visits, judged
 */
export async function replay(result: ResultDocument): Promise<Replayed> {
  const { judgement: _, ...measurements } = result;
  if (result.run.event !== FULL_DESIGN) {
    const judgement = judge(measurements);
    return { result: { ...result, judgement }, seconds: result.time.totalMs / 1000 };
  }
  const benchmarks = await takePart(result);
  const part = { ...measurements, benchmarks };
  const share = wallOf(benchmarks) / wallOf(result.benchmarks);
  return {
    result: { ...part, judgement: judge(part) },
    seconds: (share * result.time.totalMs) / 1000,
  };
}

async function takePart(result: ResultDocument): Promise<BenchmarkResult[]> {
  const withVisits = (taken: ReadonlyMap<string, readonly Visit[]>): BenchmarkResult[] =>
    result.benchmarks.map((one) => ({ ...one, visits: taken.get(one.benchmark.id) ?? [] }));
  const handOut = createHandOut(result);
  const measure = async ({ pairs, stage, processes }: MeasureJob): Promise<MeasureOutcome> => {
    const visits = pairs.map(
      ({ benchmark: { id } }) => [id, handOut({ id, stage }, processes)] as const,
    );
    const spent = { startMs: 0, warmupMs: 0, measuredMs: 0, processes: 0 };
    return { visits: new Map(visits), spent, startsMs: [] };
  };
  const { visits } = await measureStages(result.benchmarks.map(plannedOf), {
    measurer: { environment: result.environment, measure },
    sampling: result.sampling,
    policy: result.policy,
    seed: result.seed,
    wholeScreen: false,
    resultsOf: withVisits,
    onStage: () => {},
    onVisit: () => {},
  });
  return withVisits(visits);
}

/** Hands out what was recorded of a benchmark in a stage, so many processes at a time, each of them once. */
function createHandOut({ benchmarks }: ResultDocument) {
  const given = new Map<string, number>();
  return ({ id, stage }: { readonly id: string; readonly stage: Stage }, most: number): Visit[] => {
    const own = benchmarks.find(({ benchmark }) => benchmark.id === id)?.visits ?? [];
    const recorded = own.filter((visit) => visit.stage === stage);
    const processes = [...new Set(recorded.map(({ process }) => process))];
    const from = given.get(`${stage} ${id}`) ?? 0;
    given.set(`${stage} ${id}`, from + most);
    const next = new Set(processes.slice(from, from + most));
    return recorded.filter(({ process }) => next.has(process));
  };
}

/** Stands for the code of both sides, which a recording does not carry; only whether there are two sides is asked for. */
const RECORDED: Component = {
  name: "recorded",
  origin: "user",
  format: "wasm",
  path: "",
  host: { kind: "none" },
  bytes: new Uint8Array(),
  module: null,
  sha256: "",
  glue: null,
  fuelLimit: null,
};

function plannedOf({ benchmark, definition, pairing, pairingReason }: BenchmarkResult): Planned {
  const isCompared = pairing === "paired" || pairing === "alternated";
  const pair = {
    benchmark,
    candidate: RECORDED,
    baseline: RECORDED,
    alternated: pairing === "alternated",
    sameHost: true,
  };
  return { benchmark, definition, pairing, reason: pairingReason, pair: isCompared ? pair : null };
}

function wallOf(benchmarks: readonly BenchmarkResult[]): number {
  return benchmarks.flatMap(({ visits }) => visits).reduce((sum, { wallNs }) => sum + wallNs, 0);
}
