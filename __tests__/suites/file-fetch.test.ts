import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installFileFetch } from "../../src/suites/file-fetch.ts";

const folder = mkdtempSync(join(tmpdir(), "file-fetch-"));
const url = (name: string): string => pathToFileURL(join(folder, name)).href;
const original = globalThis.fetch;

beforeAll(() => {
  writeFileSync(join(folder, "some data.json"), `{"answer":42}`);
  writeFileSync(join(folder, "empty.wasm"), Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  writeFileSync(join(folder, "fetches.cjs"), `exports.get = (...args) => fetch(...args);`);
  installFileFetch(url("glue.mjs"));
});
afterAll(() => {
  globalThis.fetch = original;
  rmSync(folder, { recursive: true });
});

describe("fetch in a measuring process", () => {
  it("serves files by text, by URL and by Request", async () => {
    const address = url("some data.json");
    for (const input of [address, new URL(address), new Request(address)]) {
      const response = await fetch(input);
      expect(await response.json()).toEqual({ answer: 42 });
      expect(response).toMatchObject({ ok: true, status: 200, url: address });
    }
  });

  it("serves WebAssembly that can be compiled while it streams", async () => {
    expect(await WebAssembly.compileStreaming(fetch(url("empty.wasm")))).toBeInstanceOf(
      WebAssembly.Module,
    );
  });

  it("serves relative addresses from the folder of the module that asks", async () => {
    const { get } = (await import(url("fetches.cjs"))) as { get: typeof fetch };
    expect((await get("some%20data.json")).status).toBe(200);
    expect((await get("./empty.wasm")).headers.get("content-type")).toBe("application/wasm");
  });

  it("answers HEAD without a body, and refuses to write", async () => {
    const head = await fetch(url("empty.wasm"), { method: "HEAD" });
    expect([await head.text(), head.headers.get("content-length")]).toEqual(["", "8"]);
    await expect(fetch(url("empty.wasm"), { method: "PUT" })).rejects.toThrow(TypeError);
  });

  it("fails as fetch does where there is no file", async () => {
    await expect(fetch(url("absent"))).rejects.toThrow(new TypeError("fetch failed"));
  });

  it("leaves every other address to Node", async () => {
    expect(await (await fetch("data:text/plain,hello")).text()).toBe("hello");
  });
});
