import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assembleText } from "../../src/components/assemble-text.ts";
import { describeComponent } from "../../src/components/describe-component.ts";
import { loadComponent } from "../../src/components/load-component.ts";
import { createModuleDecoder } from "../../src/components/module-decoder.ts";
import type { ComponentEntry } from "../../src/model/config.ts";

const root = mkdtempSync(join(tmpdir(), "wasm-bench-components-"));
afterAll(() => rmSync(root, { recursive: true }));

const TEXT = `(module (func (export "run") (param i32) (result i32) (local.get 0)))`;

const decode = createModuleDecoder();

const TOOLS = resolve("src/transpiler.ts");

const COMPONENT = `;; a component
(component
  (core module $m (func (export "run") (param i32) (result i32) local.get 0))
  (core instance $i (instantiate $m))
  (func (export "run") (param "n" s32) (result s32) (canon lift (core func $i "run"))))`;

function entry(path: string, changes: Partial<ComponentEntry> = {}): ComponentEntry {
  const call = { name: "go", export: "run", args: [1], native: null, operations: 1 };
  return {
    name: "thing",
    path,
    host: "none",
    suites: ["execution"],
    execution: [call],
    trap: null,
    wasm: null,
    init: null,
    files: [],
    limits: { fuel: null },
    ...changes,
  };
}

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(root, name, ".."), { recursive: true });
  writeFileSync(join(root, name), content);
}

describe("loadComponent", () => {
  it("gives text and the binary made of it the same bytes", async () => {
    write("a.wat", TEXT);
    write("a.wasm", await assembleText(TEXT, "a.wat"));
    const text = await loadComponent(entry("a.wat"), root, decode, TOOLS);
    const binary = await loadComponent(entry("a.wasm"), root, decode, TOOLS);
    expect(text.component.format).toBe("wat");
    expect(binary.component.format).toBe("wasm");
    expect(text.component.sha256).toBe(binary.component.sha256);
  });

  it("takes a Component Model binary apart into core modules and sizes", async () => {
    write("c.wat", COMPONENT);
    const { component } = await loadComponent(entry("c.wat"), root, decode, TOOLS);
    expect([component.format, component.module]).toEqual(["component", null]);
    expect(component.transpiled?.modules).toHaveLength(1);
    const facts = describeComponent(component);
    const sum = facts.sections.reduce((total, { bytes }) => total + bytes, 8);
    expect(facts).toMatchObject({ sizeBytes: sum, functions: 1, imports: 0, exports: 1 });
  });

  it("hashes every file of glue, so that a change in one of them is a change", async () => {
    write("pkg/a.js", "export const run = (x) => x;");
    write("pkg/part.js", "1");
    const glue = entry("pkg/a.js", { files: ["pkg/part.js"] });
    const before = await loadComponent(glue, root, decode, TOOLS);
    write("pkg/part.js", "2");
    const after = await loadComponent(glue, root, decode, TOOLS);
    expect(before.component.glue?.closure.files.map(({ name }) => name)).toEqual([
      "pkg/a.js",
      "pkg/part.js",
    ]);
    expect(after.component.sha256).not.toBe(before.component.sha256);
  });

  it.each([["pkg/absent.js"], ["pkg/*.txt"], ["pkg"], ["../pkg/a.js"], ["**/node_modules/*"]])(
    "refuses a pattern of `files` that matches no file: %s",
    async (pattern) => {
      write("pkg/a.js", "");
      write("node_modules/some/index.js", "");
      const faulty = entry("pkg/a.js", { files: ["pkg/a.js", pattern] });
      await expect(loadComponent(faulty, root, decode, TOOLS)).rejects.toMatchObject({
        code: "component",
        message: `component "thing": \`files\`: ${JSON.stringify(pattern)} matches no file`,
      });
    },
  );

  it("finds the files of a pattern above its folder, and in packages that it names", async () => {
    write("app/glue.js", "");
    write("shared/data/one.bin", "1");
    write("node_modules/other/lib/index.js", "2");
    const wide = entry("glue.js", { files: ["../shared/**", "./../node_modules/other/**/*.js"] });
    const { component, files } = await loadComponent(wide, join(root, "app"), decode, TOOLS);
    expect(files.map((path) => relative(root, path))).toEqual([
      join("shared", "data", "one.bin"),
      join("node_modules", "other", "lib", "index.js"),
    ]);
    expect(component.glue?.closure.files.map(({ name }) => name)).toEqual([
      "-/glue.js",
      "node_modules/other/lib/index.js",
      "shared/data/one.bin",
    ]);
  });

  it.each(["wasm", "init"])("refuses `%s` beside a module, which would be ignored", async (key) => {
    write("plain.wat", "(module)");
    await expect(
      loadComponent(entry("plain.wat", { [key]: "other" }), root, decode, TOOLS),
    ).rejects.toMatchObject({
      code: "component",
      message: expect.stringContaining(`\`${key}\` belongs to glue, and plain.wat is none`),
    });
  });

  it("names the module of glue, not the glue, when the module is missing", async () => {
    write("pkg/b.js", "");
    await expect(
      loadComponent(entry("pkg/b.js", { wasm: "pkg/b_bg.wasm" }), root, decode, TOOLS),
    ).rejects.toMatchObject({
      code: "component",
      message: expect.stringContaining("pkg/b_bg.wasm cannot be read"),
      hint: expect.stringContaining("correct `wasm`"),
    });
  });

  it.each([
    [
      { execution: [{ ...(entry("a.wat").execution[0] ?? never()), export: "go" }] },
      /no function "go"/,
    ],
    [{ trap: { export: "fail", args: [] } }, /trap: a\.wat exports no function "fail"/],
    [{ host: "./host.mjs" }, /\.\/host\.mjs cannot be found/],
    [{ files: ["pkg/*"] }, /`files` names what JavaScript needs, and it has none/],
    [{ hostCode: "each" as const }, /`host-code: each` compares imports modules, and it has none/],
  ])("refuses what cannot work: %j", async (changes, words) => {
    write("a.wat", TEXT);
    await expect(loadComponent(entry("a.wat", changes), root, decode, TOOLS)).rejects.toThrow(
      words,
    );
  });
});

describe("loadComponent, of glue", () => {
  it.each(["wasi", "host.mjs"])("refuses the host %s, which nothing would use", async (host) => {
    write("own.mjs", "export const run = () => 1;");
    write("host.mjs", "export const imports = {};");
    await expect(
      loadComponent(entry("own.mjs", { host }), root, decode, TOOLS),
    ).rejects.toMatchObject({
      code: "component",
      message: expect.stringMatching(
        /"thing": `host` provides what a module imports, and own\.mjs is glue/,
      ),
      hint: expect.stringContaining("Leave `host` away"),
    });
  });
});

function never(): never {
  throw new Error("the entry has a call");
}
