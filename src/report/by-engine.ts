import { SUITES, type SuiteName } from "../model/benchmark.ts";
import { ENGINE_TITLES, ENGINES, type EngineName } from "../model/engine.ts";
import type { Row } from "./rows.ts";

/** The rows of one suite on one engine. */
export interface SuiteRows {
  readonly suite: SuiteName;
  /** Its name, with the engine where that is not V8. */
  readonly title: string;
  readonly rows: readonly Row[];
}

/**
 * Rows of each suite on each engine, in the order of the engines, then of the suites.
 *
 * @param rows - rows of a result
 * @returns suites that have rows, with them
 */
export function bySuite(rows: readonly Row[]): readonly SuiteRows[] {
  return byEngine(rows).flatMap((group) =>
    SUITES.map((suite) => ({
      suite,
      title: `${suite}${group.title}`,
      rows: group.rows.filter((row) => row.suite === suite),
    })).filter((own) => own.rows.length > 0),
  );
}

/** The rows of one engine. */
export interface EngineRows {
  readonly engine: EngineName;
  /** What is added to a heading: empty for V8, else such as ` on Wasmtime`. */
  readonly title: string;
  readonly rows: readonly Row[];
}

/**
 * Rows by engine: those of different ones are never set against each other.
 *
 * @param rows - rows of a result
 * @returns engines that have rows, with them, V8 first
 */
export function byEngine(rows: readonly Row[]): readonly EngineRows[] {
  return ENGINES.map((engine) => ({
    engine,
    title: engine === "v8" ? "" : ` on ${ENGINE_TITLES[engine]}`,
    rows: rows.filter((row) => row.engine === engine),
  })).filter((group) => group.rows.length > 0);
}
