import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DRIVE, DRIVEN, type Driven, driverModule } from "../../src/wasm/driver-module.ts";
import type { RawType } from "../../src/wasm/raw-values.ts";

/** Every call that a driver made, on this engine. */
function callsBy(one: Driven, times: number): unknown[][] {
  const calls: unknown[][] = [];
  const zeros = one.results.map((result) => (result === "i64" ? 0n : 0));
  const call = (...args: unknown[]): unknown => {
    calls.push(args);
    return zeros.length > 1 ? zeros : zeros[0];
  };
  const module = new WebAssembly.Module(driverModule(one));
  const imports = { [DRIVEN.module]: { [DRIVEN.name]: call } };
  const { exports } = new WebAssembly.Instance(module, imports);
  (exports[DRIVE] as (times: number) => void)(times);
  return calls;
}

const value: Readonly<Record<RawType, fc.Arbitrary<number | bigint>>> = {
  i32: fc.integer(),
  i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  f32: fc.float(),
  f64: fc.double(),
};
const type = fc.constantFrom<RawType>("i32", "i64", "f32", "f64");
const driven = fc
  .record({
    params: fc.array(type, { maxLength: 5 }),
    results: fc.array(type, { maxLength: 3 }),
  })
  .chain(({ params, results }) =>
    fc.tuple(...params.map((one) => value[one])).map((args) => ({ params, results, args })),
  );

describe("a driver module", () => {
  it("is valid for every signature and every argument, and calls with these arguments", () => {
    fc.assert(
      fc.property(driven, fc.integer({ min: 1, max: 20 }), (one, times) => {
        expect(WebAssembly.validate(driverModule(one))).toBe(true);
        expect(callsBy(one, times)).toEqual(Array(times).fill(one.args));
      }),
    );
  });

  it("calls once where it is told so", () => {
    expect(callsBy({ params: [], results: [], args: [] }, 1)).toHaveLength(1);
  });

  it("is not made for results that it has no name for", () => {
    const make = (): unknown => driverModule({ params: [], results: ["v128"], args: [] });
    expect(make).toThrow(new TypeError("a value of type v128 cannot be dropped here"));
  });

  it("is not made of arguments that are none of their types", () => {
    const make = (): unknown => driverModule({ params: ["i64"], results: [], args: [1] });
    expect(make).toThrow("1 is no value of type i64");
  });
});
