import { Socket } from "node:net";
import type { Failure } from "../../model/sample.ts";
import { questionNative, releaseNative } from "../../suites/open-native.ts";
import { createFrameReader, encodeFrame } from "../frames.ts";
import {
  CHANNEL_FD,
  type ChildMessage,
  type ChildOrder,
  type CountOrder,
  type EngineOrder,
  NO_COMPONENTS,
  type OrderEnvelope,
  type VisitReport,
} from "../protocol.ts";
import { describeFailure } from "./failure.ts";
import { watchIntrinsics } from "./intrinsics.ts";
import { createKernel, type Kernel } from "./kernel.ts";
import { createProbe } from "./probe.ts";
import { runVisit } from "./visit.ts";

/** Something that keeps the process alive while a guest waits for a promise. */
const HOLD_MS = 60_000;

/** Answers orders of the parent one after the other until it lets go. */
export function serveOrders(): void {
  // Taken before any guest runs here: host code and glue share this process and may replace all of it.
  const { setInterval: hold, clearInterval: release } = globalThis;
  const exit = process.exit.bind(process);
  const channel = new Socket({ fd: CHANNEL_FD });
  const write = channel.write.bind(channel);
  const send = (message: ChildMessage): void => void write(encodeFrame(message));
  const answer = createAnswerer(send);
  const onFault = (): void => exit(1);
  const read = createFrameReader({
    maxBytes: Number.POSITIVE_INFINITY,
    onFault,
    onValue: (value: unknown): void => {
      const envelope = value as OrderEnvelope;
      const held = hold(() => {}, HOLD_MS);
      void answer(envelope)
        .then((report) => send({ type: "report", token: envelope.token, report }))
        .finally(() => release(held));
    },
  });
  channel.on("data", read);
  channel.once("close", () => exit());
  channel.once("error", () => exit());
  send({ type: "ready", startedNs: performance.now() * 1e6 });
}

type Answerer = (envelope: OrderEnvelope) => Promise<VisitReport>;

function createAnswerer(send: (message: ChildMessage) => void): Answerer {
  const probe = createProbe();
  const replaced = watchIntrinsics();
  let kernel: Kernel | undefined;
  // Made and warmed by the first visit that has rounds: a process starts lean, and the cost counts as warm-up.
  const kernelOnce = (): Kernel => {
    kernel ??= createKernel();
    return kernel;
  };
  const started = process.cwd();
  return async ({ token, order }: OrderEnvelope): Promise<VisitReport> => {
    enterFolder(folderOf(order) ?? started);
    if (order.type === "observe") {
      // Evaluated when it is asked for: processes that measure start without it.
      const { runObservation } = await import(/* webpackMode: "eager" */ "./observe.ts");
      return runObservation(order, (trace) => send({ type: "trace", token, trace }));
    }
    if (order.type === "engine") return tryEngine(order);
    const report = await (order.type === "count"
      ? count(order, probe.now)
      : runVisit(order, { probe, kernel: kernelOnce }));
    const name = replaced();
    return name === null ? report : spoiltBy(name, report);
  };
}

/** What instruments modules is evaluated when something is counted, for the same reason. */
async function count(order: CountOrder, now: () => number): Promise<VisitReport> {
  const { runCount } = await import(/* webpackMode: "eager" */ "./count.ts");
  return runCount(order, now);
}

/** Makes one engine, puts questions to it and lets it go; what it cannot do is told as a warning. */
async function tryEngine({ engine }: EngineOrder): Promise<VisitReport> {
  const nothing = { iterations: 0, wallNs: 0, measuredNs: 0, warmupNs: 0, series: [] };
  try {
    const { componentObstacle } = await questionNative(engine);
    const warnings =
      componentObstacle === null ? [] : [{ code: NO_COMPONENTS, message: componentObstacle }];
    return { ...nothing, warnings, failure: null };
  } catch (error) {
    return { ...nothing, warnings: [], failure: describeFailure(error, null) };
  } finally {
    releaseNative();
  }
}

/** Numbers that went through code of the guest's host say nothing. */
function spoiltBy(name: string, report: VisitReport): VisitReport {
  const message = `host code replaced ${name}, with which results are put together`;
  // Whatever else went wrong, it went wrong after that.
  const failure: Failure = { kind: "host-error", category: null, message, side: "candidate" };
  return { ...report, series: [], failure, spoilt: true };
}

/** Code that reads relative to the working folder finds its own files there. */
function enterFolder(folder: string): void {
  if (process.cwd() !== folder) process.chdir(folder);
}

function folderOf(order: ChildOrder): string | undefined {
  if (order.type === "visit") return order.payloads[0]?.folder;
  if (order.type === "engine") return undefined;
  return order.type === "count" ? order.counted.payload.folder : order.payload?.folder;
}
