import { describe, expect, it } from "vitest";
import { maySaveBaseline, parseEvent } from "../../src/config/event.ts";
import { parseAmount } from "../../src/config/input-value.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { basePolicyOf, policyOf, storedPolicyOf } from "../../src/config/policy.ts";
import { parseFloor, parseQuantity } from "../../src/config/units.ts";
import { target } from "../gate/fabricate.ts";

const read = (text: string, shipped: Parameters<typeof parseConfig>[2] = []) =>
  parseConfig(text, "c.yml", shipped);

describe("shipped targets", () => {
  const shipped = [target("instantiation/*", 5), target("execution/*", 7)];

  it("fail a run of the reference components, and inform beside components of one's own", () => {
    expect(read("{}", shipped).targets.map(({ severity }) => severity)).toEqual(["fail", "fail"]);
    const own = read("components: [{ name: a, path: a.wasm }]", shipped);
    expect(own.targets.map(({ severity, max }) => [severity, max])).toEqual([
      ["info", 5],
      ["info", 7],
    ]);
  });

  it("give way to one of the same benchmark and metric, and to no other", () => {
    const limits = (text: string): [string, string][] =>
      read(text, shipped).targets.map(({ benchmark, metric }) => [benchmark, metric]);
    expect(limits('targets: [{ benchmark: "execution/*", metric: fuel, max: 9 }]')).toEqual([
      ["instantiation/*", "time"],
      ["execution/*", "time"],
      ["execution/*", "fuel"],
    ]);
    expect(limits('targets: [{ benchmark: "execution/*", max: 9ns }]')).toEqual([
      ["instantiation/*", "time"],
      ["execution/*", "time"],
    ]);
  });
});

describe("a component of the configuration", () => {
  it("has nothing that was not written", () => {
    const [bare] = read("components: [{ name: a, path: a.wasm }]").components;
    expect(bare).toEqual({
      name: "a",
      path: "a.wasm",
      host: "none",
      suites: ["instantiation", "execution", "memory", "crash_handling", "size"],
      execution: [],
      trap: null,
      wasm: null,
      init: null,
      files: [],
      limits: { fuel: null },
    });
  });

  it("calls without arguments where none are written", () => {
    const [one] = read(
      "components: [{ name: a, path: a, host-code: each, suites: [memory, crash_handling], execution: [{ name: x, export: f }], trap: { export: t } }]",
    ).components;
    expect(one).toMatchObject({
      hostCode: "each",
      suites: ["execution", "memory", "crash_handling"],
      execution: [{ name: "x", export: "f", args: [], native: null, operations: 1 }],
      trap: { export: "t", args: [] },
    });
  });

  it("has the suites that were named, without calls no more", () => {
    const [one] = read(
      "components: [{ name: a, path: a, suites: [memory], execution: [] }]",
    ).components;
    expect(one?.suites).toEqual(["memory"]);
  });
});

describe("accepted removals", () => {
  const config = read("accept: [{ benchmark: a, removed: true, reason: r }]");
  const removals = [{ benchmark: "a", until: null, reason: "r" }];
  const unset = { threshold: null, failOn: null };
  const policy = policyOf(config, unset, "2027-01-31");

  it("are part of the policy, and of the stored one", () => {
    expect(policy.removals).toEqual(removals);
    const parts = { policy, sampling: config.sampling, benchmarks: [] };
    const stored = storedPolicyOf(config, { ...parts, inputs: { confirm: null, suites: null } });
    expect(stored.removals).toEqual(removals);
    expect(basePolicyOf(stored, unset, "2027-01-31").removals).toEqual(removals);
    expect(policyOf(read("{}"), unset, "2027-01-31")).not.toHaveProperty("removals");
  });

  it("are no acceptances of a slowdown", () => {
    expect(policy.accept).toEqual([]);
  });
});

describe("an amount that cannot be read", () => {
  it.each([
    ["ns", "90", "Write time-budget with its unit, such as 90s."],
    ["ratio", "5", "Write time-budget with its unit, such as 5%."],
    ["ns", "0s", "Write a value such as 90s, or leave time-budget empty."],
    ["ratio", "0%", "Write a value such as 5%, or leave time-budget empty."],
  ] as const)("as %s: %j comes with what to write", (unit, text, hint) => {
    expect(() => parseAmount("time-budget", text, unit)).toThrow(expect.objectContaining({ hint }));
  });
});

describe("a quantity as text", () => {
  it("is read without the space around it", () => {
    expect(parseQuantity(" 5 ms ", "ns")).toEqual({ value: 5e6 });
    expect(parseFloor(" 7 ")).toEqual({ value: 7, unit: null });
  });

  it.each(["1_000", "1.5", "2e3", "2e10", "12"])(
    "is a floor in the metric's unit as %s",
    (text) => {
      expect(parseFloor(text)).toMatchObject({ unit: null });
    },
  );

  it.each([
    ["1KiB", "bytes"],
    ["5B", "bytes"],
    ["1e3ns", "ns"],
  ])("is a floor of its own kind as %s", (text, unit) => {
    expect(parseFloor(text)).toMatchObject({ unit });
  });
});

describe("the facts of an event", () => {
  const context = { sha: "c0ffee", ref: "refs/heads/main", repository: "o/r" };
  const completed = (login?: string): unknown => ({
    workflow_run: {
      id: 1,
      event: "pull_request",
      head_sha: "a",
      ...(login === undefined ? {} : { actor: { login } }),
    },
  });

  it.each([
    ["dependabot[bot]", true],
    ["octocat", false],
    [undefined, false],
  ])("say whether %s is Dependabot, after a workflow too", (login, isDependabot) => {
    expect(parseEvent("workflow_run", completed(login), context)).toMatchObject({ isDependabot });
  });

  it("trust nobody to be Dependabot, and no branch or commit without a name", () => {
    const event = parseEvent("push", {}, { sha: "", ref: "refs/tags/v1", repository: "o/r" });
    expect(event).toMatchObject({
      isDependabot: false,
      savesBaselineFor: null,
      statusSha: null,
      defaultBranch: "",
    });
    expect(maySaveBaseline({ ...event, savesBaselineFor: "" }, null)).toBe(false);
  });
});
