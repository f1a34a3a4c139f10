import { beforeAll, describe, expect, it } from "vitest";
import { loadReference } from "../../src/components/load-reference.ts";
import { createModuleDecoder } from "../../src/components/module-decoder.ts";
import type { ProcedureKind } from "../../src/model/benchmark.ts";
import type { Visit } from "../../src/model/sample.ts";
import { REFERENCE_COMPONENTS, referenceBenchmarks } from "../../src/suites/catalog/reference.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { measureTrials, type Trial } from "./measure-guests.ts";

const promiseIntegration = "promising" in WebAssembly;
const all = referenceBenchmarks({ promiseIntegration }, 3);
const benchmarks = all.filter(({ unsupported }) => unsupported === null);

/** Metrics every visit of a procedure gives, besides those it gives for its extras. */
const METRICS: Readonly<Partial<Record<ProcedureKind, readonly string[]>>> = {
  cold_start: ["time", "compile", "instantiate", "first_call", "isolate_start"],
  warm_start: ["time", "kernel", "gc_share"],
  load: ["time", "compile", "kernel"],
  call: ["time", "kernel"],
  native_call: ["time", "kernel"],
  async_call: ["time", "kernel"],
  footprint: ["resident_bytes", "untouched_bytes", "overhead_bytes", "module_bytes", "pages"],
  scaling: ["resident_bytes", "create", "pages", "live"],
  sequence: ["time", "growth_bytes"],
  grow: ["time", "refused"],
  guarded_call: ["time"],
  categorize: ["time", "roundtrip_unreachable", "roundtrip_stack_exhaustion"],
  cleanup: ["time", "reclaim", "returned_bytes"],
  recover: ["time"],
};

let visits: ReadonlyMap<string, Visit>;

beforeAll(async () => {
  const payloads = new Map<string, Payload>();
  for (const [name, origin] of REFERENCE_COMPONENTS) {
    const { bytes } = await loadReference(name, origin, "fixtures/wat", createModuleDecoder());
    const host = { kind: "none" as const, url: "", args: [] };
    payloads.set(name, { name, side: "candidate", bytes, host, glue: null });
  }
  const trials = benchmarks.map((benchmark): Trial => {
    const { kind } = benchmark.procedure;
    const payload = payloads.get(benchmark.component);
    return {
      benchmark,
      payloads: payload === undefined ? [] : [payload],
      room: kind === "footprint" || kind === "scaling" ? "own" : "shared",
    };
  });
  visits = await measureTrials(trials, { timeoutMs: 60_000 });
});

describe("every benchmark on a shipped component", () => {
  it.each(benchmarks.map((benchmark) => [benchmark.id, benchmark] as const))(
    "%s",
    (id, benchmark) => {
      const visit = visits.get(id);
      const metrics = (visit?.series ?? []).map(({ metric }) => metric);
      const values = (visit?.series ?? []).flatMap((series) => series.values);
      expect(visit?.failure).toBeNull();
      expect(metrics).toEqual(
        expect.arrayContaining([...(METRICS[benchmark.procedure.kind] ?? [])]),
      );
      expect(metrics).toContain(benchmark.primary);
      expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
    },
  );

  it("has times above zero", () => {
    const times = [...visits.values()].flatMap(({ series }) =>
      series.filter(({ metric }) => metric === "time").flatMap(({ values }) => values),
    );
    expect(times.length).toBeGreaterThan(benchmarks.length);
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  it("counts the pages of a memory exactly", () => {
    const pages = (size: string): readonly number[] | undefined =>
      visits.get(`memory/footprint/${size}`)?.series.find(({ metric }) => metric === "pages")
        ?.values;
    expect(["64kb", "512kb", "1mb", "2mb"].map(pages)).toEqual([[1], [8], [16], [32]]);
  });

  it("measures the host-language reference beside the guest", () => {
    const sides = new Set(
      visits.get("execution/compute_heavy/fib_10")?.series.map(({ side }) => side),
    );
    expect([...sides].sort()).toEqual(["candidate", "native"]);
  });
});

describe("an engine without promise integration", () => {
  it("has the suspended call in the list as unsupported, with the reason", () => {
    const listed = referenceBenchmarks({ promiseIntegration: false }, 50);
    expect(listed.find(({ id }) => id === "execution/host_call/async")?.unsupported).toContain(
      "JavaScript Promise Integration",
    );
    expect(listed.filter(({ unsupported }) => unsupported !== null).length).toBe(1);
  });
});
