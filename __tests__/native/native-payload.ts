import type { NativeEngine } from "../../src/model/engine.ts";
import type { Payload } from "../../src/suites/payload.ts";
import { needsOf } from "../../src/wasm/module-needs.ts";
import { readModule } from "../../src/wasm/read-module.ts";

/**
 * A core module as a measuring process gets it for a native engine.
 *
 * @param bytes - the module
 * @param engine - the engine
 * @param more - what differs
 * @returns the payload
 */
export function nativePayload(
  bytes: Uint8Array,
  engine: NativeEngine,
  more: Partial<Payload> = {},
): Payload {
  return {
    name: "c",
    side: "candidate",
    bytes,
    host: { kind: "none", url: "", args: [] },
    glue: null,
    needs: needsOf(readModule(bytes)),
    engine,
    ...more,
  };
}
