import { describe, expect, it } from "vitest";
import { linkFault } from "../../src/suites/link-fault.ts";
import { assemble } from "../wasm/assemble.ts";

const MODULE = new WebAssembly.Module(
  assemble(`(module
    (import "env" "step" (func))
    (import "env" "base" (global i32))
    (import "env" "memory" (memory 2))
    (import "env" "table" (table 1 funcref))
    (import "other" "thrown" (tag)))`),
);

function toldOf(imports: WebAssembly.Imports): unknown {
  try {
    return new WebAssembly.Instance(MODULE, imports);
  } catch (error) {
    return linkFault(error, MODULE, imports);
  }
}

describe("a module that cannot be linked", () => {
  it("names every import that is missing or of another kind", () => {
    const env = { step: 5, memory: new WebAssembly.Memory({ initial: 2 }) };
    expect(toldOf({ env })).toMatchObject({
      name: "LinkError",
      message:
        "nobody provides env.step (function, got global), env.base (global), env.table (table), other.thrown (tag)",
    });
  });

  it("says what stands in the place of a module", () => {
    expect(toldOf({ env: null } as never)).toMatchObject({
      message: expect.stringContaining("env.step (function), env.base (global)"),
    });
  });

  it("keeps the engine's words where all are of their kind", () => {
    const env = {
      step: () => {},
      base: 1,
      memory: new WebAssembly.Memory({ initial: 1 }),
      table: new WebAssembly.Table({ element: "anyfunc", initial: 1 }),
    };
    const other = { thrown: new WebAssembly.Tag({ parameters: [] }) };
    expect(toldOf({ env, other } as never)).toBeInstanceOf(WebAssembly.LinkError);
  });

  it("is not what a start function threw", () => {
    const error = new WebAssembly.RuntimeError("unreachable");
    expect(linkFault(error, MODULE, {})).toBe(error);
  });
});
