import { afterAll, expect, it } from "vitest";
import { describeNative, Exit, instantiate, PROGRAM } from "./native-library.ts";

const VALUES = `(module
  (func (export "i32") (param i32) (result i32) (local.get 0))
  (func (export "i64") (param i64) (result i64) (local.get 0))
  (func (export "f32") (param f32) (result f32) (local.get 0))
  (func (export "f64") (param f64) (result f64) (local.get 0))
  (func (export "swap") (param i32 i64 f64) (result f64 i64 i32)
    (local.get 2) (local.get 1) (local.get 0))
  (func (export "nothing"))
  (func (export "vector") (param v128))
  (func (export "reference") (result externref) (ref.null extern)))`;

const COUNTER = `(module (global $n (mut i32) (i32.const 0))
  (func (export "step") (param i32 i64 f32 f64) (result i32)
    (global.set $n (i32.add (global.get $n) (local.get 0)))
    (global.set $n (i32.add (global.get $n) (i32.wrap_i64 (local.get 1))))
    (global.set $n (i32.add (global.get $n) (i32.trunc_f32_s (local.get 2))))
    (global.set $n (i32.add (global.get $n) (i32.trunc_f64_s (local.get 3))))
    (global.get $n))
  (func (export "n") (result i32) (global.get $n)))`;

const HOSTED = `(module
  (import "h" "mix" (func $mix (param i32 i64 f64) (result i64)))
  (import "h" "two" (func $two (result i32 f32)))
  (func (export "mix") (result i64) (call $mix (i32.const -1) (i64.const -2) (f64.const 0.5)))
  (func (export "two") (result f32 i32) (local i32 f32)
    (call $two) (local.set 1) (local.set 0) (local.get 1) (local.get 0))
  (func (export "inner") (result i32) (i32.const 7)))`;

afterAll(() => PROGRAM.releaseAll());

describeNative("calls of a native engine", (engine) => {
  it("pass values of every number type, and several results as a list", () => {
    const { find } = bound(instantiate(engine, VALUES));
    expect(find("i32")(2 ** 31)).toBe(-(2 ** 31));
    expect(find("i64")(2n ** 63n)).toBe(-(2n ** 63n));
    expect(find("f32")(0.1)).toBe(Math.fround(0.1));
    expect([find("f64")(Number.NaN), find("f64")(-0)]).toEqual([Number.NaN, -0]);
    expect(find("swap")(1, 2n, 3.5)).toEqual([3.5, 2n, 1]);
    expect(find("nothing")()).toBeUndefined();
  });

  it("take no number for an i64, and no bigint for another type", () => {
    const { find } = bound(instantiate(engine, VALUES));
    expect(() => find("i64")(1)).toThrow(
      new TypeError("1 is no value of type i64: write it as a bigint"),
    );
    expect(() => find("f64")(1n)).toThrow(new TypeError("1n is no value of type f64"));
  });

  it.each([
    ["vector", '"vector" takes or returns v128'],
    ["reference", '"reference" takes or returns externref'],
    ["absent", 'there is no exported function "absent"'],
  ])("refuse %s in a sentence", (name, message) => {
    const { find } = bound(instantiate(engine, VALUES));
    expect(() => find(name)).toThrow(message);
  });

  it("are prepared once and give the same arguments every time", () => {
    const run = instantiate(engine, VALUES).prepare("swap", [1, 2n, 3.5]);
    expect([run(), run(), run()]).toEqual(Array(3).fill([3.5, 2n, 1]));
  });

  it("are made inside the engine as often as asked for, with the same arguments", () => {
    const guest = instantiate(engine, COUNTER);
    guest.repeat("step", [1, 20n, 300, 4000])(1000);
    expect(guest.find("n")()).toBe(4_321_000);
    guest.repeat("step", [1, -1n, 0, 0])(7);
    expect(guest.find("n")()).toBe(4_321_000);
  });

  it("tell a trap that ends a loop inside the engine", () => {
    const text = `(module (func (export "trap") (unreachable)))`;
    expect(() => instantiate(engine, text).repeat("trap", [])(5)).toThrow("unreachable");
  });

  it("reach JavaScript and back, for every number type and several results", () => {
    const given: unknown[][] = [];
    const mix = (...args: unknown[]): bigint => {
      given.push(args);
      return 2n ** 63n;
    };
    const guest = instantiate(engine, HOSTED, {
      imports: { h: { mix, two: () => [4294967295, 0.1] } as never },
      wasi: null,
    });
    expect(guest.find("mix")()).toBe(-(2n ** 63n));
    expect(given).toEqual([[-1, -2n, 0.5]]);
    expect(guest.find("two")()).toEqual([Math.fround(0.1), -1]);
  });

  it("let JavaScript call the guest that called it, and another one", () => {
    const other = instantiate(engine, VALUES);
    const guest = instantiate(engine, HOSTED, {
      imports: {
        h: {
          mix: () => BigInt(Number(guest.find("inner")()) + Number(other.find("i32")(3))),
          two: () => [0, 0],
        } as never,
      },
      wasi: null,
    });
    expect(guest.find("mix")()).toBe(10n);
  });

  it("throw what JavaScript threw, untouched, and work afterwards", () => {
    const thrown = new RangeError("from the host");
    let isBad = true;
    const mix = (): bigint => {
      if (isBad) throw thrown;
      return 1n;
    };
    const guest = instantiate(engine, HOSTED, {
      imports: { h: { mix, two: () => [0, 0] } as never },
      wasi: null,
    });
    expect(() => guest.find("mix")()).toThrow(thrown);
    isBad = false;
    expect(guest.find("mix")()).toBe(1n);
  });

  it("tell what JavaScript returned that is none of the type", () => {
    const guest = instantiate(engine, HOSTED, {
      imports: { h: { mix: () => 1, two: () => [0, 0] } as never },
      wasi: null,
    });
    expect(() => guest.find("mix")()).toThrow(new TypeError("1 is no value of type i64"));
  });

  it("tell the exit of a guest by its code, wherever it ends itself", () => {
    const text = `(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
      (memory (export "memory") 1) (func (export "end") (call $exit (i32.const 9))))`;
    const wasi = { args: [], env: {}, preopens: {}, stdin: null };
    const guest = instantiate(engine, text, { imports: {}, wasi });
    expect(() => guest.find("end")()).toThrow(new Exit(9));
  });

  it("refuse to touch an instance that was let go", () => {
    const guest = instantiate(engine, VALUES);
    const call = guest.prepare("i32", [1]);
    guest.drop();
    expect(call).toThrow("the instance has been let go");
  });
});

/** Methods that can be taken apart. */
function bound<T extends { find: (name: string) => (...args: unknown[]) => unknown }>(guest: T) {
  return { find: (name: string) => guest.find(name) };
}
