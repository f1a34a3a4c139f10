import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { folderWith } from "./command-line.ts";
import { type Installation, install, QUICK, tinyConfig } from "./fault-stage.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let place: Installation;
beforeAll(() => {
  place = install();
});
afterAll(() => place.remove());

type Kind = "pipe" | "folder" | "device" | "socket";

const WORDS: Readonly<Record<Kind, string>> = {
  pipe: "is a named pipe",
  folder: "is a folder",
  device: "is a device",
  socket: "is a socket",
};

/** Puts something that is no regular file at a path. */
async function put(kind: Kind, path: string): Promise<void> {
  if (kind === "pipe") execFileSync("mkfifo", [path]);
  else if (kind === "folder") mkdirSync(path);
  else if (kind === "device") symlinkSync("/dev/zero", path);
  else {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    server.unref();
  }
}

const NATIVE = tinyConfig("a.wat").replace("expect: 42", 'expect: 42, native: "odd.mjs#run"');

/** What is read, the name that is odd, files around it, and the command. */
const READERS: readonly (readonly [string, string, Record<string, string>, string[]])[] = [
  ["the configuration", "wasm-bench.yml", {}, ["run"]],
  ["a text module", "odd.wat", { "wasm-bench.yml": tinyConfig("odd.wat") }, ["run"]],
  ["a module", "odd.wasm", { "wasm-bench.yml": tinyConfig("odd.wasm") }, ["run"]],
  ["glue", "odd.mjs", { "wasm-bench.yml": tinyConfig("odd.mjs") }, ["run"]],
  [
    "an imports module",
    "odd.mjs",
    { "wasm-bench.yml": tinyConfig("a.wat", { more: "    host: ./odd.mjs\n" }), "a.wat": QUICK },
    ["run"],
  ],
  ["a native reference", "odd.mjs", { "wasm-bench.yml": NATIVE, "a.wat": QUICK }, ["run"]],
  ["a module of size", "odd.wasm", {}, ["size", "odd.wasm"]],
  ["a module of fuel", "odd.wasm", {}, ["fuel", "odd.wasm", "run", "1"]],
  ["a result", "odd.json", {}, ["judge", "odd.json"]],
  ["results of docs", "odd.json", {}, ["docs", "--json", "odd.json"]],
];

describe.skipIf(process.platform === "win32")(
  "what is no regular file is refused, not waited for",
  () => {
    for (const kind of ["pipe", "device", "socket", "folder"] as const) {
      // Whatever is read goes the same way; who reads is asked with the kind that would be waited for.
      it.each(kind === "pipe" ? READERS : READERS.slice(0, 2))(
        `%s that ${WORDS[kind]}`,
        async (_, name, files, args) => {
          const folder = folderWith(files);
          await put(kind, join(folder, name));
          const { code, err } = await place.begin("cli/index.js", folder, { args }).ended;
          expect(err).toContain(WORDS[kind]);
          expect(err).toContain(name);
          expect(err).toContain("hint:");
          expect(err).not.toContain("internal error");
          expect(code).toBe(2);
        },
      );
    }

    it.each([
      ["show", ["show"]],
      ["run", ["run"]],
    ])("a file in place of the folder of baselines: %s", async (_, args) => {
      const folder = folderWith({
        baselines: "",
        "wasm-bench.yml": tinyConfig("a.wat"),
        "a.wat": QUICK,
      });
      const { code, err } = await place.begin("cli/index.js", folder, { args }).ended;
      expect(err).toContain("the folder of baselines, baselines, is not a folder");
      expect(code).toBe(2);
    });
  },
);

describe("files that are written", () => {
  const project = { "wasm-bench.yml": tinyConfig("a.wat"), "a.wat": QUICK };

  it.each([
    ["a link", "is a symbolic link"],
    ["a folder", "is a folder"],
    ["a pipe", "is a named pipe"],
  ])("are refused before anything is measured where %s stands", async (what, words) => {
    const folder = folderWith({ ...project, "precious.txt": "kept" });
    const path = join(folder, "out.json");
    if (what === "a link") symlinkSync(join(folder, "precious.txt"), path);
    else await put(what === "a folder" ? "folder" : "pipe", path);
    const args = ["run", "--json", "out.json"];
    const { code, out, err } = await place.begin("cli/index.js", folder, { args }).ended;
    expect(err).toContain(`out.json cannot be written: it ${words}`);
    expect(err).not.toContain("plan:");
    expect([code, out]).toEqual([2, ""]);
    expect(readFileSync(join(folder, "precious.txt"), "utf8")).toBe("kept");
  });
});

describe("Git that does not answer", () => {
  it("is given up after a few seconds, and said", async () => {
    const folder = folderWith({
      "bin/git": "#!/bin/sh\nexec sleep 1000\n",
      "sizes.json": JSON.stringify([{ name: "size", unit: "bytes", value: 10 }]),
    });
    chmodSync(join(folder, "bin", "git"), 0o755);
    const { code, err } = await place.begin("cli/index.js", folder, {
      args: ["import", "custom-smaller-is-better", "sizes.json"],
      env: { PATH: `${join(folder, "bin")}:${process.env.PATH}` },
    }).ended;
    expect(err).toContain("git did not answer within 5 s");
    expect(code).toBe(0);
  });
});

describe("numbers nobody can have measured", () => {
  const stored = readFileSync("baselines/result.json", "utf8");

  it.each([
    ["1e309", /("confidenceLevel":)[\d.]+/, "policy.confidenceLevel"],
    ["1152921504606846976", /("gzipBytes":)\d+/, "components[0].gzipBytes"],
    ["1e300", /("values":\[)[\d.]+/, "values[0]"],
    ["-1", /("sizeBytes":)\d+/, "components[0].sizeBytes"],
  ])("%s in a result is named", async (number, where, path) => {
    const folder = folderWith({ "r.json": stored.replace(where, `$1${number}`) });
    const { code, err } = await place.begin("cli/index.js", folder, { args: ["judge", "r.json"] })
      .ended;
    expect(err).toContain(path);
    expect(code).toBe(2);
  });
});
