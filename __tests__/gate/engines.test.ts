import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import { matchesBenchmark } from "../../src/gate/match.ts";
import { comparePolicies } from "../../src/gate/policy-changes/compare-policies.ts";
import { ofTargetEngine, writtenFor } from "../../src/gate/target-engine.ts";
import { DEFAULT_TARGETS } from "../../src/model/default-targets.ts";
import type { BenchmarkResult } from "../../src/model/result.ts";
import type { Target } from "../../src/model/target.ts";
import { benchmark, measurements, POLICY, pairedVisits, result, target } from "./fabricate.ts";
import { STORED } from "./policy-changes/sample-policy.ts";

const ID = "execution/sum/codec";
const CALM = [0.001, -0.002, 0.002, 0, 0.001, -0.001];

/** The same benchmark on V8 and on Wasmtime; the latter may be unsupported there. */
function onBoth(id = ID, unsupported: string | null = null): BenchmarkResult[] {
  const native = benchmark(`${id}@wasmtime`, { engine: "wasmtime", unsupported });
  return [
    result(pairedVisits(CALM), {}, id),
    { ...result(unsupported === null ? pairedVisits(CALM) : []), benchmark: native },
  ];
}

const idsOf = (results: readonly BenchmarkResult[]): string[] =>
  results.map(({ benchmark: { id } }) => id);

describe("patterns and engines", () => {
  it.each([
    ["execution/sum/codec", true, true],
    ["execution/sum", true, true],
    ["execution/*/codec", true, true],
    ["execution/sum/cod*", true, true],
    ["execution/sum/codec@wasmtime", false, true],
    ["**/*@wasmtime", false, true],
    ["execution/sum/*@v8", true, false],
    ["execution/sum/codec@v8", true, false],
    ["execution/sum/code", false, false],
    ["execution/sum/codec????????", false, false],
    ["execution/sum/codec@wasm", false, false],
  ])("%s means V8's: %s, Wasmtime's: %s", (pattern, onV8, onWasmtime) => {
    expect(matchesBenchmark(pattern, ID)).toBe(onV8);
    expect(matchesBenchmark(pattern, `${ID}@wasmtime`)).toBe(onWasmtime);
  });
});

describe("a pattern that means nothing, and the engine in it", () => {
  const onWasmtime = [`${ID}@wasmtime`];
  const warningsOf = (pattern: string, ids: readonly string[]): string[] => {
    const entry = { benchmark: pattern, reason: "" };
    const policy = {
      ...POLICY,
      overrides: [{ ...entry, regression: 0.09, floor: null, floorUnit: null, allowances: {} }],
      accept: [{ ...entry, metric: "time", until: POLICY.today, limit: 0.1 } as const],
      targets: [target(pattern, 1)],
    };
    const results = onBoth().filter(({ benchmark: { id } }) => ids.includes(id));
    return judge(measurements(results, { policy }))
      .warnings.filter(({ code }) => code.endsWith("-unmatched"))
      .map(({ message }) => message);
  };

  it.each([
    [`${ID}@wasmtim`, [ID], ': there is no engine "wasmtim", only v8 and wasmtime'],
    ["execution/**/*@wasmtime", [ID], ": none of that name is measured on Wasmtime, only on V8"],
    [`${ID}@v8`, onWasmtime, ": none of that name is measured on V8, only on Wasmtime"],
    ["execution/other@wasmtime", [ID], ""],
    ["execution/other", [ID, ...onWasmtime], ""],
  ])("%s in a run of %j is told in overrides, acceptances and targets", (pattern, ids, why) => {
    const found = warningsOf(pattern, ids);
    expect(found.map((message) => message.slice(message.indexOf("match")))).toEqual(
      expect.arrayContaining([`matches no benchmark${why}`, `matches none${why}`]),
    );
    expect(found).toHaveLength(3);
  });

  it("is told of a target that names another engine beside it", () => {
    const one = target(`${ID}@v8`, 1, { engine: "wasmtime" });
    const all = measurements(onBoth(), { policy: { ...POLICY, targets: [one] } });
    expect(judge(all).warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining(`"${ID}@v8" matches none: it names two engines`),
    );
  });
});

describe("a target and its engine", () => {
  const judgedOn = (one: Target, results: readonly BenchmarkResult[]): string[] => {
    const all = measurements(results, { policy: { ...POLICY, targets: [one] } });
    return judge(all).targets.map(({ id }) => id);
  };

  it("is judged on every engine where it names none", () => {
    expect(judgedOn(target(ID, 1e6), onBoth())).toEqual([ID, `${ID}@wasmtime`]);
  });

  it("is judged on the engine it names and on no other one", () => {
    expect(judgedOn(target(ID, 1e6, { engine: "wasmtime" }), onBoth())).toEqual([`${ID}@wasmtime`]);
    expect(judgedOn(target(ID, 1e6, { engine: "v8" }), onBoth())).toEqual([ID]);
  });

  it("applies to nothing, and says so, where its engine was not measured", () => {
    const [onV8] = onBoth();
    const policy = { ...POLICY, targets: [target(ID, 1e6, { engine: "wasmtime" })] };
    const { targets, warnings } = judge(measurements(onV8 === undefined ? [] : [onV8], { policy }));
    expect(targets).toEqual([]);
    expect(warnings.find(({ code }) => code === "target-unmatched")?.message).toContain(
      `"${ID}" matches none: none of that name is measured on Wasmtime, only on V8`,
    );
  });

  it("is told once of what is counted of a call, whichever engines it runs on", () => {
    const kept = (pages: number | null): BenchmarkResult["exact"] =>
      pages === null
        ? []
        : [{ metric: "pages_per_call", baseline: null, candidate: pages, note: null }];
    const told = (...pages: readonly (number | null)[]): string[] => {
      const results = onBoth().map((one, index) => ({ ...one, exact: kept(pages[index] ?? null) }));
      const limit = target("execution/**", 0, { metric: "pages_per_call" });
      const all = measurements(results, { policy: { ...POLICY, targets: [limit] } });
      return judge(all).targets.map(({ id, because }) => `${id}: ${because}`);
    };
    expect(told(0, 0)).toEqual([`${ID}: 0 pages is within 0 pages, exactly`]);
    expect(told(null, 2)).toEqual([`${ID}@wasmtime: 2 pages is beyond 0 pages, exactly`]);
  });

  it("is judged where it was written for, and on V8 where that was not measured", () => {
    const shipped = target("execution/**", 1e6, { writtenFor: "Wasmtime 24" });
    const [onV8] = onBoth("execution/other/codec");
    const results = [...onBoth(), ...(onV8 === undefined ? [] : [onV8])];
    expect(idsOf(ofTargetEngine(shipped, results))).toEqual([
      `${ID}@wasmtime`,
      "execution/other/codec",
    ]);
    expect(idsOf(ofTargetEngine(shipped, onBoth(ID, "not there")))).toEqual([ID]);
  });

  it("knows its engine by the first word", () => {
    expect(writtenFor({ writtenFor: "wasmtime 24 (pooling)" })).toBe("wasmtime");
    expect(writtenFor({ writtenFor: "V8" })).toBe("v8");
    expect(writtenFor({ writtenFor: "Wasmer" })).toBeNull();
    expect(writtenFor({ writtenFor: null })).toBeNull();
    expect(DEFAULT_TARGETS.filter((one) => writtenFor(one) === "wasmtime")).toHaveLength(6);
  });
});

describe("engines as a part of the gate", () => {
  const V8 = STORED;
  const of = (...engines: readonly string[]) => ({ ...STORED, engines });
  const weaker = (before: typeof STORED, now: typeof STORED) =>
    comparePolicies(before, now).weaker.filter(({ what }) => what === "engine");
  const other = (before: typeof STORED, now: typeof STORED) =>
    comparePolicies(before, now).other.filter(({ what }) => what === "engine");

  it("are weaker without one that was there", () => {
    expect(weaker(of("v8", "wasmtime@24.0.5"), V8)).toEqual([
      { what: "engine", of: [], before: "v8, wasmtime@24.0.5", now: "v8" },
    ]);
    expect(weaker(V8, of("wasmtime"))).toHaveLength(1);
  });

  it.each([
    ["wasmtime@24.0.5#abc", "wasmtime@24.0.5"],
    ["wasmtime@24.0.5#abc", "wasmtime=lib/engine.so"],
    ["wasmtime=lib/engine.so", "wasmtime=lib/other.so"],
    ["wasmtime=lib/engine.so", "wasmtime"],
    ["wasmtime=lib/engine.so", "wasmtime@24.0.5#abc"],
    ["wasmtime@24.0.5", "wasmtime=lib/engine.so"],
    ["wasmtime=lib/engine.so#abc", "wasmtime=lib/engine.so"],
    ["wasmtime=24.0.5#abc", "wasmtime=24.0.5#abc|def"],
    ["wasmtime@24.0.5#abc", "wasmtime@24.0.5#def"],
    ["wasmtime@24.0.5#abc", "wasmtime@24.0.5#abc|def"],
    ["wasmtime@24.0.5#abc", "other@24.0.5#abc"],
  ])("are weaker with %s as %s", (before, now) => {
    expect(weaker(of("v8", before), of("v8", now))).toHaveLength(1);
  });

  it.each([
    ["v8", "wasmtime"],
    ["wasmtime@24.0.5", "wasmtime@24.0.6"],
    ["wasmtime@24.0.5", "wasmtime@24.0.6#abc"],
    ["wasmtime@24.0.5#abc", "wasmtime@24.0.6#def"],
    ["wasmtime@24.0.5", "wasmtime@24.0.5#abc"],
    ["wasmtime@24.0.5#abc|def", "wasmtime@24.0.5#def"],
  ])("are told, and not weaker, with another one or version (%s, %s)", (before, now) => {
    const [old, fresh] = [of("v8", before), before === "v8" ? of("v8", now) : of("v8", now)];
    expect(weaker(old, fresh)).toEqual([]);
    expect(other(old, fresh)).toHaveLength(1);
  });

  it("are the same in a policy that was stored before there was a choice", () => {
    expect(weaker(V8, of("v8"))).toEqual([]);
    expect(other(V8, of("v8"))).toEqual([]);
  });

  it("make a target weaker that holds on one engine only", () => {
    const [every, one] = [target(ID, 5), target(ID, 5, { engine: "v8" })];
    const before = { ...STORED, targets: [every] };
    const now = { ...STORED, targets: [one] };
    const changes = comparePolicies(before, now).weaker.filter(({ what }) => what === "target");
    expect(changes.map(({ now: said }) => said)).toEqual([
      expect.stringContaining("at most 5.00 ns on V8"),
    ]);
    expect(comparePolicies(now, before).weaker).toEqual([]);
  });
});
