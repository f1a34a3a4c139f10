import { describe, expect, it } from "vitest";
import { DataBytes, dataFilesOf, fillBytes, holdsData, readData } from "../../src/model/data.ts";
import { resolveCall } from "../../src/model/resolve-call.ts";

const FILES = new Map([["a.txt", new TextEncoder().encode("für")]]);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe("bytes of data", () => {
  it.each([
    [{ $bytes: "hex:00fF 10" }, [0, 255, 16]],
    [{ $bytes: "base64:AP8Q" }, [0, 255, 16]],
    [{ $text: "ü" }, [0xc3, 0xbc]],
    [{ $file: "a.txt" }, [0x66, 0xc3, 0xbc, 0x72]],
  ])("of %j", (data, expected) => {
    expect(Array.from(readData(data, FILES).bytes)).toEqual(expected);
  });

  it("that are made of a seed are the upper bytes of a linear congruence", () => {
    // 1664525 + 1013904223 = 1015568748 = 0x3C88596C; times 1664525 plus the step, modulo 2^32: 0x5E8885DB.
    expect(Array.from(fillBytes(2, 1))).toEqual([0x3c, 0x5e]);
    expect(fillBytes(1000, 7)).toEqual(fillBytes(1000, 7));
    expect(fillBytes(1000, 7)).not.toEqual(fillBytes(1000, 8));
  });

  it("are found however deep, with the files they name", () => {
    expect(holdsData([1, { a: [{ $text: "x" }] }])).toBe(true);
    expect(holdsData([1, { a: ["x"] }, null])).toBe(false);
    expect(dataFilesOf([{ $file: "a" }, { inner: [{ $file: "b", as: "text" }, 5] }])).toEqual([
      "a",
      "b",
    ]);
  });

  it("of a file nobody read are a bug", () => {
    expect(() => readData({ $file: "b" }, FILES)).toThrow("the file b was not read");
  });
});

describe("a call with data", () => {
  const call = {
    export: "run",
    args: [5, { $bytes: "hex:0102" }, { $file: "a.txt", as: "text" }, [{ $text: "x" }]],
    expect: { $text: "y" },
  };

  it("hands glue bytes and text", () => {
    expect(resolveCall(call, "glue", FILES)).toEqual({
      export: "run",
      args: [5, bytes(1, 2), "für", ["x"]],
      expect: "y",
    });
  });

  it("hands a component data that its types turn into either", () => {
    const { args } = resolveCall(call, "component", FILES);
    expect(args[1]).toEqual(new DataBytes(bytes(1, 2), false));
    expect(JSON.stringify(args[1])).toBe('"data of 2 bytes"');
  });

  it("looks for what a core module leaves under the pointer it returns, where nothing else is said", () => {
    const { answer, ...rest } = resolveCall(call, "core", FILES);
    expect(answer).toEqual({ bytes: bytes(0x79), sha256: null, at: "result", length: null });
    expect(rest).not.toHaveProperty("expect");
  });

  it.each([
    ["args[1]", { argument: 1 }],
    [1024, 1024],
    ["result", "result"],
  ])("looks for it at %s", (at, place) => {
    const expected = { $sha256: "0".repeat(64), at, length: 16 };
    const { answer } = resolveCall({ ...call, expect: expected }, "core", FILES);
    expect(answer).toEqual({ bytes: null, sha256: "0".repeat(64), at: place, length: 16 });
  });

  it("compares the hash of what glue returns", () => {
    const { answer } = resolveCall({ ...call, expect: { $sha256: "a" } }, "glue", FILES);
    expect(answer).toEqual({ bytes: null, sha256: "a", at: null, length: null });
  });
});
