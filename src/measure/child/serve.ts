import type { ChildMessage, ChildOrder } from "../protocol.ts";
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
  // Host code and glue share this process: what looks like a report must come from here.
  delete process.send;
  process.on("message", (order: ChildOrder) => {
    const hold = setInterval(() => {}, HOLD_MS);
    const answer =
      order.type === "count"
        ? runCount(order, probe.now)
        : runVisit(order, { probe, kernel: kernelOnce });
    void answer
      .then((report) => send({ type: "report", report }))
      .finally(() => clearInterval(hold));
  });
  process.on("disconnect", () => process.exit());
  send({ type: "ready", startedNs: performance.now() * 1e6 });
}
