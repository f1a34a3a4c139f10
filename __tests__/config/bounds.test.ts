import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { readYaml } from "../../src/config/yaml-text.ts";
import { thrownBy } from "./thrown.ts";

const outcome = (text: string): string =>
  thrownBy(() => parseConfig(text, "c.yml", [])).message.replace(/ \(line \d+\)$/, "");

describe("the least and the most that a key takes", () => {
  it.each([
    ["sampling: { samples: % }", ["1", "10000"], ["0", "10001"], "between 1 and 10000"],
    ["sampling: { time: % }", ["10ms", "10min"], ["9.99ms", "601s"], "between 10ms and 10min"],
    ["sampling: { max-instances: % }", ["1", "100"], ["0", "101"], "between 1 and 100"],
    ["sampling: { processes: % }", ["1", "100"], ["0", "101"], "between 1 and 100"],
    ["sampling: { rounds: % }", ["2", "1000"], ["1", "1001"], "between 2 and 1000"],
    ["sampling: { copies: % }", ["1", "16"], ["0", "17"], "between 1 and 16"],
    ["sampling: { block: % }", ["100us", "1s"], ["99us", "1001ms"], "between 100us and 1s"],
    ["sampling: { warmup: % }", ["0", "10s"], ["10001ms"], "between 0 and 10s"],
    ["sampling: { timeout: % }", ["100ms", "60min"], ["99ms", "3601s"], "between 100ms and 60min"],
    ["gate: { regression: % }", ["0.1%", "1000%"], ["0.09%", "1001%"], "between 0.1% and 1000%"],
  ])("%s: of %j both, of %j none", (text, taken, refused, words) => {
    const read = (value: string): string => outcome(text.replace("%", value));
    expect(taken.map(read)).toEqual(taken.map(() => ""));
    expect(refused.map(read)).toEqual(
      refused.map(() => expect.stringContaining(`must be ${words}`)),
    );
  });

  it("is 0.1 % and more of an accepted change: what is small may become a thousand times larger", () => {
    const accepted = (limit: string): string =>
      outcome(
        `accept: [{ benchmark: "size/**", metric: size_raw, until: 2027-01-31, reason: x, limit: ${limit} }]`,
      );
    expect([accepted("0.1%"), accepted("4181%"), accepted("1000000%")]).toEqual(["", "", ""]);
    expect(accepted("0.09%")).toContain("must be 0.1% or more");
  });

  const operations = (count: string): string =>
    outcome(
      `components: [{ name: a, path: a, execution: [{ name: x, export: f, operations: ${count} }] }]`,
    );

  it("is one to a billion operations in a call", () => {
    expect([operations("1"), operations("1000000000")]).toEqual(["", ""]);
    expect(operations("0")).toContain("must be between 1 and 1000000000");
    expect(operations("1000000001")).toContain("must be between 1 and 1000000000");
  });

  it("is 64 characters of a name, the first a letter or digit, and 4096 of a text", () => {
    const named = (name: string): string => outcome(`components: [{ name: "${name}", path: a }]`);
    expect([named("x".repeat(64)), named("9"), named("a.b_c-D")]).toEqual(["", "", ""]);
    for (const name of ["x".repeat(65), "-a", ".a", "_a", "a b", "a/b", ""])
      expect(named(name)).toContain("components[0].name: expected a name of letters");
    const placed = (path: string): string => outcome(`components: [{ name: a, path: "${path}" }]`);
    expect(placed("x".repeat(4096))).toBe("");
    expect(placed("x".repeat(4097))).toContain("must be at most 4096 characters long");
    expect(placed("  ")).toContain("must not be empty");
  });

  it("is 512 characters of a pattern, and a hundred alternatives", () => {
    const matched = (pattern: string): string =>
      outcome(`overrides: [{ benchmark: "${pattern}", fuel: 1% }]`);
    const choice = (count: number): string =>
      `{${Array.from({ length: count }, (_, at) => `c${at}`).join(",")}}`;
    expect([matched("x".repeat(512)), matched(choice(100))]).toEqual(["", ""]);
    expect(matched("x".repeat(513))).toContain("at most 512 characters");
    expect(matched(choice(101))).toContain("at most 100 alternatives");
  });
});

describe("rules between keys", () => {
  it("of thresholds are an order that equal ones keep", () => {
    const gate = (values: string): string => outcome(`gate: { ${values} }`);
    expect(gate("regression: 5%, decide: 5%, suspect: 5%")).toBe("");
    expect(gate("regression: 5%, decide: 3%, suspect: 4%")).toContain(
      "suspect <= decide <= regression must hold, got suspect 4%, decide 3%, regression 5%",
    );
    expect(gate("decide: 6%")).toContain("suspect <= decide <= regression must hold");
  });

  it("of an override name fuel once", () => {
    const rule = (values: string): string => outcome(`overrides: [{ benchmark: a, ${values} }]`);
    expect(rule("fuel: 1%, exact: { fuel: 2% }")).toContain(
      "overrides[0]: fuel and exact.fuel name the same metric: keep exact.fuel",
    );
    expect(rule("fuel: 1%, exact: { pages: 2 }")).toBe("");
    expect(rule("exact: { pages: 2 }")).toBe("");
    expect(rule("exact: {}")).toContain("changes nothing");
    expect(rule("reason: r")).toContain("changes nothing");
  });

  it("of an accepted removal allow a last day", () => {
    const removed = "benchmark: a, removed: true, reason: r";
    const { removals, accept } = parseConfig(
      `accept: [{ ${removed} }, { ${removed}, until: 2027-01-31 }, { benchmark: b, until: 2027-01-31, limit: 5%, reason: s }]`,
      "c.yml",
      [],
    );
    expect(removals).toEqual([
      { benchmark: "a", until: null, reason: "r" },
      { benchmark: "a", until: "2027-01-31", reason: "r" },
    ]);
    expect(accept).toEqual([
      { benchmark: "b", metric: "time", until: "2027-01-31", limit: 0.05, reason: "s" },
    ]);
  });

  it("of a list keep an item from standing twice, and name the first", () => {
    const component = (name: string): string => `{ name: ${name}, path: x }`;
    const list = ["a", "b", "a", "b", "a"].map(component).join(", ");
    expect(outcome(`components: [${list}]`).split("\n")).toEqual([
      'c.yml: components[2]: duplicate component "a", already at [0] (line 1)',
      'c.yml: components[3]: duplicate component "b", already at [1] (line 1)',
      'c.yml: components[4]: duplicate component "a", already at [0]',
    ]);
  });
});

describe("the text of a configuration", () => {
  const deep = (depth: number): string => `${"[".repeat(depth)}1${"]".repeat(depth)}`;

  it("has at most 2^20 characters", () => {
    const padded = (length: number): string => `a: 1\n#${"x".repeat(length - 6)}`;
    expect(readYaml(padded(2 ** 20), "c.yml").value).toEqual({ a: 1 });
    expect(thrownBy(() => readYaml(padded(2 ** 20 + 1), "c.yml")).code).toBe("config");
  });

  it("is at most 32 lists or maps deep", () => {
    expect(thrownBy(() => readYaml(deep(32), "c.yml")).code).toBe("none");
    expect(thrownBy(() => readYaml(deep(33), "c.yml")).message).toContain("deeper than 32");
    const map = (depth: number): string => `${"{ a: ".repeat(depth)}1${" }".repeat(depth)}`;
    expect(thrownBy(() => readYaml(map(32), "c.yml")).code).toBe("none");
    expect(thrownBy(() => readYaml(map(33), "c.yml")).message).toContain("deeper than 32");
  });

  it("has integers of any size, rounded nowhere", () => {
    const list = "[9007199254740991, 9007199254740992, -9007199254740992, 1.5]";
    expect(readYaml(list, "c.yml").value).toEqual([
      9007199254740991,
      9007199254740992n,
      -9007199254740992n,
      1.5,
    ]);
  });

  it("that is empty is an empty object", () => {
    expect(readYaml("", "c.yml").value).toEqual({});
    expect(readYaml("~", "c.yml").value).toEqual({});
  });

  it("tells ten faults of its syntax, with line and column", () => {
    const text = Array.from({ length: 12 }, () => "a: 1").join("\n");
    const told = thrownBy(() => readYaml(text, "c.yml")).message.split("\n");
    expect(told).toHaveLength(10);
    expect(told[0]).toMatch(/^c\.yml:2:1: /);
    expect(told[9]).toMatch(/^c\.yml:11:1: /);
  });

  it("knows the line of every key, and of what lies deeper the line of the last that is there", () => {
    const { lineOf } = readYaml("a: 1\nb:\n  - c: 2\n  - 5\n  -\n    d: 3\n", "c.yml");
    const paths = [["a"], ["b"], ["b", 0, "c"], ["b", 1], ["b", 2, "d"], ["b", 0, "none"]];
    expect(paths.map(lineOf)).toEqual([1, 2, 3, 4, 6, 3]);
    expect([lineOf([]), lineOf(["none"]), lineOf(["a", "b"])]).toEqual([1, 1, 1]);
    expect(readYaml("", "c.yml").lineOf(["a"])).toBeNull();
  });
});
