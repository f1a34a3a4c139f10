import { isMainThread, parentPort, workerData } from "node:worker_threads";
import {
  answerFromIsolate,
  ISOLATE_WORKER,
  type IsolateWork,
} from "./measure/child/isolate-worker.ts";
import { ORPHAN_WATCH } from "./measure/protocol.ts";

/**
 * The measuring process: answers orders one after the other; as a worker, observes in its fresh isolate and ends;
 * with the argument of the watch, ends measuring processes whose job is gone.
 * A worker evaluates nothing of what the orders need, above all not Benchmark.js.
 */
if (isMainThread && process.argv[2] === ORPHAN_WATCH) {
  const { endOrphans } = await import(/* webpackMode: "eager" */ "./measure/child/end-orphans.ts");
  endOrphans();
} else if (isMainThread) {
  const { serveOrders } = await import(/* webpackMode: "eager" */ "./measure/child/serve.ts");
  serveOrders();
} else if ((workerData as Partial<IsolateWork> | null)?.task === ISOLATE_WORKER) {
  // Bound before the guest is loaded.
  const post = parentPort?.postMessage.bind(parentPort);
  post?.(await answerFromIsolate(workerData as IsolateWork));
}
