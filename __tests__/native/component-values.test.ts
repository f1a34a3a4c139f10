import { afterEach, expect, it } from "vitest";
import { type EchoType, openEcho } from "./echo-component.ts";
import { describeNative, PROGRAM } from "./native-library.ts";

const I32 = ["i32"];
const PAIR = ["i32", "i32"];

/** Every kind of value, and those at its ends. */
const KINDS: readonly (readonly [string, EchoType, readonly unknown[]])[] = [
  ["bool", { type: "bool", flat: I32 }, [true, false]],
  ["s8", { type: "s8", flat: I32 }, [-128, 127]],
  ["u8", { type: "u8", flat: I32 }, [0, 255]],
  ["s16", { type: "s16", flat: I32 }, [-32_768, 32_767]],
  ["u16", { type: "u16", flat: I32 }, [0, 65_535]],
  ["s32", { type: "s32", flat: I32 }, [-(2 ** 31), 2 ** 31 - 1]],
  ["u32", { type: "u32", flat: I32 }, [0, 2 ** 32 - 1]],
  ["s64", { type: "s64", flat: ["i64"] }, [-(2n ** 63n), 2n ** 63n - 1n]],
  ["u64", { type: "u64", flat: ["i64"] }, [0n, 2n ** 64n - 1n]],
  ["f32", { type: "float32", flat: ["f32"] }, [0.5, -0, Number.NaN, Number.NEGATIVE_INFINITY]],
  ["f64", { type: "float64", flat: ["f64"] }, [0.1, -0, Number.NaN, Number.MAX_VALUE]],
  ["char", { type: "char", flat: I32 }, ["a", "\u0000", "é", "🦀", "\uffff"]],
  [
    "string",
    { type: "string", flat: PAIR },
    ["", "plain", "\u0000 inside", "\ufeffbyte order mark", "für 🦀", "x".repeat(10_000)],
  ],
  ["list of numbers", { type: "(list u16)", flat: PAIR }, [Uint16Array.of(), Uint16Array.of(1, 2)]],
  ["list of wide numbers", { type: "(list s64)", flat: PAIR }, [BigInt64Array.of(-1n, 2n ** 62n)]],
  ["list of bool", { type: "(list bool)", flat: PAIR }, [[], [true, false]]],
  ["list of text", { type: "(list string)", flat: PAIR }, [["", "a", "für"]]],
  [
    "list of lists",
    { type: "(list (list u8))", flat: PAIR },
    [[Uint8Array.of(1), Uint8Array.of()]],
  ],
  ["tuple", { type: "(tuple u8 char)", flat: PAIR }, [[7, "x"]]],
  [
    "record",
    {
      named: [["point", '(record (field "x-pos" u32) (field "label" string))']],
      type: "$point",
      flat: ["i32", ...PAIR],
    },
    [{ xPos: 1, label: "here" }],
  ],
  [
    "variant",
    {
      named: [["shape", '(variant (case "none") (case "circle" float64) (case "named" string))']],
      type: "$shape",
      // One number of 64 bits is joined with two of 32.
      flat: ["i32", "i64", "i32"],
    },
    [{ tag: "none" }, { tag: "circle", val: 0.25 }, { tag: "named", val: "square" }],
  ],
  [
    "enum",
    { named: [["colour", '(enum "red" "dark-blue")']], type: "$colour", flat: I32 },
    ["red", "dark-blue"],
  ],
  ["option", { type: "(option u32)", flat: PAIR }, [undefined, 5]],
  [
    "option of an option",
    { type: "(option (option u32))", flat: ["i32", "i32", "i32"] },
    [{ tag: "none" }, { tag: "some", val: undefined }, { tag: "some", val: 5 }],
  ],
  [
    "result inside of a list",
    { type: "(list (result u32 (error string)))", flat: PAIR },
    [
      [
        { tag: "ok", val: 1 },
        { tag: "err", val: "no" },
      ],
    ],
  ],
  [
    "result without payloads",
    { type: "(tuple u8 (result))", flat: PAIR },
    [
      [1, { tag: "ok", val: undefined }],
      [1, { tag: "err", val: undefined }],
    ],
  ],
  [
    "flags",
    { named: [["access", '(flags "read" "write-all" "run")']], type: "$access", flat: I32 },
    [
      { read: false, writeAll: false, run: false },
      { read: true, writeAll: true, run: false },
    ],
  ],
];

/** What it is, its type, a value that fits, one that does not, and how that is told. */
const MISFITS: readonly (readonly [string, EchoType, unknown, unknown, string])[] = [
  ["text for a number", { type: "u8", flat: I32 }, 5, "5", 'expected u8, got "5"'],
  ["a number for a wide one", { type: "u64", flat: ["i64"] }, 5n, 5, "expected u64, got 5"],
  ["two characters", { type: "char", flat: I32 }, "a", "ab", 'expected char, got "ab"'],
  ["half a character", { type: "char", flat: I32 }, "a", "\ud800", "expected char, got"],
  ["no character", { type: "char", flat: I32 }, "a", "", 'expected char, got ""'],
  ["a number for text", { type: "string", flat: PAIR }, "a", 5, "expected string, got 5"],
  [
    "text for a list",
    { type: "(list u8)", flat: PAIR },
    Uint8Array.of(1),
    "a",
    'expected list<u8>, got "a"',
  ],
  [
    "a short tuple",
    { type: "(tuple u8 u8)", flat: PAIR },
    [1, 2],
    [1],
    "expected tuple<u8, u8>, got [1]",
  ],
  [
    "a case that is none",
    { named: [["e", '(enum "red")']], type: "$e", flat: I32 },
    "red",
    "blue",
    'expected enum { red }, got "blue"',
  ],
  [
    "a variant without a case",
    { named: [["v", '(variant (case "a"))']], type: "$v", flat: I32 },
    { tag: "a" },
    { tag: "b" },
    'expected variant { a }, got {"tag":"b"}',
  ],
  [
    "nothing for a record",
    { named: [["r", '(record (field "x" u8))']], type: "$r", flat: I32 },
    { x: 1 },
    undefined,
    "expected record { x: u8 }, got undefined",
  ],
];

const CIRCULAR: Record<string, unknown> = {};
CIRCULAR.xPos = CIRCULAR;

/** What JavaScript may give anywhere. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  -1,
  0.5,
  1e30,
  2n ** 70n,
  "",
  "\udfff\ud800",
  [],
  [undefined],
  [[], {}],
  {},
  CIRCULAR,
  { tag: "none" },
  { tag: "circle", val: "x" },
  { tag: "some" },
  { tag: "ok", val: {} },
  { xPos: "1", label: 2 },
  new Uint8Array(3),
  new DataView(new ArrayBuffer(8)),
  Symbol("odd"),
  (): number => 1,
];

describeNative("a value of a component", (engine) => {
  afterEach(() => PROGRAM.releaseAll());

  it.each(KINDS)(
    "is what it was on both sides of the boundary, however often it crosses: %s",
    async (_, type, values) => {
      const echo = await openEcho(engine, type);
      for (const value of [...values, ...values]) {
        const { seen, answer } = echo(value);
        expect(seen).toEqual(value);
        expect(answer).toEqual(value);
      }
    },
  );

  it.each(MISFITS)(
    "is refused in a sentence where it does not fit: %s",
    async (_, type, ...[good, bad, words]) => {
      const echo = await openEcho(engine, type);
      expect(() => echo(bad)).toThrow(`answer: value: ${words}`);
      expect(echo(good).answer).toEqual(good);
    },
  );

  it.each(MISFITS)(
    "is refused in a sentence where the host returns it: %s",
    async (_, type, ...[good, bad, words]) => {
      const echo = await openEcho(engine, type);
      expect(() => echo(good, () => bad)).toThrow(`echo returned what it may not: ${words}`);
    },
  );

  it.each(KINDS)(
    "is passed or refused by an error, whatever is given in its place, and the next one passes: %s",
    async (_, type, [good]) => {
      const echo = await openEcho(engine, type);
      const runs = ODD.map((odd) => () => echo(odd));
      for (const odd of ODD) {
        // What its host gives in error ends an instance.
        const own = await openEcho(engine, type);
        runs.push(() => own(good, () => odd));
      }
      const outcomes = runs.map((run) => {
        try {
          run();
          return "passed";
        } catch (error) {
          return error instanceof TypeError ? "refused" : error;
        }
      });
      expect(outcomes.filter((one) => one !== "passed" && one !== "refused")).toEqual([]);
      const fresh = await openEcho(engine, type);
      expect(fresh(good).answer).toEqual(good);
    },
  );

  it("is a list of many items, and refused where it has more than there is memory for", async () => {
    const bytes = { type: "(list u8)", flat: PAIR };
    const many = new Uint8Array(40_000).map((_, index) => index % 251);
    const { seen, answer } = (await openEcho(engine, bytes))(many);
    expect(Buffer.compare(seen as Uint8Array, many)).toBe(0);
    expect(Buffer.compare(answer as Uint8Array, many)).toBe(0);
    const echo = await openEcho(engine, bytes);
    expect(() => echo(new Uint8Array(2 ** 24 + 1))).toThrow(
      "expected at most 16777216 items, for each of which this engine takes 32 bytes, got 16777217",
    );
  });
});
