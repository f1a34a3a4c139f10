import { createHash } from "node:crypto";
import { thresholdsOf } from "../config/thresholds.ts";
import { resultOfImported } from "../job/imported-result.ts";
import type { Config } from "../model/config.ts";
import type { ImportFormat } from "../model/imported.ts";
import type { FailureKind, Policy } from "../model/policy.ts";
import type { ResultDocument, RunInfo } from "../model/result.ts";
import { policyToday } from "./prepare.ts";
import { readImport } from "./read-import.ts";
import { TOOL } from "./tool.ts";

/** Smallest regression worth a word where sides were measured apart: there unchanged code differs by 7 %. */
const APART_REGRESSION = 0.2;

const NOTHING = "the tool kept no earlier results, and none were named";

/** Another tool's results and how to judge them. */
export interface ImportRequest {
  readonly format: ImportFormat;
  /** File or folder of the results. */
  readonly path: string;
  /** File or folder of the results to compare with; null for what the tool kept itself. */
  readonly basePath: string | null;
  /** Name of a baseline Criterion saved beside the results; null for the newest it kept. */
  readonly saved: string | null;
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

/**
 * Judges what another tool measured, by the targets and, with a baseline, by comparison.
 *
 * @param request - the results, what to compare with, and the rules
 * @returns the judged result
 * @throws ActionError (`import`) when results cannot be read
 */
export async function judgeImport(request: ImportRequest): Promise<ResultDocument> {
  const { format, path, basePath, saved, config, wanted, run, checkout } = request;
  const { results, before } = await readImport(
    format,
    { path, checkout },
    basePath === null ? saved : "none",
  );
  const baseline =
    basePath === null
      ? before
      : {
          name: basePath,
          results: (await readImport(format, { path: basePath, checkout }, "none")).results,
        };
  const policy = policyOfImport(config, wanted, baseline !== null);
  return resultOfImported({
    format,
    candidate: results,
    baseline: baseline?.results ?? null,
    label: baseline?.name ?? "",
    hash: (text: string): string => createHash("sha256").update(text).digest("hex"),
    policy,
    noBaseline: baseline === null && policy.failOn.includes("no-baseline") ? NOTHING : null,
    sampling: config.sampling,
    run,
    tool: TOOL,
    createdAt: new Date().toISOString(),
  });
}

/** Sides measured apart never fail a run unless it is asked for, and small changes between them say nothing. */
function policyOfImport(
  config: Config,
  wanted: ImportRequest["wanted"],
  compared: boolean,
): Policy {
  const policy = policyToday(config, wanted);
  const { regression, floor } = policy.thresholds;
  const apart = thresholdsOf({ regression: Math.max(regression, APART_REGRESSION), floor });
  return {
    ...policy,
    thresholds: wanted.threshold === null && compared ? apart : policy.thresholds,
    failOn: wanted.failOn ?? policy.failOn.filter((kind) => kind !== "regression"),
  };
}
