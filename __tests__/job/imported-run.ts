import { thresholdsOf } from "../../src/config/thresholds.ts";
import { type ImportedRun, resultOfImported } from "../../src/job/imported-result.ts";
import type { Imported, ImportFormat } from "../../src/model/imported.ts";
import type { ResultDocument } from "../../src/model/result.ts";
import { measurements, POLICY } from "../gate/fabricate.ts";

/** Two percent up and down, in turns. */
export const WOBBLE = [0.98, 1.02, 1, 0.99, 1.01, 1.02, 0.98, 1, 1.01, 0.99];

/** One benchmark of hyperfine, in ns. */
export function imported(
  id: string,
  samples: readonly number[],
  part: Partial<Imported> = {},
): Imported {
  const source = { format: "hyperfine" as ImportFormat, path: "out.json", sample: "one run" };
  return { id, unit: "ns", written: "s", samples, source, ...part };
}

/** Ten times around a level. */
export function times(id: string, level: number): Imported {
  return imported(
    id,
    WOBBLE.map((wobble) => level * wobble),
  );
}

/** The judged result of both sides: T = 20 %, and a regression of a time fails nothing. */
export function judged(
  candidate: readonly Imported[],
  baseline: readonly Imported[] | null = null,
  part: Partial<ImportedRun> = {},
): ResultDocument {
  const { run, sampling } = measurements([]);
  return resultOfImported({
    noBaseline: null,
    format: "hyperfine",
    candidate,
    baseline,
    label: "before.json",
    hash: () => "0".repeat(64),
    policy: {
      ...POLICY,
      thresholds: thresholdsOf({ regression: 0.2 }),
      failOn: ["target", "error"],
    },
    sampling,
    run,
    tool: "1.0.0",
    createdAt: "2026-11-23T00:00:00Z",
    warnings: [],
    ...part,
  });
}

/** A count of a thing. */
export function count(
  id: string,
  samples: readonly number[],
  written: string,
  part: Partial<Imported> = {},
): Imported {
  return imported(id, samples, { unit: "count", written, ...part });
}

/** Bytes of one operation. */
export function allocated(id: string, samples: readonly number[]): Imported {
  return imported(id, samples, { unit: "bytes", quantity: "allocated", written: "B/op" });
}

/** A value of which more is better. */
export function score(id: string, value: number): Imported {
  return count(id, [value], "points", { quantity: "score" });
}

/** Verdicts by id. */
export function verdicts({ judgement }: ResultDocument): Record<string, string> {
  return Object.fromEntries(judgement.benchmarks.map(({ id, verdict }) => [id, verdict]));
}
