import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createModuleDecoder, type DecodeModule } from "../../src/components/module-decoder.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { givenSide } from "../../src/job/baseline-side.ts";
import type { ModuleFacts } from "../../src/model/module-facts.ts";
import type { Workload } from "../../src/model/workload.ts";
import { currentEnvironment } from "../../src/shell/execute.ts";
import { withSizeChanges } from "../../src/shell/module-facts.ts";
import { loadWorkload } from "../../src/shell/workload.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { runObstacle } from "../../src/wasm/run-obstacle.ts";

const CONFIG = `components:
  - { name: one, path: one.wat, suites: [execution], execution: [{ name: work, export: work, args: [1] }] }
  - { name: same, path: same.wat, suites: [execution], execution: [{ name: work, export: work, args: [1] }] }
`;
const ONE = '(module (func (export "work") (param i32)))';
const GROWN = '(module (func (export "work") (param i32) nop nop nop))';

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "decoded-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function load(text: string, decode: DecodeModule): Promise<Workload> {
  await writeFile(join(folder, "one.wat"), text);
  await writeFile(join(folder, "same.wat"), ONE);
  const config = parseConfig(CONFIG, "wasm-bench.yml", []);
  const selection = { suites: null, filters: [] };
  const source = { config, root: folder, referenceFolder: "fixtures/wat", selection };
  return loadWorkload({ ...source, decode, componentTools: "", closing: null });
}

test("a module is decoded once in a run: loaded, checked, described, compared and asked what it can run", async () => {
  const decoded: string[] = [];
  const decode = createModuleDecoder((bytes: Uint8Array): ModuleFacts => {
    decoded.push(Buffer.from(bytes).toString("hex"));
    return readModule(bytes);
  });
  const before = await load(ONE, decode);
  const now = await load(GROWN, decode);
  const environment = currentEnvironment(parseConfig(CONFIG, "wasm-bench.yml", []).sampling);
  const side = givenSide(before, "before", { environment, now: "2026-11-23T09:30:00Z" });
  const plain = (names: readonly string[]): Promise<readonly string[]> => Promise.resolve(names);
  const { facts } = await withSizeChanges(now, side, plain);
  expect(facts.map(({ name, exports, sizeChange }) => [name, exports, sizeChange])).toEqual([
    ["one", 1, [expect.stringMatching(/^code \+/)]],
    ["same", 1, undefined],
  ]);
  const [candidate, baseline] = [now.components[0]?.module, before.components[0]?.module];
  for (const { procedure } of now.benchmarks)
    expect(
      runObstacle(procedure, { baseline: baseline ?? null, candidate: candidate ?? null }),
    ).toBeNull();
  expect(decoded).toHaveLength(2);
  expect(new Set(decoded).size).toBe(2);
});

test("only the decoder of a run, that of a module named on the command line, and what explains a refusal decode", async () => {
  const files = await readdir("src", { recursive: true });
  const texts = await Promise.all(
    files
      .filter((file) => file.endsWith(".ts"))
      .map(async (file) => [file, await readFile(join("src", file), "utf8")] as const),
  );
  const decoding = texts
    .filter(([, text]) => /import .*\breadModule\b/.test(text))
    .map(([file]) => file);
  // A measuring process is another one: it decodes what it is sent, to count fuel in it or to call another engine.
  const ofTheChild = [
    "native/module-source.ts",
    "wasm/functions/collect-profile.ts",
    "wasm/fuel.ts",
  ];
  // Those inside a component are read for its size, and where a native engine's process asks for its memories.
  const insideComponents = ["wasm/component/component-size.ts", "wasm/component/core-spaces.ts"];
  const others = [...ofTheChild, ...insideComponents];
  expect(decoding.filter((file) => !others.includes(file)).toSorted()).toEqual([
    "command-line/module-file.ts",
    // What no engine takes is decoded once more to say why, and is not measured.
    "components/engine-fault.ts",
    "components/module-decoder.ts",
    // What a component is made of says whether its calls can be followed here.
    "measure/parent/can-count-by-function.ts",
  ]);
});
