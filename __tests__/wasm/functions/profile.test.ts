import { describe, expect, it } from "vitest";
import type { FunctionDifference } from "../../../src/model/function-difference.ts";
import type { FunctionProfile } from "../../../src/model/function-profile.ts";
import { instrumentFuel } from "../../../src/wasm/fuel.ts";
import { instantiateMetered } from "../../../src/wasm/fuel-meter.ts";
import { collectProfile, instanceTree } from "../../../src/wasm/functions/collect-profile.ts";
import { compareProfiles } from "../../../src/wasm/functions/compare-profiles.ts";
import { foldStacks } from "../../../src/wasm/functions/fold-stacks.ts";
import { summarizeProfile } from "../../../src/wasm/functions/summarize-profile.ts";
import { assemble } from "../assemble.ts";

function profileOf(text: string): FunctionProfile {
  const module = instrumentFuel(assemble(text), {
    profile: "wasmtime-49",
    mode: "wasmtime",
    cost: {},
    validate: (bytes) => WebAssembly.validate(bytes),
    deferStart: true,
    functions: true,
  });
  const { meter } = instantiateMetered(module, {});
  meter.count((exports) => (exports.run as () => void)());
  return collectProfile(instanceTree(meter));
}

function compare(base: string, candidate: string): FunctionDifference {
  return compareProfiles({ baseline: profileOf(base), candidate: profileOf(candidate) });
}

/** Own fuel of what is listed and of the rest is the fuel, on both sides. */
function expectWhole(difference: FunctionDifference): void {
  for (const side of ["baseline", "candidate"] as const) {
    const listed = difference.functions.reduce((sum, one) => sum + (one[side]?.self ?? 0), 0);
    expect(listed + difference.rest[side]).toBe(difference[side]);
  }
}

const work = (times: number): string => "i32.const 1 drop ".repeat(times);
const guest = (decode: number, copies: number, rest = ""): string => `(module
  (func $decode ${work(decode)} call $copy) (func $copy ${work(2)})
  (func (export "run") call $decode ${"call $copy ".repeat(copies)}) ${rest})`;

describe("a profile", () => {
  const profile = profileOf(`(module
    (func $a (param i32) local.get 0 if local.get 0 i32.const 1 i32.sub call $b end)
    (func $b (param i32) i32.const 0 drop local.get 0 call $a)
    (func (export "run") i32.const 2 call $a call $leaf) (func $leaf))`);

  it("tells a function's own fuel, and once what it consumed with its callees", () => {
    const { fuel, rows } = summarizeProfile(profile);
    expect(rows.reduce((sum, { self }) => sum + self, 0)).toBe(fuel);
    const of = (name: string): number | undefined =>
      rows.find((row) => row.name === name)?.inclusive;
    expect(of("run")).toBe(fuel);
    // Entry, constant, two calls in run; the rest but the leaf's entry is below the outermost call of $a.
    expect(of("a")).toBe(fuel - 4 - 1);
  });

  it("is written as folded stacks whose fuel adds up", () => {
    const lines = foldStacks(profile);
    expect(lines).toContain("run;leaf 1");
    expect(lines.some((line) => line.startsWith("run;a;b "))).toBe(true);
    const sum = lines.reduce((total, line) => total + Number(line.split(" ").at(-1)), 0);
    expect(sum).toBe(summarizeProfile(profile).fuel);
  });

  it("has stacks in which a hostile name neither divides nor ends a line", () => {
    const [first, ...others] = profile.functions;
    const functions = [{ ...first, name: "x;y\nz 9" }, ...others] as FunctionProfile["functions"];
    const lines = foldStacks({ ...profile, functions });
    expect(lines.every((line) => /^[^\n]+ \d+$/.test(line))).toBe(true);
    expect(lines.join("\n")).toContain("x_y_z 9");
  });
});

describe("compareProfiles", () => {
  /** Three functions without names, the last of which nobody else stands between. */
  const stripped = (leaf: string, calls: number, order: readonly string[]): string => {
    const body: Record<string, string> = {
      a: `(func $a ${work(3)} ${"call $b ".repeat(calls)})`,
      b: `(func $b ${leaf} call $c call $c call $c)`,
      c: `(func $c ${work(7)} ${leaf})`,
    };
    return `(module ${order.map((name) => body[name]).join(" ")} (func (export "run") call $a))`;
  };
  const nameless = (text: string): FunctionProfile => {
    const { functions, nodes } = profileOf(text);
    const bare = functions.map((one) =>
      one.exported === null ? { ...one, name: `func[${one.index}]`, named: false } : one,
    );
    return { functions: bare, nodes };
  };

  it("finds functions without names by who calls them how often", () => {
    const difference = compareProfiles({
      baseline: nameless(stripped(work(1), 2, ["a", "b", "c"])),
      candidate: nameless(stripped(`${work(1)} nop i32.const 1 drop`, 2, ["c", "b", "a"])),
    });
    expectWhole(difference);
    // One more constant: in $c, now the first, called 6 times, and in $b, called twice.
    expect(
      difference.functions.map(({ name, fate, baseline, candidate }) => [
        name,
        fate,
        baseline?.calls,
        (candidate?.self ?? 0) - (baseline?.self ?? 0),
      ]),
    ).toEqual([
      ["func[0]", undefined, 6, 6],
      ["func[1]", undefined, 2, 2],
    ]);
  });

  it("does not guess where two are called as often", () => {
    const guestOf = (callees: readonly number[]): string =>
      `(module (func $a ${callees.map((_, at) => `call $f${at} `.repeat(2)).join("")})
        ${callees.map((times, at) => `(func $f${at} ${work(times)})`).join(" ")}
        (func (export "run") call $a))`;
    const difference = compareProfiles({
      baseline: nameless(guestOf([5])),
      candidate: nameless(guestOf([6, 7])),
    });
    expectWhole(difference);
    // $a, which is called once, is the same; its one callee is neither of the two for sure.
    expect(difference.functions.map(({ fate }) => fate).sort()).toEqual([
      "gone",
      "new",
      "new",
      undefined,
    ]);
  });

  it("does not care which of several alike is which", () => {
    const twins = (more: string): string =>
      `(module ${more} ${`(func ${work(2)})`.repeat(3)}
        (func (export "run") ${more === "" ? "call 0 call 1 call 2" : "call 0 call 1 call 2 call 3"}))`;
    const difference = compareProfiles({
      baseline: nameless(twins("")),
      candidate: nameless(twins(`(func ${work(9)})`)),
    });
    expectWhole(difference);
    expect(difference.functions.map(({ name, fate }) => [name, fate])).toEqual([
      ["func[0]", "new"],
      ["run", undefined],
    ]);
  });

  it("leaves out what was called before the call alone", () => {
    const text = `(module (func $early nop) (func (export "early") call $early) (func (export "run")))`;
    const { functions, nodes } = profileOf(text);
    const early = { ...functions[0], name: "early", exported: null } as (typeof functions)[number];
    const loaded = {
      functions: [...functions, early],
      nodes: [...nodes, { function: functions.length, parent: 0, calls: 0, self: 0 }],
    };
    const sides = { baseline: loaded, candidate: { functions, nodes } };
    expect(compareProfiles(sides).functions).toEqual([]);
  });

  it("names the function that consumes more, and the calls that are more", () => {
    const difference = compare(guest(10, 1), guest(30, 4));
    expectWhole(difference);
    const [decode, copy] = difference.functions;
    expect([decode?.name, (decode?.candidate?.self ?? 0) - (decode?.baseline?.self ?? 0)]).toEqual([
      "decode",
      20,
    ]);
    expect([copy?.name, copy?.baseline?.calls, copy?.candidate?.calls]).toEqual(["copy", 2, 5]);
  });

  it("says nothing of functions that are as they were", () => {
    const difference = compare(guest(10, 1), guest(10, 1, "(func $unused)"));
    expect(difference.functions).toEqual([]);
    expect(difference.rest).toEqual({
      baseline: difference.baseline,
      candidate: difference.candidate,
    });
  });

  it("tells a function of another name, one that is new and one that is gone", () => {
    const renamed = compare(guest(10, 1), guest(10, 1).replaceAll("$copy", "$duplicate"));
    expect(renamed.functions.map(({ name, fate, other }) => [name, fate, other])).toEqual([
      ["duplicate", "renamed", "copy"],
    ]);
    const more = guest(10, 1)
      .replace('"run")', '"run") call $extra')
      .replace(/\)$/, "(func $extra nop))");
    const added = compare(guest(10, 1), more);
    expectWhole(added);
    expect(added.functions.find(({ name }) => name === "extra")?.fate).toBe("new");
    expect(compare(more, guest(10, 1)).functions.find(({ name }) => name === "extra")?.fate).toBe(
      "gone",
    );
  });

  it("tells where the work of a function went that is called no more", () => {
    const base = `(module (func $small ${work(5)}) (func $big ${work(3)} call $small call $small)
      (func (export "run") call $big))`;
    const inlined = `(module (func $big ${work(13)}) (func (export "run") call $big))`;
    const difference = compare(base, inlined);
    expectWhole(difference);
    const small = difference.functions.find(({ name }) => name === "small");
    expect([small?.fate, small?.other, small?.candidate]).toEqual(["inlined", "big", null]);
  });

  it("knows functions of stripped modules by what they do and where they stand", () => {
    const strip = (text: string): string =>
      text
        .replaceAll(/\$(decode|copy)/g, (_, name) => (name === "decode" ? "0" : "1"))
        .replaceAll(/\(func [01] /g, "(func ");
    const difference = compare(strip(guest(10, 1)), strip(guest(30, 1)));
    expect(difference.functions.map(({ name, fate }) => [name, fate])).toEqual([
      ["func[0]", undefined],
    ]);
  });

  it("joins the ways of both sides to one tree, a way before those that continue it", () => {
    const { ways, baseline, candidate } = compare(guest(10, 1), guest(30, 4));
    expect(ways[0]).toEqual({ name: "call", parent: -1, baseline, candidate });
    expect(ways.every(({ parent }, place) => parent < place)).toBe(true);
    const decode = ways.findIndex(({ name }) => name === "decode");
    const below = ways.find(({ name, parent }) => name === "copy" && parent === decode);
    // Entry and two constants; dropping is free.
    expect(below).toMatchObject({ baseline: 3, candidate: 3 });
  });
});
