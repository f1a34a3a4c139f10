import { describe, expect, it } from "vitest";
import { type Environment, fingerprintOf } from "../../src/model/environment.ts";
import { ENVIRONMENT } from "../report/sample-results.ts";

const { clock: _, ...OLD } = ENVIRONMENT;
const WALL: Environment = {
  ...OLD,
  clock: "wall",
  clockReason: "CPU time has steps of 16 ms here",
};

describe("fingerprint", () => {
  it("of an environment from before there was a choice of clocks is that of wall time", () => {
    expect(fingerprintOf(OLD)).toBe(fingerprintOf(WALL));
  });

  it("differs where compute was timed by CPU time, and says so", () => {
    expect(fingerprintOf(ENVIRONMENT)).toBe(`${fingerprintOf(OLD)} | CPU time`);
  });
});
