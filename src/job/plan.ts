import { type PlannedBenchmark, planComparison, type SideFacts } from "../gate/plan.ts";
import type { StoredBenchmark } from "../model/baseline.ts";
import { type Benchmark, SUITES } from "../model/benchmark.ts";
import { closureText } from "../model/closure.ts";
import type { Component } from "../model/component.ts";
import { engineOfId } from "../model/engine.ts";
import { type Environment, fingerprintOf } from "../model/environment.ts";
import type { Sides } from "../model/sides.ts";
import type { Pair, Workload } from "../model/workload.ts";
import type { BaselineSide } from "./baseline-side.ts";
import { createCounterparts } from "./counterparts.ts";

/** A planned benchmark with the modules it runs on; no pair where nothing is measured for comparison. */
export interface Planned extends PlannedBenchmark {
  readonly definition: string;
  readonly pair: Pair | null;
  /** Name of the baseline's component it is compared with; absent without one. */
  readonly baseComponent?: string;
}

/** What a plan depends on besides the two sides. */
export interface PlanOptions {
  readonly environment: Environment;
  /** Which of the baseline's benchmarks this run is about. */
  readonly wants: (id: string) => boolean;
  /** Whether benchmarks whose code did not change are measured too. */
  readonly measureIdentical: boolean;
  /** Why the baseline's module cannot run a benchmark as it is defined now; null when its bytes show no reason. */
  readonly obstacleOf: (benchmark: Benchmark, sides: Sides<Component>) => string | null;
}

/**
 * Plans a run: how every benchmark meets its baseline, and with which modules.
 *
 * @param workload - the candidate's components and the wanted benchmarks
 * @param baseline - the side compared with, or null
 * @param options - environment of this run, what is wanted of the baseline and of unchanged code
 * @returns the candidate's benchmarks in their order, then those missing from it
 */
export function planRun(
  workload: Workload,
  baseline: BaselineSide | null,
  options: PlanOptions,
): Planned[] {
  const { benchmarks } = workload;
  const components = new Map(workload.components.map((component) => [component.name, component]));
  const bases = baseline === null ? NO_BASES : baseComponents(workload, baseline);
  const serve = createServing();
  const sides = baseline === null ? null : new Map(baselineSides(bases, baseline, workload));
  const plan = planComparison({
    benchmarks,
    candidate: new Map(
      benchmarks.map((benchmark) => [benchmark.id, candidateFacts(benchmark, workload)]),
    ),
    baseline: sides,
    baselineBenchmarks: baseline === null ? [] : missingFrom(baseline, options.wants),
    isSameEngine: ({ engine }: Benchmark): boolean =>
      baseline !== null &&
      fingerprintOf(baseline.info.environment, engine) ===
        fingerprintOf(options.environment, engine),
    obstacleOf: (benchmark: Benchmark): string | null => {
      const base = baseline?.components.get(bases.get(benchmark.id) ?? "");
      const candidate = components.get(benchmark.component);
      if (base === undefined || candidate === undefined) return null;
      return options.obstacleOf(benchmark, { baseline: base, candidate });
    },
  });
  return plan.map(asSized).map((planned) => {
    const { benchmark } = planned;
    const baseComponent = bases.get(benchmark.id);
    const base = baseComponent === undefined ? null : baseline?.components.get(baseComponent);
    return {
      ...planned,
      definition:
        workload.definitions.get(benchmark.id) ??
        baseline?.benchmarks.get(benchmark.id)?.definition ??
        "",
      pair: mayRest(planned, options.measureIdentical)
        ? null
        : pairOf(planned, {
            candidate: components.get(benchmark.component) ?? null,
            base: serve(base ?? null, components.get(benchmark.component) ?? null),
            sameHost: isSameHost(benchmark.id, workload, sides),
          }),
      ...(baseComponent === undefined ? {} : { baseComponent }),
    };
  });
}

type Serve = (base: Component | null, candidate: Component | null) => Component | null;

/**
 * What a guest finds through WASI is part of what is asked of it: both sides get the candidate's. Equal sides stay one
 * object, which is prepared once.
 */
function createServing(): Serve {
  const known = new Map<Component, Map<Component, Component>>();
  return (base: Component | null, candidate: Component | null): Component | null => {
    if (base === null || candidate === null || base.wasi?.sha256 === candidate.wasi?.sha256)
      return base;
    const own = known.get(base) ?? new Map<Component, Component>();
    known.set(base, own);
    const { wasi: _, ...plain } = base;
    const served =
      own.get(candidate) ??
      (candidate.wasi === undefined ? plain : { ...plain, wasi: candidate.wasi });
    own.set(candidate, served);
    return served;
  };
}

/** Both sides of a size are known, in whichever processes the guest would have to run. */
function asSized(planned: PlannedBenchmark): PlannedBenchmark {
  const isCompared = planned.pairing === "paired" || planned.pairing === "alternated";
  return planned.benchmark.procedure.kind === "size" && isCompared
    ? { ...planned, pairing: "paired", reason: "the sizes of both sides are known" }
    : planned;
}

/** Nobody owes a process to what is gone, cannot run or has not changed; a new definition is tried, whatever the bytes. */
function mayRest(planned: PlannedBenchmark, measureIdentical: boolean): boolean {
  const { benchmark, pairing, definitionChange } = planned;
  const { unsupported, procedure } = benchmark;
  if (pairing === "missing" || unsupported !== null || procedure.kind === "size") return true;
  return pairing === "identical" && definitionChange === undefined && !measureIdentical;
}

/** What a pair is made of. */
interface PairSides {
  readonly candidate: Component | null;
  readonly base: Component | null;
  /** Whether both sides know the same host code. */
  readonly sameHost: boolean;
}

function pairOf(
  { benchmark, pairing, definitionChange, ownHosts }: PlannedBenchmark,
  { candidate, base, sameHost }: PairSides,
): Pair {
  const isCompared = pairing === "paired" || pairing === "alternated";
  return {
    benchmark,
    candidate,
    baseline: isCompared ? base : null,
    alternated: pairing === "alternated",
    sameHost: sameHost && ownHosts !== true,
    ...(definitionChange === undefined ? {} : { isBaselineFree: true }),
    ...(ownHosts === true ? { ownHosts } : {}),
  };
}

/** Name of the baseline's component by benchmark id. */
type Bases = ReadonlyMap<string, string>;

const NO_BASES: Bases = new Map();

function baseComponents(workload: Workload, baseline: BaselineSide): Bases {
  const counterpartOf = createCounterparts(baseline, workload.componentNames);
  const found = workload.benchmarks.flatMap(({ id, component }): [string, string][] => {
    const known = baseline.benchmarks.get(id);
    const own = workload.components.find(({ name }) => name === component);
    const base = known?.component ?? (own === undefined ? null : counterpartOf(own));
    return base === null ? [] : [[id, base]];
  });
  return new Map(found);
}

/** What the baseline knows of each benchmark, or would run it with. */
function baselineSides(
  bases: Bases,
  baseline: BaselineSide,
  workload: Workload,
): [string, SideFacts][] {
  return [...bases].map(([id, component]) => {
    const known = baseline.benchmarks.get(id);
    const stored = baseline.components.get(component);
    return [
      id,
      {
        sha256: baseline.hashes.get(component) ?? "",
        definition: known?.definition ?? null,
        hostCode: known === undefined ? hostCodeFor(id, stored, workload) : known.hostCode,
        available: component === "" || stored !== undefined || isStoredSize(id, known?.exact),
        glue: stored?.glue != null,
        ownHost: stored?.hostClosure !== undefined,
      },
    ];
  });
}

/** The sizes of a component too large to be carried stand in the baseline. */
function isStoredSize(id: string, exact: StoredBenchmark["exact"] = []): boolean {
  return id.startsWith("size/") && exact.some(({ metric }) => metric === "size_raw");
}

/** What the base would run a benchmark with that it does not know: a native reference is the candidate's anyway. */
function hostCodeFor(id: string, stored: Component | undefined, workload: Workload): string | null {
  const name = workload.benchmarks.find((one) => one.id === id)?.component;
  const own = workload.components.find((one) => one.name === name);
  return hostText(own) === hostText(stored) ? (workload.hostCodes.get(id) ?? null) : "";
}

function hostText(component: Component | undefined): string {
  if (component?.hostClosure !== undefined) return closureText(component.hostClosure);
  // Saved before host code was observed.
  return component?.host.kind === "module" && component.glue === null ? "not known" : "none";
}

function isSameHost(
  id: string,
  workload: Workload,
  sides: ReadonlyMap<string, SideFacts> | null,
): boolean {
  return (workload.hostCodes.get(id) ?? null) === (sides?.get(id)?.hostCode ?? null);
}

function candidateFacts(benchmark: Benchmark, workload: Workload): SideFacts {
  const component = workload.components.find(({ name }) => name === benchmark.component);
  return {
    sha256: component?.sha256 ?? "",
    definition: workload.definitions.get(benchmark.id) ?? "",
    hostCode: workload.hostCodes.get(benchmark.id) ?? null,
    available: true,
    glue: component?.glue != null,
    ownHost: component?.hostCode === "each",
  };
}

/** A benchmark only the baseline knows: its id and component are all that is left of it. */
function missingFrom(baseline: BaselineSide, wants: (id: string) => boolean): Benchmark[] {
  return [...baseline.benchmarks]
    .filter(([id]) => wants(id))
    .map(([id, { component }]) => ({
      id,
      // A baseline of another version may know suites of its own.
      suite: SUITES.find((suite) => id.startsWith(`${suite}/`)) ?? "execution",
      component,
      ...engineFact(id),
      procedure: { kind: "unknown" },
      primary: "time",
      unsupported: null,
    }));
}

/** An id says which engine its benchmark ran on. */
function engineFact(id: string): Pick<Benchmark, "engine"> {
  const engine = engineOfId(id);
  return engine === "v8" ? {} : { engine };
}
