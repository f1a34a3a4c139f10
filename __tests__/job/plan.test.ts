import { describe, expect, it } from "vitest";
import type { BaselineSide } from "../../src/job/baseline-side.ts";
import { componentValues } from "../../src/job/component-values.ts";
import { hostCodeWarnings } from "../../src/job/host-code-warnings.ts";
import { type Planned, planRun } from "../../src/job/plan.ts";
import { resultsOf } from "../../src/job/results.ts";
import type { Component } from "../../src/model/component.ts";
import type { Workload } from "../../src/model/workload.ts";
import { benchmark, facts, LEARNED, measurements } from "../gate/fabricate.ts";

const { environment } = measurements([]);

const component = (name: string, sha256: string, path = `${name}.wasm`): Component => ({
  name,
  origin: "user",
  format: "wasm",
  path,
  host: { kind: "none" },
  bytes: new Uint8Array(8),
  sha256,
  glue: null,
  module: null,
  fuelLimit: null,
});

/** A side of components, each with the benchmarks named and their definitions. */
type Defined = readonly (readonly [Component, Readonly<Record<string, string>>])[];

function workloadOf(defined: Defined, more: readonly string[] = []): Workload {
  const components = defined.map(([one]) => one);
  const benchmarks = defined.flatMap(([{ name }, ids]) =>
    Object.keys(ids).map((id) => benchmark(`${id}/${name}`, { component: name })),
  );
  const definitions = defined.flatMap(([{ name }, ids]) =>
    Object.entries(ids).map(([id, hash]): [string, string] => [`${id}/${name}`, hash]),
  );
  return {
    components,
    componentNames: [...components.map(({ name }) => name), ...more],
    facts: components.map(({ name }) => facts(name, 100)),
    benchmarks,
    known: benchmarks,
    definitions: new Map(definitions),
    hostCodes: new Map(),
  };
}

function sideOf(defined: Defined): BaselineSide {
  const { components, definitions, benchmarks } = workloadOf(defined);
  return {
    info: {
      source: "cache",
      key: "k",
      sha: "a",
      createdAt: "2026-11-23T00:00:00Z",
      environment,
      fingerprintMatches: true,
    },
    components: new Map(components.map((one) => [one.name, one])),
    facts: components.map(({ name }) => facts(name, 200)),
    hashes: new Map(components.map(({ name, sha256 }) => [name, sha256])),
    benchmarks: new Map(
      benchmarks.map(({ id, component: own }) => [
        id,
        { component: own, definition: definitions.get(id) ?? "", hostCode: null },
      ]),
    ),
    noise: Object.fromEntries(benchmarks.map(({ id }) => [id, LEARNED])),
    history: [],
  };
}

function planned(candidate: Workload, baseline: BaselineSide): Planned[] {
  return planRun(candidate, baseline, {
    environment,
    wants: (): boolean => true,
    measureIdentical: false,
    obstacleOf: () => null,
  });
}

const told = (plan: readonly Planned[]): unknown[] =>
  plan.map(({ benchmark: one, pairing, baseComponent, pair }) => [
    one.id,
    pairing,
    baseComponent,
    pair?.baseline?.sha256,
  ]);

const base = sideOf([[component("old", "a", "./lib/x.wasm"), { "execution/work": "d" }]]);

describe("the module a new benchmark meets", () => {
  it("is that of its component's name, and its side owes no expected result", () => {
    const plan = planned(
      workloadOf([[component("old", "b"), { "execution/work": "d", "execution/more": "e" }]]),
      base,
    );
    expect(told(plan)).toEqual([
      ["execution/work/old", "paired", "old", "a"],
      ["execution/more/old", "paired", "old", "a"],
    ]);
    expect(plan.map(({ pair }) => pair?.isBaselineFree)).toEqual([undefined, true]);
  });

  it("is that of a component with its path, or with its bytes, when it was renamed", () => {
    const moved = workloadOf([[component("new", "b", "lib/x.wasm"), { "execution/work": "d" }]]);
    expect(told(planned(moved, base))).toEqual([
      ["execution/work/new", "paired", "old", "a"],
      ["execution/work/old", "missing", undefined, undefined],
    ]);
    const copied = workloadOf([[component("new", "a", "y.wasm"), { "execution/work": "d" }]]);
    expect(told(planned(copied, base))[0]).toEqual([
      "execution/work/new",
      "identical",
      "old",
      undefined,
    ]);
    const other = workloadOf([[component("new", "b", "y.wasm"), { "execution/work": "d" }]]);
    expect(told(planned(other, base))[0]).toEqual([
      "execution/work/new",
      "new",
      undefined,
      undefined,
    ]);
  });

  it("is not that of a component whose name is still in use, even where this run leaves it out", () => {
    const second = [component("new", "b", "lib/x.wasm"), { "execution/work": "d" }] as const;
    expect(told(planned(workloadOf([second], ["old"]), base))[0]).toEqual([
      "execution/work/new",
      "new",
      undefined,
      undefined,
    ]);
  });
});

describe("host code of a new benchmark", () => {
  const hosted = (name: string, sha256: string): Component => ({
    ...component(name, "a", "lib/x.wasm"),
    host: { kind: "module", path: "/p/host.mjs" },
    hostClosure: {
      root: "",
      folder: null,
      entry: "host.mjs",
      files: [{ name: "host.mjs", sha256, sizeBytes: 1, bytes: null }],
      links: [],
      compiled: [],
    },
  });
  const hostedBase = sideOf([[hosted("old", "1"), { "execution/work": "d" }]]);
  const renamed = (sha256: string): Workload => ({
    ...workloadOf([[hosted("new", sha256), { "execution/work": "d" }]]),
    hostCodes: new Map([["execution/work/new", "h"]]),
  });

  it("that is the base's leaves equal bytes identical; another one is compared, whatever the name", () => {
    expect(planned(renamed("1"), hostedBase)[0]).toMatchObject({ pairing: "identical" });
    expect(planned(renamed("2"), hostedBase)[0]).toMatchObject({
      pairing: "paired",
      pair: { sameHost: false },
    });
  });

  it("is told when it changed together with the name", () => {
    const messages = (sha256: string): string[] => {
      const workload = renamed(sha256);
      const warnings = hostCodeWarnings(planned(workload, hostedBase), workload, hostedBase);
      return warnings.map(({ message }) => message);
    };
    expect(messages("1")).toEqual([]);
    expect(messages("2")).toEqual([
      expect.stringContaining("new: its host code changed (host.mjs)"),
    ]);
  });
});

describe("a redefined benchmark", () => {
  const plan = planned(workloadOf([[component("old", "b"), { "execution/work": "other" }]]), base);

  it("says so in its result, and forgets the noise of the old definition", () => {
    const [result] = resultsOf({ planned: plan, baseline: base, exact: new Map() }, new Map());
    expect(result).toMatchObject({ definitionChange: "redefined", noise: null });
    const same = planned(workloadOf([[component("old", "b"), { "execution/work": "d" }]]), base);
    const [known] = resultsOf({ planned: same, baseline: base, exact: new Map() }, new Map());
    expect(known).toMatchObject({ noise: LEARNED });
    expect(known).not.toHaveProperty("definitionChange");
  });

  it("runs once though its bytes are equal: it may not stand its new definition", () => {
    const equal = workloadOf([[component("old", "a"), { "execution/work": "other" }]]);
    const [one] = planned(equal, base);
    expect(one).toMatchObject({ pairing: "identical", pair: { baseline: null } });
    const [same] = planned(workloadOf([[component("old", "a"), { "execution/work": "d" }]]), base);
    expect(same).toMatchObject({ pairing: "identical", pair: null });
  });
});

it("the size of a renamed component is compared with what it was called before", () => {
  const moved = workloadOf([[component("new", "b", "lib/x.wasm"), { "execution/work": "d" }]]);
  const policy = { allowances: {}, overrides: [] };
  const plan = planned(moved, base);
  const values = componentValues({ planned: plan, facts: moved.facts, baseline: base, policy });
  // 100 bytes of header beside the code: see facts().
  const [size] = values.get("execution/work/new") ?? [];
  expect(size).toMatchObject({ metric: "size_raw", baseline: 300, candidate: 200 });
});

it("a suite a component no longer runs is missing with all its benchmarks", () => {
  const both = sideOf([[component("old", "a"), { "execution/work": "d", "memory/grow": "e" }]]);
  const less = workloadOf([[component("old", "a"), { "execution/work": "d" }]]);
  expect(planned(less, both).map(({ pairing }) => pairing)).toEqual(["identical", "missing"]);
});

describe("what a guest finds through WASI", () => {
  const given = (one: Component, sha256: string): Component => ({
    ...one,
    wasi: { sha256, inputs: { args: [sha256], env: {}, preopens: {}, stdin: null } },
  });
  const older = component("codec", "a");
  const candidate = given(component("codec", "b"), "new");
  const ids = { "execution/x": "d", "execution/y": "d" };

  it("is the candidate's on both sides, whether the base had its own or none", () => {
    for (const own of [older, given(older, "old")]) {
      const plan = planned(workloadOf([[candidate, ids]]), sideOf([[own, ids]]));
      const pairs = plan.map(({ pair }) => pair);
      expect(pairs.map((pair) => pair?.baseline?.wasi?.sha256)).toEqual(["new", "new"]);
      expect(pairs[0]?.baseline?.sha256).toBe("a");
      // One object for all its benchmarks: it is instrumented once.
      expect(pairs[0]?.baseline).toBe(pairs[1]?.baseline);
    }
  });

  it("is nothing on both sides where the candidate has none, and the base's own object where both are equal", () => {
    const plain = component("codec", "b");
    const without = planned(workloadOf([[plain, ids]]), sideOf([[given(older, "old"), ids]]));
    expect(without[0]?.pair?.baseline?.wasi).toBeUndefined();
    const same = given(older, "new");
    const equal = planned(workloadOf([[candidate, ids]]), sideOf([[same, ids]]));
    expect(equal[0]?.pair?.baseline).toBe(same);
  });
});

describe("the size of a component", () => {
  const SIZE = "size/component/x";
  const asSize = <T extends Workload>(workload: T): T => ({
    ...workload,
    benchmarks: workload.benchmarks.map((one) =>
      benchmark(one.id, { ...one, procedure: { kind: "size" }, primary: "size_raw" }),
    ),
  });
  const sized = (sha256: string, definition = "d"): Workload =>
    asSize(workloadOf([[component("x", sha256), { "size/component": definition }]]));
  const known = sideOf([[component("x", "a"), { "size/component": "d" }]]);
  const lost: BaselineSide = {
    ...known,
    components: new Map(),
    facts: [],
    benchmarks: new Map([
      [
        SIZE,
        {
          component: "x",
          definition: "d",
          hostCode: null,
          exact: [{ metric: "size_raw", value: 300, note: null }],
        },
      ],
    ]),
  };

  it("is compared without a process, whatever the component is", () => {
    const glue = { path: "x.js", init: null, closure: {} } as unknown as Component["glue"];
    const workload = sized("b");
    const components = workload.components.map((one) => ({ ...one, glue }));
    for (const one of [workload, { ...workload, components }])
      expect(planned(one, known)).toMatchObject([{ pairing: "paired", pair: null }]);
  });

  it("is identical where no byte changed, also under a definition that is new", () => {
    expect(planned(sized("a"), known)).toMatchObject([{ pairing: "identical", pair: null }]);
    const added = planned(sized("a", "e"), known);
    expect(added).toMatchObject([{ pairing: "identical", pair: null }]);
  });

  it("is compared where the baseline has its number and not its bytes", () => {
    expect(planned(sized("b"), lost)).toMatchObject([{ pairing: "paired", pair: null }]);
    expect(planned(sized("b"), { ...lost, benchmarks: new Map() })).toMatchObject([
      { pairing: "new" },
    ]);
  });
});
