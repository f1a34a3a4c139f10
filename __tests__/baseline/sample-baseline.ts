import { createHash } from "node:crypto";
import {
  BASELINE_VERSION,
  type BaselineDocument,
  type StoredComponent,
} from "../../src/model/baseline.ts";
import type { BaselineBundle } from "../../src/ports.ts";

export const SHA = "a".repeat(40);

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function componentOf(name: string, bytes: Uint8Array): StoredComponent {
  return {
    name,
    path: `build/${name}.wasm`,
    format: "wasm",
    host: { kind: "none" },
    sha256: hashOf(bytes),
    moduleSha256: hashOf(bytes),
    sizeBytes: bytes.length,
    files: [],
    entry: null,
    init: null,
    definitions: { [`execution/${name}/case`]: hashOf(Buffer.from("definition")) },
  };
}

/** A small baseline that carries the given modules by component name. */
export function sampleBundle(
  modules: Readonly<Record<string, Uint8Array>>,
  sha = SHA,
): BaselineBundle {
  const document: BaselineDocument = {
    kind: "wasm-bench/baseline",
    version: BASELINE_VERSION,
    tool: "1.0.0",
    createdAt: "2026-11-01T00:00:00.000Z",
    run: {
      repository: "octo/app",
      sha,
      ref: "refs/heads/main",
      event: "push",
      runId: "1000",
      attempt: 1,
      url: "https://github.com/octo/app/actions/runs/1000",
    },
    environment: {
      platform: "linux",
      arch: "x64",
      cpuModel: "cpu",
      cpuCount: 2,
      totalMemoryBytes: 8e9,
      osRelease: "6",
      image: "",
      node: "24.0.0",
      v8: "13",
      tier: "natural",
      flags: [],
      harness: 1,
    },
    comparedWith: null,
    components: Object.entries(modules).map(([name, bytes]) => componentOf(name, bytes)),
    leftOut: [],
    benchmarks: [],
    history: [],
    noise: {},
  };
  return {
    document,
    objects: new Map(Object.values(modules).map((bytes) => [hashOf(bytes), bytes])),
  };
}
