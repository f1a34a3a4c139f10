import type { NativeEngine } from "../../src/model/engine.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { readWorld } from "../../src/wasm/component/read-world.ts";
import { assembleComponent } from "../wasm/component/assemble-component.ts";

/**
 * A component as a measuring process gets it for a native engine.
 *
 * @param text - component text
 * @param engine - the engine
 * @param more - what differs
 * @returns the payload
 */
export async function componentPayload(
  text: string,
  engine: NativeEngine,
  more: Partial<Payload> = {},
): Promise<Payload> {
  const bytes = await assembleComponent(text);
  return {
    name: "c",
    side: "candidate",
    bytes,
    host: { kind: "none", url: "", args: [] },
    glue: null,
    transpiled: { source: "", modules: [], world: readWorld(bytes) },
    engine,
    ...more,
  };
}

/** Calls of a core module with two pages: numbers, a list, a trap, and one that ends by the guest's own fault. */
export const WORKING: string = `(component
  (core module $m
    (memory (export "memory") 2)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 1024)
    (func (export "run") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
    (func $fib (export "fib") (param i32) (result i32)
      (if (result i32) (i32.lt_u (local.get 0) (i32.const 2)) (then (local.get 0)) (else
        (i32.add (call $fib (i32.sub (local.get 0) (i32.const 1)))
          (call $fib (i32.sub (local.get 0) (i32.const 2)))))))
    (func (export "sum") (param i32 i32) (result i32) (local i32 i32)
      (loop
        (local.set 3 (i32.add (local.get 3) (i32.load8_u (i32.add (local.get 0) (local.get 2)))))
        (br_if 0 (i32.lt_u (local.tee 2 (i32.add (local.get 2) (i32.const 1))) (local.get 1))))
      (local.get 3))
    (func (export "beyond") (result i32) (i32.const -4))
    (func (export "fail") unreachable)
    (func (export "divide") (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0))))
  (core instance $i (instantiate $m))
  (alias core export $i "memory" (core memory $memory))
  (alias core export $i "realloc" (core func $realloc))
  (func (export "run") (param "x" s32) (result s32) (canon lift (core func $i "run")))
  (func (export "fib") (param "n" u32) (result u32) (canon lift (core func $i "fib")))
  (func (export "sum") (param "bytes" (list u8)) (result u32)
    (canon lift (core func $i "sum") (memory $memory) (realloc $realloc)))
  (func (export "beyond") (result string) (canon lift (core func $i "beyond") (memory $memory)))
  (func (export "fail") (canon lift (core func $i "fail")))
  (func (export "divide") (param "by" u32) (result u32) (canon lift (core func $i "divide"))))`;
