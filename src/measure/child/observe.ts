import type { Call, NativeCall } from "../../model/benchmark.ts";
import { OBSERVED_NONCE } from "../../model/load-record.ts";
import { describeCall } from "../../suites/describe-call.ts";
import { createGuestFactory, type Guest } from "../../suites/guest.ts";
import { createNative } from "../../suites/natives.ts";
import { type OpenWorkload, openWorkload } from "../../suites/open-workload.ts";
import type { Payload, WorkloadAddress } from "../../suites/payload.ts";
import { settleCall } from "../../suites/settle-call.ts";
import { loadWorkload } from "../../suites/workload-module.ts";
import type { ObserveOrder, Trace, VisitReport } from "../protocol.ts";
import { describeFailure } from "./failure.ts";
import { tryCopies } from "./try-copies.ts";
import { watchCompiles } from "./watch-compiles.ts";
import { watchFiles } from "./watch-files.ts";
import { watchModules } from "./watch-modules.ts";

/** Turns of the event loop in which work nobody waits for may begin to read. */
const TURNS = 4;

/** Steps after which what has been compiled is known to be. */
const MICROTASKS = 20;

/** How long such work is waited for, in pauses of so many ms: what reads on for ever is no reason to wait for ever. */
const PAUSE_MS = 5;
const MOST_PAUSES = 200;

const REPORT = { iterations: 0, wallNs: 0, measuredNs: 0, warmupNs: 0, series: [], warnings: [] };

/**
 * Loads JavaScript as measuring does, makes every configured call once, and tells what that needed. Never throws.
 *
 * @param order - component or native references, and calls
 * @param tell - told of every module, file and compiled module as it is seen, each once
 * @returns a report without numbers; its failure says why loading failed. A call that fails is left to measuring
 */
export async function runObservation(
  order: ObserveOrder,
  tell: (trace: Trace) => void,
): Promise<VisitReport> {
  const known = new Set<string>();
  let isSeen = false;
  const tellOnce = (trace: Trace): void => {
    // Further copies need what the first one needed.
    if (isSeen && trace.kind !== "copies") return;
    const text = JSON.stringify({ ...trace, bytes: undefined });
    if (!known.has(text)) tell(trace);
    known.add(text);
  };
  const drain = watchModules((module) => tellOnce({ kind: "module", ...module }));
  watchFiles((file) => tellOnce({ kind: "read", ...file }));
  const compiled = watchCompiles((sha256, bytes) =>
    tellOnce({ kind: "compiled", sha256, ...(order.keepsModules === true ? { bytes } : {}) }),
  );
  const idle = process.getActiveResourcesInfo().length;
  const watch: Watch = {
    tell: tellOnce,
    drain,
    settle: () => settle(idle, compiled),
    isUnderWay: () => isUnderWay(idle, compiled),
  };
  try {
    if (order.payload !== null) await observeComponent(order.payload, order, watch);
    for (const native of order.natives) await observeNative(native, watch);
    if (order.workload !== undefined) await listBenchmarks(order.workload, watch);
    await watch.settle();
    drain();
    isSeen = true;
    await observeCopies(order, tellOnce);
    return { ...REPORT, failure: null };
  } catch (error) {
    return { ...REPORT, failure: describeFailure(error, order.payload?.side ?? "native") };
  } finally {
    drain();
  }
}

interface Watch {
  readonly tell: (trace: Trace) => void;
  readonly drain: () => void;
  /** Waits for what was begun and is not awaited by the one who asked. */
  readonly settle: () => Promise<void>;
  /** Whether anything was begun that is not done. */
  readonly isUnderWay: () => Promise<boolean>;
}

/** Whether modules are compiled, or anything else goes on, that was begun since the guest came. */
async function isUnderWay(idle: number, compiled: () => Promise<void>): Promise<boolean> {
  let isCompiled = false;
  void compiled().then(() => {
    isCompiled = true;
  });
  for (let turn = 0; turn < MICROTASKS; turn += 1) await Promise.resolve();
  return !isCompiled || process.getActiveResourcesInfo().length > idle;
}

async function observeComponent(
  payload: Payload,
  { calls }: ObserveOrder,
  watch: Watch,
): Promise<void> {
  const factory = await createGuestFactory(payload, OBSERVED_NONCE);
  const guest = factory.create();
  if (payload.glue !== null && (await watch.isUnderWay())) await callEarly(guest, calls[0], watch);
  await watch.settle();
  watch.drain();
  watch.tell({ kind: "loaded" });
  for (const call of calls) await attempt(describeCall(call), () => settleCall(guest, call), watch);
  if (payload.workload !== undefined) await observeWorkload(guest, payload, watch);
}

/** What measures calls at once: a module that comes later is told apart from one that never does. */
async function callEarly(guest: Guest, call: Call | undefined, watch: Watch): Promise<void> {
  if (call === undefined) return;
  try {
    await settleCall(guest, call);
  } catch (error) {
    const { message } = describeFailure(error, null);
    watch.tell({ kind: "early-call", name: describeCall(call), message });
  }
}

/** Runs every benchmark once, between set-up and teardown: what they need must be known, as of calls. */
async function observeWorkload(guest: Guest, payload: Payload, watch: Watch): Promise<void> {
  let opened: OpenWorkload | null = null;
  await attempt(
    "workload",
    async () => {
      opened = await openWorkload(guest, payload, OBSERVED_NONCE);
    },
    watch,
  );
  const workload = opened as OpenWorkload | null;
  if (workload === null) return;
  for (const benchmark of workload.benchmarks.values())
    await attempt(`workload ${benchmark.name}`, () => workload.verify(benchmark, false), watch);
  await attempt("workload", workload.teardown, watch);
  await watch.settle();
  watch.drain();
}

async function listBenchmarks(workload: WorkloadAddress, watch: Watch): Promise<void> {
  const { benchmarks } = await loadWorkload(workload, OBSERVED_NONCE, null);
  for (const { name, clock } of benchmarks.values()) watch.tell({ kind: "benchmark", name, clock });
}

async function observeCopies(
  { payload, calls, keepsModules }: ObserveOrder,
  tell: Watch["tell"],
): Promise<void> {
  if (payload === null || payload.glue === null || keepsModules === true) return;
  const facts = await tryCopies(payload, calls[0] ?? null, OBSERVED_NONCE + 1);
  tell({ kind: "copies", ...facts });
}

async function observeNative(native: NativeCall, watch: Watch): Promise<void> {
  const work = await createNative(native, OBSERVED_NONCE);
  await watch.settle();
  watch.drain();
  watch.tell({ kind: "loaded" });
  await attempt(native.source, () => work(...native.args), watch);
}

/** Makes a call for what it reads, not for what it returns: measuring makes it too, and says why it fails. */
async function attempt(name: string, call: () => unknown, watch: Watch): Promise<void> {
  try {
    await call();
  } catch (error) {
    watch.tell({ kind: "failed-call", name, message: describeFailure(error, null).message });
  }
  await turns();
  watch.drain();
}

/**
 * Code may go on when its module is loaded or its call has returned: read one file, compile it, read the next, or wait
 * for a timer. Ends when no more is under way than before the guest came, and at the latest after a second.
 */
async function settle(idle: number, compiled: () => Promise<void>): Promise<void> {
  for (let pause = 0; pause < MOST_PAUSES; pause += 1) {
    await turns();
    await compiled();
    if (process.getActiveResourcesInfo().length <= idle) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
