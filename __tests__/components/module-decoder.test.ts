import { describe, expect, it } from "vitest";
import { createModuleDecoder } from "../../src/components/module-decoder.ts";
import type { ModuleFacts } from "../../src/model/module-facts.ts";
import { readModule } from "../../src/wasm/read-module.ts";
import { assemble } from "../wasm/assemble.ts";

const MODULE = assemble('(module (func (export "work")))');

describe("the decoder of a run", () => {
  it("decodes equal bytes once, whichever side they are of", () => {
    const decoded: Uint8Array[] = [];
    const decode = createModuleDecoder((bytes: Uint8Array): ModuleFacts => {
      decoded.push(bytes);
      return readModule(bytes);
    });
    const other = assemble('(module (func (export "more")))');
    expect(decode(new Uint8Array(MODULE))).toBe(decode(MODULE));
    expect(decode(other)?.exports).toEqual([{ name: "more", kind: "function", index: 0 }]);
    expect(decoded).toHaveLength(2);
  });

  it("has nothing to say of what is no core module", () => {
    const decode = createModuleDecoder();
    expect(decode(new Uint8Array())).toBeNull();
    expect(decode(Uint8Array.of(0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0))).toBeNull();
  });

  it("names the place where a module cannot be read", () => {
    expect(() => createModuleDecoder()(MODULE.subarray(0, 12))).toThrow(/offset|beyond|end/);
  });
});
