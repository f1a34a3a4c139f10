import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultConfig, parseConfig } from "../../src/config/parse-config.ts";
import type { Target } from "../../src/model/target.ts";
import { thrownBy } from "./thrown.ts";

const FULL = readFileSync(new URL("../../fixtures/config/full.yml", import.meta.url), "utf8");

const SHIPPED: Target = {
  benchmark: "instantiation/cold_start/*",
  metric: "time",
  max: 10_000_000,
  unit: "ns",
  source: "ADR-WASM-002",
  severity: "fail",
  title: "cold start",
  writtenFor: "Wasmtime 24",
  note: "",
};

describe("parseConfig", () => {
  it("reads every key", async () => {
    const config = parseConfig(FULL, "wasm-bench.yml", []);
    await expect(`${JSON.stringify(config, null, 2)}\n`).toMatchFileSnapshot(
      "../../fixtures/config/full.json",
    );
  });

  it.each(["", "# only a comment\n", "{}"])("fills in every default for %j", (text) => {
    expect(parseConfig(text, "wasm-bench.yml", [SHIPPED])).toEqual({
      ...defaultConfig([SHIPPED]),
      path: "wasm-bench.yml",
    });
  });

  it("keeps the plan's sampling when there is no file", () => {
    expect(defaultConfig([])).toEqual({
      path: null,
      engines: [{ name: "v8" }],
      sampling: {
        samples: 30,
        timeMs: 5000,
        maxInstances: 50,
        processes: 6,
        rounds: 20,
        copies: 4,
        blockMs: 1,
        warmupMs: 10,
        timeoutMs: 30_000,
        tier: "natural",
        flags: [],
      },
      gate: {
        thresholds: { regression: 0.05, decide: 0.03, suspect: 0.015, floor: 0 },
        inconclusive: "warn",
        failOn: null,
        allowances: {
          fuel: { fraction: 0.005, absolute: 0 },
          pages: { fraction: 0, absolute: 0 },
          pages_per_call: { fraction: 0.1, absolute: 0 },
          size_raw: { fraction: 0.01, absolute: 1024 },
          imported_bytes: { fraction: 0.01, absolute: 1024 },
          imported_allocated: { fraction: 0.01, absolute: 0 },
          imported_count: { fraction: 0.005, absolute: 0 },
          imported_score: { fraction: 0.005, absolute: 0 },
        },
        confidenceLevel: 0.95,
        confirm: "here",
        confirmImprovements: false,
      },
      components: [],
      overrides: [],
      accept: [],
      removals: [],
      targets: [],
      fuel: { profile: "wasmtime-24", mode: "wasmtime", cost: {} },
    });
  });

  it.each([
    // 0.6 and 0.3 of the threshold
    ["regression: 10%", { regression: 0.1, decide: 0.06, suspect: 0.03, floor: 0 }],
    ["regression: 3%", { regression: 0.03, decide: 0.018, suspect: 0.009, floor: 0 }],
    // half of what decides
    ["{ regression: 10%, decide: 8% }", { regression: 0.1, decide: 0.08, suspect: 0.04, floor: 0 }],
    ["floor: 100ns", { regression: 0.05, decide: 0.03, suspect: 0.015, floor: 100 }],
  ])("derives the thresholds of gate: %s", (gate, thresholds) => {
    const text = gate.startsWith("{") ? `gate: ${gate}` : `gate: { ${gate} }`;
    expect(parseConfig(text, "c.yml", []).gate.thresholds).toEqual(thresholds);
  });

  it("takes a floor of times for the gate, and of either kind for an override", () => {
    const fault = (text: string): string => thrownBy(() => parseConfig(text, "c.yml", [])).message;
    expect(fault("gate: { floor: 64KiB }")).toContain("gate.floor: expected a duration");
    expect(fault('overrides: [{ benchmark: "a", floor: 5% }]')).toContain(
      "overrides[0].floor: expected a duration such as 100ns, a size such as 1KiB",
    );
    const floors = (floor: string): unknown =>
      parseConfig(`overrides: [{ benchmark: "a", floor: ${floor} }]`, "c.yml", []).overrides[0];
    expect(floors("100ns")).toMatchObject({ floor: 100, floorUnit: "ns" });
    expect(floors("4KiB")).toMatchObject({ floor: 4096, floorUnit: "bytes" });
    expect(floors("7")).toMatchObject({ floor: 7, floorUnit: null });
  });

  it("refuses patterns that stand for too much", () => {
    const fault = (pattern: string): string =>
      thrownBy(() => parseConfig(`overrides: [{ benchmark: "${pattern}", fuel: 1% }]`, "c.yml", []))
        .message;
    expect(fault("{a,b}".repeat(10))).toContain("at most 100 alternatives");
    const nested = `{{a,b},${Array.from({ length: 99 }, (_, i) => `c${i}`).join(",")}}`;
    expect(fault(nested)).toContain("at most 100 alternatives");
    expect(fault("a".repeat(600))).toContain("at most 512 characters");
    expect(fault(" ")).toContain("must not be empty");
  });

  it("adds execution to the suites of a component that has calls to measure", () => {
    const text =
      "components: [{ name: a, path: a.wasm, suites: [memory], execution: [{ name: x, export: f }] }]";
    expect(parseConfig(text, "c.yml", []).components[0]?.suites).toEqual(["execution", "memory"]);
  });

  it("keeps integers beyond 2^53 and written bigints exact", () => {
    const text =
      'components: [{ name: a, path: a.wasm, execution: [{ name: x, export: f, args: [9007199254740993, { $bigint: "-5" }, [1, true, null, "s"]] }] }]';
    expect(parseConfig(text, "c.yml", []).components[0]?.execution[0]?.args).toEqual([
      9007199254740993n,
      -5n,
      [1, true, null, "s"],
    ]);
  });

  it.each([
    ["90", 90],
    ["92.5", 92.5],
    ['"92.5%"', 92.5],
  ])("reads the minimum of a score: %s", (written, min) => {
    const text = `targets: [{ benchmark: q, metric: imported_score, min: ${written} }]`;
    const [read] = parseConfig(text, "c.yml", []).targets;
    expect([read?.max, read?.min, read?.title]).toEqual([
      null,
      min,
      `q imported_score at least ${written.replaceAll('"', "")}`,
    ]);
  });

  it("adds the user's targets to the shipped ones", () => {
    const text = "targets: [{ benchmark: execution/*, max: 1us }]";
    const targets = parseConfig(text, "c.yml", [SHIPPED]).targets;
    expect(targets.map(({ benchmark, max, title }) => [benchmark, max, title])).toEqual([
      ["instantiation/cold_start/*", 10_000_000, "cold start"],
      ["execution/*", 1000, "execution/* time at most 1us"],
    ]);
  });

  it("lets a user's target of the same benchmark and metric replace the shipped one", () => {
    const text =
      'targets: [{ benchmark: "instantiation/cold_start/*", max: 20ms, severity: warn }]';
    const targets = parseConfig(text, "c.yml", [SHIPPED]).targets;
    expect(targets.map(({ max, severity }) => [max, severity])).toEqual([[20_000_000, "warn"]]);
  });

  it("measures a target in the unit of its metric", () => {
    const text = `targets:
      - { benchmark: a, metric: resident_bytes, max: 512KiB }
      - { benchmark: b, metric: overhead, max: 5% }
      - { benchmark: c, metric: pages, max: 17 }
      - { benchmark: d, metric: fuel, max: 1_000 }
      - { benchmark: e, metric: roundtrip_fail, max: 3us }`;
    const targets = parseConfig(text, "c.yml", []).targets;
    expect(targets.map(({ max, unit }) => [max, unit])).toEqual([
      [524_288, "bytes"],
      [0.05, "ratio"],
      [17, "pages"],
      [1000, "fuel"],
      [3000, "ns"],
    ]);
  });
});
