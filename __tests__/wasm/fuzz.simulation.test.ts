import { describe, expect, it } from "vitest";
import { checkModule } from "../../scripts/fuzz-check.mjs";
import { generateRandomModule } from "../../scripts/fuzz-generate.mjs";
import { mutateModule } from "../../scripts/fuzz-mutate.mjs";
import { createRandom } from "../../scripts/fuzz-random.mjs";

const MODULES = 400;

describe("random modules, instrumented", () => {
  it("stay valid and give the results, traps, memory and globals of the plain ones", () => {
    const kinds = Array.from({ length: MODULES }, (_, seed) =>
      checkModule(generateRandomModule(seed), seed),
    );
    expect(kinds.every(({ kind }) => kind === "run")).toBe(true);
    const calls = kinds.reduce((sum, kind) => sum + kind.calls, 0);
    const traps = kinds.reduce((sum, kind) => sum + kind.traps, 0);
    expect(calls).toBeGreaterThan(MODULES);
    expect(traps).toBeLessThan(calls);
  });

  it("stay valid when damaged, as long as they are valid", () => {
    const kinds = Array.from({ length: 3 * MODULES }, (_, seed) => {
      const damaged = mutateModule(generateRandomModule(seed), createRandom(seed));
      return checkModule(damaged, seed).kind;
    });
    expect(kinds).toContain("invalid");
    expect(kinds).toContain("run");
  });
});
