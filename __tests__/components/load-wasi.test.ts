import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadWasi } from "../../src/components/load-wasi.ts";
import type { WasiEntry } from "../../src/model/config.ts";

const folder = mkdtempSync(join(tmpdir(), "wasm-bench-load-wasi-"));
const root = join(folder, "root");

// What is copied for a run goes when its process ends, which a worker of tests does not tell.
const temporary = process.env.TMPDIR;
beforeAll(() => {
  process.env.TMPDIR = folder;
});
afterAll(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(folder, { recursive: true });
});

const NOTHING: WasiEntry = { preopens: {}, env: {}, args: [], stdin: null };

function write(name: string, content = name): void {
  mkdirSync(join(root, name, ".."), { recursive: true });
  writeFileSync(join(root, name), content);
}

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  write("data/a.txt");
  write("data/deep/b.txt");
  write("input");
  mkdirSync(join(root, "data/empty"));
});

const load = (changes: Partial<WasiEntry>) => loadWasi({ ...NOTHING, ...changes }, root);

describe("what a guest finds through WASI", () => {
  it("is a copy of its folders, so that the checkout stays as it is", async () => {
    const { inputs } = await load({ preopens: { ".": "data" }, stdin: "input" });
    const copy = inputs.preopens["."] ?? "";
    expect(readFileSync(join(copy, "deep/b.txt"), "utf8")).toBe("data/deep/b.txt");
    expect(readFileSync(inputs.stdin ?? "", "utf8")).toBe("input");
    writeFileSync(join(copy, "a.txt"), "changed");
    expect(readFileSync(join(root, "data/a.txt"), "utf8")).toBe("data/a.txt");
  });

  it("passes over what version control and packages keep", async () => {
    const before = await load({ preopens: { ".": "data" } });
    write("data/.git/x");
    write("data/node_modules/y/z.js");
    const after = await load({ preopens: { ".": "data" } });
    expect(after.sha256).toBe(before.sha256);
  });

  it("follows links that stay below the configuration", async () => {
    symlinkSync(join(root, "input"), join(root, "data/link"));
    const { inputs } = await load({ preopens: { ".": "data" } });
    expect(readFileSync(join(inputs.preopens["."] ?? "", "link"), "utf8")).toBe("input");
  });

  it.each<[string, Partial<WasiEntry>, () => void]>([
    ["a file's content", {}, () => write("data/a.txt", "other")],
    ["a file's name", {}, () => write("data/c.txt")],
    ["an empty folder", {}, () => mkdirSync(join(root, "data/more"))],
    ["the name of a folder", { preopens: { "/": "data" } }, () => {}],
    ["an argument", { args: ["x"] }, () => {}],
    ["a variable", { env: { A: "2" } }, () => {}],
    ["the input", {}, () => write("input", "other")],
  ])("has another hash after a change of %s", async (_, change, make) => {
    const given = { preopens: { ".": "data" }, env: { A: "1" }, stdin: "input" };
    const before = await load(given);
    expect((await load(given)).sha256).toBe(before.sha256);
    make();
    expect((await load({ ...given, ...change })).sha256).not.toBe(before.sha256);
  });

  it.each<[string, Partial<WasiEntry>, () => void]>([
    [
      '`wasi.preopens "."`: ../elsewhere lies outside',
      { preopens: { ".": "../elsewhere" } },
      () => {},
    ],
    ["/etc lies outside of the configuration's folder", { preopens: { ".": "/etc" } }, () => {}],
    ["none is missing", { preopens: { ".": "none" } }, () => {}],
    ["input is no folder", { preopens: { ".": "input" } }, () => {}],
    ["`wasi.stdin`: data is a folder, not a file", { stdin: "data" }, () => {}],
    ["`wasi.stdin`: none is missing", { stdin: "none" }, () => {}],
    [
      "data/out is a link that leads out",
      { preopens: { ".": "data" } },
      () => symlinkSync("/etc", join(root, "data/out")),
    ],
    [
      "data/deep/up is a link to a folder it lies in",
      { preopens: { ".": "data" } },
      () => symlinkSync(join(root, "data"), join(root, "data/deep/up")),
    ],
  ])("is refused: %s", async (reason, given, prepare) => {
    prepare();
    await expect(load(given)).rejects.toThrow(reason);
  });
});
