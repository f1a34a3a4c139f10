/**
 * Types for a workload module: the JavaScript named by `workload` in wasm-bench.yml.
 *
 * @see docs/guests.md#a-workload-module
 */

/** A live guest: an instance of the module, glue or component of one side. */
export interface Guest<Exports = Record<string, any>> {
  /**
   * Functions, classes and values the guest exports. Of glue those of the module, its default export and what `init`
   * returned; of a component also its interfaces, by their names.
   */
  readonly exports: Exports;
  /** Its memory; null where it keeps that to itself. */
  readonly memory: WebAssembly.Memory | null;
  /** Loads a further module of glue: a path relative to the glue, or the name of a package it finds. */
  load(name: string): Promise<any>;
}

/** A call of a benchmark. What returns a promise is awaited before it is called again. */
export type Run<State = unknown, Exports = Record<string, any>> = (
  guest: Guest<Exports>,
  state: State,
) => unknown;

/** A benchmark: a function, or one with what is to be known of it. */
export type Benchmark<State = unknown, Exports = Record<string, any>> =
  | Run<State, Exports>
  | {
      readonly run: Run<State, Exports>;
      /** What it must return, or its promise give; another result fails the benchmark. */
      readonly expect?: unknown;
      /** Operations inside one call, 1 unless given; the reported time is divided by it. */
      readonly operations?: number;
      /** The clock that decides: `cpu` unless given, or `wall` for what waits for something. */
      readonly clock?: "cpu" | "wall";
    };

/** What a workload module exports, each by name or as fields of its default export. */
export interface Workload<State = unknown, Exports = Record<string, any>> {
  /** Called once for every instance, awaited, untimed; what it returns is the state of all calls. */
  setup?(guest: Guest<Exports>): State | Promise<State>;
  /** Benchmarks by name: `execution/<name>/<component>`. */
  readonly benchmarks: Readonly<Record<string, Benchmark<State, Exports>>>;
  /** Called after the last call, awaited, untimed. */
  teardown?(guest: Guest<Exports>, state: State): void | Promise<void>;
}
