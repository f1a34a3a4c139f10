import { describe, expect, it } from "vitest";
import { missingImports } from "../../src/components/missing-imports.ts";
import type { Import } from "../../src/model/module-facts.ts";

function imported(module: string, name: string, kind: Import["kind"] = "function"): Import {
  return { module, name, kind, type: kind === "function" ? "(i32) -> ()" : `${kind} i32` };
}

describe("what is said of imports that nobody provides", () => {
  it("names each with its kind and type, and shows what to export", () => {
    const { message, hint } = missingImports([
      imported("env", "step"),
      imported("env", "base", "global"),
      imported("other", "log"),
    ]);
    expect(message).toBe(
      "imports env.step (function (i32) -> ()), env.base (global i32), other.log (function (i32) -> ()), which nobody provides",
    );
    expect(hint).toContain('{ "env": { "step": …, "base": … } }');
    expect(hint).toContain("`host`");
    expect(hint).toContain("--host");
  });

  it("counts what is too much to name", () => {
    const many = Array.from({ length: 23 }, (_, index) => imported("env", `f${index}`));
    expect(missingImports(many).message).toContain("f19 (function (i32) -> ()) and 3 more, which");
  });

  it.each([
    ["wbg", /wasm-bindgen: name the glue/],
    ["./pkg_bg.js", /wasm-bindgen: name the glue/],
    ["gojs", /Go or TinyGo/],
    ["wasi_unstable", /provided as wasi_snapshot_preview1/],
    ["wasi_snapshot_preview1", /`host`/],
  ])("tells the toolchain of %s what to name instead", (module, remedy) => {
    expect(missingImports([imported(module, "f")]).hint).toMatch(remedy);
  });
});
