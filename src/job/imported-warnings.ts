import type { ImportFormat } from "../model/imported.ts";
import type { Policy } from "../model/policy.ts";
import type { Warning } from "../model/sample.ts";
import { formatQuantity } from "../wording/number.ts";
import { type ImportedSides, isExactImport, sampleNeedOf } from "./imported-visits.ts";

/** Tools that measure in one process, and what each calls the values that stand for others. */
const ONE_PROCESS: Partial<Record<ImportFormat, string>> = {
  criterion: "Criterion measures in one process: batches of its samples stand for processes",
  "google-benchmark":
    "Google Benchmark measures in one process: its repetitions stand for processes",
  go: "go test measures a package in one process: the repeats of -count stand for processes",
  "pytest-benchmark":
    "pytest-benchmark measures in one process: batches of its rounds stand for processes",
  vitest: "vitest measures a file in one process: batches of its samples stand for processes",
  tinybench: "tinybench measures in one process: batches of its samples stand for processes",
};

/** Values beside a benchmark that are named; the rest are counted. */
const NAMED = 3;

function apartWarnings(sides: readonly ImportedSides[], policy: Policy): Warning[] {
  const noisy = sides.filter(
    (side) => side.candidate !== null && side.baseline !== null && !isExactImport(side),
  );
  if (noisy.length === 0) return [];
  if (!noisy.some(({ candidate }) => candidate?.unit === "ns")) {
    const message =
      "some counts are not the same in every sample: a regression among them warns; only fail-on regression lets it fail";
    return policy.failOn.includes("regression") ? [] : [{ code: "unsteady-counts", message }];
  }
  const rule = policy.failOn.includes("regression")
    ? "they fail because fail-on names regression"
    : "a regression of a time among them warns; only fail-on regression lets it fail";
  const message = `the two sides were measured apart, where unchanged code differs by 7 %: ${rule}`;
  return [{ code: "imported-comparison", message }];
}

function sampleWarnings(sides: readonly ImportedSides[]): Warning[] {
  const times = sides.flatMap(({ candidate }) =>
    candidate === null || candidate.unit !== "ns" ? [] : [candidate],
  );
  if (times.some(({ samples }) => samples.length === 1)) {
    const message =
      "some times are a single number: it has no interval, and no target can be shown to be met with it";
    return [{ code: "single-value", message }];
  }
  const [first] = times;
  const words = first === undefined ? undefined : ONE_PROCESS[first.source.format];
  if (words === undefined) return [];
  const message = `${words}, and what another process would differ by is not in the interval`;
  return [{ code: "one-process", message }];
}

/** A comparison of too few samples is inconclusive whatever they are: how many would do must be said. */
function fewWarnings(sides: readonly ImportedSides[]): Warning[] {
  const few = sides.flatMap((side) => {
    const { candidate, baseline } = side;
    if (candidate === null || baseline === null || isExactImport(side)) return [];
    const [own, theirs] = [sampleNeedOf(candidate), sampleNeedOf(baseline)];
    const least = own.samples <= theirs.samples ? own : theirs;
    return least.samples < least.needed ? [{ name: candidate.id, ...least }] : [];
  });
  const [first] = few;
  if (first === undefined) return [];
  const more = few.length > NAMED ? ` and ${few.length - NAMED} more` : "";
  const names = few.slice(0, NAMED).map(({ name }) => name);
  const count = formatQuantity(first.samples, first.noun);
  const message = `too few to show a change of ${names.join(", ")}${more}: ${count} a side, where ${first.needed} are needed; repeat more often`;
  return [{ code: "few-samples", message }];
}

function asideWarnings(sides: readonly ImportedSides[]): Warning[] {
  const names = sides.flatMap(({ candidate }) => candidate?.aside ?? []);
  if (names.length === 0) return [];
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  const told = `${names.slice(0, NAMED).join(", ")}${more}`;
  const message = `${formatQuantity(names.length, "value")} of the files not judged: ${told}; they were skipped, or the file does not say which way is worse`;
  return [{ code: "not-imported", message }];
}

/**
 * What a reader must know of imported results as a whole.
 *
 * @param sides - all benchmarks by side
 * @param policy - policy of the run
 * @returns times that were measured apart, single numbers, tools of one process, too few samples, and values that are not judged
 */
export function warningsOfImported(sides: readonly ImportedSides[], policy: Policy): Warning[] {
  return [
    ...apartWarnings(sides, policy),
    ...sampleWarnings(sides),
    ...fewWarnings(sides),
    ...asideWarnings(sides),
  ];
}
