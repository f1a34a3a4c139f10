import type { Config } from "../../model/config.ts";
import { ENGINE_TITLES, ENGINES, type NativeEngineName } from "../../model/engine.ts";
import { fuelProfileOf } from "../../model/fuel-profile.ts";
import { type EngineConfig, type EnginePlaces, findNamedEngine } from "../../shell/find-engines.ts";
import { type Check, faultCheck } from "./check.ts";

/** Digits of a hash that are shown. */
const SHORT_HASH = 12;

/** What of a configuration is looked at. */
type CheckedConfig = EngineConfig & Pick<Config, "components" | "fuel">;

/**
 * Looks at the library of every engine beside V8 that is chosen: what it is, and whether it can be loaded here.
 *
 * @param config - engines of the configuration and its components
 * @param places - folders, and who is told what is fetched
 * @returns one check for each engine, and a note where a release is not pinned or fuel is counted as another version does; none where V8 alone runs
 */
export async function checkEngines(config: CheckedConfig, places: EnginePlaces): Promise<Check[]> {
  const names = new Set([
    ...config.engines.map(({ name }) => name),
    ...config.components.flatMap(({ engine = [] }) => engine),
  ]);
  const checks: Check[] = [];
  for (const name of ENGINES)
    if (name !== "v8" && names.has(name)) checks.push(...(await checkEngine(name, config, places)));
  return checks;
}

async function checkEngine(
  name: NativeEngineName,
  config: CheckedConfig,
  places: EnginePlaces,
): Promise<Check[]> {
  const subject = `engine ${name}`;
  try {
    const { engine, warnings, componentObstacle } = await findNamedEngine(name, config, places);
    const { version, library, sha256 } = engine;
    const text = `${ENGINE_TITLES[name]} ${version} loads: ${library}, sha256 ${sha256.slice(0, SHORT_HASH)}`;
    const told = [
      ...warnings.map(({ message }) => message),
      ...(componentObstacle === null ? [] : [componentObstacle]),
    ];
    const notes = told.map((message): Check => ({ state: "note", subject, text: message }));
    return [{ state: "fine", subject, text }, ...notes, ...fuelNotes(version, config)];
  } catch (thrown) {
    return [faultCheck(subject, thrown)];
  }
}

/** Fuel is a fact of the module, counted by one profile whatever runs it: whoever ships one version may want its numbers. */
function fuelNotes(version: string, { fuel }: CheckedConfig): Check[] {
  const profile = fuelProfileOf(version);
  if (profile === null || profile === fuel.profile || fuel.mode === "complete") return [];
  const text = `counted as ${fuel.profile} does, and ${ENGINE_TITLES.wasmtime} ${version} charges as ${profile} → fuel: { profile: ${profile} } in the configuration`;
  return [{ state: "note", subject: "fuel", text }];
}
