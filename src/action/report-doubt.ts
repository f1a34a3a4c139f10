import type { BaselineDocument } from "../model/baseline.ts";
import { SUITES } from "../model/benchmark.ts";
import type { BenchmarkResult, Measurements, ResultDocument } from "../model/result.ts";
import type { BaseWord } from "./base-policy.ts";

/** Why a report of another run cannot be taken for a pass. */
export interface ReportDoubt {
  /** One sentence. */
  readonly reason: string;
  /** Whether the report tells nothing at all. */
  readonly isEmpty: boolean;
}

/**
 * Looks for what a report leaves out that would make it green.
 *
 * @param result - the report, judged anew
 * @param base - what the base says
 * @returns the gravest doubt; null when there is none
 */
export function doubtOf(result: ResultDocument, base: BaseWord): ReportDoubt | null {
  const { counts, benchmarks } = result.judgement;
  if (benchmarks.length === counts.missing + counts.unsupported)
    return { isEmpty: true, reason: "the report holds no benchmark that was measured" };
  if (base.document !== null && result.baseline === null)
    return {
      isEmpty: false,
      reason: "the report compares with no baseline although the base has one",
    };
  if (base.policy === null) {
    const reason =
      "the report is judged by the pull request's own policy: the base's is not known, since no baseline that " +
      "keeps one is in the cache and no configuration is checked out";
    return { isEmpty: false, reason };
  }
  return null;
}

/**
 * Tells a doubted report as what it is: never a pass.
 *
 * @param result - the report, judged anew
 * @param doubt - what is wrong with it
 * @returns the report with the doubt as its first reason; what fails stays failed
 */
export function withDoubt(
  result: ResultDocument,
  { reason, isEmpty }: ReportDoubt,
): ResultDocument {
  const { judgement } = result;
  const verdict = isEmpty || judgement.verdict === "fail" ? "fail" : "warn";
  return {
    ...result,
    judgement: { ...judgement, verdict, reasons: [reason, ...judgement.reasons] },
  };
}

/**
 * Adds what the base has and a report leaves out, so that it is judged as missing.
 *
 * @param measured - the report
 * @param document - baseline of the base; null when there is none
 * @returns the report with every benchmark of the base
 */
export function withMissing(
  measured: Measurements,
  document: BaselineDocument | null,
): Measurements {
  const told = new Set(measured.benchmarks.map(({ benchmark }) => benchmark.id));
  const missing = (document?.benchmarks ?? [])
    .filter(({ id }) => !told.has(id))
    .map(({ id, component, definition, primary }): BenchmarkResult => {
      const suite = SUITES.find((name) => id.startsWith(`${name}/`)) ?? "execution";
      return {
        benchmark: {
          id,
          suite,
          component,
          procedure: { kind: "unknown" },
          primary,
          unsupported: null,
        },
        definition,
        pairing: "missing",
        pairingReason: "the base has it, and the report does not",
        visits: [],
        exact: [],
        warnings: [],
        noise: null,
      };
    });
  return { ...measured, benchmarks: [...measured.benchmarks, ...missing] };
}
