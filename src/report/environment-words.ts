import { openCauseOf } from "../gate/open-cause.ts";
import { bothBuilds, ENGINE_TITLES } from "../model/engine.ts";
import type { Environment } from "../model/environment.ts";
import type { BaselineInfo, ResultDocument, TimeSpent } from "../model/result.ts";
import type { RunnerFacts } from "../model/runner.ts";
import { formatDuration } from "../wording/duration.ts";
import { formatQuantity } from "../wording/number.ts";
import { formatPercent } from "../wording/percent.ts";
import { formatBytes } from "../wording/value.ts";
import { formatAge } from "./iso-time.ts";

/** Digits of a commit that are shown. */
const SHORT_SHA = 8;

/**
 * Shortens a commit hash.
 *
 * @param sha - commit hash; hostile until it looks like one
 * @returns its first eight digits, or `unknown`
 */
export function shortSha(sha: string): string {
  return /^[0-9a-f]{7,64}$/i.test(sha) ? sha.slice(0, SHORT_SHA) : "unknown";
}

/** Results of other tools name no engine of ours, and mostly no machine. */
function isRecorded({ v8 }: Environment): boolean {
  return v8 !== "";
}

/**
 * The engine by name and version: numbers mean nothing without it.
 *
 * @param environment - environment of a measurement
 * @returns for example `V8 13.6.233 in Node 24.21.0, Wasmtime 49.0.0`; empty for results another tool measured
 */
export function engineOf(environment: Environment): string {
  if (!isRecorded(environment)) return "";
  return [`V8 ${environment.v8} in Node ${environment.node}`, ...othersOf(environment)].join(", ");
}

function othersOf({ engines = [] }: Environment): string[] {
  return engines.map(({ name, version }) => `${ENGINE_TITLES[name]} ${version}`);
}

/**
 * What compute was timed by.
 *
 * @param environment - environment of a measurement; older ones name no clock and knew wall time only
 * @returns the clock, with the reason where CPU time was wanted
 */
export function clockWords({ clock = "wall", clockReason }: Environment): string {
  if (clock === "cpu") return "CPU time of the process";
  return clockReason === undefined ? "wall time" : `wall time (${clockReason})`;
}

/**
 * How busy the runner was, in one line.
 *
 * @param result - judged result
 * @returns for example `2 CPUs, load 6.1, CPU pressure 93 %, 31 % of blocks interrupted`, or `too busy to judge 3 benchmarks: `
 *   and these figures; empty where it was not observed
 */
export function runnerLine({ runner, environment, judgement }: ResultDocument): string {
  if (runner === undefined) return "";
  const figures = runnerFigures(runner, environment);
  const blind = judgement.benchmarks.filter((one) => openCauseOf(one) === "too-noisy").length;
  return blind > 0 && isBusy({ runner })
    ? `too busy to judge ${formatQuantity(blind, "benchmark")}: ${figures}`
    : figures;
}

/** From this share of interrupted blocks on, the neighbours are why a run is too noisy. */
const BUSY = 0.1;

/**
 * Whether the neighbours are why a run is too noisy.
 *
 * @param result - result
 * @returns true when a tenth of the blocks or more were interrupted; false where it was not observed
 */
export function isBusy({ runner }: Pick<ResultDocument, "runner">): boolean {
  return runner !== undefined && runner.interrupted >= BUSY;
}

function runnerFigures(runner: RunnerFacts, { cpuCount }: Environment): string {
  const { pressure, loadAverage, interrupted, startMs } = runner;
  const slowest = startMs === undefined ? 0 : startMs.highest / Math.max(1, startMs.lowest);
  return [
    formatQuantity(cpuCount, "CPU"),
    loadAverage === undefined ? "" : `load ${loadAverage.median.toFixed(1)}`,
    pressure === undefined ? "" : `CPU pressure ${formatPercent(pressure.median)}`,
    `${formatPercent(interrupted)} of blocks interrupted`,
    slowest < SLOW_START
      ? ""
      : `slowest start of a process ${slowest.toFixed(1)} times the fastest`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** A start this many times as long as the fastest of its run is told. */
const SLOW_START = 2;

/**
 * The machine and engine in one line of plain text.
 *
 * @param environment - environment of a measurement; texts in it are hostile until escaped
 * @returns parts joined by ` · `; empty parts left out
 */
export function environmentLine(environment: Environment): string {
  if (!isRecorded(environment)) return `${environment.cpuModel}; machine and engine not recorded`;
  const flags = environment.flags.length > 0 ? `flags ${environment.flags.join(" ")}` : "";
  return [
    environment.cpuModel,
    formatQuantity(environment.cpuCount, "CPU"),
    formatBytes(environment.totalMemoryBytes),
    `${environment.platform} ${environment.arch}`,
    environment.image,
    engineOf(environment),
    `${environment.tier} tier`,
    flags,
    `clock: ${clockWords(environment)}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/**
 * What numbers depend on most, in a short line of plain text.
 *
 * @param environment - environment of a measurement; texts in it are hostile until escaped
 * @returns processor, engine and clock, joined by ` · `
 */
export function machineLine(environment: Environment): string {
  if (!isRecorded(environment)) return environmentLine(environment);
  const { cpuModel, cpuCount, node, tier } = environment;
  return [
    cpuModel,
    formatQuantity(cpuCount, "CPU"),
    [`Node ${node}`, ...othersOf(environment)].join(", "),
    `${tier} tier`,
    clockWords(environment),
  ].join(" · ");
}

/** What must be known about a baseline to trust a comparison; plain text, hostile until escaped. */
export interface BaselineWords {
  /** Short commit hash; empty when the baseline is of no commit. */
  readonly sha: string;
  /** Empty without a time to compare with. */
  readonly age: string;
  readonly source: string;
  /** `same machine and engine`, or what differs and the machine it was measured on. */
  readonly match: string;
  readonly engine: string;
}

const SOURCES: Readonly<Record<BaselineInfo["source"], string>> = {
  cache: "Actions cache",
  file: "file",
  compare: "given side",
};

const COMPARED_FIELDS: readonly (readonly [keyof Environment, string])[] = [
  ["cpuModel", "CPU"],
  ["cpuCount", "number of CPUs"],
  ["platform", "platform"],
  ["arch", "architecture"],
  ["image", "runner image"],
  ["node", "Node"],
  ["v8", "V8"],
  ["tier", "tier"],
  ["harness", "harness version"],
];

function differencesOf(baseline: Environment, candidate: Environment): string {
  const clock = (baseline.clock ?? "wall") === (candidate.clock ?? "wall") ? [] : ["clock"];
  const engines = (candidate.engines ?? []).flatMap(({ name }): string[] => {
    const [now, before] = bothBuilds(name, candidate.engines, baseline.engines);
    const isSame = now?.version === before?.version && now?.sha256 === before?.sha256;
    return before === null || isSame ? [] : [ENGINE_TITLES[name]];
  });
  const names = [
    ...COMPARED_FIELDS.filter(([field]) => baseline[field] !== candidate[field]).map(
      ([, name]) => name,
    ),
    ...clock,
    ...engines,
  ];
  const what = names.length > 0 ? names.join(", ") : "flags";
  return `different ${what} (measured on ${baseline.cpuModel})`;
}

function matchOf(baseline: BaselineInfo, environment: Environment): string {
  if (baseline.fingerprintMatches) return "same machine and engine";
  return isRecorded(baseline.environment)
    ? differencesOf(baseline.environment, environment)
    : "machine and engine not recorded";
}

/**
 * Names the baseline of a result.
 *
 * @param result - judged result
 * @param now - ISO time of the reader
 * @returns its words, or null when nothing was compared
 */
export function baselineWords(result: ResultDocument, now: string): BaselineWords | null {
  const { baseline, environment } = result;
  if (baseline === null) return null;
  return {
    sha: baseline.sha === "" ? "" : shortSha(baseline.sha),
    age: formatAge(baseline.createdAt, now),
    source: `${SOURCES[baseline.source]} ${baseline.key}`,
    match: matchOf(baseline, environment),
    engine: engineOf(baseline.environment),
  };
}

/**
 * Says where the time went.
 *
 * @param time - wall time of the run
 * @param isWhole - whether the parts of it are told
 * @returns for example `31.4 s in 12 processes, 82 % of it measuring`
 */
export function timeLine(time: TimeSpent, isWhole = true): string {
  const spent = formatDuration(time.totalMs);
  if (time.processes === 0) return `${spent}; no measuring process was needed`;
  const working = time.startMs + time.warmupMs + time.measuredMs;
  const share = working > 0 ? formatPercent(time.measuredMs / working) : "0 %";
  const parts = `${formatDuration(time.measuredMs)} measuring, ${formatDuration(time.warmupMs)} warming up, ${formatDuration(time.startMs)} starting`;
  const told = `${spent} in ${formatQuantity(time.processes, "process")}; ${share} of process time measured`;
  return isWhole ? `${told} (${parts})` : told;
}
