import { describe, expect, it } from "vitest";
import { parseBaseline, serializeBaseline } from "../../src/config/baseline-document.ts";
import { relativeNameFault } from "../../src/config/relative-name.ts";
import type { BaselineDocument } from "../../src/model/baseline.ts";
import { changed } from "./changed.ts";
import { baseline } from "./sample-documents.ts";
import { thrownBy } from "./thrown.ts";

const TEXT = serializeBaseline(baseline);

const history = (count: number, fingerprint: string): BaselineDocument["history"] =>
  Array.from({ length: count }, (_, index) => ({
    sha: `${index}`,
    createdAt: "2027-01-31T12:00:00Z",
    runId: `${index}`,
    fingerprint,
    tag: null,
    benchmarks: {},
  }));

describe("a baseline", () => {
  it("survives being written and read", () => {
    expect(parseBaseline(TEXT, "baseline.json")).toEqual(baseline);
    expect(serializeBaseline(parseBaseline(TEXT, "baseline.json"))).toBe(TEXT);
  });

  it("of an earlier version stores no policy and is read all the same", () => {
    const { policy: _, ...older } = baseline;
    expect(parseBaseline(changed(TEXT, "policy", undefined), "baseline.json")).toEqual(older);
  });

  it("keeps the last 20 runs of each fingerprint, and no more", () => {
    const full = { ...baseline, history: [...history(20, "a"), ...history(20, "b")] };
    expect(parseBaseline(serializeBaseline(full), "b.json").history).toHaveLength(40);
    const text = changed(TEXT, "history", history(21, "a"));
    expect(thrownBy(() => parseBaseline(text, "b.json")).message).toBe(
      "b.json: history: more than 20 runs of one fingerprint",
    );
  });

  it("is not written with a file that would leave its folder", () => {
    const [, glue] = baseline.components;
    const files = [{ name: "../evil.js", sha256: "ab".repeat(32), sizeBytes: 1 }];
    const evil = { ...baseline, components: [{ ...glue, files }] } as BaselineDocument;
    const { code, message } = thrownBy(() => serializeBaseline(evil));
    expect(code).toBe("bug");
    expect(message).toContain("components[0].files[0].name: expected a plain relative name");
  });
});

describe("a damaged baseline", () => {
  it.each([
    ["kind", "wasm-bench/result", 'kind: expected "wasm-bench/baseline"'],
    [
      "version",
      3,
      "version 3 of wasm-bench/baseline is newer than the version 2 this release reads",
    ],
    ["version", 1.5, "version: expected a whole number from 1, got 1.5"],
    ["extra", 1, "extra: unknown key; allowed: kind, version"],
    ["policy.today", "today", "policy.today: expected a day (YYYY-MM-DD)"],
    [
      "policy.components.0.settings.path",
      7,
      "policy.components[0].settings.path: expected a string, got 7",
    ],
    ["components.0.name", "../codec", "components[0].name: expected a name of letters"],
    ["components.0.path", "a\0b", "components[0].path: must not contain NUL"],
    [
      "components.0.host",
      { kind: "shell" },
      "components[0].host.kind: expected one of none, wasi, module",
    ],
    ["components.0.host", { kind: "wasi" }, "components[0].host.args: is required, but missing"],
    ["components.0.sha256", `${"ab".repeat(31)}/.`, "components[0].sha256: expected a SHA-256"],
    [
      "components.0.moduleSha256",
      null,
      'components[0]: only a glue component may be without "moduleSha256"',
    ],
    ["components.0.sizeBytes", 1.5, "components[0].sizeBytes: expected a whole number, got 1.5"],
    ["components.0.entry", "x.js", 'components[0]: a glue component, and no other, has an "entry"'],
    [
      "components.1.entry",
      "other.js",
      'components[1]: a glue component, and no other, has an "entry"',
    ],
    ["components.0.definitions", [], "components[0].definitions: expected an object, got a list"],
    [
      "components.0.definitions.__proto__",
      "x",
      'components[0].definitions: the key "__proto__" is not accepted',
    ],
    ["components.0.definitions.constructor", "x", 'the key "constructor" is not accepted'],
    ["components.1.name", "codec", 'components[1]: duplicate component "codec", already at [0]'],
    [
      "benchmarks.0.series.0.values",
      "1,2",
      'benchmarks[0].series[0].values: expected a list, got "1,2"',
    ],
    [
      "benchmarks.0.series.0.values.0",
      null,
      "benchmarks[0].series[0].values[0]: expected a number, got null",
    ],
    [
      "history.0.benchmarks.execution/sum/codec",
      5,
      'history[0].benchmarks["execution/sum/codec"]: expected an object, got 5',
    ],
    [
      "noise.execution/sum/codec",
      {},
      'noise["execution/sum/codec"].variance: is required, but missing',
    ],
  ])("is refused by the name of its field: %s = %j", (path, value, message) => {
    const { code, message: said } = thrownBy(() =>
      parseBaseline(changed(TEXT, path, value), "b.json"),
    );
    expect(code).toBe("baseline");
    expect(said).toContain(`b.json: ${message}`.replace("b.json: the key", "the key"));
  });

  it("is refused when the entry of its host code is none of the files", () => {
    const files = ["a.mjs", "b.mjs"].map((name) => ({
      name,
      sha256: "ab".repeat(32),
      sizeBytes: 1,
    }));
    const stored = (entry: string): string =>
      thrownBy(() => {
        const hostClosure = { root: "", folder: null, links: [], compiled: [], entry, files };
        const host = changed(TEXT, "components.0.host", { kind: "module", path: entry });
        return parseBaseline(changed(host, "components.0.hostClosure", hostClosure), "b.json");
      }).message;
    expect([stored("a.mjs"), stored("b.mjs")]).toEqual(["", ""]);
    expect(stored("c.mjs")).toContain(
      'components[0].hostClosure: its "entry" must be one of its files',
    );
  });

  it("is refused when it is cut off or too long", () => {
    const cut = thrownBy(() => parseBaseline(TEXT.slice(0, -20), "b.json"));
    const long = thrownBy(() => parseBaseline(" ".repeat(16 * 1024 * 1024 + 1), "b.json"));
    expect(cut.message).toContain("b.json: not valid JSON");
    expect(long.message).toContain("more than the 16777216 accepted");
    expect([cut.code, long.code]).toEqual(["baseline", "baseline"]);
  });
});

describe("relativeNameFault", () => {
  it("takes 512 characters and 32 folders deep, and no more", () => {
    expect(relativeNameFault("x".repeat(512))).toBeNull();
    expect(relativeNameFault("a/".repeat(31).concat("b"))).toBeNull();
    expect(relativeNameFault("a/".repeat(32).concat("b"))).toContain("deeper than 32 folders");
  });

  it.each(["a.js", "snippets/a b/inline0.js", "ä.js", "a/.hidden", "a..b", "com10.js"])(
    "takes %j",
    (name) => {
      expect(relativeNameFault(name)).toBeNull();
    },
  );

  it.each([
    ["", "it must have 1 to 512 characters"],
    ["x".repeat(513), "it must have 1 to 512 characters"],
    ["/etc/passwd", "it is absolute"],
    ["C:/x", "it is absolute"],
    ["c:x", "it is absolute"],
    ["..", 'it has an empty, "." or ".." part'],
    ["a/../../b", 'it has an empty, "." or ".." part'],
    ["./a", 'it has an empty, "." or ".." part'],
    ["a//b", 'it has an empty, "." or ".." part'],
    ["a/", 'it has an empty, "." or ".." part'],
    ["a\\b", "it has a backslash"],
    ["a\0b", "it has a backslash, a control character"],
    ["a\nb", "it has a backslash, a control character"],
    ["ab:stream", "it has a backslash, a control character or one of :"],
    ["aux.js", "a part of it is no plain file name everywhere"],
    ["a/b. ", "a part of it is no plain file name everywhere"],
    ["a/".repeat(33).concat("b"), "it is nested deeper than 32 folders"],
  ])("refuses %j", (name, fault) => {
    expect(relativeNameFault(name)).toContain(fault);
  });
});
