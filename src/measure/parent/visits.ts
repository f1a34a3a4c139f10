import type { VisitLoad } from "../../model/runner.ts";
import type { Failure, Series, Stage, Visit } from "../../model/sample.ts";
import type { VisitReport } from "../protocol.ts";
import { failedAlike, onBothSides } from "./failed-alike.ts";
import { slowerThan } from "./tell-slow.ts";

/** Where a visit belongs. */
export interface VisitPlace {
  /** Index of the process within the job. */
  readonly process: number;
  readonly stage: Stage;
}

/**
 * Makes a visit of what a measuring process reported.
 *
 * @param report - the report
 * @param place - process and stage
 * @param output - what the guest printed
 * @returns the visit as it stands in a result
 */
export function toVisit(
  report: VisitReport,
  { process, stage }: VisitPlace,
  output: string,
): Visit {
  const { iterations, wallNs, measuredNs, series, failure, warnings, load } = report;
  return {
    process,
    stage,
    iterations,
    wallNs,
    measuredNs,
    series,
    failure,
    warnings,
    output,
    ...(load === undefined ? {} : { load }),
  };
}

/**
 * The report of a process that died before it could give one.
 *
 * @param failure - why it died
 * @returns a report without numbers
 */
export function emptyReport(failure: Failure): VisitReport {
  return {
    iterations: 0,
    wallNs: 0,
    measuredNs: 0,
    warmupNs: 0,
    series: [],
    failure,
    warnings: [],
  };
}

/**
 * Joins the reports of sides that were measured in processes of their own.
 *
 * @param reports - one per side
 * @returns one report with the series of all, times added up, and the candidate's failure before any other
 */
export function mergeReports(reports: readonly VisitReport[]): VisitReport {
  const sum = (pick: (report: VisitReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    iterations: reports[0]?.iterations ?? 0,
    wallNs: sum(({ wallNs }) => wallNs),
    measuredNs: sum(({ measuredNs }) => measuredNs),
    warmupNs: sum(({ warmupNs }) => warmupNs),
    series: reports.flatMap(({ series }) => series),
    failure: worstFailure(reports),
    warnings: reports.flatMap(({ warnings }) => warnings),
    ...mergeLoads(reports.flatMap(({ load }) => (load === undefined ? [] : [load]))),
  };
}

/** One visit in several processes was as busy as the busiest of them. */
function mergeLoads(loads: readonly VisitLoad[]): { readonly load?: VisitLoad } {
  const [busiest] = loads.toSorted((left, right) => left.cpuShare - right.cpuShare);
  return busiest === undefined ? {} : { load: busiest };
}

/**
 * Puts the start of the process beside a cold start: users may pay it too.
 *
 * @param report - report of a visit
 * @param startNs - fork to ready in ns; undefined when the process is gone
 * @returns the report, with `process_start` unless it failed
 */
export function withStart(report: VisitReport, startNs: number | undefined): VisitReport {
  if (startNs === undefined || report.failure !== null) return report;
  const start: Series = {
    metric: "process_start",
    side: "candidate",
    copy: 0,
    values: [startNs],
  };
  return { ...report, series: [...report.series, start] };
}

/**
 * What a visit failed for when both sides were measured in processes of their own, with the same work.
 *
 * @param failure - the candidate's where it failed, else the baseline's
 * @param reports - one per side
 * @param rules - time limit in ms, and whether both ran with the same host code
 * @returns what both share when they failed alike; how much slower a candidate is that did not end; else what was given
 */
export function explainBoth(
  failure: Failure,
  reports: readonly VisitReport[],
  { sameHost, timeoutMs }: { readonly sameHost: boolean; readonly timeoutMs: number },
): Failure {
  const failures = reports.map((report) => report.failure);
  if (reports.length > 1 && failures.every((one) => one !== null && failedAlike(one, failure)))
    return sameHost ? onBothSides(failure) : failure;
  const done = reports.find((report) => report.failure === null);
  const isSlow = failure.side === "candidate" && failure.kind === "timeout";
  if (!isSlow || done === undefined || done.wallNs <= 0) return failure;
  return { ...failure, message: slowerThan(timeoutMs, done.wallNs) };
}

function worstFailure(reports: readonly VisitReport[]): Failure | null {
  const failures = reports.flatMap(({ failure }) => (failure === null ? [] : [failure]));
  return failures.find(({ side }) => side === "candidate") ?? failures[0] ?? null;
}
