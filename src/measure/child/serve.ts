import type { ChildMessage, ChildOrder } from "../protocol.ts";
import { runCount } from "./count.ts";
import { createKernel } from "./kernel.ts";
import { createProbe } from "./probe.ts";
import { runVisit } from "./visit.ts";

/** Something that keeps the process alive while a guest waits for a promise. */
const HOLD_MS = 60_000;

/** Answers orders of the parent one after the other until it lets go. */
export function serveOrders(): void {
  const probe = createProbe();
  const kernel = createKernel();
  const channel = process.send?.bind(process);
  const send = (message: ChildMessage): void => {
    channel?.(message);
  };
  // Host code and glue share this process: what looks like a report must come from here.
  delete process.send;
  process.on("message", (order: ChildOrder) => {
    const hold = setInterval(() => {}, HOLD_MS);
    const answer =
      order.type === "count" ? runCount(order, probe.now) : runVisit(order, { probe, kernel });
    void answer
      .then((report) => send({ type: "report", report }))
      .finally(() => clearInterval(hold));
  });
  process.on("disconnect", () => process.exit());
  send({ type: "ready", startedNs: performance.now() * 1e6 });
}
