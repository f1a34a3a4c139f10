import type { ComponentEntry, Config } from "../model/config.ts";
import type { EngineChoice } from "../model/engine.ts";
import { doubledEngine, readEngine } from "./engine-text.ts";
import { inputError } from "./input-value.ts";

/**
 * Reads the engines an input or option names.
 *
 * @param name - what messages call it
 * @param value - engines separated by commas or lines, each as `readEngine` takes it; or nothing
 * @returns the engines; null when nothing was written
 * @throws ActionError `input` naming the first engine that is not accepted
 */
export function parseEngines(name: string, value: string): readonly EngineChoice[] | null {
  const written = value.split(/[,\n]/).filter((one) => one.trim() !== "");
  if (written.length === 0) return null;
  const engines = written.map((one): EngineChoice => {
    const read = readEngine(one, "current");
    if ("value" in read) return read.value;
    throw inputError(name, read.fault, "Write for example v8,wasmtime@24.0.5.");
  });
  const doubled = doubledEngine(engines);
  if (doubled === null) return engines;
  throw inputError(name, doubled, "Write for example v8,wasmtime@24.0.5.");
}

/**
 * A configuration with the engines an input chose.
 *
 * @param config - the configuration
 * @param chosen - engines of the input; null leaves the choice to the configuration
 * @returns the configuration with these engines in place of its own and of those its components name; an engine whose
 *   library the input does not name keeps the one of the configuration
 */
export function withEngines(config: Config, chosen: readonly EngineChoice[] | null): Config {
  if (chosen === null) return config;
  const engines = chosen.map((one) =>
    one.name !== "v8" && one.source.kind === "unnamed"
      ? (config.engines.find(({ name }) => name === one.name) ?? one)
      : one,
  );
  return { ...config, engines, components: config.components.map(withoutEngine) };
}

function withoutEngine({ engine: _, ...entry }: ComponentEntry): ComponentEntry {
  return entry;
}
