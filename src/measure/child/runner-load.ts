import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { VisitLoad } from "../../model/runner.ts";
import { cpuShareOf, type Switches, type Tally } from "./tally.ts";

// Taken when the process starts: host code may replace what it finds under these names later.
const readUsage: () => NodeJS.ResourceUsage = process.resourceUsage;
const readAverages: () => number[] = loadavg;

/** What the system says about itself; what it does not say is missing. */
interface SystemLoad {
  readonly pressure: number | null;
  readonly loadAverage: number | null;
}

/** Watches how busy the runner is for the length of a visit. */
export interface LoadWatch {
  /** Context switches since it began. */
  readonly switches: () => Switches;
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
  const start = readSwitches();
  const switches = (): Switches => {
    const now = readSwitches();
    return {
      voluntary: now.voluntary - start.voluntary,
      involuntary: now.involuntary - start.involuntary,
    };
  };
  return {
    switches,
    load: (tally: Tally): VisitLoad => {
      const after = readSystemLoad();
      const pressure = busier(before.pressure, after.pressure);
      const loadAverage = busier(before.loadAverage, after.loadAverage);
      return {
        blocks: tally.shares.length,
        interrupted: tally.interrupted,
        cpuShare: Number(cpuShareOf(tally).toFixed(4)),
        switches: switches().involuntary,
        ...(pressure === null ? {} : { pressure }),
        ...(loadAverage === null ? {} : { loadAverage }),
      };
    },
  };
}

function readSwitches(): Switches {
  const usage = readUsage();
  return {
    voluntary: usage.voluntaryContextSwitches,
    involuntary: usage.involuntaryContextSwitches,
  };
}

function busier(before: number | null, after: number | null): number | null {
  return before === null || after === null ? (before ?? after) : Math.max(before, after);
}

function readSystemLoad(): SystemLoad {
  const [loadAverage = 0] = readAverages();
  // Windows knows no load average and says 0; so does a machine that has just been started.
  return {
    pressure: readPressure(),
    loadAverage: loadAverage > 0 ? Number(loadAverage.toFixed(2)) : null,
  };
}

/** Share of the last ten seconds in which something waited for a processor; null where the kernel does not tell. */
function readPressure(): number | null {
  let text: string;
  try {
    text = readFileSync("/proc/pressure/cpu", "utf8");
  } catch {
    return null;
  }
  return parsePressure(text);
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
