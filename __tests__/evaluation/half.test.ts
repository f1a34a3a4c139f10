import { describe, expect, it } from "vitest";
import { clearedByHalf } from "../../evaluation/half.ts";
import { LEARNED, POLICY, pairedVisits, result } from "../gate/fabricate.ts";

const SUSPECT = [0.05, 0.06, 0.05, 0.055];
const equal = [0.001, -0.001, 0, 0.002];
const slower = [0.061, 0.062, 0.06, 0.059];

function confirmed(id: string, fresh: readonly number[]) {
  const visits = [...pairedVisits(SUSPECT), ...pairedVisits(fresh, "confirm", { first: 4 })];
  return result(visits, { noise: LEARNED }, id);
}

describe("half a confirmation", () => {
  it("is the first four fresh processes, whatever the others say", () => {
    const benchmarks = [
      confirmed("execution/equal", [...equal, ...slower]),
      confirmed("execution/slower", [...slower, ...equal]),
      confirmed("execution/short", equal),
    ];
    expect([...clearedByHalf({ benchmarks, policy: POLICY })]).toEqual([
      ["execution/equal", true],
      ["execution/slower", false],
    ]);
  });
});
