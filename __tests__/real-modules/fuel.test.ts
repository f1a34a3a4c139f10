import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const MINUTES = 60_000;
const PROGRAM = resolve(import.meta.dirname, "../../fixtures/real/count-fuel.mjs");

/** Three fresh processes of the natural tier, then each compiler alone. */
const PROCESSES = [[], [], [], ["--no-liftoff"], ["--liftoff-only"]];

interface Counted {
  readonly result: unknown;
  readonly modules: number;
  readonly fuel: string;
}

type Counts = Readonly<Record<string, Counted>>;

function count(mode: "plain" | "instrumented", flags: readonly string[]): Counts {
  const { stdout, stderr } = spawnSync(process.execPath, [...flags, PROGRAM, mode], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Counts;
}

const resultsOf = (counts: Counts): [string, unknown][] =>
  Object.entries(counts).map(([name, { result }]) => [name, result]);
const fuelOf = (counts: Counts): [string, string][] =>
  Object.entries(counts).map(([name, { fuel }]) => [name, fuel]);

describe("modules of other projects, instrumented", () => {
  let plain: Counts;
  let counted: Counts[];

  beforeAll(() => {
    plain = count("plain", []);
    counted = PROCESSES.map((flags) => count("instrumented", flags));
  }, 5 * MINUTES);

  it("are at least eight, each valid and consuming fuel", () => {
    const packages = Object.values(counted[0] ?? {});
    expect(packages.length).toBeGreaterThanOrEqual(8);
    expect(packages.filter(({ modules, fuel }) => modules === 0 || BigInt(fuel) <= 0n)).toEqual([]);
  });

  it("give the same results as plain ones", () => {
    for (const counts of counted) expect(resultsOf(counts)).toEqual(resultsOf(plain));
  });

  it("consume the same fuel in every process and under every compiler", () => {
    const [first, ...others] = counted.map(fuelOf);
    for (const fuel of others) expect(fuel).toEqual(first);
  });
});
