import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { thrownBy } from "./thrown.ts";

const read = (text: string) => thrownBy(() => parseConfig(text, "wasm-bench.yml", []));

const component = (fields: string): string =>
  `components:\n  - { name: a, path: a.wasm, ${fields} }`;

describe("a fault in the configuration", () => {
  it.each([
    [
      "sampling: { sampels: 30 }",
      'sampling.sampels: unknown key; did you mean "samples"? allowed: samples, time,',
    ],
    [
      "extra: 1",
      "extra: unknown key; allowed: sampling, gate, components, engine, overrides, accept, targets, fuel",
    ],
    ["__proto__: 1", "__proto__: unknown key;"],
    ["- 1", "expected an object, got a list"],
    ["5", "expected an object, got 5"],
    ["sampling: 5", "sampling: expected an object, got 5"],
    ["sampling: []", "sampling: expected an object, got a list"],
    [
      "sampling: { samples: many }",
      'sampling.samples: expected a whole number such as 50, got "many"',
    ],
    ["sampling: { samples: 0 }", "sampling.samples: must be between 1 and 10000, got 0"],
    ["sampling: { time: 5 }", "got 5: the unit is missing"],
    ["sampling: { time: 5ms }", "sampling.time: must be between 10ms and 10min"],
    ["sampling: { time: null }", "sampling.time: expected a duration such as 10ms"],
    ["sampling: { max-instances: 101 }", "sampling.max-instances: must be between 1 and 100"],
    [
      "sampling: { tier: fast }",
      'sampling.tier: expected one of natural, optimized, startup, got "fast"',
    ],
    ["sampling: { flags: [no-liftoff] }", 'sampling.flags[0]: a V8 flag starts with "--"'],
    [
      "gate: { regression: 5 }",
      "gate.regression: expected a percentage such as 5% (units: %), got 5",
    ],
    ["gate: { regression: 0% }", "gate.regression: must be between 0.1% and 1000%"],
    [
      "gate: { regression: 1%, decide: 2% }",
      "gate: suspect <= decide <= regression must hold, got suspect 1%, decide 2%, regression 1%",
    ],
    [
      "gate: { fail-on: [regresion] }",
      'gate.fail-on[0]: expected one of regression, exact, target, error, missing, inconclusive, not-compared, no-baseline, store, got "regresion"; did you mean "regression"?',
    ],
    ["gate: { inconclusive: fail }", "gate.inconclusive: expected one of warn, ignore"],
    ["gate: { confirm: there }", "gate.confirm: expected one of here, fresh-runner"],
    ["gate: { exact: { fuel: 1KiB } }", '"KiB" makes it a size'],
    [
      "components: []",
      "components: names nothing to measure: list a component, or leave the key away to measure the shipped",
    ],
    [
      "accept: [{ benchmark: a, reason: r, until: 2027-01-31 }]",
      "accept[0].limit: is required, but missing",
    ],
    [
      "accept: [{ benchmark: a, reason: r, limit: 5% }]",
      "accept[0].until: is required, but missing",
    ],
    [
      "accept: [{ benchmark: a, reason: r, removed: true, limit: 5% }]",
      "accept[0].limit: belongs to a slowdown; leave it away with `removed`",
    ],
    [
      "accept: [{ benchmark: a, reason: r, removed: true, metric: fuel }]",
      "accept[0].metric: belongs to a slowdown; leave it away with `removed`",
    ],
    ["accept: [{ benchmark: a, removed: true }]", "accept[0].reason: is required, but missing"],
    ["accept: [{ benchmark: a, reason: r, removed: false }]", "accept[0].removed: expected true"],
    ["components: 5", "components: expected a list, got 5"],
    ["components: [5]", "components[0]: expected an object, got 5"],
    ["components: [{ path: a.wasm }]", "components[0].name: is required, but missing"],
    ["components: [{ name: a/b, path: a.wasm }]", "components[0].name: expected a name of letters"],
    ["components: [{ name: a }]", "components[0].path: is required, but missing"],
    ['components: [{ name: a, path: "" }]', "components[0].path: must not be empty"],
    ['components: [{ name: a, path: "a\\0b" }]', "components[0].path: must not contain NUL"],
    [
      "components: [{ name: a, path: x }, { name: b, path: x }, { name: a, path: y }]",
      'components[2]: duplicate component "a", already at [0]',
    ],
    [
      component("suites: [instantation]"),
      'components[0].suites[0]: expected one of instantiation, execution, memory, crash_handling, size, got "instantation"; did you mean "instantiation"?',
    ],
    [component("wasi: { preopen: {} }"), 'wasi.preopen: unknown key; did you mean "preopens"?'],
    [component("wasi: { preopens: [data] }"), "wasi.preopens: expected an object, got a list"],
    [component('wasi: { preopens: { ".": "" } }'), "must not be empty"],
    [
      component("wasi: { env: { A: 1.10 } }"),
      "components[0].wasi.env.A: expected a text, got 1.1: write it in quotes",
    ],
    [component("wasi: { env: { A=B: c } }"), "a variable's name must not contain `=`"],
    [component("wasi: { args: [1] }"), "wasi.args[0]: expected a text, got 1: write it in quotes"],
    [component('wasi: { args: ["a\\0b"] }'), "wasi.args[0]: must not contain NUL"],
    [
      component("execution: [{ name: x, export: null }]"),
      "components[0].execution[0].export: expected a string, got null",
    ],
    [
      component("execution: [{ name: x, export: f }, { name: x, export: g }]"),
      'components[0].execution[1]: duplicate execution "x", already at [0]',
    ],
    [
      component("execution: [{ name: x, export: f, args: 5 }]"),
      "execution[0].args: expected a list, got 5",
    ],
    [
      component("execution: [{ name: x, export: f, args: [.nan] }]"),
      "execution[0].args[0]: expected a finite number",
    ],
    [
      component('execution: [{ name: x, export: f, args: [{ $bigint: "5x" }] }]'),
      "execution[0].args[0]: expected a finite number",
    ],
    [
      component("execution: [{ name: x, export: f, expect: { $a: 1 } }]"),
      "execution[0].expect: expected a finite number",
    ],
    [
      component("execution: [{ name: x, export: f, native: ./native.mjs }]"),
      "execution[0].native: expected path/to/module.mjs#export",
    ],
    [
      component("execution: [{ name: x, export: f, operations: 0 }]"),
      "execution[0].operations: must be between 1 and",
    ],
    [
      component("execution: [{ name: x, export: f, clock: sun }]"),
      'execution[0].clock: expected one of cpu, wall, got "sun"',
    ],
    [component("trap: { args: [] }"), "components[0].trap.export: is required, but missing"],
    [
      component("limits: { fuel: -1 }"),
      "components[0].limits.fuel: expected a whole number of fuel units",
    ],
    ["overrides: [{ benchmark: a }]", "overrides[0]: changes nothing"],
    [
      "accept: [{ benchmark: a, until: 2027-02-29, limit: 5%, reason: r }]",
      'accept[0].until: expected a day such as 2027-01-31 (YYYY-MM-DD), got "2027-02-29"',
    ],
    [
      "accept: [{ benchmark: a, until: 2027-01-31, limit: 5% }]",
      "accept[0].reason: is required, but missing",
    ],
    [
      "accept: [{ benchmark: a, metric: compile, until: 2027-01-31, limit: 5%, reason: r }]",
      "accept[0].metric: expected one of time, resident_bytes, fuel, pages, pages_per_call, fuel_growth, size_raw",
    ],
    [
      "targets: [{ benchmark: a, metric: resident_bytes, max: 10ms }]",
      'targets[0].max: expected a size such as 512KiB (units: B, KB, MB, GB, KiB, MiB, GiB, no unit), got "10ms": "ms" makes it a duration (resident_bytes is measured in bytes)',
    ],
    [
      "targets: [{ benchmark: a, metric: tme, max: 10ms }]",
      'targets[0].metric: expected a metric, got "tme"; did you mean "time"?',
    ],
    [
      "targets: [{ benchmark: a, max: null }]",
      "targets[0].max: expected a limit such as 10ms, got null",
    ],
    ["targets: [{ benchmark: a }]", "targets[0].max: is required, but missing"],
    [
      "targets: [{ benchmark: a, metric: imported_score }]",
      "targets[0].min: is required, but missing",
    ],
    [
      "targets: [{ benchmark: a, metric: imported_score, max: 90 }]",
      "targets[0].max: of imported_score more is better: give its limit as `min`",
    ],
    [
      "targets: [{ benchmark: a, min: 1ms }]",
      "targets[0].min: of time less is better: give its limit as `max`",
    ],
    [
      "targets: [{ benchmark: a, metric: imported_score, min: 90, max: 95 }]",
      "targets[0].max: of imported_score more is better",
    ],
    [
      "targets: [{ benchmark: a, metric: imported_score, min: 90ms }]",
      'targets[0].min: expected a score such as 92.5 (units: %, no unit), got "90ms": "ms" makes it a duration',
    ],
    [
      "targets: [{ benchmark: a, metric: imported_score, min: true }]",
      "targets[0].min: expected a limit such as 90, got true",
    ],
    [
      "targets: [{ benchmark: a, max: 1ms, severity: error }]",
      "targets[0].severity: expected one of fail, warn, info",
    ],
    [
      "fuel: { profile: wasmtime-25 }",
      "fuel.profile: expected one of wasmtime-24, wasmtime-46, wasmtime-48, wasmtime-49",
    ],
    ["fuel: { cost: { I32: 1 } }", "fuel.cost.I32: the key must be the name of an operator"],
    ["fuel: { cost: { __proto__: 1 } }", 'fuel.cost: the key "__proto__" is not accepted'],
    ["fuel: { cost: [] }", "fuel.cost: expected an object, got a list"],
  ])("%s is named", (text, message) => {
    const { code, message: said } = read(text);
    expect(code).toBe("config");
    expect(said).toContain(message);
    expect(said).toMatch(/^wasm-bench\.yml: /);
  });

  it("has a line of its own for each fault, with its line number", () => {
    const text =
      "sampling:\n  samples: 30\n  time: 5\ncomponents:\n  - name: a\n    path: a.wasm\n  - name: b\n    pth: b.wasm\n";
    expect(
      read(text)
        .message.split("\n")
        .map((line) => line.replace(/expected.*got/, "…")),
    ).toEqual([
      "wasm-bench.yml: sampling.time: … 5: the unit is missing (line 3)",
      "wasm-bench.yml: components[1].path: is required, but missing (line 7)",
      'wasm-bench.yml: components[1].pth: unknown key; did you mean "path"? allowed: name, path, host, host-code, suites, execution, trap, wasm, init, files, wasi, alloc, free, at, workload, engine, limits (line 8)',
    ]);
  });

  it("stops listing after 20 faults", () => {
    const rows = Array.from({ length: 30 }, () => "  - {}").join("\n");
    expect(read(`overrides:\n${rows}`).message.split("\n")).toHaveLength(21);
  });

  it.each([
    ["a: [", "wasm-bench.yml:1:5: "],
    ["gate: {}\ngate: {}", "wasm-bench.yml:2:1: Map keys must be unique"],
    ["\tgate: 1", "wasm-bench.yml:1:1: Tabs"],
    ["gate: !secret x", "wasm-bench.yml:1:7: Unresolved tag: !secret"],
    ["gate: {}\n---\nfuel: {}", "only one document is accepted"],
    ["gate: &a [*a]", "wasm-bench.yml: nested deeper than 32, or an anchor that contains itself"],
    ["gate: *nothing", "wasm-bench.yml"],
    ["[".repeat(20_000), "wasm-bench.yml"],
    ["x".repeat(2 ** 20 + 1), "wasm-bench.yml: 1048577 characters, more than the 1048576 accepted"],
    [
      "a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]",
      "wasm-bench.yml: Excessive alias count",
    ],
  ])("in the YAML itself is placed (case %#)", (text, message) => {
    const { code, message: said } = read(text);
    expect(code).toBe("config");
    expect(said).toContain(message);
  });
});
