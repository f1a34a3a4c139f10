import { COMPONENTS_SINCE } from "../../model/wasmtime-api.ts";
import type { EngineLibrary } from "../engine-library.ts";
import type { CFunctions } from "../signatures.ts";
import { COMPONENT_SIGNATURES } from "./component-signatures.ts";

/**
 * Why a library runs no components.
 *
 * @param library - the loaded library
 * @returns a sentence naming what it lacks, the version that has it and the remedy; null where it has its component API
 */
export function componentObstacle({
  engine,
  has,
}: Pick<EngineLibrary, "engine" | "has">): string | null {
  const lacking = (Object.keys(COMPONENT_SIGNATURES) as (keyof CFunctions)[]).find(
    (name) => !has(name),
  );
  return lacking === undefined
    ? null
    : `the library of Wasmtime ${engine.version} has no component API (\`${lacking}\`): name one of Wasmtime ${COMPONENTS_SINCE} or newer, or the core modules of the component as components of their own`;
}
