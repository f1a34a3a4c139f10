import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createNativeProgram } from "../../src/native/native-engine-program.ts";
import { prepareNativeHosts } from "../../src/suites/native-guest.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { ERRORS, PROGRAM } from "./native-library.ts";

const folder = mkdtempSync(join(tmpdir(), "native-faults-"));
afterAll(() => rmSync(folder, { recursive: true }));

function open(library: string): () => unknown {
  return () => PROGRAM.open({ name: "wasmtime", library, version: "49.0.0" });
}

const PAYLOAD: Payload = {
  name: "c",
  side: "candidate",
  bytes: new Uint8Array(),
  host: { kind: "none", url: "", args: [] },
  glue: null,
  engine: { name: "wasmtime", library: "x", version: "49.0.0" },
};

describe("a library that is none of a native engine", () => {
  it("is named where it is not there, with what to name in its place", () => {
    const library = join(folder, "absent.so");
    expect(open(library)).toThrow(`${library} could not be loaded: `);
    expect(open(library)).toThrow("name a library of Wasmtime's C API built for");
  });

  it("is named where it is no library", () => {
    const library = join(folder, "text.so");
    writeFileSync(library, "no library");
    expect(open(library)).toThrow(`${library} could not be loaded: `);
  });

  it("is named with the first function it lacks", () => {
    // The one shared library that every Linux machine has.
    expect(open("libm.so.6")).toThrow(
      "libm.so.6 (49.0.0) has no function `wasm_config_new`: name a library of Wasmtime 24 or newer, built with its whole C API",
    );
  });
});

describe("a machine without the foreign function interface", () => {
  it("is told which platforms it is shipped for, and what to install where", () => {
    const program = createNativeProgram({
      places: { shipped: folder, project: folder },
      errors: ERRORS,
    });
    expect(() => program.open({ name: "wasmtime", library: "x", version: "49.0.0" })).toThrow(
      /^a native engine needs koffi, which is shipped for linux-x64 and not for \S+: run `npm install koffi@3` in the working directory$/,
    );
  });

  it("is told which version to install where another one is installed", () => {
    const project = join(folder, "project");
    mkdirSync(join(project, "node_modules", "koffi"), { recursive: true });
    const main = join(project, "node_modules", "koffi", "index.js");
    writeFileSync(main, 'module.exports = { version: "2.16.4" };');
    const program = createNativeProgram({
      places: { shipped: join(folder, "nothing"), project },
      errors: ERRORS,
    });
    expect(() => program.open({ name: "wasmtime", library: "x", version: "49.0.0" })).toThrow(
      `koffi 2.16.4 is installed in ${project}, and a native engine needs 3: run \`npm install koffi@3\` in the working directory`,
    );
  });

  it("is told what is wrong with a shipped addon that does not load", () => {
    for (const libc of ["glibc", "musl"])
      writeFileSync(join(folder, `koffi-${process.platform}-${process.arch}-${libc}.node`), "none");
    const program = createNativeProgram({
      places: { shipped: folder, project: folder },
      errors: ERRORS,
    });
    expect(() => program.open({ name: "wasmtime", library: "x", version: "49.0.0" })).toThrow(
      "the shipped koffi does not load: ",
    );
  });
});

describe("glue", () => {
  it("is refused", async () => {
    const glue = { url: "file:///glue.mjs", init: null };
    await expect(prepareNativeHosts({ ...PAYLOAD, glue })).rejects.toThrow(
      "on wasmtime: glue is JavaScript and runs its module in V8",
    );
  });
});
