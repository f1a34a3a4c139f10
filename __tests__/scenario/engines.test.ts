import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, inject, it } from "vitest";
import { parseResult } from "../../src/config/result-document.ts";
import { makeArchive, makeLibrary } from "../engines/make-library.ts";
import { describeWithLibrary } from "../engines/real-library.ts";
import { type Loopback, listen } from "../servers/loopback.ts";
import { original, rebuilt, slower } from "./action-modules.ts";
import { configOf } from "./action-stage.ts";
import { folderWith, wasmBench } from "./command-line.ts";

const CONFIG = configOf(["work"]);
const ON_V8 = "execution/work/work";
const ON_WASMTIME = `${ON_V8}@wasmtime`;

/** A project whose `work` has these bytes. */
function project(config = CONFIG, module: Uint8Array = original): string {
  const folder = folderWith({ "wasm-bench.yml": config });
  writeFileSync(join(folder, "work.wasm"), module);
  return folder;
}

/** Verdicts by id of a result that was written. */
function verdicts(folder: string, name = "result.json"): Readonly<Record<string, string>> {
  const path = join(folder, name);
  const { judgement } = parseResult(readFileSync(path, "utf8"), path);
  return Object.fromEntries(judgement.benchmarks.map(({ id, verdict }) => [id, verdict]));
}

describe("an engine that cannot be had", () => {
  it("ends with 2 and the three ways, wherever the engine is named", () => {
    const folder = project();
    const runs = [
      wasmBench(folder, "run", "--engine", "wasmtime"),
      wasmBench(project(`${CONFIG}engine: [v8, wasmtime]\n`), "run"),
      wasmBench(folder, "compare", "work.wasm", "work.wasm", "-e", "wasmtime"),
      wasmBench(folder, "save", "main", "--engine", "v8", "--engine", "wasmtime"),
    ];
    for (const { code, err } of runs) {
      expect(err).toMatch(/^wasm-bench: no library of Wasmtime is named\n {2}hint: /m);
      expect(err).toMatch(/library: PATH.*version: 24\.0\.5.*WASM_BENCH_WASMTIME/);
      expect(code).toBe(2);
    }
  });

  it.each([
    [["--engine", "wasmer"], 'option --engine: expected v8, wasmtime, .*, got "wasmer"'],
    [["--engine", "wasmtime=absent.so"], "the library absent\\.so cannot be read: it is missing"],
    [["--engine", "wasmtime=work.wasm"], "the library work\\.wasm is no shared library"],
    [["--engine", "wasmtime@24"], "option --engine: expected v8, .*: a release has three numbers"],
    [
      ["--filter", "execution/**/*@wasmtime"],
      "nothing to measure: .*none of that name is measured on Wasmtime, only on V8",
    ],
  ])("says in one sentence what is wrong with %j", (args, message) => {
    const { code, err } = wasmBench(project(), "run", ...args);
    expect(err).toMatch(new RegExp(`^wasm-bench: ${message}`, "m"));
    expect(code).toBe(2);
  });

  it("lists benchmarks without a library, those that cannot run there with the reason", () => {
    const { code, out } = wasmBench(project(), "run", "--list", "-e", "v8", "-e", "wasmtime");
    expect(out.split("\n")).toEqual([ON_V8, ON_WASMTIME, ""]);
    expect(code).toBe(0);
  });

  it("is a fault to doctor", () => {
    const { code, out } = wasmBench(project(`${CONFIG}engine: wasmtime\n`), "doctor");
    expect(out).toMatch(/^FAULT +engine wasmtime +no library of Wasmtime is named/m);
    expect(code).toBe(2);
  });
});

const open: Loopback[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** Runs the command line while a server of this process answers. */
function runBeside(
  folder: string,
  variables: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ code: number; err: string }> {
  const program = join(inject("bundle"), "cli", "index.js");
  const { PATH = "" } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE: inject("compileCache"), ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: folder, env }, (error, _, err) =>
      resolve({ code: Number(error?.code ?? 0), err }),
    );
  });
}

describe.skipIf(process.platform !== "linux" || process.arch !== "x64")(
  "a release (of the machine these archives are for)",
  () => {
    it("is fetched from a mirror and kept, and nothing with another hash is run", async () => {
      const archive = makeArchive(makeLibrary({ symbols: [] }));
      let asked = 0;
      const server = await listen(() => {
        asked += 1;
        return Promise.resolve({ status: 200, body: archive });
      });
      open.push(server);
      const folder = project();
      const variables = {
        WASM_BENCH_WASMTIME_RELEASES: server.url,
        XDG_CACHE_HOME: join(folder, "cache"),
      };
      const run = (engine: string) => runBeside(folder, variables, ["run", "--engine", engine]);
      const pinned = await run(`wasmtime@24.0.5#${"ab".repeat(32)}`);
      expect(pinned.err).toMatch(/has the SHA-256 .* is pinned: nothing of it was run/);
      expect(pinned.code).toBe(2);
      const first = await run("wasmtime@24.0.5");
      const again = await run("wasmtime@24.0.5");
      for (const { code, err } of [first, again]) {
        expect(err).toContain("the library of wasmtime 24.0.5 has no wasm_config_new");
        expect(code).toBe(2);
      }
      expect(first.err).toContain("fetching wasmtime-v24.0.5-x86_64-linux-c-api.tar.xz");
      expect(again.err).not.toContain("fetching");
      expect(asked).toBe(2);
    });
  },
);

describeWithLibrary("a library of Wasmtime", (library) => {
  const both = ["--engine", "v8", "--engine", `wasmtime=${library}`];

  it("runs the same benchmarks beside V8, in groups that are never mixed", () => {
    const targets = `targets:\n  - { benchmark: ${ON_V8}, metric: time, max: 1s, engine: wasmtime }\n`;
    const folder = project(`${CONFIG}${targets}`);
    const { code, out } = wasmBench(folder, "run", ...both, "--json", "result.json", "--verbose");
    expect(code).toBe(0);
    const path = join(folder, "result.json");
    const result = parseResult(readFileSync(path, "utf8"), path);
    expect(result.environment.engines).toEqual([
      {
        name: "wasmtime",
        version: expect.stringMatching(/./),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(result.benchmarks.map(({ benchmark }) => [benchmark.id, benchmark.engine])).toEqual([
      [ON_V8, undefined],
      [ON_WASMTIME, "wasmtime"],
    ]);
    const fuel = result.benchmarks.map(({ exact }) =>
      exact.find(({ metric }) => metric === "fuel"),
    );
    expect(fuel[0]?.candidate).toBeGreaterThan(0);
    expect(fuel[1]).toEqual(fuel[0]);
    expect(
      result.judgement.targets
        .filter(({ target }) => target.engine)
        .map(({ id, verdict }) => [id, verdict]),
    ).toEqual([[ON_WASMTIME, "met"]]);
    expect(out).toMatch(/^execution\n(?:.*\n)+?\nexecution on Wasmtime\n/m);
    expect(out).toMatch(/V8 \S+ in Node [\d.]+,\s+Wasmtime \S+ ·/);
    const shown = wasmBench(folder, "judge", "result.json");
    expect(shown.out).toContain(ON_WASMTIME.slice("execution/".length));
  });

  it("makes a slower candidate red on both engines, and a rebuilt one on none", () => {
    const folder = project();
    for (const [name, module] of [
      ["old", original],
      ["slow", slower],
      ["new", rebuilt],
    ] as const) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "work.wasm"), module);
    }
    const compare = (name: string) =>
      wasmBench(folder, "compare", "old", name, ...both, "--json", `${name}.json`).code;
    expect(compare("slow")).toBe(1);
    expect(verdicts(folder, "slow.json")).toEqual({
      [ON_V8]: "regression",
      [ON_WASMTIME]: "regression",
    });
    expect(compare("new")).toBe(0);
  });

  it("is missed where a run drops it, until its removal is accepted", () => {
    const folder = project();
    expect(wasmBench(folder, "save", "main", ...both).code).toBe(0);
    const again = wasmBench(folder, "run", ...both, "--json", "result.json");
    expect(again.code).toBe(0);
    expect(verdicts(folder)).toEqual({ [ON_V8]: "identical", [ON_WASMTIME]: "identical" });
    const dropped = wasmBench(folder, "run", "--json", "result.json");
    expect(dropped.code).toBe(1);
    expect(verdicts(folder)).toMatchObject({ [ON_V8]: "identical", [ON_WASMTIME]: "missing" });
    expect(dropped.out).toMatch(/weaker +engine: v8, wasmtime=.* → v8/);
    const glue = `import { readFileSync } from "node:fs";
const bytes = readFileSync(new URL("./work.wasm", import.meta.url));
export const { work } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;\n`;
    writeFileSync(join(folder, "work.mjs"), glue);
    writeFileSync(join(folder, "wasm-bench.yml"), CONFIG.replace("work.wasm", "work.mjs"));
    const wrapped = wasmBench(folder, "run", ...both, "--json", "result.json");
    expect(wrapped.code).toBe(1);
    expect(verdicts(folder)).toMatchObject({ [ON_WASMTIME]: "missing" });
    expect(wrapped.out).toContain("it cannot run any more: glue is JavaScript");
    const accept =
      'accept: [{ benchmark: "**/*@wasmtime", removed: true, reason: "not shipped" }]\n';
    writeFileSync(join(folder, "wasm-bench.yml"), `${CONFIG}${accept}`);
    expect(wasmBench(folder, "run").code).toBe(0);
    expect(wasmBench(folder, "show").out).toContain("Wasmtime");
  });

  it("is slowed by a self-test as V8 is", () => {
    const { code, out } = wasmBench(project(), "self-test", ...both);
    const ids = [...out.matchAll(/^self-test on (.*)$/gm)].map(([, id]) => id);
    expect(ids).toEqual([ON_V8, ON_WASMTIME]);
    expect(out.match(/^ok +\d+ steps of extra work .* regression/gm)).toHaveLength(2);
    expect(code).toBe(0);
  });

  it("is told by doctor with version and hash", () => {
    const { code, out } = wasmBench(project(), "doctor", ...both);
    expect(out).toMatch(/^ok +engine wasmtime +Wasmtime \S+ loads: .*, sha256 [0-9a-f]{12}/m);
    expect(out).toContain(dirname(library));
    const [, profile] = /^note +fuel +counted as wasmtime-24 .* (wasmtime-\d+) →/m.exec(out) ?? [];
    const told = wasmBench(project(`${CONFIG}fuel: { profile: ${profile} }\n`), "doctor", ...both);
    expect(told.out).not.toMatch(/^note +fuel/m);
    expect([code, told.code]).toEqual([0, 0]);
  });
});
