import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFileStore } from "../../src/baseline/file-store.ts";
import { recoverFolder, replaceFolder } from "../../src/baseline/replace-folder.ts";
import { sampleBundle } from "./sample-baseline.ts";

let root: string;
let place: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "replace-folder-"));
  place = join(root, "main");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const content = (): Promise<string> => readFile(join(place, "text"), "utf8");

const writing =
  (text: string) =>
  async (folder: string): Promise<void> => {
    await mkdir(folder);
    await writeFile(join(folder, "text"), text);
  };

const always = async (): Promise<boolean> => true;

/** A process that has ended, and whose id no other has yet. */
function deadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

describe("a folder that is replaced", () => {
  test("is the new one, with nothing beside it", async () => {
    for (const text of ["one", "two"])
      expect(await replaceFolder(place, { write: writing(text), mayReplace: always })).toBe(true);
    expect([await content(), await readdir(root)]).toEqual(["two", ["main"]]);
  });

  test("stays the old one while the new one is written, and when that fails", async () => {
    await replaceFolder(place, { write: writing("old"), mayReplace: always });
    let during = "";
    const write = async (folder: string): Promise<void> => {
      await writing("half")(folder);
      during = await content();
      throw new Error("no space");
    };
    await expect(replaceFolder(place, { write, mayReplace: always })).rejects.toThrow("no space");
    expect([during, await content(), await readdir(root)]).toEqual(["old", "old", ["main"]]);
  });

  test("stays as it is when it may not be replaced", async () => {
    await replaceFolder(place, { write: writing("theirs"), mayReplace: always });
    const mayReplace = async (old: string | null): Promise<boolean> => old === null;
    expect(await replaceFolder(place, { write: writing("mine"), mayReplace })).toBe(false);
    expect([await content(), await readdir(root)]).toEqual(["theirs", ["main"]]);
  });

  test("is put back when a replacement was killed between its last steps, and what a killed one wrote goes", async () => {
    const pid = deadPid();
    await writing("old")(join(root, `.main.${pid}-0a1b2c3d.old`));
    await recoverFolder(place);
    expect(await content()).toBe("old");
    await writing("half")(join(root, `.main.${pid}-0a1b2c3d.partial`));
    await writing("busy")(join(root, `.main.${process.pid}-0a1b2c3d.partial`));
    await replaceFolder(place, { write: writing("new"), mayReplace: always });
    expect((await readdir(root)).sort()).toEqual([`.main.${process.pid}-0a1b2c3d.partial`, "main"]);
  });
});

describe("a named baseline", () => {
  test("is not saved over one that another run has saved since it was looked at", async () => {
    const [mine, theirs] = [1, 2].map(() => createFileStore({ root, name: "main" }));
    await mine?.restore();
    await theirs?.restore();
    expect(await theirs?.save(sampleBundle({}))).toMatchObject({ saved: true });
    const bundle = sampleBundle({});
    const later = {
      ...bundle,
      document: { ...bundle.document, createdAt: "2027-01-01T00:00:00Z" },
    };
    expect(await mine?.save(later)).toMatchObject({
      saved: false,
      reason: "refused",
      message: expect.stringContaining("another run saved"),
    });
    await mine?.restore();
    expect(await mine?.save(later)).toMatchObject({ saved: true });
  });
});
