import { clockOf } from "../../model/clock-of.ts";
import { metricEntries } from "../../model/metric.ts";
import type { Series, Side, Warning } from "../../model/sample.ts";
import { createRandom, type Random } from "../../stats/random.ts";
import { createBatches } from "../../suites/batches.ts";
import { startClocks, stopClocks } from "../../suites/clocks.ts";
import { releaseNative } from "../../suites/open-native.ts";
import type { Payload } from "../../suites/payload.ts";
import { observeAlone } from "../../suites/prepare.ts";
import type { Probe } from "../../suites/procedure.ts";
import { isRenewing } from "../../suites/procedures/renewals.ts";
import { UNIQUE_MODULES } from "../../suites/wrapped/unique-modules.ts";
import { wrapEngine } from "../../suites/wrapped/wrap-engine.ts";
import { waitingRemedy } from "../../wording/waiting-remedy.ts";
import type { VisitOrder, VisitReport } from "../protocol.ts";
import { calibrate } from "./calibrate.ts";
import { type CopyPlace, createCopy, type PlacedCopy, placeCopies, SideFailure } from "./copies.ts";
import { describeFailure } from "./failure.ts";
import { watchGarbage } from "./garbage.ts";
import { observeInIsolates } from "./isolates.ts";
import type { Kernel } from "./kernel.ts";
import { procedureOf } from "./procedure-of.ts";
import { type Rounds, runRounds } from "./rounds.ts";
import { watchLoad } from "./runner-load.ts";
import { timeBlocksBy } from "./sampler.ts";
import { isWaiting } from "./tally.ts";

/** What a measuring process keeps between visits. */
export interface ProcessState {
  readonly probe: Probe;
  /** Makes and warms the calibration kernel when it is first asked for. */
  readonly kernel: () => Kernel;
}

type Measured = Omit<VisitReport, "wallNs" | "failure">;

const NOTHING: Measured = { iterations: 0, measuredNs: 0, warmupNs: 0, series: [], warnings: [] };

/**
 * Measures one benchmark in this process. Never throws: a guest's failure is part of the report.
 *
 * @param order - benchmark, sides and settings
 * @param state - probe and kernel of the process
 * @returns raw series with wall and measuring time, or the failure with its side
 */
export async function runVisit(order: VisitOrder, state: ProcessState): Promise<VisitReport> {
  const start = state.probe.now();
  state.probe.collect();
  const engine = hasGlue(order) && !isAlone(order) ? wrapEngine(UNIQUE_MODULES) : null;
  try {
    const measured = await measure(order, state);
    return { ...measured, wallNs: state.probe.now() - start, failure: null };
  } catch (error) {
    const failure =
      error instanceof SideFailure
        ? describeFailure(error.cause, error.side)
        : describeFailure(error, null);
    return { ...NOTHING, wallNs: state.probe.now() - start, failure };
  } finally {
    engine?.release();
    releaseNative();
  }
}

function hasGlue({ payloads }: VisitOrder): boolean {
  return payloads.some(({ glue }) => glue !== null);
}

/** Without rounds and isolates: what is seen of the engine then is the procedure's own. */
function isAlone({ benchmark }: VisitOrder): boolean {
  const { kind } = benchmark.procedure;
  return kind === "footprint" || kind === "scaling";
}

function measure(order: VisitOrder, state: ProcessState): Promise<Measured> {
  const random = createRandom(`${order.settings.seed}/${order.benchmark.id}`);
  const { procedure } = order.benchmark;
  if (isAlone(order)) return measureAlone(order, state);
  const needsIsolates =
    procedure.kind === "cold_start" || (hasGlue(order) && isRenewing(procedure));
  return needsIsolates ? observeInIsolates(order, random) : measureInRounds(order, state, random);
}

async function measureAlone(order: VisitOrder, { probe }: ProcessState): Promise<Measured> {
  const series: Series[] = [];
  const from = probe.now();
  for (const payload of order.payloads) {
    const observed = await attempt(payload.side, () =>
      observeAlone(procedureOf(order, payload.side), { payload, nonce: 1, probe }),
    );
    for (const [metric, values] of metricEntries(observed)) {
      if (values.every(Number.isFinite))
        series.push({ metric, side: payload.side, copy: 0, values });
    }
  }
  return { ...NOTHING, iterations: 1, measuredNs: probe.now() - from, series };
}

async function measureInRounds(
  order: VisitOrder,
  state: ProcessState,
  random: Random,
): Promise<Measured> {
  const { probe } = state;
  const { settings, benchmark } = order;
  const payloads = order.payloads.length > 0 ? order.payloads : [withoutComponent()];
  const places = placeCopies(benchmark, { payloads, settings, random });
  const shared = { probe, batches: createBatches() };
  const create = (place: CopyPlace): Promise<PlacedCopy> => createCopy(order, place, shared);
  if (settings.rounds === 0) return callOnce(places, create, probe);
  const start = probe.now();
  const clock = settings.clock === "cpu" ? clockOf(benchmark.procedure) : "wall";
  timeBlocksBy(clock);
  const kernel = state.kernel();
  const { copies, iterations, rounds, warnings } = await calibrate(places, {
    create,
    settings,
    clock,
    clocks: { start: startClocks, stop: stopClocks },
  });
  const warmupNs = probe.now() - start;
  const kernelIterations = kernel.iterationsFor(settings.blockMs);
  const load = watchLoad();
  const garbage = watchGarbage();
  const from = probe.now();
  const measured = await runRounds({
    copies,
    kernel,
    kernelIterations,
    iterations,
    rounds,
    settings,
    clock,
    random,
  });
  const waits = clock === "cpu" && isWaiting(measured.candidate, load.given());
  const share = (await garbage.stop()) / (probe.now() - from);
  const single = await finishCopies(copies, probe.now);
  const gc: Series = { metric: "gc_share", side: "candidate", copy: 0, values: [share] };
  return {
    iterations: iterations[0] ?? 1,
    measuredNs: measured.measuredNs + single.measuredNs,
    warmupNs,
    series: [...measured.series, gc, ...single.series],
    warnings: [
      ...warnings,
      ...timelessWarnings(measured),
      ...(waits ? waitingWarnings(order) : []),
    ],
    ...(settings.clock === "cpu" ? { load: load.load(measured.all) } : {}),
  };
}

/** One call of one copy a side, for whoever wants to know whether it ends. */
async function callOnce(
  places: readonly CopyPlace[],
  create: (place: CopyPlace) => Promise<PlacedCopy>,
  { now }: Probe,
): Promise<Measured> {
  const series: Series[] = [];
  const copies: PlacedCopy[] = [];
  for (const place of places) copies.push(await create(place));
  for (const { side, arms } of copies) {
    const operation = arms[0]?.operation;
    const from = now();
    await attempt(side, async () => {
      if (operation?.kind === "timed") operation.run();
      else if (operation?.kind === "awaited") await operation.begin();
      else await operation?.observe();
    });
    // A clock may be too coarse for one call, which took some time all the same.
    series.push({ metric: "time", side, copy: 0, values: [Math.max(1, now() - from)] });
  }
  return { ...NOTHING, iterations: 1, series };
}

/** Blocks without a time are the runner's doing, or its clock's; where none is left, the benchmark cannot be judged. */
function timelessWarnings({ timeless, taken }: Rounds): Warning[] {
  if (timeless === 0) return [];
  const message = `the runner gave this process no CPU time in ${timeless} of ${taken} blocks, which are left out: too busy to judge by them`;
  return [{ code: "no-cpu-time", message }];
}

/** CPU time does not see what a call waits for: a reader must know, and what to do. */
function waitingWarnings({ benchmark }: VisitOrder): Warning[] {
  const message = `it waits for half of its time or more, which CPU time does not see${waitingRemedy(benchmark.procedure.kind)}`;
  return [{ code: "waits", message }];
}

/** Verifies every copy once more, then makes the single observations of one copy a side. */
async function finishCopies(
  copies: readonly PlacedCopy[],
  now: () => number,
): Promise<{ series: Series[]; measuredNs: number }> {
  const series: Series[] = [];
  let measuredNs = 0;
  for (const { side, copy, index } of copies) {
    await attempt(side, async () => {
      await copy.verify();
      if (index === 0 && copy.finish !== undefined) {
        const from = now();
        const observed = await copy.finish();
        measuredNs += now() - from;
        for (const [metric, value] of metricEntries(observed))
          series.push({ metric, side, copy: 0, values: [value] });
      }
      await copy.teardown?.();
    });
  }
  return { series, measuredNs };
}

async function attempt<T>(side: Side, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new SideFailure(side, { cause: error });
  }
}

/** A benchmark of the host language alone still has a candidate side. */
function withoutComponent(): Payload {
  return {
    name: "",
    side: "candidate",
    bytes: new Uint8Array(),
    host: { kind: "none", url: "", args: [] },
    glue: null,
  };
}
