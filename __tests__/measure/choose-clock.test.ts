import { describe, expect, it } from "vitest";
import { chooseClock } from "../../src/measure/parent/choose-clock.ts";

/** A system whose CPU time moves in steps while a program spins; every look at the time costs a microsecond. */
function systemWithSteps(stepNs: number): Parameters<typeof chooseClock>[0] {
  let now = 0;
  return {
    now: () => {
      now += 1_000;
      return now;
    },
    readCpu: () => Math.floor(now / stepNs) * stepNs,
  };
}

describe("chooseClock", () => {
  it("takes CPU time where it moves by microseconds", () => {
    expect(chooseClock(systemWithSteps(1_000))).toEqual({ clock: "cpu", reason: null });
  });

  it("takes CPU time whose steps are a twentieth of a block", () => {
    expect(chooseClock(systemWithSteps(50_000)).clock).toBe("cpu");
  });

  it.each([
    ["4 ms, as of a timer interrupt", 4e6, "CPU time has steps of 4 ms here"],
    ["15.6 ms, as on Windows", 15.6e6, "CPU time has steps of 16 ms here"],
  ])("falls back to wall time where the steps are %s, and says so", (_, stepNs, reason) => {
    expect(chooseClock(systemWithSteps(stepNs))).toEqual({ clock: "wall", reason });
  });

  it("falls back to wall time where CPU time stands still, and does not wait for it for ever", () => {
    const system = { ...systemWithSteps(1_000), readCpu: () => 0 };
    const reason = "CPU time hardly moves on this system";
    expect(chooseClock(system)).toEqual({ clock: "wall", reason });
  });

  it("is not misled by single jumps, as a program sees them that shares its processor", () => {
    const system = systemWithSteps(1_000);
    let reads = 0;
    const readCpu = (): number => {
      reads += 1;
      return reads * 1_000 + Math.floor(reads / 5) * 4e6;
    };
    expect(chooseClock({ ...system, readCpu }).clock).toBe("cpu");
  });
});
