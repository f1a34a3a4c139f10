import type { EngineChoice } from "./engine.ts";

/** Digits of a hash that are shown. */
const SHORT_HASH = 12;

/**
 * An engine as it was chosen, in one text that tells two choices apart.
 *
 * @param choice - the engine and where its library comes from
 * @returns for example `v8`, `wasmtime`, `wasmtime@24.0.5#9f86d081884c` or `wasmtime=lib/libwasmtime.so`
 */
export function sayEngine(choice: EngineChoice): string {
  if (choice.name === "v8" || choice.source.kind === "unnamed") return choice.name;
  const { source } = choice;
  const pins = source.sha256.map((hash) => hash.slice(0, SHORT_HASH)).join("|");
  const place = source.kind === "path" ? `=${escaped(source.path)}` : `@${source.version}`;
  return `${choice.name}${place}${pins === "" ? "" : `#${pins}`}`;
}

/** What a path holds may not pass for a hash behind it. */
function escaped(path: string): string {
  return path.replaceAll("%", "%25").replaceAll("#", "%23");
}
