import type { ActionError } from "../errors.ts";
import type { Transpiled } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import type { DataFiles } from "../model/data.ts";
import { resolveCall } from "../model/resolve-call.ts";
import { convertCall } from "../wasm/component/convert-call.ts";
import { findWitExport } from "../wasm/component/names.ts";
import { isProvidedInterface } from "../wasm/component/provided.ts";
import { ValueFault } from "../wasm/component/value-fault.ts";
import { componentFault } from "./component-fault.ts";

const NO_FILES: DataFiles = new Map();

/**
 * Checks that every call a configuration names can be made, and that somebody provides what a component imports.
 *
 * @param entry - the component as configured
 * @param transpiled - what it imports and exports
 * @param data - contents of the files that arguments name
 * @throws ActionError (`component`) naming the call and what does not fit, or every missing import with the remedy
 */
export function checkComponent(
  entry: ComponentEntry,
  { world }: Transpiled,
  data: DataFiles = NO_FILES,
): void {
  const hasHost = entry.host !== "none" && entry.host !== "wasi";
  const missing = world.imports.filter(
    ({ name, functions }) => Object.keys(functions).length > 0 && !isProvidedInterface(name),
  );
  if (missing.length > 0 && !hasHost)
    throw missingImports(
      entry,
      missing.map(({ name }) => name),
    );
  for (const { place, call } of callsOf(entry)) {
    const found = findWitExport(world, call.export);
    if ("fault" in found) throw noExport(entry, place, found.fault);
    try {
      convertCall(resolveCall(call, "component", data), world);
    } catch (cause) {
      if (!(cause instanceof ValueFault)) throw cause;
      throw misfit(entry, place, cause);
    }
  }
}

function misfit(entry: ComponentEntry, place: string, cause: ValueFault): ActionError {
  return componentFault(entry, {
    place,
    message: cause.message,
    hint: "Write values as docs/guests.md says; a resource is driven by a `workload`.",
    cause,
  });
}

function noExport(entry: ComponentEntry, place: string, fault: string): ActionError {
  return componentFault(entry, {
    place,
    message: `${entry.path}: ${fault}`,
    hint: "Name one of its exports: the function, with its interface and `#` before it where several have it.",
  });
}

function callsOf({ execution, trap }: ComponentEntry): {
  readonly place: string;
  readonly call: ComponentEntry["execution"][number] | NonNullable<ComponentEntry["trap"]>;
}[] {
  const calls = execution.map((call) => ({ place: `execution "${call.name}"`, call }));
  return trap === null ? calls : [...calls, { place: "trap", call: trap }];
}

function missingImports(entry: ComponentEntry, missing: readonly string[]): ActionError {
  const isNewer = missing.every((one) => /^wasi:.*@0\.[3-9]/.test(one));
  return componentFault(entry, {
    message: `imports ${missing.join(", ")}, which nobody provides`,
    hint: isNewer
      ? "WASI 0.2 is provided; build it for that, or name a module that exports `imports` under `host`."
      : `Name a module under \`host\` that exports \`imports\`: { "${missing[0]}": { … } }.`,
  });
}
