import { createFileStore, listBaselines } from "../baseline/file-store.ts";
import { ActionError } from "../errors.ts";
import type { BaselineBundle } from "../ports.ts";

/** Folder of named baselines. */
export const BASELINES_FOLDER = "baselines";
/** The baseline taken when none is named. */
export const DEFAULT_BASELINE = "main";

/**
 * Reads a named baseline that must be there.
 *
 * @param name - its name
 * @returns document and binaries
 * @throws ActionError (`baseline`) when there is none of that name or it is damaged
 */
export async function requireBaseline(name: string): Promise<BaselineBundle> {
  const outcome = await createFileStore({ root: BASELINES_FOLDER, name }).restore();
  if (outcome.restored) return outcome.bundle;
  throw await noBaselineNamed(name);
}

/**
 * The error that a named baseline is not there.
 *
 * @param name - its name
 * @returns the error (`baseline`), with the names there are
 */
export async function noBaselineNamed(name: string): Promise<ActionError> {
  const known = await listBaselines(BASELINES_FOLDER);
  const others = known.length === 0 ? "" : `; there is ${known.join(", ")}`;
  return new ActionError({
    code: "baseline",
    message: `there is no baseline "${name}" in ${BASELINES_FOLDER}${others}`,
    hint: `Save one with \`wasm-bench save ${name}\`.`,
  });
}
