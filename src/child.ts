import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { answerColdStart, COLD_WORKER, type ColdWork } from "./measure/child/cold-worker.ts";
import { ORPHAN_WATCH } from "./measure/protocol.ts";

/**
 * The measuring process: answers orders one after the other; as a worker, makes one cold start and ends;
 * with the argument of the watch, ends measuring processes whose job is gone.
 * A worker evaluates nothing of what the orders need, above all not Benchmark.js.
 */
if (isMainThread && process.argv[2] === ORPHAN_WATCH) {
  const { endOrphans } = await import(/* webpackMode: "eager" */ "./measure/child/end-orphans.ts");
  endOrphans();
} else if (isMainThread) {
  const { serveOrders } = await import(/* webpackMode: "eager" */ "./measure/child/serve.ts");
  serveOrders();
} else if ((workerData as Partial<ColdWork> | null)?.task === COLD_WORKER) {
  // Bound before the guest is loaded.
  const post = parentPort?.postMessage.bind(parentPort);
  post?.(await answerColdStart(workerData as ColdWork));
}
