import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createHostCodeHasher } from "../../src/components/host-code.ts";
import type { Benchmark } from "../../src/model/benchmark.ts";
import type { Component, Host } from "../../src/model/component.ts";
import { benchmark } from "../gate/fabricate.ts";

/** Hashes as one run does, which reads every file once. */
const hashHostCode = (
  one: Benchmark,
  component: Component | null,
  root: string,
): Promise<string | null> => createHostCodeHasher(root)(one, component);

const folder = mkdtempSync(join(tmpdir(), "host-code-"));
const imports = join(folder, "imports.mjs");

beforeEach(() => {
  writeFileSync(imports, "export const imports = {};");
  writeFileSync(join(folder, "native.mjs"), "export const work = () => 1;");
});
afterAll(() => rmSync(folder, { recursive: true }));

function componentWith(host: Host): Component {
  return {
    name: "fib",
    origin: "user",
    format: "wasm",
    path: "fib.wasm",
    host,
    bytes: new Uint8Array(),
    sha256: "00",
    glue: null,
    fuelLimit: null,
  };
}

const call = (native: string | null) =>
  benchmark("execution/work/fib", {
    procedure: {
      kind: "call",
      call: { export: "work", args: [] },
      operations: 1,
      native: native === null ? null : { source: native, args: [] },
      extras: [],
    },
  });

const HOSTED = componentWith({ kind: "module", path: imports });
const ALONE = componentWith({ kind: "none" });

describe("the host code of a benchmark", () => {
  test("is the text of its imports module and of its native reference", async () => {
    const before = await hashHostCode(call(null), HOSTED, folder);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashHostCode(call(null), HOSTED, folder)).toBe(before);
    writeFileSync(imports, "export const imports = { env: {} };");
    expect(await hashHostCode(call(null), HOSTED, folder)).not.toBe(before);

    const native = await hashHostCode(call("native.mjs#work"), ALONE, folder);
    writeFileSync(join(folder, "native.mjs"), "export const work = () => 2;");
    expect(await hashHostCode(call("native.mjs#work"), ALONE, folder)).not.toBe(native);
  });

  test("is nothing for a benchmark without any", async () => {
    expect(await hashHostCode(call(null), ALONE, folder)).toBeNull();
    expect(await hashHostCode(call("builtin:add"), ALONE, folder)).toBeNull();
    expect(await hashHostCode(call(null), null, folder)).toBeNull();
  });

  test("a file that cannot be read is left to measuring", async () => {
    expect(await hashHostCode(call("absent.mjs#work"), ALONE, folder)).toMatch(/^[0-9a-f]{64}$/);
  });
});
