import { describe, expect, it } from "vitest";
import { decodeArgument, decodeExpected } from "../../src/config/argument.ts";

const HASH = "0".repeat(64);

describe("data as an argument", () => {
  it.each([
    [{ $bytes: "hex:00fF 10" }],
    [{ $bytes: "base64:AP8=" }],
    [{ $bytes: "hex:" }],
    [{ $text: "für 😀" }],
    [{ $text: "" }],
    [{ $file: "bench/in.bin" }],
    [{ $file: "./in.bin", as: "text" }],
    [{ $fill: { bytes: 0, seed: 0 } }],
    [[1, { name: { $text: "deep" } }]],
  ])("may be %j", (value) => {
    expect(decodeArgument(value)).toEqual({ value });
  });

  it("counts bytes as sizes are written, and begins at 1", () => {
    expect(decodeArgument({ $fill: { bytes: "64KiB" } })).toEqual({
      value: { $fill: { bytes: 65_536, seed: 1 } },
    });
  });

  it.each([
    [{ $bytes: "00ff" }, "hex:00ff"],
    [{ $bytes: "hex:0" }, "hex:00ff"],
    [{ $bytes: "hex:0g" }, "hex:00ff"],
    [{ $bytes: "base64:AP8" }, "base64:"],
    [{ $bytes: [1, 2] }, "got a list"],
    [{ $bytes: `hex:${"00".repeat(40_000)}` }, "longer than 65536 characters: write { $file"],
    [{ $text: 5 }, "expected a text"],
    [{ $text: "\ud800" }, "half of a character"],
    [{ $file: "../secret" }, "below this file's folder"],
    [{ $file: "/etc/passwd" }, "it is absolute"],
    [{ $file: "" }, "path of a file"],
    [{ $file: "a", as: "json" }, "expected text or bytes"],
    [{ $text: "a", as: "text" }, '$text goes with no "as"'],
    [{ $text: "a", $file: "b" }, '$text goes with no "$file"'],
    [{ $fill: 65_536 }, "{ bytes: 64KiB, seed: 1 }"],
    [{ $fill: { seed: 1 } }, "{ bytes: 64KiB, seed: 1 }"],
    [{ $fill: { bytes: "1GiB" } }, "up to 268435456"],
    [{ $fill: { bytes: 5, seed: -1 } }, "below 2^32"],
    [{ $fill: { bytes: 5, size: 1 } }, 'no "size"'],
    [{ $text: "a", at: 5 }, '$text goes with no "at"'],
    [{ $sha256: HASH }, "expected a finite number"],
  ])("is not %j", (value, words) => {
    expect(decodeArgument(value)).toEqual({ fault: expect.stringContaining(words) });
    expect(decodeArgument([value])).toHaveProperty("fault");
  });
});

describe("data as an expected result", () => {
  it.each([
    [{ $sha256: HASH, at: "result", length: "result" }],
    [{ $bytes: "hex:00", at: 1024 }],
    [{ $fill: { bytes: 5, seed: 1 }, at: "args[12]", length: 3 }],
    [{ $file: "a.txt", as: "text" }],
    [5],
    [{ name: 5 }],
  ])("may be %j", (value) => {
    expect(decodeExpected(value)).toEqual({ value });
  });

  it.each([
    [{ $sha256: HASH.toUpperCase().replaceAll("0", "A") }, "64 lower-case hex digits"],
    [{ $bytes: "hex:00", at: -1 }, "at: expected result, args[0] or an address"],
    [{ $bytes: "hex:00", at: "args" }, "at: expected result, args[0] or an address"],
    [{ $bytes: "hex:00", length: "args[0]" }, "length: expected result or a number"],
    [{ $bytes: "hex:00", length: 0.5 }, "length: expected result or a number"],
    [[{ $sha256: HASH }], "expected a finite number"],
  ])("is not %j", (value, words) => {
    expect(decodeExpected(value)).toEqual({ fault: expect.stringContaining(words) });
  });
});
