import type { Procedure } from "../../model/benchmark.ts";
import type { ComponentFormat } from "../../model/component.ts";

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

/**
 * Why components of a format cannot run on a native engine.
 *
 * @param format - what the component is
 * @returns the reason in words; null for core modules and components
 */
export function whyNotNativeFormat(format: ComponentFormat): string | null {
  switch (format) {
    case "glue":
      return "glue is JavaScript and runs its module in V8; name the module as a component of its own";
    case "component":
    case "wasm":
    case "wat":
      return null;
  }
}
