import { describe, expect, it } from "vitest";
import { ByteWriter } from "../../../src/wasm/encoder.ts";
import {
  alignSizes,
  listFunctions,
  type SizedModule,
  sizeByCrate,
  sizeByName,
} from "../../../src/wasm/functions/sized-functions.ts";
import { readProducers } from "../../../src/wasm/producers.ts";
import { readModule } from "../../../src/wasm/read-module.ts";
import { measureSize } from "../../../src/wasm/size.ts";
import { explainSizeChange } from "../../../src/wasm/size-change.ts";
import { assemble } from "../assemble.ts";

const DEMANGLED: Record<string, string> = {
  _ZN4mine1aE: "mine::a",
  _ZN5other1aE: "other::a",
};

async function sized(text: string): Promise<SizedModule> {
  const facts = readModule(assemble(text));
  const demangle = (names: readonly string[]): Promise<string[]> =>
    Promise.resolve(names.map((name) => DEMANGLED[name] ?? name));
  return { size: measureSize(facts), functions: await listFunctions([facts], demangle) };
}

describe("functions by size", () => {
  it("add up by name and by crate to all bodies", async () => {
    const { size, functions } =
      await sized(`(module (func $_ZN4mine1aE nop nop) (func $_ZN5other1aE nop)
      (func $plain) (func (export "run")))`);
    const bytes = size.bodies.reduce((sum, one) => sum + one.bytes, 0);
    // Count of local groups and `end`, and the operators.
    expect(sizeByName(functions)[0]).toEqual({ name: "mine::a", bytes: 4 });
    expect(sizeByCrate(functions)).toEqual([
      { name: "(no path)", bytes: 4 },
      { name: "mine", bytes: 4 },
      { name: "other", bytes: 3 },
    ]);
    expect(sizeByCrate(functions).reduce((sum, one) => sum + one.bytes, 0)).toBe(bytes);
  });

  it("are the same functions in another build, whatever their number or name", async () => {
    const base = await sized("(module (func nop) (func nop nop nop) (func $old i32.const 7 drop))");
    const candidate = await sized(
      "(module (func nop) (func nop nop) (func $new i32.const 7 drop))",
    );
    const { baseline, candidate: after } = alignSizes({ baseline: base, candidate });
    expect(explainSizeChange(baseline, after)[0]).toMatch(/^code −\d+\.\d %: func\[1\] −1 B$/);
  });
});

describe("readProducers", () => {
  const withSection = (write: (content: ByteWriter) => void): Uint8Array => {
    const content = new ByteWriter().name("producers");
    write(content);
    return new ByteWriter().raw(assemble("(module)")).u8(0).sized(content).bytes();
  };

  it("reads languages and tools", () => {
    const bytes = withSection((content) => {
      content.u32(2).name("language").u32(1).name("Rust").name("");
      content
        .name("processed-by")
        .u32(2)
        .name("rustc")
        .name("1.95.0 (abc)")
        .name("rustc")
        .name("2");
    });
    expect(readProducers(readModule(bytes))).toEqual([
      { name: "Rust", version: "" },
      { name: "rustc", version: "1.95.0 (abc)" },
    ]);
  });

  it("takes a damaged section, and none, for nothing", () => {
    const damaged = withSection((content) => content.u32(200).name("language"));
    expect(readProducers(readModule(damaged))).toEqual([]);
    expect(readProducers(readModule(assemble("(module)")))).toEqual([]);
  });
});
