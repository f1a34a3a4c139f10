import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { releasedLibrary } from "../../src/engines/released-library.ts";
import { type Answer, type Loopback, listen } from "../servers/loopback.ts";
import {
  emptyFolder,
  hashOf,
  makeArchive,
  makeLibrary,
  makeMachine,
  type TestMachine,
} from "./make-library.ts";
import { closeMirrors, mirrored } from "./mirror.ts";

const LIBRARY = makeLibrary({ version: "24.0.5" });
const ARCHIVE = makeArchive(LIBRARY);
const PATH = "/releases/v24.0.5/wasmtime-v24.0.5-x86_64-linux-c-api.tar.xz";

const open: Loopback[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  await closeMirrors();
});

const good: Answer = { status: 200, body: ARCHIVE };

/** Files that were kept, below the cache. */
const kept = ({ context }: TestMachine): string[] =>
  readdirSync(join(String(context.variables.RUNNER_TOOL_CACHE), "wasm-bench", "wasmtime"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
    .sort();

describe("releasedLibrary", () => {
  it("fetches, unpacks and keeps the library and nothing else of its archive, and names the hash to pin", async () => {
    const machine = await mirrored([good]);
    const { path, warnings } = await machine.get();
    expect(readFileSync(path)).toEqual(LIBRARY);
    expect(kept(machine)).toEqual(["archive", "library.json", "libwasmtime.so"]);
    expect(machine.asked).toEqual([PATH]);
    expect(machine.told).toEqual(["fetching wasmtime-v24.0.5-x86_64-linux-c-api.tar.xz"]);
    expect(warnings).toEqual([
      {
        code: "engine-not-pinned",
        message: expect.stringContaining(`version: 24.0.5, sha256: ${hashOf(ARCHIVE)} }`),
      },
    ]);
  });

  it("fetches nothing twice, says nothing of what is pinned, and warns of what is not every time", async () => {
    const machine = await mirrored([good]);
    const first = await machine.get();
    expect((await machine.get()).warnings).toEqual(first.warnings);
    expect((await machine.get(["0".repeat(64), hashOf(ARCHIVE)])).warnings).toEqual([]);
    expect(machine.asked).toHaveLength(1);
  });

  it("fetches again what was changed in the cache, or came in another archive than the pinned one", async () => {
    const other = makeArchive(makeLibrary({ version: "24.0.6" }));
    const machine = await mirrored([good, good, { status: 200, body: other }]);
    const { path } = await machine.get();
    writeFileSync(path, "something else");
    expect(readFileSync((await machine.get()).path)).toEqual(LIBRARY);
    await machine.get([hashOf(other)]);
    expect(machine.asked).toHaveLength(3);
  });

  it("keeps and runs nothing of an archive with another hash", async () => {
    const machine = await mirrored([good]);
    await expect(machine.get(["ab".repeat(32)])).rejects.toMatchObject({
      code: "engine",
      message: `wasmtime-v24.0.5-x86_64-linux-c-api.tar.xz has the SHA-256 ${hashOf(ARCHIVE)}, and ${"ab".repeat(32)} is pinned: nothing of it was run`,
    });
    expect(kept(machine)).toEqual([]);
  });

  it("tries again what may pass", async () => {
    const machine = await mirrored([
      { status: 503 },
      { status: 200, body: ARCHIVE, cut: 100 },
      good,
    ]);
    expect(readFileSync((await machine.get()).path)).toEqual(LIBRARY);
    expect(machine.asked).toHaveLength(3);
  });

  it.each<[string, readonly Answer[], string, number]>([
    ["a version that does not exist", [{ status: 404 }], "there is no http", 1],
    ["a mirror that wants credentials", [{ status: 401 }], "cannot be fetched: it answered 401", 1],
    ["a server that is down", [{ status: 503 }], "cannot be fetched: it answered 503", 3],
    [
      "an answer that ends early",
      [{ status: 200, body: ARCHIVE, cut: 100 }],
      "cannot be fetched: it broke off",
      3,
    ],
    [
      "a damaged archive",
      [{ status: 200, body: ARCHIVE.subarray(0, 700) }],
      "holds no library that can be unpacked: tar: ",
      1,
    ],
    ["a page in place of an archive", [{ status: 200, body: "<html>" }], "holds no library", 1],
    [
      "an archive without a library",
      [{ status: 200, body: makeArchive(null) }],
      "holds no library that can be unpacked: tar: ",
      1,
    ],
  ])("tells of %s in one sentence", async (_, answers, message, asked) => {
    const machine = await mirrored(answers);
    await expect(machine.get()).rejects.toMatchObject({
      code: "engine",
      message: expect.stringContaining(message),
      hint: expect.stringContaining("engine: { name: wasmtime, library: PATH }"),
    });
    expect(machine.asked).toHaveLength(asked);
    expect(kept(machine)).toEqual([]);
  });

  it("shows no credentials of a mirror", async () => {
    const machine = await mirrored([{ status: 404 }]);
    const mirror = new URL(String(machine.context.variables.WASM_BENCH_WASMTIME_RELEASES));
    mirror.username = "robot";
    mirror.password = "s3cret";
    const variables = { ...machine.context.variables, WASM_BENCH_WASMTIME_RELEASES: mirror.href };
    const release = { kind: "version", version: "24.0.5", sha256: [] } as const;
    await expect(releasedLibrary(release, { ...machine.context, variables })).rejects.toThrow(
      /^(?!.*s3cret)there is no http:\/\/localhost/,
    );
  });

  it("sends name and password of a mirror to it, and to nobody it redirects to", async () => {
    const heads: (string | undefined)[] = [];
    const storage = await listen(({ headers }) => {
      heads.push(headers.authorization);
      return Promise.resolve(good);
    });
    open.push(storage);
    const mirror = await listen(({ headers }) => {
      heads.push(headers.authorization);
      return Promise.resolve({ status: 302, headers: { location: `${storage.url}/a?token=1` } });
    });
    open.push(mirror);
    const { context } = makeMachine({
      WASM_BENCH_WASMTIME_RELEASES: mirror.url.replace("//", "//robot:s%3Acret@"),
    });
    const release = { kind: "version", version: "24.0.5", sha256: [] } as const;
    expect(readFileSync((await releasedLibrary(release, context)).path)).toEqual(LIBRARY);
    expect(heads).toEqual([`Basic ${Buffer.from("robot:s:cret").toString("base64")}`, undefined]);
  });

  it("follows redirections within a server, and gives up those that never end", async () => {
    const within = await mirrored([{ status: 307, headers: { location: "../elsewhere" } }, good]);
    await within.get();
    expect(within.asked).toEqual([PATH, "/releases/elsewhere"]);
    const circle = await mirrored([{ status: 301, headers: { location: PATH } }]);
    await expect(circle.get()).rejects.toThrow(
      /cannot be fetched: it redirects more than 10 times$/,
    );
  });

  it.each([
    [{ arch: "mips" }, "Wasmtime has no release for linux mips"],
    [{ platform: "sunos" }, "Wasmtime has no release for sunos x64"],
  ])("tells of a machine without releases %j", async (machine, message) => {
    const { context } = makeMachine();
    const release = { kind: "version", version: "24.0.5", sha256: [] } as const;
    await expect(releasedLibrary(release, { ...context, ...machine })).rejects.toThrow(message);
  });

  it.each(["ftp://mirror/wasmtime", "mirror"])("refuses %s as a mirror", async (mirror) => {
    const { context } = makeMachine({ WASM_BENCH_WASMTIME_RELEASES: mirror });
    const release = { kind: "version", version: "24.0.5", sha256: [] } as const;
    await expect(releasedLibrary(release, context)).rejects.toThrow("names no address of a mirror");
  });

  it("tells of a cache that cannot be written to", async () => {
    const machine = await mirrored([good]);
    const file = join(machine.context.root, "file");
    writeFileSync(file, "");
    const variables = { ...machine.context.variables, RUNNER_TOOL_CACHE: join(file, "tools") };
    const release = { kind: "version", version: "24.0.5", sha256: [] } as const;
    await expect(releasedLibrary(release, { ...machine.context, variables })).rejects.toMatchObject(
      {
        code: "engine",
        message: expect.stringContaining("libraries cannot be kept in"),
      },
    );
    expect(existsSync(join(file, "tools"))).toBe(false);
  });
});

/** Where a program lies on this machine; null where it is not there. */
function placeOf(name: string): string | null {
  const folders = (process.env.PATH ?? "").split(":");
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const [tar, xz] = [placeOf("tar"), placeOf("xz")];

describe.skipIf(tar === null || xz === null)("an archive that xz packed (needs tar and xz)", () => {
  it("is unpacked", async () => {
    const body = makeArchive(LIBRARY, { compress: "J" });
    const machine = await mirrored([{ status: 200, body }]);
    expect(readFileSync((await machine.get()).path)).toEqual(LIBRARY);
  });

  it("names xz where the machine has none", async () => {
    const version = execFileSync(String(tar), ["--version"], { encoding: "utf8" });
    const programs = emptyFolder();
    symlinkSync(String(tar), join(programs, "tar"));
    const body = makeArchive(LIBRARY, { compress: "J" });
    const machine = await mirrored([{ status: 200, body }], { PATH: programs });
    const outcome = machine.get().then(
      ({ path }) => path,
      (error: unknown) => (error as Error).message,
    );
    // Other programs than GNU's unpack it themselves.
    expect(await outcome).toMatch(
      version.includes("GNU") ? /this machine has no xz$/ : /libwasmtime/,
    );
  });
});
