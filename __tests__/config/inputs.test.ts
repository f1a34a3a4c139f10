import { describe, expect, it } from "vitest";
import { parseBaselineChoice, parseInputs, parseShard } from "../../src/config/inputs.ts";
import { thrownBy } from "./thrown.ts";

const read = (given: Readonly<Record<string, string>>) => parseInputs((name) => given[name] ?? "");

describe("parseInputs", () => {
  it("fills in every default", () => {
    expect(read({})).toEqual({
      config: null,
      workingDirectory: ".",
      mode: "run",
      engines: null,
      suites: null,
      shard: null,
      results: "wasm-bench-results",
      imported: null,
      baseline: { kind: "cache" },
      baselineBranch: null,
      saveBaseline: "auto",
      threshold: null,
      failOn: null,
      confirm: null,
      secondJob: false,
      policy: "candidate",
      suspects: [],
      comment: "on-change",
      commentKey: "",
      status: false,
      summary: true,
      report: "artifact",
      timeBudgetMs: null,
      selfTest: false,
      githubToken: "",
    });
  });

  it("reads every input", () => {
    const inputs = read({
      config: "ci/bench.yml",
      "working-directory": "packages/codec",
      mode: "run",
      engine: "v8, wasmtime@24.0.5",
      suites: "memory, instantiation\nmemory",
      shard: "2/3",
      results: "downloads",
      baseline: "file:release-1.2",
      "baseline-branch": "refs/heads/release/1.x",
      "save-baseline": "never",
      threshold: " 3% ",
      "fail-on": "target,regression",
      confirm: "fresh-runner",
      "second-job": "true",
      policy: "base",
      comment: "on-failure",
      "comment-key": "linux",
      status: "TRUE",
      summary: "false",
      report: "none",
      "time-budget": "90s",
      "self-test": "true",
      "github-token": "secret",
    });
    expect(inputs).toEqual({
      config: "ci/bench.yml",
      workingDirectory: "packages/codec",
      mode: "run",
      engines: [
        { name: "v8" },
        { name: "wasmtime", source: { kind: "version", version: "24.0.5", sha256: [] } },
      ],
      suites: ["instantiation", "memory"],
      shard: { index: 2, count: 3 },
      results: "downloads",
      imported: null,
      baseline: { kind: "file", name: "release-1.2" },
      baselineBranch: "release/1.x",
      saveBaseline: "never",
      threshold: 0.03,
      failOn: ["regression", "target"],
      confirm: "fresh-runner",
      secondJob: true,
      policy: "base",
      suspects: [],
      comment: "on-failure",
      commentKey: "linux",
      status: true,
      summary: false,
      report: "none",
      timeBudgetMs: 90_000,
      selfTest: true,
      githubToken: "secret",
    });
  });

  it("reads suspects separated by commas or spaces", () => {
    const { suspects } = read({ suspects: "execution/a/x, execution/b/x" });
    expect(suspects).toEqual(["execution/a/x", "execution/b/x"]);
  });

  it("lets nothing fail the run when told so", () => {
    expect(read({ "fail-on": "none" }).failOn).toEqual([]);
  });

  it.each([
    [
      "mode",
      "merg",
      'input mode: expected one of run, merge, comment, import, got "merg"; did you mean "merge"?',
    ],
    [
      "suites",
      "memory,exec",
      'input suites: expected one of instantiation, execution, memory, crash_handling, size, got "exec"',
    ],
    ["fail-on", "regresions", 'did you mean "regression"?'],
    ["fail-on", "none,regression", 'got "none"'],
    ["baseline", "s3", 'input baseline: expected one of cache, file, none, got "s3"'],
    ["baseline", "file:../x", "input baseline: expected cache, file, file:NAME or none"],
    ["baseline", "file:", "input baseline: expected cache, file, file:NAME or none"],
    ["baseline", "cache:x", "input baseline: expected cache, file, file:NAME or none"],
    ["baseline-branch", "a..b", "input baseline-branch: expected the name of one branch"],
    ["baseline-branch", "main release", "input baseline-branch: expected the name of one branch"],
    ["save-baseline", "sometimes", "input save-baseline: expected one of auto, always, never"],
    ["threshold", "5", "input threshold: expected a percentage such as 5% (units: %)"],
    ["threshold", "0%", "input threshold: must be above zero"],
    ["threshold", "2000%", "input threshold: expected at most 1000%"],
    ["second-job", "maybe", "input second-job: expected one of true, false"],
    ["policy", "mine", "input policy: expected one of candidate, base"],
    ["confirm", "there", "input confirm: expected one of here, fresh-runner"],
    ["comment", "yes", "input comment: expected one of always, on-change, on-failure, never"],
    ["comment-key", "a b", "input comment-key: expected letters"],
    ["status", "yes", "input status: expected one of true, false"],
    ["summary", "1", "input summary: expected one of true, false"],
    ["report", "zip", "input report: expected one of artifact, none"],
    ["self-test", "on", "input self-test: expected one of true, false"],
    ["time-budget", "90", "input time-budget: expected a duration such as 10ms"],
    ["time-budget", "0s", "input time-budget: must be above zero"],
    ["config", "a\0b", "input config: must not contain NUL"],
    ["shard", "0/3", "input shard: expected i/n with 1 <= i <= n <= 256"],
    ["shard", "4/3", 'got "4/3"'],
    ["shard", "1/257", "input shard"],
    ["shard", "1", "input shard"],
  ])("refuses %s: %j", (name, value, message) => {
    const { code, message: said } = thrownBy(() => read({ [name]: value }));
    expect(code).toBe("input");
    expect(said).toContain(message);
  });

  it("refuses a shard in a job that measures nothing", () => {
    const { message } = thrownBy(() => read({ mode: "merge", shard: "1/2" }));
    expect(message).toBe("input shard: cannot be used with mode merge");
    const second = thrownBy(() => read({ suspects: "execution/a", shard: "1/2" }));
    expect(second.message).toBe("input shard: cannot be used with suspects");
  });

  const imports = {
    mode: "import",
    "import-format": "criterion",
    "import-path": "target/criterion",
  };

  it("reads what to import", () => {
    const choice = {
      format: "criterion",
      path: "target/criterion",
      baseline: null,
      allowStale: false,
    };
    expect(read(imports).imported).toEqual(choice);
    expect(read({ ...imports, "allow-stale": "true" }).imported?.allowStale).toBe(true);
    expect(read({ ...imports, "import-format": "" }).imported?.format).toBe("auto");
    expect(read({ ...imports, "import-baseline": "main" }).imported?.baseline).toBe("main");
  });

  it.each([
    [{ ...imports, "allow-stale": "perhaps" }, "input allow-stale: expected"],
    [{ "allow-stale": "true" }, "input allow-stale: cannot be used with mode run"],
    [{ ...imports, "import-path": "" }, "input import-path: is required with mode import"],
    [{ ...imports, "import-format": "criterium" }, 'did you mean "criterion"?'],
    [{ ...imports, "import-path": "a\0b" }, "input import-path: must not contain NUL"],
    [{ ...imports, "import-baseline": "a\0b" }, "input import-baseline: must not contain NUL"],
    [{ ...imports, mode: "run" }, "input import-format: cannot be used with mode run"],
    [{ "import-baseline": "main" }, "input import-baseline: cannot be used with mode run"],
  ])("refuses %j", (given, message) => {
    expect(thrownBy(() => read(given)).message).toContain(message);
  });
});

describe("parseShard and parseBaselineChoice", () => {
  it("serve the command line as they serve the action", () => {
    expect(parseShard("1/1")).toEqual({ index: 1, count: 1 });
    expect(parseBaselineChoice("none")).toEqual({ kind: "none" });
    expect(parseBaselineChoice("file")).toEqual({ kind: "file", name: "main" });
  });
});
