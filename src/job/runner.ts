import type { RunnerFacts, Spread, VisitLoad } from "../model/runner.ts";
import type { Visit } from "../model/sample.ts";
import { median } from "../stats/descriptive.ts";

/**
 * How busy the runner was during a run.
 *
 * @param visits - all visits of the run
 * @param startsMs - start of every measuring process, in ms
 * @returns the facts, ready to be joined to a result; empty when no visit tells its load
 */
export function runnerFacts(
  visits: readonly Visit[],
  startsMs: readonly number[],
): { readonly runner?: RunnerFacts } {
  const loads = visits.flatMap(({ load }) => (load === undefined ? [] : [load]));
  const blocks = sum(loads.map((load) => load.blocks));
  const cpuShare = spreadOf(loads.map((load) => load.cpuShare));
  const switches = spreadOf(loads.map((load) => load.switches));
  if (blocks === 0 || cpuShare === null || switches === null) return {};
  const pressure = spreadOf(told(loads, "pressure"));
  const loadAverage = spreadOf(told(loads, "loadAverage"));
  const startMs = spreadOf(startsMs.map((start) => Math.round(start)));
  const runner: RunnerFacts = {
    blocks,
    interrupted: Number((sum(loads.map((load) => load.interrupted)) / blocks).toFixed(4)),
    cpuShare,
    switches,
    ...(pressure === null ? {} : { pressure }),
    ...(loadAverage === null ? {} : { loadAverage }),
    ...(startMs === null ? {} : { startMs }),
  };
  return { runner };
}

/**
 * Joins what several jobs saw of their runners.
 *
 * @param parts - facts of each job
 * @returns extremes of all, the medians' median, the share of interrupted blocks over all of them; empty without parts
 */
export function joinRunners(parts: readonly RunnerFacts[]): { readonly runner?: RunnerFacts } {
  const [first] = parts;
  if (first === undefined) return {};
  const blocks = sum(parts.map((part) => part.blocks));
  const pressure = joinSpreads(parts.map((part) => part.pressure));
  const loadAverage = joinSpreads(parts.map((part) => part.loadAverage));
  const startMs = joinSpreads(parts.map((part) => part.startMs));
  const interrupted = sum(parts.map((part) => part.interrupted * part.blocks)) / blocks;
  const runner: RunnerFacts = {
    blocks,
    interrupted: Number(interrupted.toFixed(4)),
    cpuShare: joinSpreads(parts.map((part) => part.cpuShare)) ?? first.cpuShare,
    switches: joinSpreads(parts.map((part) => part.switches)) ?? first.switches,
    ...(pressure === null ? {} : { pressure }),
    ...(loadAverage === null ? {} : { loadAverage }),
    ...(startMs === null ? {} : { startMs }),
  };
  return { runner };
}

function told(loads: readonly VisitLoad[], name: "pressure" | "loadAverage"): number[] {
  return loads.flatMap((load) => load[name] ?? []);
}

function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  return { lowest: Math.min(...values), median: median(values), highest: Math.max(...values) };
}

function joinSpreads(spreads: readonly (Spread | undefined)[]): Spread | null {
  const known = spreads.filter((spread) => spread !== undefined);
  if (known.length === 0) return null;
  return {
    lowest: Math.min(...known.map(({ lowest }) => lowest)),
    median: median(known.map((spread) => spread.median)),
    highest: Math.max(...known.map(({ highest }) => highest)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
