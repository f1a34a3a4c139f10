import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { measureGuests, openGuestProject } from "../../scripts/guest-bench.mjs";
import { parseResult } from "../../src/config/result-document.ts";
import type { ResultDocument } from "../../src/model/result.ts";

/** What the shipped command line gave. */
export interface BenchRun {
  readonly status: number | null;
  readonly output: string;
  readonly result: ResultDocument;
}

/** A project with the modules of others. */
export interface Bench {
  readonly folder: string;
  /** Measures benchmarks, all when none is named, under a configuration changed from the committed one. */
  readonly run: (ids?: readonly string[], change?: (config: string) => string) => BenchRun;
  readonly remove: () => void;
}

/** Opens the project of `fixtures/real` in a folder of its own, where the bundle is run. */
export async function openBench(): Promise<Bench> {
  const folder = await openGuestProject();
  const committed = readFileSync(join(folder, "wasm-bench.yml"), "utf8");
  const program = join(inject("bundle"), "cli/index.js");
  return {
    folder,
    run: (ids = [], change = (config) => config) => {
      writeFileSync(join(folder, "wasm-bench.yml"), change(committed));
      const filters = ids.flatMap((id) => ["--filter", id]);
      const { status, output, text } = measureGuests(folder, program, filters);
      return { status, output, result: parseResult(text, "result.json") };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
