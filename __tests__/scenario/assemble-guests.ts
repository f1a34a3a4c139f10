import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assembleText } from "../../src/components/assemble-text.ts";
import type { Benchmark, Call, Procedure } from "../../src/model/benchmark.ts";
import type { Sampling } from "../../src/model/policy.ts";
import type { Payload } from "../../src/suites/payload.ts";

/** The smallest settings that still measure every metric. */
export const TINY: Sampling = {
  samples: 2,
  timeMs: 200,
  maxInstances: 3,
  processes: 1,
  rounds: 2,
  copies: 2,
  blockMs: 0.6,
  warmupMs: 1,
  timeoutMs: 20_000,
  tier: "natural",
  flags: [],
};

/** A guest with the export `run`, which answers 42 for 41. */
export const GOOD_GUEST = `(module (func (export "run") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))`;

/** A call of `run` that must answer 42. */
export const GOOD_CALL: Call = { export: "run", args: [41], expect: 42 };

/** What a guest is made of; everything but the text is optional. */
export interface GuestSource {
  readonly text: string;
  readonly host?: Payload["host"];
  readonly side?: Payload["side"];
}

/** Assembles a guest. */
export async function guest(name: string, source: GuestSource): Promise<Payload> {
  const { text, host = { kind: "none", url: "", args: [] }, side = "candidate" } = source;
  return { name, side, host, bytes: await assembleText(text, `${name}.wat`), glue: null };
}

/** A WASI host without arguments. */
export const WASI_HOST: Payload["host"] = { kind: "wasi", url: "", args: [] };

/** Writes host code to a file and names it as a host. */
export function hostModule(folder: string, name: string, code: string): Payload["host"] {
  return { kind: "module", url: writeModule(folder, name, code), args: [] };
}

/** Glue of the given code, with or without a module it is handed. */
export function glue(
  folder: string,
  name: string,
  source: { readonly code: string; readonly init?: string; readonly bytes?: Uint8Array },
): Payload {
  const { code, init = null, bytes = new Uint8Array() } = source;
  const host: Payload["host"] = { kind: "none", url: "", args: [] };
  return {
    name,
    side: "candidate",
    host,
    bytes,
    glue: { url: writeModule(folder, name, code), init },
  };
}

/** A benchmark of a guest. */
export function benchmark(name: string, procedure: Procedure): Benchmark {
  return {
    id: `execution/${name}`,
    suite: "execution",
    component: name,
    procedure,
    primary: "time",
    unsupported: null,
  };
}

/** The procedure that calls an export. */
export function calling(call: Call): Procedure {
  return { kind: "call", call, operations: 1, native: null, extras: [] };
}

function writeModule(folder: string, name: string, code: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, code);
  return pathToFileURL(path).href;
}
