import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readRegularFile } from "../../src/files/regular-file.ts";
import { readRegularText } from "../../src/files/regular-text.ts";
import { writeAside } from "../../src/files/write-aside.ts";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writeAside", () => {
  test("replaces a file, keeps its rights and leaves nothing beside it", async () => {
    await writeAside(at("a"), "one");
    await chmod(at("a"), 0o600);
    await writeAside(at("a"), "two");
    expect(await readFile(at("a"), "utf8")).toBe("two");
    expect((await stat(at("a"))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["a"]);
  });

  test("never writes through a link, and says what stands in the way", async () => {
    await writeFile(at("precious"), "kept");
    await symlink(at("precious"), at("link"));
    await mkdir(at("folder"));
    await expect(writeAside(at("link"), "x")).rejects.toThrow("is a symbolic link");
    await expect(writeAside(at("folder"), "x")).rejects.toThrow("is a folder");
    await expect(writeAside(at("no/where"), "x")).rejects.toThrow("a folder that does not exist");
    await expect(writeAside(at("precious/x"), "x")).rejects.toThrow("what is no folder");
    expect(await readFile(at("precious"), "utf8")).toBe("kept");
  });
});

describe("readRegularFile", () => {
  test("follows a link only where that is allowed, and only inside the folder it must stay in", async () => {
    await mkdir(at("checkout"));
    await writeFile(at("outside"), "secret");
    await writeFile(at("checkout/real"), "text");
    await symlink(at("outside"), at("checkout/out"));
    await symlink("real", at("checkout/in"));
    const [links, within] = ["follow" as const, at("checkout")];
    const read = (name: string): Promise<string> =>
      readRegularText(at(name), { maxBytes: 10, links, within });
    expect(await read("checkout/in")).toBe("text");
    await expect(read("checkout/out")).rejects.toThrow("lies outside of the checkout");
    await expect(readRegularFile(at("checkout/in"), { maxBytes: 10 })).rejects.toThrow(
      "is a symbolic link",
    );
  });

  test("takes as many bytes as are accepted and no more, also of files that tell no size", async () => {
    await writeFile(at("a"), "12345");
    expect(await readRegularText(at("a"), { maxBytes: 5 })).toBe("12345");
    await expect(readRegularFile(at("a"), { maxBytes: 4 })).rejects.toThrow(
      "has 5 bytes, at most 4 are accepted",
    );
  });

  test.skipIf(process.platform !== "linux")("bounds what the kernel writes on demand", async () => {
    await expect(readRegularFile("/proc/self/maps", { maxBytes: 10 })).rejects.toThrow(
      "at most 10",
    );
  });
});
