import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { COLD_WORKER, type ColdAnswer } from "./measure/child/cold.ts";
import { createKernel } from "./measure/child/kernel.ts";
import { createProbe } from "./measure/child/probe.ts";
import { runVisit } from "./measure/child/visit.ts";
import type { ChildMessage, VisitOrder } from "./measure/protocol.ts";
import { type ColdRequest, observeColdStart } from "./suites/procedures/cold-start.ts";

/** The measuring process: answers orders one after the other; as a worker, makes one cold start and ends. */
if (isMainThread) serveOrders();
else if ((workerData as { task?: string } | null)?.task === COLD_WORKER) {
  void answerColdStart((workerData as { request: ColdRequest }).request);
}

function serveOrders(): void {
  const probe = createProbe();
  const kernel = createKernel();
  const send = (message: ChildMessage): void => {
    process.send?.(message);
  };
  process.on("message", (order: VisitOrder) => {
    const hold = setInterval(() => {}, 60_000);
    void runVisit(order, { probe, kernel })
      .then((report) => send({ type: "report", report }))
      .finally(() => clearInterval(hold));
  });
  process.on("disconnect", () => process.exit());
  send({ type: "ready", startedNs: performance.now() * 1e6 });
}

async function answerColdStart(request: ColdRequest): Promise<void> {
  const now = (): number => Number(process.hrtime.bigint());
  let answer: ColdAnswer;
  try {
    answer = { ok: true, observation: await observeColdStart(request, now) };
  } catch (error) {
    const { name, message } =
      error instanceof Error ? error : { name: "Error", message: String(error) };
    answer = { ok: false, name, message };
  }
  parentPort?.postMessage(answer);
}
