import type { Benchmark } from "../../../src/model/benchmark.ts";
import { DEFAULT_SAMPLING } from "../../../src/model/default-sampling.ts";
import type { Acceptance, Override } from "../../../src/model/policy.ts";
import type { StoredPolicy } from "../../../src/model/stored-policy.ts";
import { POLICY, target } from "../fabricate.ts";

/** A call of an export, as one benchmark. */
export function called(id: string, args: readonly number[] = [2000], expected?: number): Benchmark {
  const call = {
    export: "work",
    args,
    ...(expected === undefined ? {} : { expect: expected }),
  };
  return {
    id,
    suite: "execution",
    component: id.split("/").at(-1) ?? "",
    procedure: { kind: "call", call, operations: 1, native: null, extras: [] },
    primary: "time",
    unsupported: null,
  };
}

/** An override that names one number. */
export function override(benchmark: string, part: Partial<Override>): Override {
  const none = { regression: null, floor: null, floorUnit: null, allowances: {} };
  return { benchmark, ...none, reason: "r", ...part };
}

/** An acceptance of a time. */
export function acceptance(benchmark: string, part: Partial<Acceptance> = {}): Acceptance {
  return { benchmark, metric: "time", until: "2027-01-31", limit: 0.1, reason: "r", ...part };
}

/** The default gate of two components with one benchmark each. */
export const STORED: StoredPolicy = {
  ...POLICY,
  targets: [target("execution/*", 1e6)],
  config: "wasm-bench.yml",
  confirm: "here",
  sampling: DEFAULT_SAMPLING,
  fuel: { profile: "wasmtime-24", mode: "wasmtime", cost: {} },
  suites: null,
  components: [
    {
      name: "sum",
      settings: {
        path: "sum.wasm",
        host: "none",
        suites: "execution, memory",
        files: "a.txt, b.txt",
      },
    },
    { name: "two", settings: { path: "two.wasm", host: "none", suites: "execution" } },
  ],
  benchmarks: [called("execution/work/sum", [2000], 1_999_000), called("execution/work/two")],
};
