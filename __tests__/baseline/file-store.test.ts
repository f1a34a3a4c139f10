import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileStore, listBaselines } from "../../src/baseline/file-store.ts";
import { createNoStore } from "../../src/baseline/no-store.ts";
import { restoreFirst } from "../../src/baseline/restore-first.ts";
import type { BaselineBundle } from "../../src/ports.ts";
import { hashOf, sampleBundle } from "./sample-baseline.ts";

let root: string;
const MODULE = Buffer.from("module");

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), "file-store-")), "baselines");
});

afterEach(async () => {
  await rm(join(root, ".."), { recursive: true, force: true });
});

test("a named baseline is saved, listed and restored", async () => {
  const bundle = sampleBundle({ one: MODULE });
  const store = createFileStore({ root, name: "v1.0" });
  expect(await store.save(bundle)).toMatchObject({ saved: true, key: "v1.0", leftOut: [] });
  expect(await listBaselines(root)).toEqual(["v1.0"]);
  expect(await store.restore()).toMatchObject({
    restored: true,
    source: "file",
    key: "v1.0",
    bundle: { document: bundle.document },
  });
});

test("saving again replaces the baseline and leaves nothing beside it", async () => {
  const store = createFileStore({ root, name: "main" });
  await store.save(sampleBundle({ one: MODULE }));
  await store.save(sampleBundle({ two: Buffer.from("other") }));
  expect(await store.restore()).toMatchObject({
    bundle: { document: { components: [{ name: "two" }] } },
  });
  expect(await readdir(root)).toEqual(["main"]);
});

test("a baseline that is not there is absent, and no folder lists none", async () => {
  expect(await createFileStore({ root, name: "main" }).restore()).toMatchObject({
    restored: false,
    reason: "absent",
  });
  expect(await listBaselines(root)).toEqual([]);
});

test("an empty folder of that name is a damaged baseline, not an absent one", async () => {
  await mkdir(join(root, "main"), { recursive: true });
  await expect(createFileStore({ root, name: "main" }).restore()).rejects.toMatchObject({
    code: "baseline",
  });
});

test.skipIf(process.platform === "win32")(
  "a pipe in place of a file is damaged, and nobody waits for it",
  async () => {
    const store = createFileStore({ root, name: "main" });
    await store.save(sampleBundle({ one: MODULE }));
    await rm(join(root, "main", "baseline.json"));
    execFileSync("mkfifo", [join(root, "main", "baseline.json")]);
    await expect(store.restore()).rejects.toThrow("is a named pipe, not a regular file");
  },
);

test("a place that cannot be written is said, not thrown", async () => {
  await writeFile(root, "a file where the folder should be");
  expect(await createFileStore({ root, name: "main" }).save(sampleBundle({}))).toMatchObject({
    saved: false,
    reason: "failed",
  });
});

/** Binaries of which the first can be read, and then the disk is full. */
class OneAndNoMore extends Map<string, Uint8Array> {
  #reads = 0;

  override get(key: string): Uint8Array | undefined {
    this.#reads += 1;
    if (this.#reads > 1) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
    return super.get(key);
  }
}

/** A bundle that can be written half-way. */
function unwritable(): BaselineBundle {
  const { document, objects } = sampleBundle({ two: MODULE, three: Buffer.from("third") });
  return { document, objects: new OneAndNoMore(objects) };
}

test("a save that fails half-way keeps the baseline before it and leaves nothing beside it", async () => {
  const store = createFileStore({ root, name: "main" });
  await store.save(sampleBundle({ one: MODULE }));
  expect(await store.save(unwritable())).toMatchObject({ saved: false, reason: "failed" });
  expect(await store.restore()).toMatchObject({
    restored: true,
    bundle: { document: { components: [{ name: "one" }] } },
  });
  expect(await readdir(root)).toEqual(["main"]);
});

test("a first save that fails half-way leaves no baseline", async () => {
  const store = createFileStore({ root, name: "main" });
  expect(await store.save(unwritable())).toMatchObject({ saved: false, reason: "failed" });
  expect(await store.restore()).toMatchObject({ restored: false, reason: "absent" });
  expect(await readdir(root)).toEqual([]);
});

test("what an interrupted save left behind is no baseline, and does not stop the next one", async () => {
  const store = createFileStore({ root, name: "main" });
  await mkdir(join(root, ".main.partial", "objects"), { recursive: true });
  await writeFile(join(root, ".main.partial", "baseline.json"), "{");
  await writeFile(join(root, "README.md"), "no folder");
  expect(await listBaselines(root)).toEqual([]);
  expect(await store.restore()).toMatchObject({ restored: false, reason: "absent" });
  expect(await store.save(sampleBundle({ one: MODULE }))).toMatchObject({ saved: true });
  expect(await listBaselines(root)).toEqual(["main"]);
  expect(await readdir(join(root, "main", "objects"))).toEqual([hashOf(MODULE)]);
});

test.each(["", "..", "../up", "a/b", ".hidden", "x".repeat(65)])("%j names no baseline", (name) => {
  expect(() => createFileStore({ root, name })).toThrow(expect.objectContaining({ code: "usage" }));
});

test("the first store that has a baseline wins, and those before it say why they have none", async () => {
  const file = createFileStore({ root, name: "main" });
  await file.save(sampleBundle({ one: MODULE }));
  const found = await restoreFirst([
    createNoStore("not wanted"),
    createFileStore({ root, name: "other" }),
    file,
  ]);
  expect(found.restored?.key).toBe("main");
  expect(found.misses.map(({ reason }) => reason)).toEqual(["disabled", "absent"]);
});

test("no store with a baseline is nothing restored", async () => {
  expect(await restoreFirst([createNoStore("not wanted")])).toMatchObject({
    restored: null,
    misses: [{ message: "not wanted" }],
  });
});

test("a store that is not wanted takes nothing, and says so", async () => {
  const disabled = { reason: "disabled", message: "not wanted" };
  const store = createNoStore("not wanted");
  expect(await store.restore()).toEqual({ restored: false, ...disabled });
  expect(await store.save(sampleBundle({}))).toEqual({ saved: false, ...disabled });
});

test("a damaged baseline is not passed over", async () => {
  await mkdir(join(root, "main"), { recursive: true });
  const good = createFileStore({ root, name: "good" });
  await good.save(sampleBundle({}));
  await expect(restoreFirst([createFileStore({ root, name: "main" }), good])).rejects.toMatchObject(
    { code: "baseline" },
  );
});
