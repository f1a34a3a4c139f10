import { describe, expect, it } from "vitest";
import { assembleText } from "../../src/components/assemble-text.ts";
import { proposalsOf } from "../../src/wasm/proposals.ts";
import { readModule } from "../../src/wasm/read-module.ts";

const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

async function namesOf(text: string): Promise<string[]> {
  return proposalsOf(readModule(await assembleText(text, "a.wat"))).map(({ name }) => name);
}

describe("the proposals of a module", () => {
  it.each([
    ["(module (memory 1) (memory 1))", ["several memories"]],
    ["(module (memory i64 1))", ["64-bit memories and tables"]],
    ["(module (func $f (return_call $f)))", ["tail calls"]],
    [
      "(module (func (result v128) (i8x16.relaxed_swizzle (v128.const i64x2 0 0) (v128.const i64x2 0 0))))",
      ["relaxed SIMD"],
    ],
    ["(module (memory 1) (func (result i32) (i32.const 1)))", []],
  ])("of %s are %j", async (text, names) => {
    expect(await namesOf(text)).toEqual(names);
  });

  it("are told by types alone", () => {
    const struct = Uint8Array.of(...HEADER, 1, 3, 1, 0x5f, 0);
    expect(proposalsOf(readModule(struct)).map(({ name }) => name)).toEqual(["garbage collection"]);
  });

  it("are none where the code cannot be read", () => {
    // A function whose body is an operator that does not exist: 0xff.
    const body = [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 5, 1, 3, 0, 0xff, 0x0b];
    expect(proposalsOf(readModule(Uint8Array.of(...HEADER, ...body)))).toEqual([]);
  });

  it("come with the smallest module that uses them, which is told by the same rules", async () => {
    const [several] = proposalsOf(
      readModule(await assembleText("(module (memory 1) (memory 1))", "a.wat")),
    );
    expect(several?.node).toBe(22);
    const probe = readModule(several?.probe ?? new Uint8Array());
    expect(proposalsOf(probe)).toEqual([several]);
  });
});
