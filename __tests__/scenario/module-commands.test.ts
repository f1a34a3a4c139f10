import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const WAT = join(ROOT, "fixtures/wat");

/** What `fuel --json` writes, as far as it is looked at here. */
interface Counted {
  readonly fuel: readonly number[];
  readonly exact: boolean;
  readonly failure: { readonly category: string };
}

/** Runs the built command line. */
function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(inject("bundle"), "cli", "index.js"), ...args],
    { encoding: "utf8", cwd: WAT },
  );
  return { status, stdout, stderr };
}

describe("wasm-bench fuel", () => {
  it("prints what Wasmtime would charge, the profile and the pages", () => {
    const { status, stdout } = run("fuel", "fib.wat", "fib", "30", "--profile", "wasmtime-49");
    expect(stdout).toMatch(/fuel +26,925,366\n/);
    expect(stdout).toContain("wasmtime-49");
    expect(stdout).toContain("no memory is exported");
    expect(status).toBe(0);
  });

  it("says why a call failed and what it had consumed, also for programs, and ends with 1", () => {
    const json = join(mkdtempSync(join(tmpdir(), "wasm-bench-fuel-")), "count.json");
    const { status, stdout } = run("fuel", "traps.wat", "divide_by_zero", "--json", json);
    const { fuel, exact, failure } = JSON.parse(readFileSync(json, "utf8")) as Counted;
    rmSync(dirname(json), { recursive: true });
    expect(stdout).toContain("trap (divide by zero)");
    expect(stdout).toMatch(/^fuel +0 until it failed$/m);
    expect({ fuel, exact, category: failure.category }).toEqual({
      fuel: [0],
      exact: false,
      category: "divide by zero",
    });
    expect(status).toBe(1);
  });

  it("names the module that cannot be read", () => {
    const { status, stderr } = run("fuel", "absent.wat", "run");
    expect(stderr).toContain("absent.wat cannot be read");
    expect(status).toBe(2);
  });
});

describe("wasm-bench size", () => {
  it("prints sections that add up and the largest functions", () => {
    const { status, stdout } = run("size", "traps.wat");
    expect(stdout).toMatch(/^code +\d+$/m);
    expect(stdout).toMatch(/^total +489$/m);
    expect(stdout).toMatch(/^largest functions/m);
    expect(status).toBe(0);
  });

  it("prints what changed between two modules", () => {
    const { stdout } = run("size", "memory_64kb.wat", "fib.wat");
    expect(stdout).toMatch(/^fib +0 +28 +\+28$/m);
    expect(stdout).toMatch(/code \+\d+/);
  });

  it("finds nothing between a module and itself", () => {
    expect(run("size", "fib.wat", "fib.wat").stdout).toContain("no section changed size");
  });

  it("refuses three modules", () => {
    expect(run("size", "fib.wat", "fib.wat", "fib.wat").status).toBe(2);
  });
});
