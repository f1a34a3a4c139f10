import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { plainEntry } from "../../src/command-line/plain-entry.ts";
import type { Glue } from "../../src/model/component.ts";
import type { LoadRecord } from "../../src/model/load-record.ts";
import type { Failure } from "../../src/model/sample.ts";
import { requireInitialised } from "../../src/shell/require-initialised.ts";
import { EXPORTS_NONE, NO_FUNCTION, NO_INIT } from "../../src/suites/glue-faults.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-initialised-"));
afterAll(() => rmSync(folder, { recursive: true }));

const CALL = { name: "go", export: "run", args: [], native: null, operations: 1 };
const ENTRY = { ...plainEntry("thing", ["execution"], [CALL]), path: "glue.mjs" };
const SEEN: LoadRecord = {
  modules: [],
  reads: [],
  compiled: [],
  isLoaded: true,
  failure: null,
  failedCalls: [],
};
const FAILED_CALL: LoadRecord = { ...SEEN, failedCalls: [{ name: "run()", message: "no wasm" }] };
const failure = (message: string): Failure => ({
  kind: "host-error",
  category: null,
  message,
  side: "candidate",
});

function glueOf(text: string, init: string | null = null): { readonly glue: Glue } {
  const path = join(folder, "glue.mjs");
  writeFileSync(path, text);
  const closure = { root: folder, entry: "glue.mjs", files: [], links: [] } as unknown;
  return { glue: { path, init, closure: closure as Glue["closure"] } };
}

describe("glue that loading has shown to lack something", () => {
  it("imports a .wasm file, which this Node cannot: the Node that can is named", async () => {
    const said =
      'the glue module could not be loaded: Unknown file extension ".wasm" for x_bg.wasm';
    const record = { ...SEEN, isLoaded: false, failure: failure(said) };
    await expect(requireInitialised(ENTRY, glueOf(""), record)).rejects.toThrow(
      `component "thing": its JavaScript imports a .wasm file, as built for bundlers, and Node ${process.versions.node} cannot`,
    );
    await expect(requireInitialised(ENTRY, { glue: null }, record)).rejects.toMatchObject({
      hint: expect.stringContaining("Node 24"),
    });
  });

  it.each([
    "export function initSync() {}",
    "export default async function init() {}",
    "async function __wbg_init() {}",
    "export { create as default };",
    "module.exports = createModule;",
  ])("offers to be handed its module: %s", async (text) => {
    await expect(requireInitialised(ENTRY, glueOf(text), FAILED_CALL)).rejects.toMatchObject({
      code: "component",
      message:
        'component "thing": run() failed, and the glue had compiled no module by then: no wasm',
      hint: expect.stringContaining("`init`"),
    });
  });

  it("is left to measuring where it offers nothing, has compiled a module, or no configured call failed", async () => {
    const offering = glueOf("export function initSync() {}");
    const others = { ...FAILED_CALL, failedCalls: [{ name: "fail()", message: "unreachable" }] };
    const all = [
      requireInitialised(ENTRY, offering, { ...FAILED_CALL, compiled: ["a".repeat(64)] }),
      requireInitialised(ENTRY, offering, others),
      requireInitialised(ENTRY, offering, SEEN),
      requireInitialised(ENTRY, { glue: null }, FAILED_CALL),
    ];
    expect(await Promise.all(all)).toEqual([undefined, undefined, undefined, undefined]);
    const plain = glueOf("export const run = () => { throw 1; };");
    await expect(requireInitialised(ENTRY, plain, FAILED_CALL)).resolves.toBeUndefined();
  });

  it("names `init` and not the module it takes", async () => {
    const record = { ...SEEN, isLoaded: false, failure: failure("BufferSource argument is empty") };
    const glue = glueOf("export function initSync() {}", "initSync");
    await expect(requireInitialised(ENTRY, glue, record)).rejects.toThrow(/`init` names initSync/);
    const whole = { ...ENTRY, wasm: "x.wasm" };
    await expect(requireInitialised(whole, glue, record)).resolves.toBeUndefined();
  });

  it("has its module some time after it was loaded, unless the call fails later too", async () => {
    const earlyCall = { name: "run()", message: "no instance" };
    const late = requireInitialised(ENTRY, glueOf("export {};"), { ...SEEN, earlyCall });
    await expect(late).rejects.toMatchObject({
      message:
        'component "thing": run() fails as soon as the glue is loaded, and works some time later: no instance',
      hint: expect.stringContaining("`workload`"),
    });
    const never = { ...FAILED_CALL, earlyCall };
    await expect(requireInitialised(ENTRY, glueOf("export {};"), never)).resolves.toBeUndefined();
  });

  it("does not export what `init` names: what it exports is told", async () => {
    const said = `the glue module could not be loaded: ${NO_INIT}; it exports run, init`;
    const record = { ...SEEN, isLoaded: false, failure: failure(said) };
    const entry = { ...ENTRY, wasm: "x.wasm" };
    await expect(requireInitialised(entry, glueOf("", "start"), record)).rejects.toThrow(
      `component "thing": \`init\` names start: ${said}`,
    );
  });

  it.each([
    ["it exports walk, jump", /^Name one of its exports/],
    [EXPORTS_NONE, /--target no-modules/],
  ])("does not export what is called: %s", async (exported, hint) => {
    const message = `${NO_FUNCTION} "run"; ${exported}`;
    const record = { ...SEEN, failedCalls: [{ name: "run()", message }] };
    for (const compiled of [[], ["a".repeat(64)]]) {
      const refused = requireInitialised(ENTRY, glueOf("export {};"), { ...record, compiled });
      await expect(refused).rejects.toMatchObject({
        message: `component "thing": run(): ${message}`,
        hint: expect.stringMatching(hint),
      });
    }
  });
});
