import type { Benchmark, Call } from "../../model/benchmark.ts";
import type { ComponentEntry } from "../../model/config.ts";
import { toCall } from "../../model/configured-call.ts";
import { type Offers, USER_SUITES, type UserContext } from "./user-suites.ts";

/**
 * The benchmarks of one of the user's components; `<case>` is the component's name.
 *
 * A benchmark the component cannot give is in the list with the reason in `unsupported`.
 *
 * @param entry - the component as configured
 * @param offers - what its module offers
 * @param maxInstances - cap on live instances
 * @returns the benchmarks in report order
 */
export function userBenchmarks(
  entry: ComponentEntry,
  offers: Offers,
  maxInstances: number,
): Benchmark[] {
  const context: UserContext = { entry, offers, maxInstances, call: firstCall(entry, offers) };
  return entry.suites.flatMap((suite) => USER_SUITES[suite](context));
}

function firstCall(entry: ComponentEntry, offers: Offers): Call | null {
  const [first] = entry.execution;
  if (first !== undefined) return toCall(first, entry);
  return offers.command === null ? null : { export: offers.command, args: [] };
}
