import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { loadFault } from "../../src/suites/load-fault.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "load-fault-")));
afterAll(() => rmSync(folder, { recursive: true }));

const url = pathToFileURL(join(folder, "glue.cjs")).href;

/** What requiring a CommonJS module of this text throws. */
function thrownBy(code: string): unknown {
  const path = join(folder, "glue.cjs");
  writeFileSync(path, code);
  const require = createRequire(path);
  delete require.cache[path];
  try {
    return require(path);
  } catch (error) {
    return error;
  }
}

describe("why JavaScript could not be loaded", () => {
  it("names a package that is missing and who requires it, by names of the module's folder", () => {
    const words = "Cannot find module 'absent', required by glue.cjs";
    expect(loadFault(thrownBy(`require("absent");`), url, "candidate")).toBe(words);
    expect(loadFault(thrownBy(`require("absent");`), url, "baseline")).toBe(
      `${words}; the baseline does not carry it: save a new one`,
    );
  });

  it("names a file that is missing, also as the cause of what was thrown", () => {
    const code = `require("fs").readFileSync(__dirname + "/x.wasm");`;
    const words = "ENOENT: no such file or directory, open 'x.wasm'";
    expect(loadFault(thrownBy(code), url, "candidate")).toBe(words);
    const cause = thrownBy(code);
    expect(loadFault(new TypeError("fetch failed", { cause }), url, "baseline")).toBe(
      `fetch failed: ${words}; the baseline does not carry it: save a new one`,
    );
  });

  it("keeps every other word, and leaves Node's guesses away", () => {
    expect(loadFault(thrownBy(`throw new Error("no licence");`), url, "baseline")).toBe(
      "no licence",
    );
    const guess = new Error(
      `Cannot find module 'a' imported from b\nDid you mean to import "../../c"?`,
    );
    expect(loadFault(guess, url, "candidate")).toBe("Cannot find module 'a' imported from b");
    expect(loadFault("thrown text", url, "candidate")).toBe("thrown text");
  });
});
