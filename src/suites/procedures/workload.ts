import type { Procedure } from "../../model/benchmark.ts";
import { HostError } from "../errors.ts";
import { createGuestFactory, isPromise } from "../guest.ts";
import { benchmarkPart, checkWorkloadResult, openWorkload } from "../open-workload.ts";
import type { Copy, CopyRequest, Operation } from "../procedure.ts";
import { createTrampoline } from "../trampoline.ts";
import { runPart } from "../workload-module.ts";

type WorkloadProcedure = Extract<Procedure, { kind: "workload" }>;

/**
 * A benchmark of the user's workload module, on one live instance that the module has set up. What returns a promise
 * is awaited.
 *
 * @param procedure - name of the benchmark
 * @param request - component, nonce and probe
 * @returns the copy
 * @throws HostError when there is no such benchmark; PartFault when set-up or first call fail
 */
export async function prepareWorkload(
  { name, isFree = false }: WorkloadProcedure,
  { payload, nonce }: CopyRequest,
): Promise<Copy> {
  const guest = (await createGuestFactory(payload, nonce)).create();
  const opened = await openWorkload(guest, payload, nonce);
  const benchmark = opened.find(name);
  const { run, operations } = benchmark;
  const { view, state } = opened;
  // Whether there is a promise to wait for, its first answer tells.
  let isAsync = false;
  const result = await runPart(benchmarkPart(benchmark), () => {
    const answer = run(view, state);
    isAsync = isPromise(answer);
    return answer;
  });
  checkWorkloadResult(benchmark, result, isFree);
  const call = createTrampoline("return last = run(view, state);", { run, view, state }, nonce);
  const verify = async (): Promise<void> => {
    const answer = await runPart(benchmarkPart(benchmark), () => {
      const own = run(view, state);
      if (isPromise(own) !== isAsync)
        throw new HostError("it returns a promise at one time and none at another");
      return own;
    });
    checkWorkloadResult(benchmark, answer, isFree);
  };
  const operation: Operation = isAsync
    ? { kind: "awaited", metric: "time", operations, begin: call as () => PromiseLike<unknown> }
    : { kind: "timed", metric: "time", operations, run: call };
  return { operations: [operation], verify, teardown: opened.teardown };
}
