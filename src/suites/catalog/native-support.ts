import type { Procedure } from "../../model/benchmark.ts";

/**
 * Why a procedure cannot run on a native engine.
 *
 * @param procedure - what would be measured
 * @returns the reason in words; null where it can run
 */
export function whyNotNative(procedure: Procedure): string | null {
  switch (procedure.kind) {
    case "native_call":
      return "the host-language reference is JavaScript and runs in V8";
    case "workload":
      return "a workload is JavaScript and drives its module in V8";
    case "async_call":
      return "the C API has no suspended calls";
    default:
      return null;
  }
}
