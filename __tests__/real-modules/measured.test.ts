import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guestPackages, installedVersion } from "../../scripts/guest-bench.mjs";
import { factsOf, type GuestFacts } from "../../scripts/guest-facts.mjs";
import { type Bench, type BenchRun, openBench } from "./run-bench.ts";

const MINUTES = 60_000;
/** What docs/guests.md shows. */
const SHOWN = JSON.parse(readFileSync("docs/guests.json", "utf8")) as GuestFacts[];

/** Every toolchain this product speaks of, as the table writes them. */
const TOOLCHAINS = [
  /wasm-bindgen.*nodejs/,
  /wasm-bindgen.*web/,
  /wasm-bindgen.*bundler/,
  /wasm-bindgen.*deno/,
  /wasm-pack/,
  /Emscripten.*MODULARIZE/,
  /Emscripten.*ES6/,
  /AssemblyScript.*esm/,
  /AssemblyScript.*raw/,
  /napi-rs/,
  /\bGo\b.*wasm_exec/,
  /TinyGo/,
  /jco/,
];
const NOT_DETERMINISTIC = "not deterministic";
const KINDS = ["core module", "WASI reactor", "WASI command", "glue", "component"];

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.remove());

describe("packages of other projects", () => {
  let run: BenchRun;
  let facts: readonly GuestFacts[];

  beforeAll(() => {
    // All suites take minutes: npm run guests measures them, every night.
    run = bench.run(["execution/**"]);
    facts = factsOf(run.result, guestPackages(), installedVersion);
  }, 8 * MINUTES);

  it("are at least twenty, of every toolchain and kind", () => {
    expect(new Set(facts.map((guest) => guest.package)).size).toBeGreaterThanOrEqual(20);
    const made = facts.map(({ toolchain }) => toolchain);
    expect(TOOLCHAINS.filter((one) => !made.some((toolchain) => one.test(toolchain)))).toEqual([]);
    expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual([...KINDS].sort());
  });

  it("are measured without a failed benchmark, every result as expected", () => {
    const failures = run.result.benchmarks.flatMap(({ benchmark, visits }) =>
      visits.flatMap(({ failure }) =>
        failure === null ? [] : [`${benchmark.id}: ${failure.message}`],
      ),
    );
    expect(failures).toEqual([]);
    expect(run.status, run.output).toBe(0);
    const calls = run.result.benchmarks.flatMap(({ benchmark: { id, procedure } }) =>
      procedure.kind === "call" ? [{ id, call: procedure.call }] : [],
    );
    const unchecked = calls.filter(({ call }) => call.expect === undefined).map(({ id }) => id);
    // A command returns nothing, and neither does the digest of AssemblyScript, which its glue checks.
    expect(unchecked.sort()).toEqual(["execution/digest/as-sha256", "execution/start/memfs"]);
  });

  it("have fuel, each of them, or consume another amount every time", () => {
    const uncounted = facts.filter(({ fuel }) => fuel !== NOT_DETERMINISTIC && !(Number(fuel) > 0));
    expect(uncounted).toEqual([]);
  });

  it("give the fuel, pages and bytes that docs/guests.md says, to the last digit", () => {
    // When this fails on purpose: npm run guests -- --write && npm run docs:tables
    const exactOf = ({ gives: _, phases: __, ...exact }: GuestFacts) => exact;
    // Of what is not deterministic, two counts in a row may agree.
    const known = SHOWN.map(exactOf).map((one) =>
      one.fuel === NOT_DETERMINISTIC ? { ...one, fuel: expect.anything() } : one,
    );
    expect(facts.map(exactOf)).toEqual(known);
    expect(facts.filter(({ gives }) => gives.execution !== "measured")).toEqual([]);
  });
});

describe("a package whose result is not the expected one", () => {
  it(
    "makes its benchmark fail, as a module, as glue and as a component",
    () => {
      const { status, result } = bench.run(
        ["execution/xxh32/*", "execution/crc32/hash-wasm-glue"],
        (config) =>
          config.replaceAll("expect: 3534146792", "expect: 1").replace("cbf43926", "00000000"),
      );
      const kinds = result.benchmarks.map(({ visits }) => visits[0]?.failure?.kind);
      expect(kinds).toEqual(["wrong-result", "wrong-result", "wrong-result"]);
      expect(status).toBe(1);
    },
    2 * MINUTES,
  );
});
