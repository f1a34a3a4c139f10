import { pathToFileURL } from "node:url";
import type { Benchmark } from "../../model/benchmark.ts";
import type { Component, WorkloadModule } from "../../model/component.ts";
import type { NativeEngine } from "../../model/engine.ts";
import type { Payload, WorkloadAddress } from "../../suites/payload.ts";
import { needsOf } from "../../wasm/module-needs.ts";

/**
 * Turns a component into what a measuring process gets of it.
 *
 * @param component - the component
 * @param server - component whose host serves it: the candidate's serves both sides unless each has its own
 * @param side - side it stands for
 * @returns plain data
 */
export function toPayload(component: Component, server: Component, side: Payload["side"]): Payload {
  const { host } = server;
  const { folder } = component.glue === null ? server : component;
  return {
    name: component.name,
    side,
    bytes: component.bytes,
    host: {
      kind: host.kind,
      url: host.kind === "module" ? pathToFileURL(host.path).href : "",
      args: host.kind === "wasi" ? host.args : [],
    },
    glue:
      component.glue === null
        ? null
        : { url: pathToFileURL(component.glue.path).href, init: component.glue.init },
    ...needsFor(component),
    ...(server.wasi === undefined ? {} : { wasi: server.wasi.inputs }),
    ...(component.transpiled === undefined ? {} : { transpiled: component.transpiled }),
    ...(folder === undefined ? {} : { folder }),
  };
}

/** Glue makes what its module needs. */
function needsFor({ module, glue }: Component): Pick<Payload, "needs"> {
  return module === null || glue !== null ? {} : { needs: needsOf(module) };
}

/**
 * A payload that is driven by a workload module.
 *
 * @param payload - what a measuring process gets of a component
 * @param workload - the module, the candidate's on both sides; undefined where none is asked for
 * @returns the payload with the module's address
 */
export function withWorkload(payload: Payload, workload: WorkloadModule | undefined): Payload {
  return workload === undefined ? payload : { ...payload, workload: addressOf(workload) };
}

/**
 * Where a workload module is imported from.
 *
 * @param workload - the module
 * @returns its file URL, and its path for messages
 */
export function addressOf({ path, shown }: WorkloadModule): WorkloadAddress {
  return { url: pathToFileURL(path).href, shown };
}

/**
 * A payload that runs on the engine of its benchmark. Both sides run on one library: today's.
 *
 * @param payload - what a measuring process gets of a component
 * @param benchmark - the benchmark, which may name an engine
 * @param engines - engines of this run beside V8
 * @returns the payload with the engine; as it was for V8
 * @throws RangeError when the run has no such engine: it was to be found before anything is measured
 */
export function withEngine(
  payload: Payload,
  { id, engine: name }: Benchmark,
  engines: readonly NativeEngine[],
): Payload {
  if (name === undefined) return payload;
  const found = engines.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`${id} runs on ${name}, which this run has not`);
  const { library, version } = found;
  return { ...payload, engine: { name, library, version } };
}
