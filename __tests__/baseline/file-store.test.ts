import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileStore, listBaselines } from "../../src/baseline/file-store.ts";
import { createNoStore } from "../../src/baseline/no-store.ts";
import { restoreFirst } from "../../src/baseline/restore-first.ts";
import { sampleBundle } from "./sample-baseline.ts";

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

test("a damaged baseline is not passed over", async () => {
  await mkdir(join(root, "main"), { recursive: true });
  const good = createFileStore({ root, name: "good" });
  await good.save(sampleBundle({}));
  await expect(restoreFirst([createFileStore({ root, name: "main" }), good])).rejects.toMatchObject(
    { code: "baseline" },
  );
});
