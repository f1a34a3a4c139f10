import { ENGINE_TITLES, ENGINES, type EngineName, engineOfId, idOnV8 } from "../model/engine.ts";
import { matchesBenchmark } from "./match.ts";

/**
 * Why a pattern means no benchmark of a run: nothing has its name, or what has runs on another engine.
 *
 * @param pattern - benchmark id or glob that matches none
 * @param ids - ids of the benchmarks of the run
 * @param engine - engine beside the pattern, as a target may name one; undefined where none is
 * @returns what to add to a sentence, such as `: none of that name is measured on V8, only on Wasmtime`; empty where nothing has
 *   the name, or no engine is named
 */
export function unmatchedWords(
  pattern: string,
  ids: readonly string[],
  engine?: EngineName,
): string {
  const [, name = pattern, behind] = /^(.*)@([^/@]*)$/s.exec(pattern) ?? [];
  const there = new Set(ids.filter((id) => matchesBenchmark(name, idOnV8(id))).map(engineOfId));
  const wanted = [engine, behind].filter((one) => one !== undefined);
  if (there.size === 0 || wanted.length === 0) return "";
  const unknown = wanted.find((one) => !ENGINES.some((known) => known === one));
  if (unknown !== undefined)
    return `: there is no engine "${unknown}", only ${ENGINES.join(" and ")}`;
  const absent = ENGINES.find((one) => wanted.includes(one) && !there.has(one));
  if (absent === undefined) return ": it names two engines";
  const others = [...there].map((one) => ENGINE_TITLES[one]).join(" and ");
  return `: none of that name is measured on ${ENGINE_TITLES[absent]}, only on ${others}`;
}
