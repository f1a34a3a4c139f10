import { expect, it } from "vitest";
import type { Procedure } from "../../../src/model/benchmark.ts";
import type { WitType, WitWorld } from "../../../src/model/wit.ts";
import { worldObstacle } from "../../../src/wasm/component/world-obstacle.ts";

const CALL: Procedure = { kind: "guarded_call", call: { export: "work", args: [1] } };

function exporting(name: string, type: WitType): WitWorld {
  const functions = { [name]: { params: [{ name: "n", type }], result: null, isAsync: false } };
  return { imports: [], exports: [{ name, functions, isFunction: true }] };
}

const U32 = exporting("work", { kind: "primitive", name: "u32" });
const U64 = exporting("work", { kind: "primitive", name: "u64" });

/** A record of so many numbers: more than a message shows. */
function recordOf(fields: number): WitType {
  const u8 = { kind: "primitive", name: "u8" } as const;
  return {
    kind: "record",
    fields: Array.from({ length: fields }, (_, at) => ({ name: `f${at}`, type: u8 })),
  };
}

it("tells types apart that differ in a part no message shows", () => {
  const [nine, ten] = [9, 10].map((fields) => exporting("work", recordOf(fields)));
  const sides = (baseline = nine, candidate = nine) => ({
    baseline: baseline ?? null,
    candidate: candidate ?? null,
  });
  expect(worldObstacle(CALL, sides(nine, ten))).toContain('its "work" is (record { f0: u8,');
  expect(worldObstacle(CALL, sides(nine, nine))).toBeNull();
});

it.each([
  ["the same types", U32, U32, null],
  ["other types", U64, U32, 'its "work" is (u64) -> (), this one\'s (u32) -> ()'],
  [
    "no such function",
    exporting("other", { kind: "resource" }),
    U32,
    'it exports no function "work"',
  ],
  ["a core module", null, U32, "it is no Component Model binary"],
  ["a component in place of a core module", U32, null, "it is a Component Model binary"],
])(
  "says of a baseline with %s what keeps it from running a benchmark",
  (_, baseline, candidate, obstacle) => {
    expect(worldObstacle(CALL, { baseline, candidate })).toBe(obstacle);
  },
);
