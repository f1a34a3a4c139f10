import { SUITES } from "../model/benchmark.ts";
import {
  type BaselineChoice,
  COMMENT_POLICIES,
  type Inputs,
  MODES,
  REPORT_PLACES,
  SAVE_POLICIES,
  type Shard,
} from "../model/inputs.ts";
import { FAILURE_KINDS, type FailureKind } from "../model/policy.ts";
import { POLICY_CHOICES } from "../model/stored-policy.ts";
import { parseEngines } from "./choose-engines.ts";
import { describeValue } from "./fault.ts";
import { parseImportChoice } from "./import-input.ts";
import {
  type InputSource,
  inputError,
  parseAmount,
  parseChoice,
  parseList,
  parseSwitch,
} from "./input-value.ts";

/** Folder searched for results of other jobs when none is named. */
export const DEFAULT_RESULTS = "wasm-bench-results";

/** Name of the file baseline when none is named. */
export const DEFAULT_BASELINE_NAME = "main";

/** What fails a run when neither the input nor the configuration says so. */
export const DEFAULT_FAIL_ON: readonly FailureKind[] = ["regression", "target", "error", "missing"];

/** Most shards a run may be split into. */
const MAX_SHARDS = 256;

const NS_PER_MS = 1e6;

/** Largest threshold that is still a gate. */
const MAX_THRESHOLD = 10;

/**
 * Reads which part of the benchmarks a job runs.
 *
 * @param value - `i/n` with 1 <= i <= n <= 256, or nothing
 * @returns the shard; null when nothing was written
 * @throws ActionError `input` for anything else
 */
export function parseShard(value: string): Shard | null {
  if (value === "") {
    return null;
  }
  const match = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(value);
  const [index, count] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || index < 1 || index > count || count > MAX_SHARDS) {
    const fault = `expected i/n with 1 <= i <= n <= ${MAX_SHARDS}, got ${describeValue(value)}`;
    throw inputError("shard", fault, "Write for example 1/3 for the first of three jobs.");
  }
  return { index, count };
}

/**
 * Reads where the baseline comes from.
 *
 * @param value - `cache`, `file`, `file:NAME`, `none`, or nothing for `cache`
 * @returns the choice; a file baseline without a name is called `main`
 * @throws ActionError `input` for another word, or a name that is not a plain file name
 */
export function parseBaselineChoice(value: string): BaselineChoice {
  const [word = "", ...rest] = value.split(":");
  const kind = parseChoice("baseline", word === "" ? "cache" : word, ["cache", "file", "none"]);
  const name = rest.length === 0 ? DEFAULT_BASELINE_NAME : rest.join(":");
  const isPlain =
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name) && (kind === "file" || rest.length === 0);
  if (!isPlain) {
    const fault = `expected cache, file, file:NAME or none, got ${describeValue(value)}`;
    throw inputError("baseline", fault, 'A NAME is made of letters, digits, ".", "_" and "-".');
  }
  return kind === "file" ? { kind, name } : { kind };
}

function parseBranch(value: string): string | null {
  const branch = value.replace(/^refs\/heads\//, "");
  if (/[\s~^:?*[\\\p{Cc}]|\.\.|^-|^\/|\/$/u.test(branch)) {
    throw inputError(
      "baseline-branch",
      `expected the name of one branch, got ${describeValue(value)}`,
      "Write the branch as git branch shows it, such as main.",
    );
  }
  return branch === "" ? null : branch;
}

/**
 * Reads what fails a run.
 *
 * @param value - words of a closed list, `none`, or nothing
 * @param name - what messages call it
 * @returns the kinds; null when nothing was written
 * @throws ActionError `input` naming the first word that is not accepted
 */
export function parseFailOn(value: string, name = "fail-on"): readonly FailureKind[] | null {
  if (value === "none") {
    return [];
  }
  return parseList(name, value, FAILURE_KINDS);
}

/**
 * Reads the smallest regression that must be caught.
 *
 * @param value - a percentage of at most 1000 %, or nothing
 * @param name - what messages call it
 * @returns the fraction; null when nothing was written
 * @throws ActionError `input` for anything else
 */
export function parseThreshold(value: string, name = "threshold"): number | null {
  const threshold = parseAmount(name, value, "ratio");
  if (threshold !== null && threshold > MAX_THRESHOLD) {
    throw inputError(
      name,
      `expected at most 1000%, got ${describeValue(value)}`,
      "Write for example 5%.",
    );
  }
  return threshold;
}

function parseCommentKey(value: string): string {
  if (!/^[A-Za-z0-9._-]{0,64}$/.test(value)) {
    const fault = `expected letters, digits, ".", "_" and "-" (at most 64), got ${describeValue(value)}`;
    throw inputError(
      "comment-key",
      fault,
      "Choose a short plain word for each job, such as linux.",
    );
  }
  return value;
}

function parsePath(name: string, value: string, fallback: string): string {
  if (value.includes("\0")) {
    throw inputError(name, "must not contain NUL", "Write a path relative to the workspace.");
  }
  return value === "" ? fallback : value;
}

/**
 * Reads every input of the action once.
 *
 * @param get - text of an input by its kebab-case name; an empty string where it was not set
 * @returns the inputs, checked, with defaults filled in
 * @throws ActionError `input` naming the input, what is accepted and the remedy
 */
export function parseInputs(get: InputSource): Inputs {
  const read: InputSource = (name: string) => get(name).trim();
  const choice = <const Word extends string>(
    name: string,
    allowed: readonly Word[],
    fallback: Word,
  ): Word => parseChoice(name, read(name) || fallback, allowed);
  const timeBudgetNs = parseAmount("time-budget", read("time-budget"), "ns");
  const mode = choice("mode", MODES, "run");
  const shard = parseShard(read("shard"));
  if (shard !== null && mode !== "run") {
    throw inputError("shard", `cannot be used with mode ${mode}`, "Leave shard empty in this job.");
  }
  const suspects = read("suspects")
    .split(/[\s,]+/)
    .filter((id) => id !== "");
  if (shard !== null && suspects.length > 0) {
    throw inputError("shard", "cannot be used with suspects", "A second job measures few enough.");
  }
  return {
    config: parsePath("config", read("config"), "") || null,
    workingDirectory: parsePath("working-directory", read("working-directory"), "."),
    mode,
    engines: parseEngines("engine", read("engine")),
    suites: parseList("suites", read("suites"), SUITES),
    shard,
    results: parsePath("results", read("results"), DEFAULT_RESULTS),
    imported: parseImportChoice(read, mode),
    baseline: parseBaselineChoice(read("baseline")),
    baselineBranch: parseBranch(read("baseline-branch")),
    saveBaseline: choice("save-baseline", SAVE_POLICIES, "auto"),
    threshold: parseThreshold(read("threshold")),
    failOn: parseFailOn(read("fail-on")),
    confirm: read("confirm") === "" ? null : choice("confirm", ["here", "fresh-runner"], "here"),
    secondJob: parseSwitch("second-job", read("second-job"), false),
    policy: choice("policy", POLICY_CHOICES, "candidate"),
    suspects,
    comment: choice("comment", COMMENT_POLICIES, "on-change"),
    commentKey: parseCommentKey(read("comment-key")),
    status: parseSwitch("status", read("status"), false),
    summary: parseSwitch("summary", read("summary"), true),
    report: choice("report", REPORT_PLACES, "artifact"),
    timeBudgetMs: timeBudgetNs === null ? null : timeBudgetNs / NS_PER_MS,
    selfTest: parseSwitch("self-test", read("self-test"), false),
    githubToken: read("github-token"),
  };
}
