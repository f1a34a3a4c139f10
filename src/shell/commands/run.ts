import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createFileStore, listBaselines } from "../../baseline/file-store.ts";
import { createNoStore } from "../../baseline/no-store.ts";
import { serializeResult } from "../../config/result-document.ts";
import { ActionError } from "../../errors.ts";
import type { Planned } from "../../job/plan.ts";
import type { ResultDocument } from "../../model/result.ts";
import type { BaselineStore } from "../../ports.ts";
import { currentEnvironment, execute, type RestoredSide, restoreSide } from "../execute.ts";
import type { Locations } from "../locations.ts";
import type { Options } from "../options.ts";
import { loadConfig, localRun, policyToday, samplingOf } from "../prepare.ts";
import { createProgress } from "../progress.ts";
import { type Console, exitCodeOf, printReport } from "../terminal.ts";
import { loadWorkload, wants } from "../workload.ts";

/** What every command gets. */
export interface CommandContext {
  readonly options: Options;
  readonly console: Console;
  readonly locations: Locations;
}

/** Folder of named baselines, and the name used when none is given. */
export const BASELINES_FOLDER = "baselines";
export const DEFAULT_BASELINE = "main";
const DEFAULT_CONFIG = "wasm-bench.yml";

/**
 * `run`: measures, compares with a named baseline where there is one, and prints the report.
 *
 * @param context - options, console and locations
 * @returns exit code: 0 passed, 1 the gate failed
 * @throws ActionError for everything the user can mend
 */
export async function runCommand(context: CommandContext): Promise<number> {
  const { options, console } = context;
  if (options.list) return listCommand(context);
  const result = await measureLocally(context);
  printReport(result, console);
  await writeFiles(result, options);
  return exitCodeOf(result);
}

/**
 * Measures as `run` does, without printing the report.
 *
 * @param context - options, console and locations
 * @returns the judged result
 * @throws ActionError for everything the user can mend
 */
export async function measureLocally(context: CommandContext): Promise<ResultDocument> {
  const { options, console, locations } = context;
  const { config, root } = await loadConfig(
    options.config ?? DEFAULT_CONFIG,
    options.config !== null,
  );
  const selection = { suites: options.suites, filters: options.filters };
  const workload = await loadWorkload({
    config,
    root,
    referenceFolder: locations.referenceFolder,
    selection,
  });
  const sampling = samplingOf(config, options.quick);
  const environment = currentEnvironment(sampling);
  const { side, noBaseline } = await restoreNamed(options.baseline, environment);
  return execute({
    run: localRun(),
    sampling,
    policy: policyToday(config, options),
    workload,
    baseline: side,
    noBaseline,
    wants: (id) => wants(selection, id),
    measureIdentical: options.baseline === null,
    timeBudgetMs: options.timeBudgetMs,
    warnings: [],
    environment,
    measuringEntry: locations.measuringEntry,
    root,
    progress: createProgress({
      write: console.err,
      live: console.isTerminal,
      width: console.width,
      now: () => Date.now(),
    }),
    onPlan: (planned) => console.err(`${planWords(planned)}\n`),
  });
}

/**
 * The plan in one line.
 *
 * @param planned - benchmarks of a run
 * @returns counts by pairing, for example "31 benchmarks: 27 paired, 4 identical"
 */
export function planWords(planned: readonly Planned[]): string {
  const counts = new Map<string, number>();
  for (const { pairing, benchmark } of planned) {
    const word = benchmark.unsupported === null ? pairing : "unsupported";
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return `plan: ${planned.length} benchmarks: ${[...counts].map(([word, count]) => `${count} ${word}`).join(", ")}`;
}

/**
 * Writes the documents a user asked for.
 *
 * @param result - judged result
 * @param options - paths
 * @throws ActionError (`usage`) when a file cannot be written
 */
export async function writeFiles(
  result: ResultDocument,
  options: Pick<Options, "json" | "html">,
): Promise<void> {
  if (options.json !== null) await writeText(options.json, serializeResult(result));
}

async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (cause) {
    throw new ActionError({
      code: "usage",
      message: `${path} cannot be written`,
      hint: "Name a file in a folder that exists.",
      cause,
    });
  }
}

async function restoreNamed(
  name: string | null,
  environment: Parameters<typeof restoreSide>[1],
): Promise<RestoredSide> {
  const stores: BaselineStore[] = [];
  if (name === "none") stores.push(createNoStore("--baseline none"));
  else if (name !== null) stores.push(createFileStore({ root: BASELINES_FOLDER, name }));
  else if ((await listBaselines(BASELINES_FOLDER)).includes(DEFAULT_BASELINE)) {
    stores.push(createFileStore({ root: BASELINES_FOLDER, name: DEFAULT_BASELINE }));
  }
  const restored = await restoreSide(stores, environment);
  if (restored.side === null && name !== null && name !== "none") {
    const known = await listBaselines(BASELINES_FOLDER);
    throw new ActionError({
      code: "baseline",
      message: `there is no baseline "${name}" in ${join(BASELINES_FOLDER)}; there is ${known.join(", ") || "none"}`,
      hint: `Save one with \`wasm-bench save ${name}\`.`,
    });
  }
  return restored;
}

async function listCommand({ options, console, locations }: CommandContext): Promise<number> {
  const { config, root } = await loadConfig(
    options.config ?? DEFAULT_CONFIG,
    options.config !== null,
  );
  const selection = { suites: options.suites, filters: options.filters };
  const { benchmarks } = await loadWorkload({
    config,
    root,
    referenceFolder: locations.referenceFolder,
    selection,
  });
  for (const { id, unsupported } of benchmarks)
    console.out(unsupported === null ? `${id}\n` : `${id}  (unsupported: ${unsupported})\n`);
  return 0;
}
