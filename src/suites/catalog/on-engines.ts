import type { Benchmark } from "../../model/benchmark.ts";
import type { ComponentFormat } from "../../model/component.ts";
import { ENGINES, type EngineName, idOn, type NativeEngineName } from "../../model/engine.ts";
import { whyNotNative, whyNotNativeFormat } from "./native-support.ts";

/** What of a component decides where it can run. */
export interface Engaged {
  /** Engines it is to run on. */
  readonly engines: readonly EngineName[];
  readonly format: ComponentFormat;
}

/**
 * The benchmarks of a run on every engine they are to run on.
 *
 * @param benchmarks - benchmarks as they run on V8, in report order
 * @param engagedOf - engines and format of a component by its name
 * @returns those on V8 first, then those on each other engine, in the same order; what runs no guest is there once
 */
export function onEngines(
  benchmarks: readonly Benchmark[],
  engagedOf: (component: string) => Engaged,
): Benchmark[] {
  return ENGINES.flatMap((engine) =>
    benchmarks.flatMap((benchmark) => {
      const isOn = runsGuest(benchmark)
        ? engagedOf(benchmark.component).engines.includes(engine)
        : engine === "v8";
      if (!isOn) return [];
      const { format } = engagedOf(benchmark.component);
      return [engine === "v8" ? benchmark : onNative(benchmark, engine, format)];
    }),
  );
}

/** A size is known without running anything, and host code runs in V8 whatever runs the guests. */
function runsGuest({ component, procedure }: Benchmark): boolean {
  return component !== "" && procedure.kind !== "size";
}

function onNative(
  benchmark: Benchmark,
  engine: NativeEngineName,
  format: ComponentFormat,
): Benchmark {
  const { id, procedure, unsupported } = benchmark;
  return {
    ...benchmark,
    id: idOn(id, engine),
    engine,
    unsupported: whyNotNativeFormat(format) ?? whyNotNative(procedure) ?? unsupported,
  };
}
