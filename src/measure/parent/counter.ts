import { messageOf } from "../../errors.ts";
import type { Component } from "../../model/component.ts";
import type { FuelConfig } from "../../model/config.ts";
import type { Count, CountRequest } from "../../model/count.ts";
import type { Failure } from "../../model/sample.ts";
import type { CountedCall } from "../../suites/count.ts";
import type { Payload } from "../../suites/payload.ts";
import { type InstrumentedModule, instrumentFuel } from "../../wasm/fuel.ts";
import { mayBeAnothers } from "./blame.ts";
import { callOf } from "./guest-calls.ts";
import { type MeasurerDeps, processOptions, toPayload } from "./measurer.ts";
import { isSpent, type MeasuringProcess, startMeasuringProcess } from "./measuring-process.ts";

/** What a counter is made of. */
export interface CounterDeps extends MeasurerDeps {
  readonly fuel: FuelConfig;
  /** Wall-clock limit of one request, in ms: a guest that never ends is killed with its process. */
  readonly timeoutMs: number;
  /** True to count by function too, and once; absent to count fuel and pages. */
  readonly byFunction?: boolean;
}

/** Twice: a guest whose counts differ is not deterministic. */
const TIMES = 2;

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
      const isGlue = request.component.glue !== null;
      counts.set(request, await (isGlue ? countGlue(request, deps) : shared.count(request)));
    }
  } finally {
    shared.close();
  }
  return counts;
}

interface SharedCounter {
  readonly count: (request: CountRequest) => Promise<Count>;
  readonly close: () => void;
}

/** A count by function follows one that has shown whether the guest is deterministic. */
function timesOf({ byFunction = false }: CounterDeps): number {
  return byFunction ? 1 : TIMES;
}

/** Counts in one process as long as it lives. */
function openCounter(deps: CounterDeps): SharedCounter {
  const { byFunction = false } = deps;
  const instrument = createInstrumenter(deps.fuel, byFunction);
  let open: MeasuringProcess | null = null;
  return {
    count: async (request: CountRequest): Promise<Count> => {
      const made = instrument(request.component);
      if ("failure" in made) return { fuel: [], pages: [], failure: made.failure };
      const isFresh: boolean = open === null;
      open ??= await startMeasuringProcess(processOptions(deps));
      const task = { request, ...made, byFunction, times: timesOf(deps) };
      let done = await countOnce(open, task, deps.timeoutMs);
      if (!isFresh && done.isOver && mayBeAnothers(done.count.failure)) {
        open = await startMeasuringProcess(processOptions(deps));
        done = await countOnce(open, task, deps.timeoutMs);
      }
      if (done.isOver) open = null;
      return done.count;
    },
    close: () => open?.close(),
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

async function countGlue(request: CountRequest, deps: CounterDeps): Promise<Count> {
  const { byFunction = false, fuel: rules } = deps;
  let count: Count = { fuel: [], pages: [], failure: null };
  for (let time = 0; time < timesOf(deps) && count.failure === null; time += 1) {
    const open = await startMeasuringProcess(processOptions(deps));
    try {
      const task = { request, module: null, parts: [], rules, byFunction, times: 1 };
      const { fuel, pages, failure, ...more } = (await countOnce(open, task, deps.timeoutMs)).count;
      count =
        failure === null
          ? { ...more, fuel: [...count.fuel, ...fuel], pages: [...count.pages, ...pages], failure }
          : { fuel: [], pages: [], failure };
    } finally {
      open.close();
    }
  }
  return count;
}

interface Task extends Pick<CountedCall, "module" | "parts" | "rules" | "byFunction"> {
  readonly request: CountRequest;
  /** How often in one process. */
  readonly times: number;
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
  { request, times, ...made }: Task,
  timeoutMs: number,
): Promise<{ readonly count: Count; readonly isOver: boolean }> {
  const { component, host, side, limit } = request;
  const payload = withoutBytes(toPayload(component, host, side));
  const counted = { payload, ...made, call: callOf(component, request.call), limit };
  const outcome = await open.measure({ type: "count", counted, times }, timeoutMs);
  const { report, death } = outcome;
  const valuesOf = (name: string): readonly number[] =>
    report?.series.find(({ metric }) => metric === name)?.values ?? [];
  const failure = death === null ? (report?.failure ?? null) : { ...death, side };
  return {
    count: {
      fuel: valuesOf("fuel"),
      pages: valuesOf("pages"),
      failure,
      ...(report?.profile === undefined ? {} : { profile: report.profile }),
    },
    isOver: isSpent(outcome),
  };
}
