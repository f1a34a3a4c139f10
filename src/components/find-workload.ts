import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { isJavaScript } from "../files/is-javascript.ts";
import { faultWords, isSystemError } from "../files/regular-file.ts";
import type { WorkloadModule } from "../model/component.ts";
import type { ComponentEntry } from "../model/config.ts";
import { componentFault } from "./component-fault.ts";
import { readComponentFile } from "./read-file.ts";

/**
 * Finds the workload module of a component.
 *
 * @param entry - the component as configured, with a `workload`
 * @param root - folder its paths are relative to
 * @returns the module, not loaded yet
 * @throws ActionError (`component`) naming the path and the remedy
 */
export async function findWorkload(entry: ComponentEntry, root: string): Promise<WorkloadModule> {
  const shown = entry.workload ?? "";
  if (!isJavaScript(shown))
    throw componentFault(entry, {
      message: `the workload ${shown} is no JavaScript module (.js, .mjs, .cjs)`,
      hint: "Name the module that exports `benchmarks`.",
    });
  try {
    const path = await realpath(resolve(root, shown));
    await readComponentFile(path);
    return { path, shown, sha256: null };
  } catch (cause) {
    throw componentFault(entry, {
      message: `the workload ${shown} cannot be read: ${isMissing(cause) ? "it is missing" : faultWords(cause)}`,
      hint: "Correct `workload`; it is relative to the configuration's folder.",
      cause,
    });
  }
}

function isMissing(thrown: unknown): boolean {
  return isSystemError(thrown) && thrown.code === "ENOENT";
}
