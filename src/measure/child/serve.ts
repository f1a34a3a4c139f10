import type { ChildMessage, ChildOrder, VisitReport } from "../protocol.ts";
import { runCount } from "./count.ts";
import { createKernel, type Kernel } from "./kernel.ts";
import { createProbe } from "./probe.ts";
import { runVisit } from "./visit.ts";

/** Something that keeps the process alive while a guest waits for a promise. */
const HOLD_MS = 60_000;

/** Answers orders of the parent one after the other until it lets go. */
export function serveOrders(): void {
  const probe = createProbe();
  let kernel: Kernel | undefined;
  const channel = process.send?.bind(process);
  const send = (message: ChildMessage): void => {
    channel?.(message);
  };
  // Made and warmed by the first visit that has rounds: a process starts lean, and the cost counts as warm-up.
  const kernelOnce = (): Kernel => {
    kernel ??= createKernel();
    return kernel;
  };
  const started = process.cwd();
  const answerTo = async (order: ChildOrder): Promise<VisitReport> => {
    enterFolder(folderOf(order) ?? started);
    if (order.type === "visit") return runVisit(order, { probe, kernel: kernelOnce });
    if (order.type === "count") return runCount(order, probe.now);
    // Evaluated when it is asked for: processes that measure start without it.
    const { runObservation } = await import(/* webpackMode: "eager" */ "./observe.ts");
    return runObservation(order, (trace) => send({ type: "trace", trace }));
  };
  // Host code and glue share this process: what looks like a report must come from here.
  delete process.send;
  process.on("message", (order: ChildOrder) => {
    const hold = setInterval(() => {}, HOLD_MS);
    void answerTo(order)
      .then((report) => send({ type: "report", report }))
      .finally(() => clearInterval(hold));
  });
  process.on("disconnect", () => process.exit());
  send({ type: "ready", startedNs: performance.now() * 1e6 });
}

/** Code that reads relative to the working folder finds its own files there. */
function enterFolder(folder: string): void {
  if (process.cwd() !== folder) process.chdir(folder);
}

function folderOf(order: ChildOrder): string | undefined {
  if (order.type === "visit") return order.payloads[0]?.folder;
  return order.type === "count" ? order.counted.payload.folder : order.payload?.folder;
}
