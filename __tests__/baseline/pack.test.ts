import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packComponents } from "../../src/baseline/pack.ts";
import { readBundle } from "../../src/baseline/read-bundle.ts";
import { unpackComponents } from "../../src/baseline/unpack.ts";
import { writeBundle } from "../../src/baseline/write-bundle.ts";
import type { Component } from "../../src/model/component.ts";
import type { BaselineBundle } from "../../src/ports.ts";
import { hashOf, sampleBundle } from "./sample-baseline.ts";

let folder: string;
const MODULE = Buffer.from("module");
const PLAIN: Component = {
  name: "plain",
  origin: "user",
  format: "wasm",
  path: "plain.wasm",
  host: { kind: "wasi", args: ["a"] },
  bytes: MODULE,
  sha256: hashOf(MODULE),
  glue: null,
  fuelLimit: null,
};
const GLUE: Component = {
  ...PLAIN,
  name: "glue",
  format: "glue",
  path: "pkg/glue.js",
  glue: {
    path: "/build/pkg/glue.js",
    init: "initSync",
    files: [
      { name: "glue.js", bytes: Buffer.from("export const answer = 42;") },
      { name: "snippets/glue.js", bytes: Buffer.from("export {};") },
    ],
  },
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pack-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function pack(...components: readonly Component[]): BaselineBundle {
  const packed = packComponents(components, (name) => ({
    [`execution/x/${name}`]: hashOf(MODULE),
  }));
  return {
    document: { ...sampleBundle({}).document, components: packed.components },
    objects: packed.objects,
  };
}

test("components come back from a stored baseline as they were, glue at a path that can be imported", async () => {
  await writeBundle(join(folder, "bundle"), pack(PLAIN, GLUE));
  const [plain, glue] = await unpackComponents(
    await readBundle(join(folder, "bundle"), "kept"),
    join(folder, "out"),
  );
  expect(plain).toEqual(PLAIN);
  expect(glue).toEqual({
    ...GLUE,
    glue: { ...GLUE.glue, path: join(folder, "out", "1", "glue.js") },
  });
  expect(await import(glue?.glue?.path ?? "")).toMatchObject({ answer: 42 });
  expect(await readFile(join(folder, "out", "1", "snippets", "glue.js"), "utf8")).toBe(
    "export {};",
  );
});

test("equal bytes of several components are one binary", () => {
  expect(
    [...pack(PLAIN, GLUE).objects.keys()].filter((sha256) => sha256 === hashOf(MODULE)),
  ).toHaveLength(1);
  expect(pack(PLAIN, { ...PLAIN, name: "twin" }).objects.size).toBe(1);
});

test("definitions stand with their component", () => {
  expect(pack(PLAIN).document.components[0]?.definitions).toEqual({
    "execution/x/plain": hashOf(MODULE),
  });
});

test("glue that does not hold the file it imports is a fault of ours", () => {
  const glue = { path: "/build/other.js", init: null, files: GLUE.glue?.files ?? [] };
  expect(() => pack({ ...GLUE, glue })).toThrow(RangeError);
});

test.each(["../up.js", "/etc/passwd", "a/../../up.js", ".."])(
  "a file name %j is refused",
  async (name) => {
    const bundle = pack(GLUE);
    const components = bundle.document.components.map((component) => ({
      ...component,
      files: component.files.map((file) => ({ ...file, name })),
    }));
    const document = { ...bundle.document, components };
    await expect(
      unpackComponents({ ...bundle, document }, join(folder, "out")),
    ).rejects.toMatchObject({ code: "baseline" });
  },
);
