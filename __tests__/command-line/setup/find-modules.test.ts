import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findModules } from "../../../src/command-line/setup/find-modules.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-find-"));
const FILES = [
  "target/wasm32/release/a.wasm",
  "target/wasm32/release/deps/a.wasm",
  "target/wasm32/debug/a.wasm",
  "target/wasm32/debug/only.wasm",
  "text/a.wat",
  "text/b.wat",
  "text/b.wasm",
  "text/b.js",
  "other/c.js",
  "node_modules/x/x.wasm",
  ".cache/x.wasm",
  "baselines/main/x.wasm",
  "a/b/c/d/e/f/g/deep.wasm",
];
for (const file of FILES) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), "");
}
afterAll(() => rmSync(folder, { recursive: true }));

const own = (paths: readonly string[]): string[] =>
  paths.map((path) => path.slice(folder.length + 1));

describe("the modules of a folder", () => {
  it("are those of its own builds: releases before debug builds, binaries before their text", async () => {
    const { modules, scripts, isCut } = await findModules(folder);
    expect(own(modules)).toEqual([
      "target/wasm32/debug/only.wasm",
      "target/wasm32/release/a.wasm",
      "text/a.wat",
      "text/b.wasm",
    ]);
    expect(own(scripts)).toEqual(["text/b.js"]);
    expect(isCut).toBe(false);
  });

  it("are the one that is named, with the JavaScript beside it, or those beside the glue that is named", async () => {
    const one = await findModules(join(folder, "text/b.wasm"));
    expect([own(one.modules), own(one.scripts)]).toEqual([["text/b.wasm"], ["text/b.js"]]);
    const glue = await findModules(join(folder, "text/b.js"));
    expect([own(glue.modules), own(glue.scripts)]).toEqual([
      ["text/a.wat", "text/b.wasm", "text/b.wat"],
      ["text/b.js"],
    ]);
  });
});
