import { describe, expect, it } from "vitest";
import type { BaselineSide } from "../../src/job/baseline-side.ts";
import { hostCodeWarnings } from "../../src/job/host-code-warnings.ts";
import type { Planned } from "../../src/job/plan.ts";
import type { Closure } from "../../src/model/closure.ts";
import type { Component } from "../../src/model/component.ts";
import type { Workload } from "../../src/model/workload.ts";
import { environment } from "../config/sample-documents.ts";
import { benchmark } from "../gate/fabricate.ts";

/** A closure one folder below its virtual root, of files by hash. */
function closureOf(hashes: Readonly<Record<string, string>>): Closure {
  const files = Object.entries(hashes).map(([name, sha256]) => {
    return { name, sha256, sizeBytes: 1, bytes: null };
  });
  return { root: "-", folder: null, entry: "-/host.mjs", files, links: [], compiled: [] };
}

const hosted = (changes: Partial<Component> = {}): Component => ({
  name: "codec",
  origin: "user",
  format: "wasm",
  path: "codec.wasm",
  host: { kind: "module", path: "/p/host.mjs" },
  bytes: new Uint8Array(),
  sha256: "a",
  glue: null,
  module: null,
  fuelLimit: null,
  hostClosure: closureOf({ "-/host.mjs": "1" }),
  ...changes,
});

const BENCHMARKS = ["execution/one/codec", "execution/two/codec"].map((id) =>
  benchmark(id, { component: "codec" }),
);

interface Case {
  readonly candidate?: Component;
  readonly baseline?: Component;
  /** Host code of the baseline; that of the candidate is "new". */
  readonly before?: string | null;
  readonly ownHosts?: boolean;
  readonly isCompared?: boolean;
}

function warnings(facts: Case): string[] {
  const { candidate = hosted(), baseline = hosted(), before = "old" } = facts;
  const { ownHosts = false, isCompared = true } = facts;
  const planned = BENCHMARKS.map((one): Planned => {
    const sides = { candidate, baseline: isCompared ? baseline : null };
    const sameHost = before === "new";
    const pair = { benchmark: one, ...sides, alternated: false, sameHost, ownHosts };
    return { benchmark: one, definition: "d", pairing: "paired", reason: "", pair };
  });
  const workload: Workload = {
    components: [candidate],
    componentNames: [candidate.name],
    facts: [],
    benchmarks: BENCHMARKS,
    known: BENCHMARKS,
    definitions: new Map(),
    hostCodes: new Map(BENCHMARKS.map(({ id }) => [id, "new"])),
  };
  const known = { component: "codec", definition: "d", hostCode: before };
  const side: BaselineSide = {
    info: {
      source: "file",
      key: "main",
      sha: "",
      createdAt: "2026-11-26T00:00:00Z",
      environment,
      fingerprintMatches: true,
    },
    components: new Map([["codec", baseline]]),
    facts: [],
    hashes: new Map(),
    benchmarks: new Map(BENCHMARKS.map(({ id }) => [id, known])),
    noise: {},
    history: [],
  };
  return hostCodeWarnings(planned, workload, side).map(({ message }) => message);
}

describe("host code that changed is said", () => {
  it("once per component, with the files that differ, three at most", () => {
    const before = closureOf({ "-/host.mjs": "1", "-/gone.mjs": "1", "lib/c.mjs": "1" });
    const after = closureOf({ "-/host.mjs": "2", "-/new.mjs": "1", "lib/c.mjs": "2" });
    expect(
      warnings({
        candidate: hosted({ hostClosure: after }),
        baseline: hosted({ hostClosure: before }),
      }),
    ).toEqual([
      "codec: its host code changed (gone.mjs, host.mjs, lib/c.mjs and 1 more), and both sides ran the new one: what it costs does not show. With `host-code: each` every side runs its own",
    ]);
  });

  it("as unknown where the baseline does not carry it, and that `each` was asked for", () => {
    const { hostClosure: _, ...baseline } = hosted();
    expect(warnings({ baseline, before: null })).toEqual([
      "codec: the baseline does not carry its host code, so both sides ran the new one; the next baseline will",
    ]);
    expect(warnings({ baseline, candidate: hosted({ hostCode: "each" }) })).toEqual([
      expect.stringContaining("although `host-code` is `each`"),
    ]);
  });

  it("of a native reference, where the imports module is the same or there is none", () => {
    const native = [
      "codec: its native reference changed; what is said of it is true of the new one",
    ];
    expect(warnings({})).toEqual(native);
    const { hostClosure: _, ...plain } = hosted({ host: { kind: "none" } });
    expect(warnings({ candidate: plain, baseline: plain })).toEqual(native);
  });

  it.each([
    ["it is the same", { before: "new" }],
    ["each side runs its own", { ownHosts: true }],
    ["nothing is compared", { isCompared: false }],
  ])("not where %s", (_, facts) => {
    expect(warnings(facts)).toEqual([]);
  });
});
