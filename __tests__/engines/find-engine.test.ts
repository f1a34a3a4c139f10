import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findEngine } from "../../src/engines/find-engine.ts";
import type { LibrarySource } from "../../src/model/engine.ts";
import { hashOf, makeLibrary, makeMachine, SYMBOLS } from "./make-library.ts";

const LIBRARY = makeLibrary({ version: "49.0.0" });
const UNNAMED: LibrarySource = { kind: "unnamed" };

const at = (path: string, sha256: readonly string[] = []): LibrarySource => ({
  kind: "path",
  path,
  base: "root",
  sha256,
});

describe("findEngine", () => {
  it("reads a library by its path from the configuration, or from the current folder", async () => {
    const { context } = makeMachine();
    const root = join(context.root, "project");
    mkdirSync(root);
    writeFileSync(join(root, "lib.so"), LIBRARY);
    const elsewhere = { ...context, root };
    const { engine, warnings } = await findEngine("wasmtime", at("lib.so"), elsewhere);
    expect(engine).toMatchObject({ name: "wasmtime", version: "49.0.0", sha256: hashOf(LIBRARY) });
    expect(engine.library).toMatch(/project.lib\.so$/);
    expect(warnings).toEqual([]);
    const current = { ...at("project/lib.so"), base: "current" } as LibrarySource;
    expect((await findEngine("wasmtime", current, elsewhere)).engine).toEqual(engine);
  });

  it("takes the library that the variable names where nothing else does", async () => {
    const { context } = makeMachine({ WASM_BENCH_WASMTIME: "engine.so" });
    writeFileSync(join(context.root, "engine.so"), LIBRARY);
    const { engine } = await findEngine("wasmtime", UNNAMED, context);
    expect(engine.version).toBe("49.0.0");
  });

  it("follows links, and takes another hash for another file of one version", async () => {
    const { context } = makeMachine();
    const [one, other] = [join(context.root, "one.so"), join(context.root, "other.so")];
    writeFileSync(one, LIBRARY);
    writeFileSync(other, Buffer.concat([LIBRARY, Buffer.from("another build")]));
    symlinkSync(one, join(context.root, "link.so"));
    const linked = await findEngine("wasmtime", at("link.so"), context);
    const built = await findEngine("wasmtime", at("other.so"), context);
    expect(linked.engine.library).toMatch(/one\.so$/);
    expect(built.engine.version).toBe(linked.engine.version);
    expect(built.engine.sha256).not.toBe(linked.engine.sha256);
  });

  it("accepts a library with the hash that is pinned, and no other one", async () => {
    const { context } = makeMachine();
    writeFileSync(join(context.root, "lib.so"), LIBRARY);
    const pinned = await findEngine("wasmtime", at("lib.so", [hashOf(LIBRARY)]), context);
    expect(pinned.engine.sha256).toBe(hashOf(LIBRARY));
    await expect(findEngine("wasmtime", at("lib.so", ["ab".repeat(32)]), context)).rejects.toThrow(
      /^the library lib\.so has the SHA-256 .* is pinned: nothing of it was run$/,
    );
  });

  it("tells the three ways where none was taken", async () => {
    const { context } = makeMachine();
    await expect(findEngine("wasmtime", UNNAMED, context)).rejects.toMatchObject({
      code: "engine",
      message: "no library of Wasmtime is named",
      hint: expect.stringMatching(/library: PATH.*version: 24.*WASM_BENCH_WASMTIME/s),
    });
  });

  it("tells where a relative path led, which differs by who named it", async () => {
    const { context } = makeMachine({ WASM_BENCH_WASMTIME: "lib/absent.so" });
    const [root, current] = [join(context.root, "project"), join(context.root, "here")];
    const places = { ...context, root, current };
    const sought = async (source: LibrarySource): Promise<string> =>
      findEngine("wasmtime", source, places).then(
        () => "found",
        (fault: Error) => fault.message,
      );
    const led = (base: string): string =>
      `cannot be read: it is missing (looked for ${join(base, "lib", "absent.so")})`;
    expect(await sought(at("lib/absent.so"))).toContain(led(root));
    expect(
      await sought({ kind: "path", path: "lib/absent.so", base: "current", sha256: [] }),
    ).toContain(led(current));
    expect(await sought(UNNAMED)).toContain(led(current));
    expect(await sought(at(join(root, "absent.so")))).toMatch(/it is missing$/);
  });

  it.each([
    ["absent.so", null, "the library absent.so cannot be read: it is missing"],
    [
      "folder.so",
      "folder",
      "the library folder.so cannot be read: it is a folder, not a regular file",
    ],
    ["text.so", "just text".repeat(20), "the library text.so is no shared library"],
    [
      "arm.so",
      makeLibrary({ machine: 183 }),
      "the library arm.so is for arm64, and this machine is x64",
    ],
    [
      "other.so",
      makeLibrary({ symbols: [] }),
      "the library other.so has no wasm_config_new, no wasm_engine_new_with_config",
    ],
  ])("says what is wrong with %s", async (name, content, message) => {
    const { context } = makeMachine();
    const path = join(context.root, name);
    if (content === "folder") mkdirSync(path);
    else if (content !== null) writeFileSync(path, content);
    await expect(findEngine("wasmtime", at(name), context)).rejects.toMatchObject({
      code: "engine",
      message: expect.stringContaining(message),
    });
  });

  it("refuses a version older than any that is driven, by its name and before anything is fetched", async () => {
    const { context, told } = makeMachine();
    const open = (): Promise<never> => Promise.reject(new Error("something was fetched"));
    const old: LibrarySource = { kind: "version", version: "14.0.4", sha256: [] };
    await expect(findEngine("wasmtime", old, { ...context, open })).rejects.toMatchObject({
      code: "engine",
      message:
        "Wasmtime 14.0.4 is asked for, and 24 is the oldest version whose C API is spoken here",
      hint: expect.stringContaining("library: PATH"),
    });
    expect(told).toEqual([]);
  });

  it("refuses an older library, whether it says its version or lacks a function", async () => {
    const { context } = makeMachine();
    const release = join(context.root, "wasmtime-v23.0.1-x86_64-linux-c-api");
    mkdirSync(release);
    writeFileSync(join(release, "libwasmtime.so"), makeLibrary());
    const told = findEngine("wasmtime", at(join(release, "libwasmtime.so")), context);
    await expect(told).rejects.toThrow(
      /libwasmtime\.so is of Wasmtime 23\.0\.1, and 24 is the oldest version/,
    );
    const symbols = SYMBOLS.filter((name) => name !== "wasmtime_engine_clone");
    writeFileSync(join(context.root, "old.so"), makeLibrary({ symbols }));
    await expect(findEngine("wasmtime", at("old.so"), context)).rejects.toThrow(
      /^the library old\.so has no function `wasmtime_engine_clone`, which Wasmtime has since 24: /,
    );
  });

  it("takes the oldest version, one that tells none, and with a warning one that nobody has run", async () => {
    const { context } = makeMachine();
    const warned = async (version: string | undefined): Promise<readonly string[]> => {
      const library = makeLibrary(version === undefined ? {} : { version });
      writeFileSync(join(context.root, "lib.so"), library);
      const { warnings } = await findEngine("wasmtime", at("lib.so"), context);
      return warnings.map(({ code, message }) => `${code}: ${message}`);
    };
    expect(await warned("24.0.0")).toEqual([]);
    expect(await warned(undefined)).toEqual([]);
    expect(await warned("49.7.1")).toEqual([]);
    expect(await warned("50.0.0-dev")).toEqual([
      expect.stringMatching(/^engine-newer: Wasmtime 50\.0\.0-dev is newer than 49, the newest/),
    ]);
  });

  it.each(["arm", "ia32", "s390x", "ppc64"])(
    "refuses %s, whose values lie otherwise",
    async (arch) => {
      const { context } = makeMachine();
      const release: LibrarySource = { kind: "version", version: "49.0.0", sha256: [] };
      for (const source of [release, at("absent.so")])
        await expect(findEngine("wasmtime", source, { ...context, arch })).rejects.toMatchObject({
          message: expect.stringContaining(
            `little-endian processors (x64, arm64, riscv64, loong64), and this machine is ${arch}`,
          ),
          hint: expect.stringContaining("engine: v8"),
        });
    },
  );
});
