import { lstat, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packComponents } from "../../src/baseline/pack.ts";
import { readBundle } from "../../src/baseline/read-bundle.ts";
import { unpackComponents } from "../../src/baseline/unpack.ts";
import { writeBundle } from "../../src/baseline/write-bundle.ts";
import { hashComponent } from "../../src/components/identify.ts";
import type { Closure } from "../../src/model/closure.ts";
import type { Component } from "../../src/model/component.ts";
import type { BaselineBundle } from "../../src/ports.ts";
import { hashOf, sampleBundle } from "./sample-baseline.ts";

let folder: string;

/** What the modules say of themselves is no matter here. */
const undecoded = (): null => null;

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
  module: null,
  fuelLimit: null,
};

function closureOf(texts: Readonly<Record<string, string>>, changes: Partial<Closure>): Closure {
  const files = Object.entries(texts).map(([name, text]) => {
    const bytes = Buffer.from(text);
    return { name, sha256: hashOf(bytes), sizeBytes: bytes.length, bytes };
  });
  const places = { root: "", folder: null, entry: files[0]?.name ?? "" };
  return { ...places, files, links: [], compiled: [], ...changes };
}

/** Glue one folder below its virtual root, with a package that is a link. */
const CLOSURE = closureOf(
  {
    "-/glue.mjs": `export { answer } from "linked";`,
    "store/linked/index.mjs": "export const answer = 42;",
    "store/linked/package.json": `{"exports":"./index.mjs"}`,
  },
  { root: "-", folder: "-/cwd", links: [{ name: "node_modules/linked", target: "store/linked" }] },
);
const GLUE: Component = {
  ...PLAIN,
  name: "glue",
  format: "glue",
  path: "pkg/glue.mjs",
  sha256: hashComponent(MODULE, { closure: CLOSURE }),
  glue: { path: "/build/glue.mjs", init: "initSync", closure: CLOSURE },
};
const HOST = closureOf({ "host.mjs": "export const imports = { env: {} };" }, {});
const HOSTED: Component = {
  ...PLAIN,
  name: "hosted",
  host: { kind: "module", path: "/build/host.mjs" },
  hostClosure: HOST,
};

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "pack-")));
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

/** Glue packed with its document changed. */
function packedWith(
  changes: Partial<BaselineBundle["document"]["components"][number]>,
): BaselineBundle {
  const bundle = pack(GLUE);
  const components = bundle.document.components.map((one) => ({ ...one, ...changes }));
  return { ...bundle, document: { ...bundle.document, components } };
}

test("components come back from a stored baseline as they were, JavaScript at a path that can be imported", async () => {
  await writeBundle(join(folder, "bundle"), pack(PLAIN, GLUE, HOSTED));
  const out = join(folder, "out");
  const [plain, glue, hosted] = await unpackComponents(
    await readBundle(join(folder, "bundle"), "kept"),
    out,
    undecoded,
  );
  expect(plain).toEqual(PLAIN);
  const place = join(out, "1", "glue", "-");
  expect(glue).toEqual({
    ...GLUE,
    folder: join(place, "cwd"),
    glue: { path: join(place, "glue.mjs"), init: "initSync", closure: CLOSURE },
  });
  expect(await import(glue?.glue?.path ?? "")).toMatchObject({ answer: 42 });
  const host = join(out, "2", "host", "host.mjs");
  expect(hosted).toEqual({ ...HOSTED, host: { kind: "module", path: host } });
  expect(await readFile(host, "utf8")).toBe("export const imports = { env: {} };");
});

test("what is written knows no package.json above it", async () => {
  await unpackComponents(pack(GLUE), join(folder, "out"), undecoded);
  expect(await readFile(join(folder, "out", "package.json"), "utf8")).toBe("{}");
});

test("the document names no folder of the machine that saved it", () => {
  expect(JSON.stringify(pack(GLUE, HOSTED).document)).not.toContain("/build");
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

test("a component with a file too large to be kept is left out, its hash stays", async () => {
  const large = { name: "-/large.bin", sha256: hashOf(MODULE), sizeBytes: 2 ** 27, bytes: null };
  const closure = { ...CLOSURE, files: [...CLOSURE.files, large] };
  const bundle = pack(PLAIN, { ...GLUE, glue: { path: "/build/glue.mjs", init: null, closure } });
  expect(await writeBundle(join(folder, "bundle"), bundle)).toMatchObject({ leftOut: ["glue"] });
  const { document } = await readBundle(join(folder, "bundle"), "kept");
  expect(document.leftOut).toMatchObject([{ name: "glue", sha256: GLUE.sha256 }]);
});

test("a binary that cannot be decoded is a damaged baseline, and its component is named", async () => {
  const decode = (): never => {
    throw new RangeError("beyond the file");
  };
  await expect(unpackComponents(pack(PLAIN), join(folder, "out"), decode)).rejects.toMatchObject({
    code: "baseline",
    message: expect.stringContaining('the module of "plain" cannot be decoded'),
  });
});

describe("a hostile document is refused", () => {
  const unpacked = (bundle: BaselineBundle): Promise<unknown> =>
    unpackComponents(bundle, join(folder, "out"), undecoded);

  test.each(["../up.js", "/etc/passwd", "a/../../up.js", ".."])("a file name %j", async (name) => {
    const [file] = CLOSURE.files;
    const files = [{ name, sha256: file?.sha256 ?? "", sizeBytes: 0 }];
    await expect(unpacked(packedWith({ files, entry: name }))).rejects.toMatchObject({
      code: "baseline",
    });
  });

  test.each([
    ["that leads out", { name: "-/a", target: "../../../outside" }],
    ["that stands outside", { name: "../../a", target: "-" }],
    ["in the place of a file", { name: "-/glue.mjs", target: "store/linked/index.mjs" }],
    ["below a file", { name: "-/glue.mjs/a", target: "store" }],
  ])("a link %s", async (_, link) => {
    const layout = { root: "-", folder: null, links: [link], compiled: [] };
    await expect(unpacked(packedWith({ layout }))).rejects.toMatchObject({ code: "baseline" });
    await expect(lstat(join(folder, "outside"))).rejects.toThrow();
  });

  test("a working folder outside", async () => {
    const layout = { root: "-", folder: "../../outside", links: [], compiled: [] };
    await expect(unpacked(packedWith({ layout }))).rejects.toMatchObject({ code: "baseline" });
  });
});
