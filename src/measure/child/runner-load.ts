import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { VisitLoad } from "../../model/runner.ts";
import { cpuShareOf, type Tally } from "./tally.ts";

// Taken when the process starts: host code may replace what it finds under these names later.
const readUsage: () => NodeJS.ResourceUsage = process.resourceUsage;
const readAverages: () => number[] = loadavg;
const readFile: typeof readFileSync = readFileSync;

/** What the system says about itself; what it does not say is missing. */
interface SystemLoad {
  readonly pressure: number | null;
  readonly loadAverage: number | null;
}

/** Watches how busy the runner is for the length of a visit. */
export interface LoadWatch {
  /** How often this thread has given its processor away since it began, to wait for something. */
  readonly given: () => number;
  /** The load since it began, given the blocks that compute. */
  readonly load: (tally: Tally) => VisitLoad;
}

/**
 * Begins to watch the runner: load and CPU pressure before and after, context switches in between.
 *
 * @returns the watch, running
 */
export function watchLoad(): LoadWatch {
  const before = readSystemLoad();
  const given = readGiven();
  const taken = readTaken();
  return {
    given: () => readGiven() - given,
    load: (tally: Tally): VisitLoad => {
      const after = readSystemLoad();
      const pressure = busier(before.pressure, after.pressure);
      const loadAverage = busier(before.loadAverage, after.loadAverage);
      return {
        blocks: tally.shares.length,
        interrupted: tally.interrupted,
        cpuShare: Number(cpuShareOf(tally).toFixed(4)),
        switches: readTaken() - taken,
        given: readGiven() - given,
        ...(pressure === null ? {} : { pressure }),
        ...(loadAverage === null ? {} : { loadAverage }),
      };
    },
  };
}

/** How often the processor was taken away from one of the process's threads. */
function readTaken(): number {
  return readUsage().involuntaryContextSwitches;
}

/** How often this thread gave its processor away; of the whole process, its engine's threads included, where the kernel does not tell. */
function readGiven(): number {
  return parseGiven(readText("/proc/self/status")) ?? readUsage().voluntaryContextSwitches;
}

/**
 * Reads how often a thread gave its processor away.
 *
 * @param status - `/proc/self/status`, which tells of the main thread
 * @returns a count; null when there is none in the text
 */
export function parseGiven(status: string): number | null {
  const count = /^voluntary_ctxt_switches:\s*(\d+)/m.exec(status)?.[1];
  return count === undefined ? null : Number(count);
}

/** A file of the kernel; empty where it has none. */
function readText(path: string): string {
  try {
    return readFile(path, "utf8");
  } catch {
    return "";
  }
}

function busier(before: number | null, after: number | null): number | null {
  return before === null || after === null ? (before ?? after) : Math.max(before, after);
}

function readSystemLoad(): SystemLoad {
  const [loadAverage = 0] = readAverages();
  // Windows knows no load average and says 0; so does a machine that has just been started.
  return {
    pressure: parsePressure(readText("/proc/pressure/cpu")),
    loadAverage: loadAverage > 0 ? Number(loadAverage.toFixed(2)) : null,
  };
}

/**
 * Reads the pressure of the last ten seconds.
 *
 * @param text - `/proc/pressure/cpu`
 * @returns a fraction from 0 to 1; null when there is none in the text
 */
export function parsePressure(text: string): number | null {
  const percent = /^some avg10=(\d+(?:\.\d+)?)/m.exec(text)?.[1];
  return percent === undefined ? null : Number((Number(percent) / 100).toFixed(4));
}
