import type { Procedure } from "../../src/model/benchmark.ts";
import { clockNs } from "../../src/suites/clocks.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { prepareCopy } from "../../src/suites/prepare.ts";
import type { Operation, Probe } from "../../src/suites/procedure.ts";
import { collectGarbage, privateBytes } from "./private-bytes.ts";

/** The view this process has of itself, as a measuring process has one. */
export const PROBE: Probe = {
  privateBytes,
  collect: () => {
    const start = clockNs();
    collectGarbage();
    return clockNs() - start;
  },
  now: clockNs,
};

/**
 * Takes one value of an operation.
 *
 * @param operation - what is timed
 * @returns its wall time in ns
 */
export async function takeOnce(operation: Operation): Promise<number> {
  if (operation.kind === "observed") return (await operation.observe()).wallNs;
  const start = clockNs();
  if (operation.kind === "timed") operation.run();
  return clockNs() - start;
}

/**
 * Measures one copy, each operation taken twice.
 *
 * @param procedure - what is measured
 * @param payload - the component
 * @returns values by metric
 */
export async function measure(
  procedure: Procedure,
  payload: Payload,
): Promise<Readonly<Record<string, number>>> {
  const copy = await prepareCopy(procedure, { payload, nonce: 1, probe: PROBE });
  await copy.verify();
  const values: Record<string, number> = {};
  for (const operation of copy.operations) {
    await takeOnce(operation);
    values[operation.metric] = (await takeOnce(operation)) / operation.operations;
  }
  await copy.verify();
  return { ...values, ...(await copy.finish?.()) };
}
