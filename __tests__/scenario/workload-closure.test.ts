import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createModuleDecoder } from "../../src/components/module-decoder.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { closingOf } from "../../src/shell/observing.ts";
import { loadWorkload } from "../../src/shell/workload.ts";
import { assemble } from "../wasm/assemble.ts";
import { folderWith } from "./command-line.ts";
import { measuringEntry } from "./measure-guests.ts";

const FILES = {
  "glue.mjs": `import { readFileSync } from "node:fs";
    const bytes = readFileSync(new URL("./core.wasm", import.meta.url));
    const { instance } = await WebAssembly.instantiate(bytes, {});
    export const work = () => instance.exports.work();
    export async function late() { return (await import("./late.mjs")).value + readFileSync(new URL("./late.txt", import.meta.url), "utf8").length; }`,
  "late.mjs": "export const value = 1;",
  "late.txt": "glue reads this",
  "bench/w.mjs": `import { readFile } from "node:fs/promises";
    import { helper } from "./helper.mjs";
    export const setup = async () => JSON.parse(await readFile(new URL("./input.json", import.meta.url), "utf8"));
    export const benchmarks = {
      a: async (guest, { times }) => { await guest.exports.late(); return helper(guest.exports.work() * times); },
    };`,
  "bench/helper.mjs": "export const helper = (n) => n;",
  "bench/input.json": `{ "times": 2 }`,
};
const CONFIG = `components:
  - { name: thing, path: glue.mjs, workload: bench/w.mjs, suites: [instantiation, execution] }
`;
const MODULE = `(module (func (export "work") (result i32) i32.const 3))`;

let folder = "";

/** What decides whether anything changed: the hash of the component, and of the definitions of both benchmarks. */
async function identities(): Promise<Record<string, string | undefined>> {
  const config = parseConfig(CONFIG, "wasm-bench.yml", []);
  const locations = { measuringEntry: measuringEntry() };
  const { components, definitions } = await loadWorkload({
    config,
    root: folder,
    referenceFolder: "",
    componentTools: join(inject("bundle"), "transpiler", "index.js"),
    decode: createModuleDecoder(),
    selection: { suites: null, filters: [] },
    closing: closingOf({ sampling: config.sampling, root: folder, locations }),
  });
  return {
    component: components[0]?.sha256,
    workload: definitions.get("execution/a/thing"),
    start: definitions.get("instantiation/cold_start/thing"),
  };
}

beforeAll(() => {
  folder = folderWith(FILES);
  writeFileSync(join(folder, "core.wasm"), assemble(MODULE));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("a change of what a workload needs redefines its benchmarks, and one of what glue needs changes the component", async () => {
  const before = await identities();
  const changedBy = async (name: string): Promise<string[]> => {
    const text = FILES[name as keyof typeof FILES];
    writeFileSync(join(folder, name), `${text} `);
    const after = await identities();
    writeFileSync(join(folder, name), text);
    return Object.keys(before).filter((key) => before[key] !== after[key]);
  };
  for (const name of ["bench/w.mjs", "bench/helper.mjs", "bench/input.json"])
    expect(await changedBy(name), name).toEqual(["workload"]);
  // What glue needs when it is driven is its own, though nobody else makes it ask.
  for (const name of ["glue.mjs", "late.mjs", "late.txt"])
    expect(await changedBy(name), name).toEqual(["component"]);
  expect(await identities()).toEqual(before);
});
