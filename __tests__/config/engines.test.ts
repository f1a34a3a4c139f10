import { describe, expect, it } from "vitest";
import { parseEngines, withEngines } from "../../src/config/choose-engines.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { policyOf, storedPolicyOf } from "../../src/config/policy.ts";
import { sayEngine } from "../../src/model/engine-words.ts";
import { thrownBy } from "./thrown.ts";

const HASH = "0123456789abcdef".repeat(4);
const UNNAMED = { name: "wasmtime", source: { kind: "unnamed" } };
const PATH = {
  name: "wasmtime",
  source: { kind: "path", path: "lib/engine.so", base: "root", sha256: [] },
};

const FORMS =
  "engine: expected v8, wasmtime, wasmtime@24.0.5, wasmtime@24.0.5#SHA256 or wasmtime=PATH";
const read = (text: string) => parseConfig(text, "wasm-bench.yml", []);
const engines = (text: string) => read(`engine: ${text}\n`).engines;
const release = (sha256: readonly string[]) => ({
  name: "wasmtime",
  source: { kind: "version", version: "24.0.5", sha256 },
});

describe("engine of a configuration", () => {
  it("is V8 alone where none is named", () => {
    expect(read("fuel: {}").engines).toEqual([{ name: "v8" }]);
  });

  it.each([
    ["v8", [{ name: "v8" }]],
    ["wasmtime", [UNNAMED]],
    ["{ name: wasmtime }", [UNNAMED]],
    ["{ name: wasmtime, library: lib/engine.so }", [PATH]],
    ["wasmtime=lib/engine.so", [PATH]],
    ["{ name: wasmtime, version: 24.0.5 }", [release([])]],
    ["wasmtime@24.0.5", [release([])]],
    [`{ name: wasmtime, version: 24.0.5, sha256: ${HASH.toUpperCase()} }`, [release([HASH])]],
    [`wasmtime@24.0.5#${HASH}`, [release([HASH])]],
    [
      `{ name: wasmtime, version: 24.0.5, sha256: [${HASH}, ${"ab".repeat(32)}] }`,
      [release([HASH, "ab".repeat(32)])],
    ],
    ["[v8, { name: wasmtime }]", [{ name: "v8" }, UNNAMED]],
  ])("reads %s", (text, chosen) => {
    expect(engines(text)).toEqual(chosen);
  });

  it.each([
    [
      "wasmtine",
      'engine: expected v8, wasmtime, wasmtime@24.0.5, wasmtime@24.0.5#SHA256 or wasmtime=PATH, got "wasmtine"; did you mean "wasmtime"?',
    ],
    ["wasmtime@24", `${FORMS}, got "wasmtime@24": a release has three numbers (`],
    ["wasmtime@latest", `${FORMS}, got "wasmtime@latest": a release has three numbers (`],
    ["wasmtime@v24.0.5", `${FORMS}, got "wasmtime@v24.0.5"; did you mean "wasmtime@24.0.5"?`],
    ["wasmtime-24.0.5", `${FORMS}, got "wasmtime-24.0.5"; did you mean "wasmtime@24.0.5"?`],
    ["Wasmtime 24.0.5", `${FORMS}, got "Wasmtime 24.0.5"; did you mean "wasmtime@24.0.5"?`],
    ["wasmtime@24.0.5#abc", `"wasmtime@24.0.5#abc": a release has three numbers, and a SHA-256`],
    ["wasmtime=", `${FORMS}, got "wasmtime=": no path stands behind the = (`],
    ["lib/engine.so", `got "lib/engine.so"; did you mean "wasmtime=PATH" with this path?`],
    ["Wasmtime", `${FORMS}, got "Wasmtime"; did you mean "wasmtime"?`],
    ["v8@13.6.233", "engine: v8 is the one of Node and has no version or library"],
    ["[]", "engine: names no engine"],
    ["[wasmtime, wasmtime@24.0.5]", "engine: names wasmtime twice"],
    ["7", "engine: "],
    [
      "{ name: wasmtime, version: 24 }",
      "engine.version: expected a version such as 24.0.5, got 24",
    ],
    [
      "{ name: wasmtime, version: latest }",
      'engine.version: expected a version such as 24.0.5, got "latest"',
    ],
    ["{ name: wasmtime, version: 24.0.5, library: x.so }", "engine: names a library and a version"],
    ["{ name: wasmtime, sha256: abc }", "engine.sha256: expected a SHA-256"],
    [`{ name: wasmtime, sha256: ${HASH} }`, "engine: gives a sha256 of nothing"],
    ["{ name: v8, library: x.so }", "engine: v8 is the one of Node"],
    ["{ library: x.so }", "engine.name: is required"],
    ["[v8, { name: wasmer }]", "engine[1].name: "],
  ])("refuses %s with its place", (text, message) => {
    const { code, message: said } = thrownBy(() => engines(text));
    expect(code).toBe("config");
    expect(said).toMatch(/^wasm-bench\.yml: /);
    expect(said).toContain(message);
  });

  it("is taken by a component by name alone", () => {
    const of = (engine: string) =>
      read(`components: [{ name: a, path: a.wasm, engine: ${engine} }]`).components[0]?.engine;
    expect(of("v8")).toEqual(["v8"]);
    expect(of("[wasmtime, v8, wasmtime]")).toEqual(["v8", "wasmtime"]);
    expect(thrownBy(() => of("wasmtime@24.0.5")).message).toContain("components[0].engine: ");
    expect(thrownBy(() => of("[]")).message).toContain("components[0].engine: names no engine");
  });
});

describe("engine of an input", () => {
  it("reads several, by commas or lines, with paths from the current folder", () => {
    expect(parseEngines("engine", "")).toBeNull();
    expect(parseEngines("engine", " v8 ,\n wasmtime=my libs/engine.so")).toEqual([
      { name: "v8" },
      {
        name: "wasmtime",
        source: { kind: "path", path: "my libs/engine.so", base: "current", sha256: [] },
      },
    ]);
  });

  it.each(["wasmer", "wasmtime@", "v8,v8", "wasmtime,wasmtime@24.0.5"])("refuses %s", (value) => {
    expect(thrownBy(() => parseEngines("--engine", value))).toMatchObject({
      code: "input",
      message: expect.stringMatching(/^option --engine: /),
    });
  });

  it("replaces the engines of the configuration and of its components", () => {
    const config = read("components: [{ name: a, path: a.wasm, engine: v8 }]\nengine: v8\n");
    const chosen = withEngines(config, parseEngines("engine", "wasmtime"));
    expect(chosen.engines).toEqual([UNNAMED]);
    expect(chosen.components.map(({ engine }) => engine)).toEqual([undefined]);
    expect(withEngines(config, null)).toBe(config);
  });

  it("keeps the library of the configuration where it names none", () => {
    const config = read("engine: { name: wasmtime, library: lib/engine.so }");
    const chosen = (text: string) => withEngines(config, parseEngines("engine", text)).engines;
    expect(chosen("v8,wasmtime")).toEqual([{ name: "v8" }, PATH]);
    expect(chosen("wasmtime@24.0.5")).toEqual([release([])]);
  });
});

describe("engines in a stored policy", () => {
  const stored = (text: string) => {
    const config = read(text);
    const inputs = { threshold: null, failOn: null, confirm: null, suites: null };
    const policy = policyOf(config, inputs, "2026-11-26");
    return storedPolicyOf(config, { policy, sampling: config.sampling, inputs, benchmarks: [] });
  };

  it("are told where it is not V8 alone", () => {
    expect(stored("fuel: {}").engines).toBeUndefined();
    expect(stored("engine: v8").engines).toBeUndefined();
    expect(stored("engine: [v8, wasmtime@24.0.5]").engines).toEqual(["v8", "wasmtime@24.0.5"]);
  });

  it("are told with what tells two choices apart", () => {
    expect(engines("[v8, wasmtime]").map(sayEngine)).toEqual(["v8", "wasmtime"]);
    expect(engines("wasmtime=lib/engine.so").map(sayEngine)).toEqual(["wasmtime=lib/engine.so"]);
    const pinned = `{ name: wasmtime, library: a, sha256: ${HASH} }`;
    const paths = [
      pinned,
      `"wasmtime=a#${HASH.slice(0, 12)}"`,
      `"wasmtime=a%23${HASH.slice(0, 12)}"`,
    ];
    expect(new Set(paths.flatMap((one) => engines(one).map(sayEngine))).size).toBe(3);
    expect(engines(`wasmtime@24.0.5#${HASH}`).map(sayEngine)).toEqual([
      "wasmtime@24.0.5#0123456789ab",
    ]);
  });

  it("of a component are a setting of it", () => {
    const { components } = stored(
      "components: [{ name: a, path: a.wasm, engine: [v8, wasmtime] }]",
    );
    expect(components[0]?.settings).toMatchObject({ engine: "v8, wasmtime" });
  });
});
