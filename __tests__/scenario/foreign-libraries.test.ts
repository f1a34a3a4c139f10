import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadReference } from "../../src/components/load-reference.ts";
import { createModuleDecoder } from "../../src/components/module-decoder.ts";
import { referenceBenchmarks } from "../../src/suites/catalog/reference.ts";
import { measureTrials, measuringEntry } from "./measure-guests.ts";

/** Libraries Benchmark.js asks for at run time. */
const ASKED_FOR = ["lodash", "platform"];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "foreign-"));
  cpSync(dirname(measuringEntry()), join(folder, "dist", "measure"), { recursive: true });
  for (const name of ASKED_FOR) {
    const place = join(folder, "node_modules", name);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "index.js"), `console.log("evaluated ${name}"); process.exit(9);`);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a measuring program beside a repository's own libraries", () => {
  it("measures without evaluating any of them", async () => {
    const { bytes } = await loadReference(
      "fib",
      { kind: "wat", file: "fib.wat" },
      "fixtures/wat",
      createModuleDecoder(),
    );
    const benchmark = referenceBenchmarks({ promiseIntegration: false }, 3).find(
      ({ id }) => id === "execution/compute_heavy/fib_10",
    );
    if (benchmark === undefined) throw new Error("the benchmark is gone");
    const host = { kind: "none" as const, url: "", args: [] };
    const payload = { name: "fib", side: "candidate" as const, bytes, host, glue: null };
    const visits = await measureTrials([{ benchmark, payloads: [payload] }], {
      timeoutMs: 60_000,
      entry: join(folder, "dist", "measure", "index.js"),
    });
    const visit = visits.get(benchmark.id);
    expect(visit?.failure).toBeNull();
    expect(visit?.output ?? "").not.toContain("evaluated");
    expect(visit?.series.map(({ metric }) => metric)).toContain("time");
  });
});
