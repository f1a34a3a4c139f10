import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ClosureSource, createClosure } from "../../src/components/create-closure.ts";
import { hashClosure, hashComponent } from "../../src/components/identify.ts";
import type { Closure } from "../../src/model/closure.ts";
import type { LoadRecord } from "../../src/model/load-record.ts";

let project: string;

beforeEach(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), "closure-")));
});
afterEach(() => rm(project, { recursive: true }));

async function put(name: string, text: string): Promise<string> {
  const path = join(project, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

async function link(name: string, target: string): Promise<void> {
  await mkdir(dirname(join(project, name)), { recursive: true });
  await symlink(target, join(project, name));
}

const NOTHING: LoadRecord = {
  modules: [],
  reads: [],
  compiled: [],
  isLoaded: true,
  failure: null,
  failedCalls: [],
};

/** An import as it is observed: from one file of the project to another. */
const imported = (parent: string, specifier: string, path: string) => ({
  specifier,
  parent: join(project, parent),
  path: join(project, path),
});

const read = (name: string, isRelative = false) => ({
  path: join(project, name),
  isRelative,
  isRead: true,
});

function close(
  record: Partial<LoadRecord>,
  changes: Partial<ClosureSource> = {},
): Promise<Closure> {
  return createClosure({
    root: join(project, "app"),
    entry: join(project, "app/glue.mjs"),
    record: { ...NOTHING, ...record },
    files: [],
    workingFolder: project,
    known: new Set(),
    ...changes,
  });
}

const namesOf = ({ files }: Closure): string[] => files.map(({ name }) => name);
const textOf = ({ files }: Closure, name: string): string =>
  new TextDecoder().decode(files.find((file) => file.name === name)?.bytes ?? new Uint8Array());

describe("the files of a closure", () => {
  it("keep their way from the configuration, the names of folders above it left out", async () => {
    await put("app/glue.mjs", "");
    await put("node_modules/outer/index.mjs", "");
    await put("shared/data.bin", "");
    const closure = await close({
      modules: [imported("app/glue.mjs", "outer", "node_modules/outer/index.mjs")],
      reads: [read("shared/data.bin")],
    });
    expect(closure).toMatchObject({ root: "-", entry: "-/glue.mjs", folder: null, links: [] });
    expect(namesOf(closure)).toEqual([
      "-/glue.mjs",
      "node_modules/outer/index.mjs",
      "shared/data.bin",
    ]);
  });

  it("keep apart from a folder that has the name given to the folders above", async () => {
    await put("app/glue.mjs", "here");
    await put("-/glue.mjs", "there");
    const closure = await close({
      modules: [imported("app/glue.mjs", "../-/glue.mjs", "-/glue.mjs")],
    });
    expect(textOf(closure, "--/glue.mjs")).toBe("here");
    expect(textOf(closure, "-/glue.mjs")).toBe("there");
  });

  it("are passed over where there is no regular file, and where they are the system's", async () => {
    await put("app/glue.mjs", "");
    const closure = await close({
      reads: [
        read("app/absent"),
        read("app"),
        ...["/dev/null", "/proc/self/stat", "/etc/hosts"].map((path) => ({
          path,
          isRelative: false,
          isRead: true,
        })),
      ],
    });
    expect(namesOf(closure)).toEqual(["glue.mjs"]);
  });

  it("that were only asked for count where they lie with the project or with a module", async () => {
    await put("app/glue.mjs", "");
    await put("lib/part.mjs", "");
    for (const name of ["app/flag", "lib/flag", "other/flag", "work/flag"]) await put(name, "");
    const closure = await close(
      {
        modules: [imported("app/glue.mjs", "../lib/part.mjs", "lib/part.mjs")],
        reads: ["app/flag", "lib/flag", "other/flag", "work/flag"].map((name) => ({
          ...read(name),
          isRead: false,
        })),
      },
      { workingFolder: join(project, "work") },
    );
    expect(namesOf(closure)).toEqual([
      "-/flag",
      "-/glue.mjs",
      "lib/flag",
      "lib/part.mjs",
      "work/flag",
    ]);
  });

  it("are found although the configuration's folder is a link", async () => {
    await put("app/glue.mjs", "");
    await put("app/part.mjs", "");
    await link("current", "app");
    const closure = await close(
      { modules: [imported("app/glue.mjs", "./part.mjs", "app/part.mjs")] },
      { root: join(project, "current"), entry: join(project, "current/glue.mjs") },
    );
    expect(namesOf(closure)).toEqual(["glue.mjs", "part.mjs"]);
    expect(closure.links).toEqual([]);
  });

  it("come with the working folder only where something is read relative to it", async () => {
    await put("app/glue.mjs", "");
    await put("data.bin", "");
    const closure = await close({ reads: [read("data.bin", true)] });
    expect(closure).toMatchObject({ folder: "", root: "-" });
    expect(namesOf(closure)).toEqual(["-/glue.mjs", "data.bin"]);
  });
});

describe("a package.json", () => {
  const FULL = `{ "name": "app", "version": "1.2.3", "type": "module", "scripts": {}, "imports": { "#a": "./a.js" } }`;

  it("is part of it by what resolution needs, the nearest of every module and the one of every package", async () => {
    await put("app/glue.mjs", "");
    await put("package.json", FULL);
    await put("app/node_modules/inner/package.json", `{ "exports": "./esm/a.js", "version": "1" }`);
    await put("app/node_modules/inner/esm/package.json", `{ "type": "module" }`);
    await put("app/node_modules/inner/esm/a.js", "");
    const closure = await close({
      modules: [imported("app/glue.mjs", "inner/sub", "app/node_modules/inner/esm/a.js")],
    });
    expect(namesOf(closure)).toEqual([
      "-/glue.mjs",
      "-/node_modules/inner/esm/a.js",
      "-/node_modules/inner/esm/package.json",
      "-/node_modules/inner/package.json",
      "package.json",
    ]);
    expect(JSON.parse(textOf(closure, "package.json"))).toEqual({
      name: "app",
      type: "module",
      imports: { "#a": "./a.js" },
    });
    expect(textOf(closure, "-/node_modules/inner/package.json")).toBe(`{"exports":"./esm/a.js"}`);
  });

  it("counts as a whole where it is read or imported, and where it is no JSON", async () => {
    await put("app/glue.mjs", "");
    const path = await put("app/package.json", FULL);
    const whole = await close({
      modules: [imported("app/glue.mjs", "./package.json", "app/package.json")],
    });
    expect(textOf(whole, "package.json")).toBe(FULL);
    await writeFile(path, "{ broken");
    expect(textOf(await close({}), "package.json")).toBe("{ broken");
  });

  it("of a package's own folder is the last that is looked at", async () => {
    await put("app/glue.mjs", "");
    await put("app/package.json", FULL);
    await put("app/node_modules/bare.js", "");
    const entry = join(project, "app/node_modules/bare.js");
    expect(namesOf(await close({}, { entry }))).toEqual(["node_modules/bare.js"]);
  });
});

describe("links by which files are found", () => {
  it("are kept for packages as pnpm lays them out", async () => {
    await put("app/glue.mjs", "");
    await put("app/node_modules/.pnpm/@o+x@1/node_modules/@o/x/index.js", "");
    await put("app/node_modules/.pnpm/y@1/node_modules/y/index.js", "");
    await link("app/node_modules/@o/x", "../.pnpm/@o+x@1/node_modules/@o/x");
    await link("app/node_modules/.pnpm/@o+x@1/node_modules/y", "../../y@1/node_modules/y");
    await link("app/node_modules/unused", ".pnpm/y@1/node_modules/y");
    const x = "app/node_modules/.pnpm/@o+x@1/node_modules/@o/x/index.js";
    const { links } = await close({
      modules: [
        imported("app/glue.mjs", "@o/x", x),
        imported(x, "y/index.js", "app/node_modules/.pnpm/y@1/node_modules/y/index.js"),
      ],
    });
    expect(links).toEqual([
      {
        name: "node_modules/.pnpm/@o+x@1/node_modules/y",
        target: "node_modules/.pnpm/y@1/node_modules/y",
      },
      { name: "node_modules/@o/x", target: "node_modules/.pnpm/@o+x@1/node_modules/@o/x" },
    ]);
  });

  it("are kept for files and folders, whether imported, required without an ending, or read", async () => {
    await put("app/glue.mjs", "");
    for (const name of ["real/a.mjs", "real/lib/index.js", "real/c.js", "real/d.bin"])
      await put(`app/${name}`, "");
    await link("app/a%20b.mjs", "real/a.mjs");
    await link("app/lib", "real/lib");
    await link("app/c.js", "real/c.js");
    await link("app/d.bin", "real/d.bin");
    const { links } = await close({
      modules: [
        imported("app/glue.mjs", "./a%2520b.mjs", "app/real/a.mjs"),
        imported("app/glue.mjs", "./lib", "app/real/lib/index.js"),
        imported("app/glue.mjs", "./c", "app/real/c.js"),
      ],
      reads: [read("app/d.bin")],
    });
    expect(links.map(({ name, target }) => `${name} -> ${target}`)).toEqual([
      "a%20b.mjs -> real/a.mjs",
      "c.js -> real/c.js",
      "d.bin -> real/d.bin",
      "lib -> real/lib",
    ]);
  });
});

describe("the hash of a closure", () => {
  it("changes with a byte, a name, a link, the entry and compiled code that is no file", async () => {
    await put("app/glue.mjs", "one");
    await put("app/part.mjs", "");
    await link("app/linked.mjs", "part.mjs");
    const seen = { modules: [imported("app/glue.mjs", "./part.mjs", "app/part.mjs")] };
    const hashes = [
      await close(seen),
      await close(seen, { entry: join(project, "app/part.mjs") }),
      await close({ modules: [imported("app/glue.mjs", "./linked.mjs", "app/part.mjs")] }),
      await close({ ...seen, compiled: ["ab".repeat(32)] }),
    ].map(hashClosure);
    await put("app/glue.mjs", "two");
    hashes.push(hashClosure(await close(seen)));
    expect(new Set(hashes).size).toBe(5);
  });

  it("knows compiled code that is a file or the component's own module by that", async () => {
    await put("app/glue.mjs", "one");
    const { files, compiled } = await close({});
    const own = "cd".repeat(32);
    expect(compiled).toEqual([]);
    const again = { compiled: [files[0]?.sha256 ?? "", own] };
    expect(await close(again, { known: new Set([own]) })).toMatchObject({ compiled: [] });
  });

  it("does not depend on where bytes are cut into files", () => {
    const file = (name: string, text: string) => {
      const bytes = new TextEncoder().encode(text);
      return { name, bytes, sizeBytes: bytes.length, sha256: hashComponent(bytes, null) };
    };
    const closure = { root: "", folder: null, entry: "a", links: [], compiled: [] };
    const one = { closure: { ...closure, files: [file("a", "1\0b\x002")] } };
    const two = { closure: { ...closure, files: [file("a", "1"), file("b", "2")] } };
    expect(hashComponent(new Uint8Array(), one)).not.toBe(hashComponent(new Uint8Array(), two));
  });
});
