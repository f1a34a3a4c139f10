import { messageOf } from "../../errors.ts";
import type { Component } from "../../model/component.ts";
import type { FuelConfig } from "../../model/config.ts";
import type { Count, CountedWorkload, CountRequest } from "../../model/count.ts";
import type { DataFiles } from "../../model/data.ts";
import { idOnV8 } from "../../model/engine.ts";
import type { Failure } from "../../model/sample.ts";
import type { CountedCall } from "../../suites/counted-call.ts";
import type { Payload } from "../../suites/payload.ts";
import { type InstrumentedModule, instrumentFuel } from "../../wasm/fuel.ts";
import type { VisitReport } from "../protocol.ts";
import { mayBeAnothers } from "./blame.ts";
import { callOf, NO_FILES } from "./guest-calls.ts";
import { type MeasurerDeps, processOptions } from "./measurer.ts";
import { isSpent, type MeasuringProcess, startMeasuringProcess } from "./measuring-process.ts";
import { toPayload, withWorkload } from "./to-payload.ts";

/** What a counter is made of. */
export interface CounterDeps extends MeasurerDeps {
  readonly fuel: FuelConfig;
  /** Wall-clock limit of one request, in ms: a guest that never ends is killed with its process. */
  readonly timeoutMs: number;
  /** True to make each call again and again afterwards; absent to make it twice, in two instances. */
  readonly repeats?: boolean;
  /** True to count by function too, and once; absent to count fuel and pages. */
  readonly byFunction?: boolean;
}

/**
 * Counts calls one after the other in one measuring process; a new one is started only when a guest killed it. Glue, whose
 * effects on its process nobody knows, is counted in fresh ones: one for each count.
 *
 * @param requests - calls, each of one side
 * @param deps - entry, environment, fuel accounting and limits
 * @returns what came of each request; those the time budget left out are missing
 */
export async function countCalls(
  requests: readonly CountRequest[],
  deps: CounterDeps,
): Promise<ReadonlyMap<CountRequest, Count>> {
  const counts = new Map<CountRequest, Count>();
  const shared = openCounter(deps);
  try {
    for (const request of requests) {
      if (deps.isOver()) break;
      const known = [...counts].find(([other]) => isCountedBy(other, request));
      if (known !== undefined) {
        counts.set(request, known[1]);
        continue;
      }
      const isGlue = request.component.glue !== null;
      counts.set(request, await (isGlue ? countGlue(request, deps) : shared.count(request)));
    }
  } finally {
    shared.close();
  }
  return counts;
}

/** What a call consumes is a fact of its module: it is counted once, whichever engines it is timed on. */
function isCountedBy(other: CountRequest, { id, ...request }: CountRequest): boolean {
  return (
    idOnV8(other.id) === idOnV8(id) &&
    other.side === request.side &&
    other.component === request.component &&
    other.host === request.host &&
    // A side may owe the result on one engine, and not on another where the benchmark is new.
    Object.is(other.call.expect, request.call.expect) &&
    other.workload?.isFree === request.workload?.isFree
  );
}

interface SharedCounter {
  readonly count: (request: CountRequest) => Promise<Count>;
  readonly close: () => void;
}

/** Counts in one process as long as it lives. */
function openCounter(deps: CounterDeps): SharedCounter {
  const { byFunction = false, data = NO_FILES } = deps;
  const instrument = createInstrumenter(deps.fuel, byFunction);
  let open: MeasuringProcess | null = null;
  const countIn = async (task: Task): Promise<Done> => {
    const isFresh: boolean = open === null;
    open ??= await startMeasuringProcess(processOptions(deps));
    let done = await countOnce(open, task, deps.timeoutMs);
    if (!isFresh && done.isOver && mayBeAnothers(done.count.failure)) {
      open = await startMeasuringProcess(processOptions(deps));
      done = await countOnce(open, task, deps.timeoutMs);
    }
    if (done.isOver) open = null;
    return done;
  };
  return {
    count: async (request: CountRequest): Promise<Count> => {
      const made = instrument(request.component);
      if ("failure" in made) return { fuel: [], pages: [], failure: made.failure };
      return countTwice({ request, ...made, byFunction, data }, deps, countIn);
    },
    close: () => open?.close(),
  };
}

/**
 * Twice: a guest whose counts differ is not deterministic. The second time the call is made again and again; where that took the
 * process along, it is counted without. By function it is counted once: that follows a count that has shown what differs.
 */
async function countTwice(
  task: Omit<Task, "repeat">,
  { repeats = false, byFunction = false }: CounterDeps,
  countIn: (task: Task) => Promise<Done>,
): Promise<Count> {
  const first = (await countIn({ ...task, repeat: false })).count;
  if (byFunction || first.failure !== null) return first;
  let { count, isOver } = await countIn({ ...task, repeat: repeats });
  if (repeats && isOver && count.failure !== null)
    ({ count, isOver } = await countIn({ ...task, repeat: false }));
  if (count.failure !== null) return count;
  const { slope } = count;
  return {
    fuel: [...first.fuel, ...count.fuel],
    pages: [...first.pages, ...count.pages],
    failure: null,
    ...(slope === undefined ? {} : { slope }),
  };
}

type Instrumented = Pick<CountedCall, "module" | "parts"> | { readonly failure: Failure };

/** A component of several benchmarks is instrumented once. */
function createInstrumenter(
  fuel: FuelConfig,
  functions: boolean,
): (component: Component) => Instrumented {
  const known = new Map<Component, Instrumented>();
  const validate = (bytes: Uint8Array<ArrayBuffer>): boolean => WebAssembly.validate(bytes);
  return (component: Component): Instrumented => {
    const found = known.get(component);
    if (found !== undefined) return found;
    const rewrite = (bytes: Uint8Array, deferStart: boolean): InstrumentedModule =>
      instrumentFuel(new Uint8Array(bytes), { ...fuel, validate, deferStart, functions });
    let made: Instrumented;
    try {
      const { transpiled, bytes } = component;
      made =
        transpiled === undefined
          ? { module: rewrite(bytes, true), parts: [] }
          : {
              module: null,
              parts: transpiled.modules.map(({ name, bytes: own }) => ({
                name,
                module: rewrite(own, false),
              })),
            };
    } catch (error) {
      const message = `it cannot be instrumented: ${messageOf(error)}`;
      made = { failure: { kind: "internal", category: null, message, side: null } };
    }
    known.set(component, made);
    return made;
  };
}

function countGlue(request: CountRequest, deps: CounterDeps): Promise<Count> {
  const { byFunction = false, data = NO_FILES, fuel: rules } = deps;
  const task = { request, module: null, parts: [], rules, byFunction, data };
  return countTwice(task, deps, async (one: Task): Promise<Done> => {
    const open = await startMeasuringProcess(processOptions(deps));
    try {
      return await countOnce(open, one, deps.timeoutMs);
    } finally {
      open.close();
    }
  });
}

interface Task extends Pick<CountedCall, "module" | "parts" | "rules" | "byFunction"> {
  readonly request: CountRequest;
  readonly data: DataFiles;
  /** Whether the call is made again and again afterwards. */
  readonly repeat: boolean;
}

/** What came of it, and whether the process can count no more. */
interface Done {
  readonly count: Count;
  readonly isOver: boolean;
}

/** The instrumented modules are all that is run; glue is handed its module and compiles it itself. */
function withoutBytes(payload: Payload): Payload {
  const { transpiled, glue } = payload;
  if (glue !== null) return payload;
  const own = { ...payload, bytes: new Uint8Array() };
  return transpiled === undefined ? own : { ...own, transpiled: { ...transpiled, modules: [] } };
}

async function countOnce(
  open: MeasuringProcess,
  { request, repeat, data, ...made }: Task,
  timeoutMs: number,
): Promise<Done> {
  const { component, host, side, limit } = request;
  const { workload } = request;
  const payload = withWorkload(withoutBytes(toPayload(component, host, side)), workload?.module);
  const driven = workload === undefined ? {} : { workload: plainOf(workload) };
  const call = callOf(component, request.call, data);
  const counted = { payload, ...made, ...driven, call, limit };
  const outcome = await open.measure({ type: "count", counted, times: 1, repeat }, timeoutMs);
  const { report, death } = outcome;
  const valuesOf = (name: string): readonly number[] =>
    report?.series.find(({ metric }) => metric === name)?.values ?? [];
  const failure = death === null ? (report?.failure ?? null) : { ...death, side };
  const fuel = valuesOf("fuel");
  return {
    count:
      failure === null
        ? { fuel, pages: valuesOf("pages"), failure, ...slopeOf(report), ...profileOf(report) }
        : { fuel: [], pages: [], failure, ...spentOf(fuel) },
    isOver: isSpent(outcome),
  };
}

function spentOf([spent]: readonly number[]): Pick<Count, "spent"> {
  return spent === undefined ? {} : { spent };
}

function plainOf({ name, isFree }: CountedWorkload): NonNullable<CountedCall["workload"]> {
  return { name, isFree };
}

function slopeOf(report: VisitReport | null): Pick<Count, "slope"> {
  return report?.slope === undefined ? {} : { slope: report.slope };
}

function profileOf(report: VisitReport | null): Pick<Count, "profile"> {
  return report?.profile === undefined ? {} : { profile: report.profile };
}
