import { createHash } from "node:crypto";
import { thresholdsOf } from "../config/thresholds.ts";
import { ActionError } from "../errors.ts";
import { matchesBenchmark } from "../gate/match.ts";
import { resultOfImported } from "../job/imported-result.ts";
import { isExactImport } from "../job/imported-visits.ts";
import type { Config } from "../model/config.ts";
import type { Imported, ImportFormatChoice } from "../model/imported.ts";
import type { FailureKind, Policy } from "../model/policy.ts";
import type { ResultDocument, RunInfo } from "../model/result.ts";
import { policyToday } from "./prepare.ts";
import { type Before, type ReadImport, readImport } from "./read-import.ts";
import { checkStale } from "./stale-results.ts";
import { TOOL } from "./tool.ts";

/** Smallest regression worth a word where sides were measured apart: there unchanged code differs by 7 %. */
const APART_REGRESSION = 0.2;

const NOTHING = "the tool kept no earlier results, and none were named";

/** Another tool's results and how to judge them. */
export interface ImportRequest {
  readonly format: ImportFormatChoice;
  /** File or folder of the results. */
  readonly path: string;
  /** File or folder of the results to compare with; null for what the tool kept itself. */
  readonly basePath: string | null;
  /** Name of a baseline Criterion saved beside the results; null for the newest it kept. */
  readonly saved: string | null;
  /** Whether results older than the newest of the run are judged all the same. */
  readonly allowStale: boolean;
  readonly config: Config;
  /** Folder that no link of its own may lead out of; null where links may lead anywhere. */
  readonly checkout: string | null;
  /** Choices of the command line or the workflow; null leaves one to the configuration. */
  readonly wanted: {
    readonly threshold: number | null;
    readonly failOn: readonly FailureKind[] | null;
  };
  readonly run: RunInfo;
}

/** Results to compare with, and what they are called. */
type Base = Before & Pick<ReadImport, "writtenAt">;

/**
 * Judges what another tool measured, by the targets and, with a baseline, by comparison.
 *
 * @param request - the results, what to compare with, and the rules
 * @returns the judged result
 * @throws ActionError (`import`) when results cannot be read or compared
 */
export async function judgeImport(request: ImportRequest): Promise<ResultDocument> {
  const { path, basePath, saved, config, wanted, run, checkout } = request;
  const read = await readImport(
    request.format,
    { path, checkout },
    basePath === null ? saved : "none",
  );
  const baseline = basePath === null ? keptBefore(read) : await readBase(request, basePath, read);
  const policy = policyOfImport(config, wanted, unsteadyCounts(read.results, baseline));
  return resultOfImported({
    format: read.format,
    candidate: read.results,
    baseline: baseline?.results ?? null,
    label: baseline?.name ?? "",
    hash: (text: string): string => createHash("sha256").update(text).digest("hex"),
    policy,
    noBaseline: baseline === null && policy.failOn.includes("no-baseline") ? NOTHING : null,
    sampling: config.sampling,
    run,
    tool: TOOL,
    createdAt: new Date().toISOString(),
    warnings: checkStale(read, staleBase(read, baseline), request.allowStale),
  });
}

function keptBefore({ before, writtenAt }: ReadImport): Base | null {
  return before === null ? null : { ...before, writtenAt };
}

/** Gungraun keeps the run before in the files of the newest one, which have no date of it. */
function staleBase({ format, before }: ReadImport, baseline: Base | null): Base | null {
  return format === "gungraun" && before !== null ? null : baseline;
}

async function readBase(
  { format, path, checkout }: ImportRequest,
  basePath: string,
  candidate: ReadImport,
): Promise<Base> {
  const base = await readImport(format, { path: basePath, checkout }, "none");
  if (base.format !== candidate.format) {
    throw new ActionError({
      code: "import",
      message: `${basePath} is of ${base.format} and ${path} of ${candidate.format}: results of two tools are not compared`,
      hint: "Compare two results of one tool.",
    });
  }
  return { name: basePath, results: base.results, writtenAt: base.writtenAt };
}

/**
 * Times measured apart never fail a run unless it is asked for, and small changes between them say nothing. What is
 * compared to the last digit fails as it always does.
 */
function policyOfImport(
  config: Config,
  wanted: ImportRequest["wanted"],
  counts: readonly string[] | null,
): Policy {
  const policy = policyToday(config, wanted);
  const { regression, floor } = policy.thresholds;
  const apart = thresholdsOf({ regression: Math.max(regression, APART_REGRESSION), floor });
  const exactOnly = policy.failOn.map(
    (kind): FailureKind => (kind === "regression" ? "exact" : kind),
  );
  const judged = { ...policy, failOn: wanted.failOn ?? [...new Set(exactOnly)] };
  if (wanted.threshold !== null || counts === null) return judged;
  const own = counts.map((benchmark) => ({ ...AS_CONFIGURED, benchmark, regression }));
  return { ...judged, thresholds: apart, overrides: [...own, ...policy.overrides] };
}

/** No run moves a count by 7 %, so that of one which wobbles the configured threshold holds. */
const AS_CONFIGURED = {
  floor: null,
  floorUnit: null,
  allowances: {},
  reason: "a count: unchanged code does not differ between runs as times do",
};

/** Names of compared counts that are not the same in every sample, and stand for no time as well; null without a base. */
function unsteadyCounts(
  candidate: readonly Imported[],
  baseline: Base | null,
): readonly string[] | null {
  if (baseline === null) return null;
  const before = new Map(baseline.results.map((one) => [one.id, one]));
  const times = candidate.filter(({ unit }) => unit === "ns").map(({ id }) => id);
  return candidate
    .filter(({ unit }) => unit !== "ns" && unit !== "ratio")
    .filter((one) => {
      const base = before.get(one.id);
      return base !== undefined && !isExactImport({ candidate: one, baseline: base });
    })
    .map(({ id }) => id)
    .filter((id) => !times.some((time) => matchesBenchmark(id, time)));
}
