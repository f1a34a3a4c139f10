import { describe, expect, it } from "vitest";
import { instrumentFuel } from "../../src/wasm/fuel.ts";
import { createFuelMeter, instantiateMetered } from "../../src/wasm/fuel-meter.ts";
import type { FuelProfile } from "../../src/wasm/fuel-rules.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { WasmFormatError } from "../../src/wasm/reader.ts";
import { categorizeTrap } from "../../src/wasm/traps.ts";
import { assemble } from "./assemble.ts";

const { validate } = WebAssembly;
const OPTIONS = {
  profile: "wasmtime-49",
  mode: "wasmtime",
  cost: {},
  validate,
  deferStart: true,
} as const;
const ALL_PROFILES: readonly FuelProfile[] = [
  "wasmtime-24",
  "wasmtime-46",
  "wasmtime-48",
  "wasmtime-49",
];

function startFuel(text: string, profile: FuelProfile): number {
  const module = instrumentFuel(assemble(text), { ...OPTIONS, profile });
  return Number(instantiateMetered(module, {}).start.fuel);
}

function fuelOf(text: string, options: Partial<Parameters<typeof instrumentFuel>[1]> = {}): number {
  const module = instrumentFuel(assemble(text), { ...OPTIONS, ...options });
  const { meter } = instantiateMetered(module, {});
  return Number(meter.count((exports) => (exports.run as () => void)()).fuel);
}

const run = (body: string, rest = ""): string =>
  `(module (memory 1 9) (table 1 200 funcref) ${rest} (func (export "run") ${body}))`;
const six = "i32.const 0 ".repeat(6);

describe("a start function, by Wasmtime's published numbers up to release 45 and 2 more since 46", () => {
  it.each([
    ["", 1],
    ["i32.const 0 drop", 2],
    ["block end", 1],
    ["unreachable", 1],
    [`${six} unreachable`, 7],
    [`return ${six} unreachable`, 1],
    ["i32.const 0 if call $f end", 3],
    ["i32.const 1 if i32.const 0 drop end", 4],
    ["block i32.const 1 br_if 0 i32.const 0 drop end", 3],
    ["block i32.const 0 br_if 0 i32.const 0 drop end", 4],
    ["call $empty", 3],
    ["i32.const 0 call $one i32.const 0 drop", 5],
    ["i32.const 0 call_indirect", 4],
    ["loop end", 1],
    [
      "(local i32) i32.const 10 local.set 0 loop local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0 end",
      53,
    ],
  ])("`%s` consumes %i", (body, fuel) => {
    const text = `(module (table 1 funcref) (elem (i32.const 0) $empty)
      (func $empty) (func $one (param i32)) (func $f ${body}) (start $f))`;
    expect(startFuel(text, "wasmtime-24")).toBe(fuel);
    expect(startFuel(text, "wasmtime-46")).toBe(fuel + 2);
    expect(startFuel(text, "wasmtime-49")).toBe(fuel + 2);
  });
});

describe("what differs between releases", () => {
  it.each([
    // entry 1 + three constants + the operator 1 (+ 100 bytes)
    ["memory.copy", "i32.const 0 i32.const 0 i32.const 100 memory.copy", [5, 105, 105, 105]],
    ["memory.fill", "i32.const 0 i32.const 0 i32.const 100 memory.fill", [5, 105, 105, 105]],
    ["table.grow", "ref.null func i32.const 100 table.grow drop", [4, 104, 104, 104]],
    ["table.grow refused", "ref.null func i32.const 1000 table.grow drop", [4, 1004, 1004, 4]],
    ["memory.grow", "i32.const 3 memory.grow drop", [3, 3, 3, 6]],
    ["memory.grow refused", "i32.const 300 memory.grow drop", [3, 3, 3, 3]],
  ])("%s costs what each release charges", (_, body, expected) => {
    expect(ALL_PROFILES.map((profile) => fuelOf(run(body), { profile }))).toEqual(expected);
  });
});

describe("a length that is no constant", () => {
  const module = (body: string): string =>
    `(module (memory $m32 1) (memory $m64 i64 1) (table $t 10 funcref)
      (func (export "run") (local $n32 i32) (local $n64 i64)
        i32.const 100 local.set $n32 i64.const 100 local.set $n64 ${body}))`;

  // Entry 1, two constants and two stores into locals, then three operands, the operator 1 and 100 bytes.
  it.each([
    ["memory.copy $m32 $m32", "i32.const 0 i32.const 0 local.get $n32"],
    ["memory.copy $m64 $m64", "i64.const 0 i64.const 0 local.get $n64"],
    ["memory.copy $m32 $m64", "i32.const 0 i64.const 0 local.get $n32"],
    ["memory.copy $m64 $m32", "i64.const 0 i32.const 0 local.get $n32"],
    ["memory.fill $m32", "i32.const 0 i32.const 0 local.get $n32"],
    ["memory.fill $m64", "i64.const 0 i32.const 0 local.get $n64"],
  ])("of %s has the width of the shorter memory and is charged", (operator, operands) => {
    expect(fuelOf(module(`${operands} ${operator}`))).toBe(1 + 4 + 3 + 1 + 100);
  });

  it("is charged as a constant is", () => {
    const literal = module("i32.const 0 i64.const 0 i32.const 100 memory.copy $m32 $m64");
    expect(fuelOf(literal)).toBe(1 + 4 + 3 + 1 + 100);
  });
});

describe("mode", () => {
  const text = `(module (type $t (func)) (func $loop (local i32) i32.const 1000 local.set 0
      loop local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0 end)
    (func (export "run") (local i32) i32.const 1000 local.set 0
      loop local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0 end i32.const 1 i32.const 0 i32.div_u drop))`;

  it("`wasmtime` loses what a trap did not write back", () => {
    expect(fuelOf(text)).toBe(0);
  });

  it("`complete` counts it: entry 1, two operators, 1000 times five, the constants and the division", () => {
    expect(fuelOf(text, { mode: "complete" })).toBe(1 + 2 + 5000 + 3);
  });

  it("`complete` counts a callee that throws to a handler, `wasmtime` refunds it", () => {
    const throwing = `(module (tag $e) (func $f i32.const 1 drop i32.const 1 drop throw $e)
      (func (export "run") try call $f catch_all end))`;
    // run: entry 1, try 1, call 1; callee: entry 1, two constants, throw 1.
    expect(fuelOf(throwing, { mode: "complete" })).toBe(3 + 4);
    expect(fuelOf(throwing)).toBe(3);
  });
});

describe("costs", () => {
  it("are charged as configured, also for operators that are free by default", () => {
    const text = run("i32.const 1 drop nop i32.const 2 drop");
    expect(fuelOf(text, { cost: { "i32.const": 10, nop: 5, drop: 3 } })).toBe(
      1 + 10 + 3 + 5 + 10 + 3,
    );
  });

  it("refuse an unknown operator and a cost that fits no byte", () => {
    expect(() => fuelOf(run(""), { cost: { "i32.plus": 1 } })).toThrow(
      "unknown operator: i32.plus",
    );
    expect(() => fuelOf(run(""), { cost: { nop: 256 } })).toThrow(RangeError);
  });
});

describe("instrumentFuel", () => {
  it("refuses a module the engine refuses, although appended globals would make it valid", () => {
    const bytes = assemble(
      '(module (global $g (mut i64) (i64.const 0)) (func (export "refill") i64.const 99 global.set 0))',
    );
    const last = bytes.lastIndexOf(0x24);
    bytes[last + 1] = 1;
    expect(validate(bytes)).toBe(false);
    expect(() => instrumentFuel(bytes, OPTIONS)).toThrow(WasmFormatError);
  });

  it("fails closed on an unknown opcode, naming it and its offset", () => {
    const bytes = assemble('(module (func (export "run") nop))');
    const at = (readModule(bytes).bodies[0]?.start ?? 0) + 1;
    bytes[at] = 0x27;
    const instrument = (): unknown => instrumentFuel(bytes, { ...OPTIONS, validate: () => true });
    expect(instrument).toThrow(`unknown opcode 0x27 at offset ${at}`);
  });

  it("renames its exports when the guest uses their names, and hides them", () => {
    const text = '(module (func (export "wasm-bench.fuel")) (func (export "run")))';
    const module = instrumentFuel(assemble(text), OPTIONS);
    const { meter } = instantiateMetered(module, {});
    expect(module.fuelExport).toBe("wasm-bench.fuel'");
    expect(Object.keys(meter.exports)).toEqual(["wasm-bench.fuel", "run"]);
  });

  it("imports nothing and moves no index", () => {
    const bytes = assemble(
      '(module (import "m" "f" (func)) (global i32 (i32.const 1)) (func $g call 0) (start $g))',
    );
    const [before, after] = [readModule(bytes), readModule(instrumentFuel(bytes, OPTIONS).bytes)];
    expect(after.imports).toEqual(before.imports);
    expect(after.functions.slice(0, before.functions.length)).toEqual(before.functions);
    expect(after.globals.slice(0, before.globals.length)).toEqual(before.globals);
  });

  const custom = (name: string): number[] => [
    0,
    name.length + 1,
    name.length,
    ...Buffer.from(name),
  ];
  const keptOf = (...names: readonly string[]): string[] => {
    const plain = assemble('(module (func $f (export "run")))');
    const extra = Uint8Array.from([...plain, ...names.flatMap(custom)]);
    return readModule(instrumentFuel(extra, OPTIONS).bytes)
      .sections.map(({ name }) => name)
      .filter((name) => name.startsWith("custom:") && name !== "custom:name");
  };

  it.each([
    ".debug_info",
    ".debug_line",
    "sourceMappingURL",
    "external_debug_info",
    "metadata.code.branch_hint",
    "reloc.CODE",
    "linking",
    "dylink",
    "dylink.0",
  ])("drops the custom section %s, whose offsets no longer hold", (name) => {
    expect(keptOf(name, "producers")).toEqual(["custom:producers"]);
  });

  it.each(["target_features", "linking.other", "sourceMappingURL2", "my.debug_info", "no-dylink"])(
    "keeps the custom section %s, which holds no offsets",
    (name) => {
      expect(keptOf(name)).toEqual([`custom:${name}`]);
    },
  );

  it("leaves a start section in place unless told to defer it", () => {
    const text = "(module (func $f i32.const 1 drop) (start $f))";
    const module = instrumentFuel(assemble(text), { ...OPTIONS, deferStart: false });
    const { start } = instantiateMetered(module, {}, 100n);
    expect([module.startExport, start.fuel]).toEqual([null, 4n]);
    expect(() => instantiateMetered(module, {}, 3n)).toThrow("unreachable");
  });
});

describe("a meter", () => {
  const module = instrumentFuel(
    assemble('(module (func (export "run") loop br 0 end) (func (export "ok")))'),
    OPTIONS,
  );

  it("ends a guest that would run for ever, as `fuel exhausted`, and can be refilled", () => {
    const { meter } = instantiateMetered(module, {});
    const { fuel, error } = meter.count((exports) => (exports.run as () => void)(), 1_000_000n);
    expect([fuel, categorizeTrap(error), meter.exhausted()]).toEqual([
      1_000_000n,
      "fuel exhausted",
      true,
    ]);
    expect(meter.count((exports) => (exports.ok as () => void)(), 5n).error).toBeNull();
    expect(meter.remaining()).toBe(4n);
  });

  it.each([null, undefined])("tells a call that threw %s from one that returned", (thrown) => {
    const { meter } = instantiateMetered(module, {});
    const { error } = meter.count(() => {
      throw thrown;
    });
    expect(error).toMatchObject({ message: `${thrown} was thrown, which is no error` });
  });

  it("refuses an instance of another module", () => {
    const other = new WebAssembly.Instance(new WebAssembly.Module(assemble("(module)")));
    expect(() => createFuelMeter(other, module)).toThrow(TypeError);
  });
});
