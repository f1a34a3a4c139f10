import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { answerColdStart, COLD_WORKER, type ColdWork } from "./measure/child/cold-worker.ts";

/**
 * The measuring process: answers orders one after the other; as a worker, makes one cold start and ends.
 * A worker evaluates nothing of what the orders need, above all not Benchmark.js.
 */
if (isMainThread) {
  const { serveOrders } = await import(/* webpackMode: "eager" */ "./measure/child/serve.ts");
  serveOrders();
} else if ((workerData as Partial<ColdWork> | null)?.task === COLD_WORKER) {
  parentPort?.postMessage(await answerColdStart((workerData as ColdWork).request));
}
