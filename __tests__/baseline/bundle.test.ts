import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readBundle } from "../../src/baseline/read-bundle.ts";
import { writeBundle } from "../../src/baseline/write-bundle.ts";
import { ActionError } from "../../src/errors.ts";
import type { BaselineDocument } from "../../src/model/baseline.ts";
import { hashOf, sampleBundle } from "./sample-baseline.ts";

let root: string;
let folder: string;
const SMALL = Buffer.from("small module");
const LARGE = Buffer.alloc(1000, 7);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "bundle-"));
  folder = join(root, "bundle");
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function fault(): Promise<string> {
  const thrown = await readBundle(folder, "kept").then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ActionError);
  expect(thrown).toMatchObject({ code: "baseline" });
  return (thrown as ActionError).message;
}

async function rewrite(change: (document: BaselineDocument) => unknown): Promise<void> {
  const path = join(folder, "baseline.json");
  await writeFile(
    path,
    JSON.stringify(change(JSON.parse(await readFile(path, "utf8")) as BaselineDocument)),
  );
}

test("a bundle is read back as it was written", async () => {
  const bundle = sampleBundle({ small: SMALL, large: LARGE });
  expect(await writeBundle(folder, bundle)).toMatchObject({ leftOut: [] });
  const read = await readBundle(folder, "kept");
  expect(read.document).toEqual(bundle.document);
  expect(Buffer.from(read.objects.get(hashOf(LARGE)) ?? [])).toEqual(LARGE);
  expect(read.objects.size).toBe(2);
});

test("equal binaries are stored once", async () => {
  await writeBundle(folder, sampleBundle({ one: SMALL, two: Buffer.from(SMALL) }));
  expect(await readdir(join(folder, "objects"))).toEqual([hashOf(SMALL)]);
  expect((await readBundle(folder, "kept")).document.components).toHaveLength(2);
});

test("the largest component is left out by name when the cap is passed", async () => {
  const written = await writeBundle(folder, sampleBundle({ small: SMALL, large: LARGE }), 999);
  expect(written.leftOut).toEqual(["large"]);
  const { document, objects } = await readBundle(folder, "kept");
  expect(document.components.map(({ name }) => name)).toEqual(["small"]);
  expect(document.leftOut).toMatchObject([{ name: "large", sizeBytes: 1000 }]);
  expect([...objects.keys()]).toEqual([hashOf(SMALL)]);
});

test("without any room every component is left out, and the document still stands", async () => {
  await writeBundle(folder, sampleBundle({ small: SMALL }), 0);
  expect((await readBundle(folder, "kept")).document.leftOut).toHaveLength(1);
});

test("what an earlier bundle left in the folder is gone", async () => {
  await writeBundle(folder, sampleBundle({ large: LARGE }));
  await writeBundle(folder, sampleBundle({ small: SMALL }));
  expect(await readdir(join(folder, "objects"))).toEqual([hashOf(SMALL)]);
});

test("a bundle that lacks a binary is a fault of ours", async () => {
  const { document } = sampleBundle({ small: SMALL });
  await expect(writeBundle(folder, { document, objects: new Map() })).rejects.toThrow(RangeError);
});

describe("a damaged bundle is refused, naming file and field", () => {
  beforeEach(async () => {
    await writeBundle(folder, sampleBundle({ small: SMALL }));
  });
  const object = (): string => join(folder, "objects", hashOf(SMALL));

  test("a binary that was changed", async () => {
    await writeFile(object(), "other module");
    expect(await fault()).toMatch(
      /kept\/objects\/[0-9a-f]{64} does not match components\[0\]\.moduleSha256/,
    );
  });

  test("a binary of another size", async () => {
    await writeFile(object(), "short");
    expect(await fault()).toMatch(/has 5 bytes, components\[0\]\.moduleSha256 says 12/);
    await writeFile(object(), "longer than it was");
    expect(await fault()).toMatch(/has 18 bytes/);
  });

  test("a binary that is missing", async () => {
    await rm(object());
    expect(await fault()).toMatch(
      /objects\/[0-9a-f]{64} \(components\[0\]\.moduleSha256\) is missing/,
    );
  });

  test("a binary that is a link, even to the right bytes", async () => {
    await rename(object(), join(root, "elsewhere"));
    await symlink(join(root, "elsewhere"), object());
    expect(await fault()).toMatch(/is a symbolic link/);
  });

  test("a binary that is a folder", async () => {
    await rm(object());
    await mkdir(object());
    expect(await fault()).toMatch(/not a regular file/);
  });

  test("a folder of binaries that is a link", async () => {
    await rename(join(folder, "objects"), join(root, "objects"));
    await symlink(join(root, "objects"), join(folder, "objects"));
    expect(await fault()).toMatch(/kept\/objects is not a folder/);
  });

  test("a document that is missing, a link, or no text", async () => {
    const path = join(folder, "baseline.json");
    await rename(path, join(root, "baseline.json"));
    expect(await fault()).toMatch(/kept\/baseline\.json is missing/);
    await symlink(join(root, "baseline.json"), path);
    expect(await fault()).toMatch(/kept\/baseline\.json is a symbolic link/);
    await rm(path);
    await writeFile(path, Buffer.from([0x7b, 0xff, 0x7d]));
    expect(await fault()).toMatch(/kept\/baseline\.json is not UTF-8/);
  });

  test("a hash that is a path", async () => {
    await rewrite((document) => ({
      ...document,
      components: document.components.map((component) => ({
        ...component,
        moduleSha256: "../../../etc/passwd",
      })),
    }));
    expect(await fault()).toMatch(/baseline\.json: components\[0\]\.moduleSha256/);
  });

  test("more bytes of binaries than are accepted", async () => {
    await rewrite((document) => ({
      ...document,
      components: document.components.map((component) => ({ ...component, sizeBytes: 2 ** 40 })),
    }));
    expect(await fault()).toMatch(/names 1099511627776 bytes of binaries/);
  });

  /** Names the stored binary `count` times more, as files of a component. */
  async function nameAgain(count: number): Promise<void> {
    await rewrite((document) => ({
      ...document,
      components: document.components.map((component) => ({
        ...component,
        files: Array.from({ length: count }, (_, index) => ({
          name: `glue/${index}.js`,
          sha256: hashOf(SMALL),
          sizeBytes: SMALL.length,
        })),
      })),
    }));
  }

  test("more binaries than are accepted, and not one less", async () => {
    await nameAgain(9_999);
    expect((await readBundle(folder, "kept")).objects.size).toBe(1);
    await nameAgain(10_000);
    expect(await fault()).toMatch(/names 10001 binaries, at most 10000 are accepted/);
  });

  test("more bytes than are accepted, added up over the binaries", async () => {
    const half = 256 * 2 ** 20;
    const sized = (second: number) => (document: BaselineDocument) => ({
      ...document,
      components: document.components.map((component) => ({
        ...component,
        sizeBytes: half,
        files: [{ name: "a.js", sha256: hashOf(SMALL), sizeBytes: second }],
      })),
    });
    await rewrite(sized(half));
    expect(await fault()).toMatch(/has 12 bytes/);
    await rewrite(sized(half + 1));
    expect(await fault()).toMatch(/names 536870913 bytes of binaries/);
  });

  test("a version this release does not know", async () => {
    await rewrite((document) => ({ ...document, version: document.version + 1 }));
    expect(await fault()).toMatch(/baseline\.json: version 3/);
  });
});
