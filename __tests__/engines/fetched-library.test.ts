import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findFetched, requireLibrary } from "../../scripts/fetched-library.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fetched-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, ...files: readonly string[]): void {
  mkdirSync(join(folder, name), { recursive: true });
  for (const file of files) writeFileSync(join(folder, name, file), "");
}

it("the newest library is found by the numbers of its version", () => {
  put("wasmtime-9.0.0", "_libwasmtime.so");
  put("wasmtime-49.0.2", "_libwasmtime.so");
  put("wasmtime-49.0.10", "README", "_libwasmtime.so");
  expect(findFetched(folder)).toEqual({
    library: join(folder, "wasmtime-49.0.10", "_libwasmtime.so"),
    version: "49.0.10",
  });
  put("wasmtime-100.0.0", "_libwasmtime.dylib");
  expect(findFetched(folder)?.version).toBe("100.0.0");
});

it("what a download that was broken off has left is no library", () => {
  put("fetch-x1y2", "wasmtime-49.0.0.whl");
  put("wasmtime-50.0.0.new", "_libwasmtime.so");
  put("wasmtime-51.0.0");
  expect(findFetched(folder)).toBeNull();
  put("wasmtime-49.0.0", "_libwasmtime.so");
  expect(findFetched(folder)?.version).toBe("49.0.0");
});

it("there is none where nothing was fetched, and a library that is named must be there", () => {
  expect(findFetched(join(folder, "absent"))).toBeNull();
  const absent = join(folder, "absent.so");
  expect(() => requireLibrary(absent)).toThrow(`there is no library ${absent}`);
});
