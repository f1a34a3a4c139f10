import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashSources, productVersion, STAMP, stalenessOf } from "../../scripts/sources.mjs";

let root: string;
let dist: string;

interface Lock {
  readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const LOCK: Lock = {
  packages: {
    "": { version: "1.0.0" },
    "node_modules/yaml": { version: "2.0.0", integrity: "sha512-a" },
    "node_modules/typescript": { version: "6.0.0", integrity: "sha512-b", dev: true },
    "node_modules/vitest": { version: "5.0.0", integrity: "sha512-c", dev: true },
  },
};

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeLock(path: string, entry: Readonly<Record<string, unknown>>): void {
  write("package-lock.json", JSON.stringify({ packages: { ...LOCK.packages, [path]: entry } }));
}

/** Builds, as far as the stamp goes. */
function stamp(): void {
  write(`dist/${STAMP}`, JSON.stringify({ version: "1.0.0", sources: hashSources(root) }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sources-"));
  dist = join(root, "dist");
  write("package.json", JSON.stringify({ version: "1.0.0", scripts: {} }));
  write("package-lock.json", JSON.stringify(LOCK));
  write("tsconfig.json", "{}");
  write("src/gate/exit.ts", "export const FAILED = 1;\n");
  write("fixtures/wat/fib.wat", "(module)");
  write("scripts/bundle.mjs", "");
  stamp();
});

afterEach(() => rmSync(root, { recursive: true }));

describe("a built folder", () => {
  test("is fresh while nothing it was made from changed", () => {
    expect(stalenessOf(root, dist)).toBeNull();
    write("README.md", "other words");
    write("__tests__/a.test.ts", "");
    write("scripts/check.mjs", "");
    write("package.json", JSON.stringify({ version: "1.0.0", scripts: { test: "vitest" } }));
    expect(stalenessOf(root, dist)).toBeNull();
  });

  test.each([
    ["a source", () => write("src/gate/exit.ts", "export const FAILED = 0;\n")],
    ["a new source", () => write("src/other.ts", "")],
    ["a shipped module", () => write("fixtures/wat/fib.wat", "(module )")],
    ["the build itself", () => write("scripts/bundle.mjs", "// changed")],
    ["the compiler's settings", () => write("tsconfig.json", "{ }")],
    ["the version", () => write("package.json", JSON.stringify({ version: "1.0.1" }))],
    [
      "a bundled package",
      () => writeLock("node_modules/yaml", { version: "2.0.1", integrity: "sha512-d" }),
    ],
    ["the compiler", () => writeLock("node_modules/typescript", { version: "6.1.0", dev: true })],
  ])("is stale, with the command to run, after a change of %s", (_, change) => {
    change();
    expect(stalenessOf(root, dist)).toMatch(/other sources .*: run npm run build$/);
  });

  test("is stale when a file moved, though its text did not change", () => {
    rmSync(join(root, "src/gate/exit.ts"));
    write("src/gate/code.ts", "export const FAILED = 1;\n");
    expect(stalenessOf(root, dist)).not.toBeNull();
  });

  test("does not care for packages that only tests need, nor for a checkout's line ends", () => {
    writeLock("node_modules/vitest", { version: "5.1.0", integrity: "sha512-e", dev: true });
    write("src/gate/exit.ts", "export const FAILED = 1;\r\n");
    expect(stalenessOf(root, dist)).toBeNull();
  });

  test("that says nothing of its sources is stale", () => {
    rmSync(join(dist, STAMP));
    expect(stalenessOf(root, dist)).toContain("run npm run build");
  });
});

test("nothing to hash is an error, not an empty hash", () => {
  rmSync(join(root, "src"), { recursive: true });
  expect(() => hashSources(root)).toThrow("no sources");
});

test("the version is that of package.json", () => {
  expect(productVersion(root)).toBe("1.0.0");
});
