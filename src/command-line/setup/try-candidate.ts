import { type LoadedComponent, loadComponent } from "../../components/load-component.ts";
import type { DecodeModule } from "../../components/module-decoder.ts";
import { ActionError } from "../../errors.ts";
import { countCalls } from "../../measure/parent/counter.ts";
import { scrubEnvironment } from "../../measure/parent/environment.ts";
import { createObserver } from "../../measure/parent/observer.ts";
import { type Call, SUITES } from "../../model/benchmark.ts";
import type { Component } from "../../model/component.ts";
import type { ComponentEntry, Config } from "../../model/config.ts";
import type { CountRequest } from "../../model/count.ts";
import { currentEnvironment } from "../../shell/execute.ts";
import type { Locations } from "../../shell/locations.ts";
import { requireInitialised } from "../../shell/require-initialised.ts";
import type { Candidate } from "./candidates.ts";
import { callName, type ProposedCall, type ProposedComponent } from "./proposal.ts";

/** Longest time one load or call may take. */
const TIMEOUT_MS = 5_000;
/** Exports of one component that are called. */
const MOST_CALLS = 8;

/** What trying needs. */
export interface Trying {
  /** Folder the paths are relative to. */
  readonly root: string;
  readonly locations: Locations;
  readonly decode: DecodeModule;
  /** Defaults of sampling and fuel. */
  readonly config: Pick<Config, "sampling" | "fuel">;
}

/** A candidate that loads, or why it does not. */
export type Tried = { readonly proposed: ProposedComponent } | { readonly reason: string };

/**
 * Loads a candidate as a run does, and makes every call that wants no argument once.
 *
 * @param candidate - what may become a component
 * @param trying - places and defaults
 * @returns the component with the calls that gave a result; the reason where it does not load
 * @throws what is a fault of this product
 */
export async function tryCandidate(candidate: Candidate, trying: Trying): Promise<Tried> {
  if (candidate.obstacle !== null) return { reason: candidate.obstacle };
  const { plain } = candidate;
  const calls = plain.slice(0, MOST_CALLS).map((name): Call => ({ export: name, args: [] }));
  const { root, decode, locations } = trying;
  const entry = entryOf(candidate);
  try {
    const loaded = await loadComponent(entry, root, decode, locations.componentTools);
    const made =
      loaded.component.glue === null
        ? await countAll(loaded.component, calls, trying)
        : await observeAll({ entry, loaded }, calls, trying);
    return { proposed: { ...candidate, ...made } };
  } catch (cause) {
    if (!(cause instanceof ActionError)) throw cause;
    return { reason: cause.message.replace(`component "${candidate.name}": `, "") };
  }
}

type Made = Pick<ProposedComponent, "calls" | "trap">;

async function countAll(
  component: Component,
  calls: readonly Call[],
  trying: Trying,
): Promise<Made> {
  const requests = calls.map(
    (call): CountRequest => ({
      id: call.export,
      side: "candidate",
      call,
      component,
      host: component,
      limit: null,
    }),
  );
  const counts = await countCalls(requests, {
    ...partsOf(trying),
    isOver: (): boolean => false,
    fuel: trying.config.fuel,
  });
  const made: ProposedCall[] = [];
  let trap: string | null = null;
  for (const request of requests) {
    const { failure = null, fuel = [] } = counts.get(request) ?? {};
    if (failure === null) made.push(callOf(request.call.export, fuel[0] ?? null));
    else if (failure.kind === "trap") trap ??= request.call.export;
  }
  return { calls: named(made), trap };
}

async function observeAll(
  { entry, loaded }: { readonly entry: ComponentEntry; readonly loaded: LoadedComponent },
  calls: readonly Call[],
  trying: Trying,
): Promise<Made> {
  const observer = createObserver(partsOf(trying));
  const record = await observer.observeComponent(loaded.component, calls);
  await requireInitialised(entry, loaded.component, record);
  if (!record.isLoaded) {
    const said = record.failure?.message ?? "it does not load";
    throw new ActionError({ code: "component", message: said });
  }
  // A process that a call took along has not made the others.
  const isWhole = record.failure === null;
  const failed = new Set(record.failedCalls.map(({ name }) => name));
  const made = isWhole ? calls.filter((call) => !failed.has(`${call.export}()`)) : [];
  return { calls: named(made.map((call) => callOf(call.export, null))), trap: null };
}

function partsOf({ config, root, locations }: Trying): Parameters<typeof createObserver>[0] {
  return {
    entry: locations.measuringEntry,
    environment: currentEnvironment(config.sampling),
    variables: scrubEnvironment(process.env),
    root,
    timeoutMs: TIMEOUT_MS,
  };
}

function callOf(exported: string, fuel: number | null): ProposedCall {
  return { name: callName(exported), export: exported, fuel };
}

/** Names are unique within a component. */
function named(calls: readonly ProposedCall[]): ProposedCall[] {
  return calls.filter(({ name }, index) => calls.findIndex((one) => one.name === name) === index);
}

function entryOf({ name, path, host, wasm, init }: Candidate): ComponentEntry {
  return {
    name,
    path,
    host,
    suites: SUITES,
    execution: [],
    trap: null,
    wasm,
    init,
    files: [],
    limits: { fuel: null },
  };
}
